// Package live keeps the pages of a report up to date while its files change:
// they are set anew as soon as one of the files that they were made from is
// saved. Every state of them is a Snapshot that never changes.
package live

import (
	"context"
	"path/filepath"
	"sync"

	"banwen/internal/reports"
)

// Report is a report's folder on the disk and how it looks now. It is safe
// for concurrent use.
type Report struct {
	Folder string // as it was named

	setting sync.Mutex // held while a snapshot is made
	builder builder

	mu      sync.Mutex
	current *Snapshot
	newer   chan struct{} // closed when current has been replaced
}

// Open sets a report's pages for the first time. The error is one of the
// folder; what is wrong in its files is told by the snapshot.
func Open(folder string) (*Report, error) {
	opened, err := reports.OnDisk(folder)
	if err != nil {
		return nil, err
	}
	r := &Report{Folder: folder, builder: builder{folder: opened.Path}, newer: make(chan struct{})}
	r.current = r.builder.snapshot(nil)
	return r, nil
}

// Name is the name of the report's folder, also where it was named as “.”.
func (r *Report) Name() string { return filepath.Base(r.builder.folder) }

// Current is the report as it looks now.
func (r *Report) Current() *Snapshot {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.current
}

// Next waits for a snapshot after a revision and gives the latest.
func (r *Report) Next(ctx context.Context, revision int) (*Snapshot, error) {
	for {
		r.mu.Lock()
		current, newer := r.current, r.newer
		r.mu.Unlock()
		if current.Revision > revision {
			return current, nil
		}
		select {
		case <-newer:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// Refresh sets the pages anew where a file that they were made from has changed.
func (r *Report) Refresh() {
	r.setting.Lock()
	defer r.setting.Unlock()
	if !r.builder.isStale() {
		return
	}
	made := r.builder.snapshot(r.Current())
	r.mu.Lock()
	defer r.mu.Unlock()
	r.current = made
	close(r.newer)
	r.newer = make(chan struct{})
}
