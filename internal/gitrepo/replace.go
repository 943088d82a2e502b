package gitrepo

import (
	"banwen/internal/fileset"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// ErrMoved is a file of git's that is no longer what it was.
var ErrMoved = errors.New("仓库刚被别的程序改动，再运行一次")

// ownEnding ends the names of our own copies; git takes no file that ends so
// for a reference.
const ownEnding = ".banwen.lock"

// patience is how long to wait for git to let go of a file.
const patience = 2 * time.Second

// replace gives one of git's files new content as git does: under a lock that
// git respects, by a rename. change makes the new content from the old, which
// is nil where there is no file; nil from it leaves the file as it is.
//
// The content is written under a name of our own first, which becomes the lock
// by a link. So a lock that a killed process left can be told to be ours, and
// does not keep git out for ever: unlock removes it.
func (r *Repo) replace(path string, change func(old []byte) ([]byte, error)) error {
	old, err := readOptional(path)
	if err != nil {
		return err
	}
	data, err := change(old)
	if err != nil || data == nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	own := path + ownEnding
	if err := errors.Join(r.unlock(path), fileset.WriteSynced(own, data)); err != nil {
		return err
	}
	defer os.Remove(own)
	lock := path + ".lock"
	if err := takeLock(own, lock); err != nil {
		return err
	}
	now, err := readOptional(path)
	if err == nil && !bytes.Equal(now, old) {
		err = ErrMoved
	}
	if err == nil {
		err = os.Rename(lock, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(lock))
	}
	return nil
}

// takeLock makes the lock from our own file. Some file systems have no links:
// there it is an ordinary file.
func takeLock(own, lock string) error {
	end := time.Now().Add(patience)
	for {
		err := os.Link(own, lock)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			err = copyNew(own, lock)
		}
		switch {
		case !errors.Is(err, fs.ErrExist):
			return err
		case time.Now().After(end):
			return fmt.Errorf("git 正在用这个仓库，或上次没有正常结束（有 %s）；稍后再试", lock)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// unlock removes what a killed process left at a file: our own copy, and the
// lock where it is that copy.
func (r *Repo) unlock(path string) error {
	own, err := os.Lstat(path + ownEnding)
	if err != nil {
		return nil
	}
	if lock, err := os.Lstat(path + ".lock"); err == nil && os.SameFile(own, lock) {
		if err := os.Remove(path + ".lock"); err != nil {
			return err
		}
	}
	return os.Remove(path + ownEnding)
}

func copyNew(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

func readOptional(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}
