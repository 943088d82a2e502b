package cli

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"golang.org/x/term"
)

// progressDelay is how long a run may take before it tells how far it is.
const progressDelay = time.Second

// progress tells how many of a run's reports are done, on a terminal and for
// long runs only.
type progress struct {
	done atomic.Int64
	end  chan struct{}
	over chan struct{}
}

func startProgress(w io.Writer, total int) *progress {
	p := &progress{end: make(chan struct{}), over: make(chan struct{})}
	if !isTerminal(w) {
		close(p.over)
		return p
	}
	go func() {
		defer close(p.over)
		tick := time.NewTicker(progressDelay)
		defer tick.Stop()
		shown := false
		for {
			select {
			case <-p.end:
				if shown {
					fmt.Fprint(w, "\r\x1b[K")
				}
				return
			case <-tick.C:
				shown = true
				fmt.Fprintf(w, "\r正在生成：%d/%d", p.done.Load(), total)
			}
		}
	}()
	return p
}

func (p *progress) step() { p.done.Add(1) }

// stop clears the line; nothing is printed afterwards.
func (p *progress) stop() {
	close(p.end)
	<-p.over
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
