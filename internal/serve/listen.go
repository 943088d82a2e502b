package serve

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"golang.org/x/net/netutil"
)

const (
	// mostConnections is how many browsers' connections are open at a time.
	mostConnections = 512
	// quickly is how long a request's head and body may take to come.
	quickly = 10 * time.Second
	// slowly is how long an answer may take to be read: a font is some
	// megabytes.
	slowly = 2 * time.Minute
	// idle is how long a connection may be kept without a request.
	idle = 2 * time.Minute
	// maxHeader is how large a request's head may be, in bytes.
	maxHeader = 32 << 10
)

// Serve answers whoever comes to a listener, until ctx ends.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler: s.Handler(), ReadHeaderTimeout: quickly, ReadTimeout: quickly, WriteTimeout: slowly, IdleTimeout: idle, MaxHeaderBytes: maxHeader,
		BaseContext: func(net.Listener) context.Context { return ctx }, // ends the news as well
		ErrorLog:    log.New(io.Discard, "", 0),                        // what others send amiss is nothing to the clerk
	}
	stopped := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stopped()
	if err := server.Serve(netutil.LimitListener(listener, mostConnections)); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
