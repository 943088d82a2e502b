//go:build linux

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"banwen/internal/live"
	"banwen/internal/serve"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
	"golang.org/x/sync/errgroup"
)

const (
	// browsers look at the sample at the same time.
	browsers = 50
	// rebuilds is how often a file of it is saved.
	rebuilds = 1_000
	// warm is after how many of them memory is looked at first.
	warm = 100
	// burst is how many saves at the end come one right after the other.
	burst = 50
)

// reviewPage measures the review page: how long it takes from a file's being
// saved to the news at every browser, and what memory it needs in the long run.
func reviewPage(work string) error {
	folder := filepath.Join(work, "live", "2023-h1")
	if err := os.CopyFS(folder, os.DirFS(sample)); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l := &load{ctx: ctx, file: filepath.Join(folder, "areas", "crime.yaml")}
	if err := l.start(folder); err != nil {
		return err
	}
	first, err := l.saves(warm)
	if err != nil {
		return err
	}
	early := look()
	rest, err := l.saves(rebuilds - warm)
	if err != nil {
		return err
	}
	late := look()
	if err := l.burst(); err != nil {
		return err
	}
	times := slices.Sorted(slices.Values(append(first, rest...)))
	fmt.Printf("Review page, %d browsers, %d saved files; the server and the browsers in one process\n\n", browsers, rebuilds)
	fmt.Printf("| from saving to the news at a browser | ms |\n|---|---|\n| median | %.1f |\n| 95th percentile | %.1f |\n| longest | %.1f |\n\n",
		ms(times[len(times)/2]), ms(times[len(times)*95/100]), ms(times[len(times)-1]))
	fmt.Printf("| after | heap MB | goroutines | open files |\n|---|---|---|---|\n| %d | %s |\n| %d | %s |\n\n", warm, early, rebuilds, late)
	fmt.Printf("%d saves one right after the other: all %d browsers got the last revision\n\n", burst, browsers)
	return nil
}

// load is a server that is looked at.
type load struct {
	ctx     context.Context
	file    string // that is saved
	text    string // of it
	report  *live.Report
	address string
	sockets []*websocket.Conn
	saved   int
}

// start serves a folder and connects the browsers.
func (l *load) start(folder string) error {
	data, err := os.ReadFile(l.file)
	if err != nil {
		return err
	}
	l.text = string(data)
	if l.report, err = live.Open(folder); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	l.address = listener.Addr().String()
	server := serve.New([]*live.Report{l.report}, serve.Options{Address: l.address, Now: time.Now})
	go l.report.Watch(l.ctx)
	go func() { _ = server.Serve(l.ctx, listener) }() // until the end
	for range browsers {
		conn, _, err := websocket.Dial(l.ctx, "ws://"+l.address+"/api/live?report="+filepath.Base(folder), nil)
		if err != nil {
			return err
		}
		l.sockets = append(l.sockets, conn)
	}
	return l.reach(l.report.Current().Revision, nil)
}

// save writes the file as an editor does.
func (l *load) save() error {
	l.saved++
	text := strings.Replace(l.text, "全力提升群众安全感", fmt.Sprintf("第%d次保存", l.saved), 1)
	return os.WriteFile(l.file, []byte(text), 0o644)
}

// saves saves the file n times, each after all browsers have the one before,
// and gives how long the news took. One browser gets the new state each time.
func (l *load) saves(n int) ([]time.Duration, error) {
	var times []time.Duration
	for range n {
		revision := l.report.Current().Revision
		begun := time.Now()
		if err := l.save(); err != nil {
			return nil, err
		}
		took := make([]time.Duration, browsers)
		if err := l.reach(revision+1, func(browser int) { took[browser] = time.Since(begun) }); err != nil {
			return nil, err
		}
		times = append(times, took...)
		if err := l.look(); err != nil {
			return nil, err
		}
	}
	return times, nil
}

// reach waits until every browser has a revision.
func (l *load) reach(revision int, done func(browser int)) error {
	ctx, cancel := context.WithTimeout(l.ctx, time.Minute)
	defer cancel()
	var group errgroup.Group
	for i, conn := range l.sockets {
		group.Go(func() error {
			for {
				var news struct{ Revision int }
				if err := wsjson.Read(ctx, conn, &news); err != nil {
					return fmt.Errorf("browser %d has not heard of revision %d: %w", i, revision, err)
				}
				if news.Revision >= revision {
					break
				}
			}
			if done != nil {
				done(i)
			}
			return nil
		})
	}
	return group.Wait()
}

// look gets the state and its pages, packed, as a browser does.
func (l *load) look() error {
	var state struct{ Pages []string }
	data, err := l.get("")
	if err == nil {
		err = json.Unmarshal(data, &state)
	}
	for _, hash := range state.Pages {
		if err == nil {
			_, err = l.get("/pages/" + hash)
		}
	}
	return err
}

func (l *load) get(path string) ([]byte, error) {
	response, err := http.Get("http://" + l.address + "/api/reports/2023-h1" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return io.ReadAll(response.Body)
}

// burst saves the file again and again without waiting; then what is shown
// must be the last save, and every browser must have heard of it.
func (l *load) burst() error {
	for range burst {
		if err := l.save(); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithTimeout(l.ctx, time.Minute)
	defer cancel()
	snapshot := l.report.Current()
	for !shows(snapshot, fmt.Sprintf("第%d次保存", l.saved)) {
		var err error
		if snapshot, err = l.report.Next(ctx, snapshot.Revision); err != nil {
			return fmt.Errorf("the last save is not shown: %w", err)
		}
	}
	return l.reach(snapshot.Revision, nil)
}

func shows(s *live.Snapshot, text string) bool {
	return slices.ContainsFunc(s.Shown.Pages, func(p live.Page) bool { return strings.Contains(string(p.SVG), text) })
}

// memory is what the process holds.
type memory struct {
	heap              uint64
	goroutines, files int
}

func look() memory {
	runtime.GC()
	runtime.GC() // what the first one freed of pools goes with the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	open, _ := os.ReadDir("/proc/self/fd") // elsewhere than on Linux nobody knows
	return memory{m.HeapAlloc, runtime.NumGoroutine(), len(open)}
}

func (m memory) String() string {
	return fmt.Sprintf("%.1f | %d | %d", float64(m.heap)/(1<<20), m.goroutines, m.files)
}
