package serve

import (
	"context"
	"net/http"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

const (
	// patience is how long a browser may take to read one message before it is
	// let go: it comes back by itself.
	patience = 10 * time.Second
	// heartbeat finds browsers that have gone without a word.
	heartbeat = 30 * time.Second
)

// news tells a browser that a report has a new revision.
type news struct {
	Report   string `json:"report"`
	Revision int    `json:"revision"`
}

// live tells a browser of every new revision of a report. One that is slow
// misses those between, never the last. A socket and not an event stream, of
// which browsers allow six a site, all tabs together.
func (s *Server) live(w http.ResponseWriter, r *http.Request) {
	report := s.find(r.URL.Query().Get("report"))
	if report == nil {
		fail(w, http.StatusNotFound, "没有这个报告")
		return
	}
	conn, err := websocket.Accept(w, r, nil) // which refuses other origins
	if err != nil {
		return // it has been answered
	}
	defer conn.CloseNow()
	ctx := conn.CloseRead(r.Context()) // nothing is read: all that matters is that it ends
	go beat(ctx, conn)
	for revision := 0; ; {
		snapshot, err := report.Next(ctx, revision)
		if err != nil {
			return
		}
		revision = snapshot.Revision
		if tell(ctx, conn, news{report.ID, revision}) != nil {
			return
		}
	}
}

func tell(ctx context.Context, conn *websocket.Conn, n news) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return wsjson.Write(ctx, conn, n)
}

// beat asks again and again whether the browser is there; a socket whose
// browser is not is closed, which ends its news.
func beat(ctx context.Context, conn *websocket.Conn) {
	ticker := time.NewTicker(heartbeat)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			within, cancel := context.WithTimeout(ctx, patience)
			err := conn.Ping(within)
			cancel()
			if err != nil {
				_ = conn.CloseNow()
				return
			}
		}
	}
}
