package serve_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"banwen/internal/live"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"
)

// socket opens the news of the report.
func (s *site) socket() *websocket.Conn {
	s.Helper()
	conn, _, err := websocket.Dial(s.Context(), "ws://"+s.address+"/api/live?report=2023-h1", nil)
	require.NoError(s, err)
	s.Cleanup(func() { _ = conn.CloseNow() })
	return conn
}

// told is a piece of news.
type told struct {
	Report   string
	Revision int
}

// until reads news until a revision has come.
func until(ctx context.Context, conn *websocket.Conn, revision int) error {
	last := told{}
	for last.Revision < revision {
		now := told{}
		if err := wsjson.Read(ctx, conn, &now); err != nil {
			return fmt.Errorf("after revision %d of %d: %w", last.Revision, revision, err)
		}
		if now.Revision <= last.Revision || now.Report != "2023-h1" {
			return fmt.Errorf("%v came after %v", now, last)
		}
		last = now
	}
	return nil
}

func TestNews(t *testing.T) {
	s := open(t)
	conn := s.socket()
	require.NoError(t, until(t.Context(), conn, 1))
	s.replace("areas/crime.yaml", "全力提升群众安全感", "乾坤朗朗")
	require.NoError(t, until(t.Context(), conn, 2))
}

// However many look and however often files are saved, everyone ends at the
// last revision.
func TestManyBrowsersAndManyChanges(t *testing.T) {
	const browsers, changes = 50, 100
	s := open(t)
	go s.report.Watch(t.Context())
	sockets := make([]*websocket.Conn, browsers)
	for i := range sockets {
		sockets[i] = s.socket()
	}
	at := filepath.Join(s.folder, "areas", "crime.yaml")
	data, err := os.ReadFile(at)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	revision := s.report.Current().Revision
	for i := range changes {
		text := strings.Replace(string(data), "全力提升群众安全感", fmt.Sprintf("第%d次", i), 1)
		require.NoError(t, os.WriteFile(at, []byte(text), 0o644))
		if i%2 == 0 { // the other half comes while pages are being set
			snapshot, err := s.report.Next(ctx, revision)
			require.NoError(t, err)
			revision = snapshot.Revision
		}
	}
	for !holds(s.report.Current(), fmt.Sprintf("第%d次", changes-1)) {
		snapshot, err := s.report.Next(ctx, revision)
		require.NoError(t, err)
		revision = snapshot.Revision
	}
	last := s.report.Current().Revision
	require.Greater(t, last, changes/2)
	var readers errgroup.Group
	for _, conn := range sockets {
		readers.Go(func() error { return until(ctx, conn, last) })
	}
	require.NoError(t, readers.Wait())
}

func holds(s *live.Snapshot, text string) bool {
	for _, p := range s.Shown.Pages {
		if strings.Contains(string(p.SVG), text) {
			return true
		}
	}
	return false
}

// A browser that reads no news keeps no other from getting them.
func TestABrowserThatReadsNoNews(t *testing.T) {
	s := open(t)
	for range 20 {
		s.socket()
	}
	conn := s.socket()
	for i := range 5 {
		was := "全力提升群众安全感"
		if i > 0 {
			was = fmt.Sprintf("第%d次", i-1)
		}
		s.replace("areas/crime.yaml", was, fmt.Sprintf("第%d次", i))
	}
	require.NoError(t, until(t.Context(), conn, 6))
	require.Equal(t, http.StatusOK, s.get(reportPath).StatusCode)
}
