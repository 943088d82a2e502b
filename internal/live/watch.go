package live

import (
	"context"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// settle is how long files must have been quiet: editors write one in
	// several steps.
	settle = 8 * time.Millisecond
	// longest is how long they are waited for: a program may write without end.
	longest = 100 * time.Millisecond
	// patrol is how often files are looked at without a message of the system,
	// which none sends for folders of other machines.
	patrol = time.Second
)

// Watch keeps the report up to date until ctx ends.
func (r *Report) Watch(ctx context.Context) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil { // the system has no more to give
		watcher = &fsnotify.Watcher{}
	} else {
		defer watcher.Close()
	}
	tick := time.NewTicker(patrol)
	defer tick.Stop()
	for {
		r.watchFolders(watcher)
		select {
		case <-ctx.Done():
			return
		case <-watcher.Events:
			quiet(ctx, watcher.Events)
		case <-watcher.Errors:
		case <-tick.C:
		}
		r.Refresh()
	}
}

// watchFolders has the watcher watch the folders of the report's files, and no
// others. A folder that is gone is no longer in its list.
func (r *Report) watchFolders(watcher *fsnotify.Watcher) {
	if watcher.Events == nil {
		return
	}
	r.setting.Lock()
	wanted := r.builder.inputs.folders()
	r.setting.Unlock()
	watched := watcher.WatchList()
	for _, at := range wanted {
		if !slices.Contains(watched, at) {
			_ = watcher.Add(at) // the patrol does without
		}
	}
	for _, at := range watched {
		if !slices.Contains(wanted, at) {
			_ = watcher.Remove(at) // it may be gone
		}
	}
}

// quiet waits until no more events come, but not for ever.
func quiet(ctx context.Context, events <-chan fsnotify.Event) {
	end := time.After(longest)
	for {
		select {
		case <-ctx.Done():
			return
		case <-events:
		case <-end:
			return
		case <-time.After(settle):
			return
		}
	}
}
