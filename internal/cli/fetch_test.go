package cli_test

import (
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

// freePort is a port that nobody uses yet.
func freePort(t *testing.T) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	return strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
}

// fetch gets an address into a file, as soon as a server answers there.
func fetch(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fetch URL file")
	}
	for range 400 {
		response, err := http.Get(args[0])
		if err != nil { // it is starting
			time.Sleep(25 * time.Millisecond)
			continue
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(args[1]), append([]byte(response.Status+"\n"), body...), 0o644))
		return
	}
	ts.Fatalf("nobody answers at %s", args[0])
}
