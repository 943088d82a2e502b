// Package filelock lets one process at a time into a folder or a repository.
// A lock dies with the process that holds it, whatever ends that.
package filelock

import (
	"errors"
	"os"
	"time"
)

// ErrBusy is a lock that another process held for as long as was waited.
var ErrBusy = errors.New("另一个 banwen 正在写，稍后再试")

// Lock is a lock that is held.
type Lock struct{ file *os.File }

// pause is how long to wait between two tries.
const pause = 10 * time.Millisecond

// Acquire locks the file at path, which is created where it is missing, and
// waits so long for another process to let go of it.
func Acquire(path string, wait time.Duration) (*Lock, error) {
	end := time.Now().Add(wait)
	for {
		lock, err := try(path)
		if err == nil || !errors.Is(err, ErrBusy) || time.Now().After(end) {
			return lock, err
		}
		time.Sleep(pause)
	}
}

// try locks the file if nobody holds it. Whoever held it may have removed it
// in between: then what is locked is no longer what path names.
func try(path string) (*Lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	held, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	named, err := os.Stat(path)
	if err != nil || !os.SameFile(held, named) {
		return nil, errors.Join(ErrBusy, f.Close())
	}
	return &Lock{f}, nil
}

// Release lets others in.
func (l *Lock) Release() error { return l.file.Close() }
