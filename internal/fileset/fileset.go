// Package fileset writes files that belong together so that all of them are
// there or none is, whenever the process ends: by itself, by an error, killed.
//
// The new files are written into a hidden folder beside their places first.
// Giving that folder the name "ready" is the moment at which the set counts as
// written: after it the files only have to be renamed into place, and a
// process that finds a "ready" folder of one that died does just that. Whole
// folders are not exchanged: a clerk's folder may hold other files, and
// Windows renames no folder in which WPS has a file open. A file that WPS has
// open cannot be replaced there either; then those before it get back what
// they held.
package fileset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"banwen/internal/filelock"
)

// File is one file of a set.
type File struct {
	Name string // from the set's folder, with slashes
	Data []byte
}

// The names below the set's folder while it is written.
const (
	hidden   = ".banwen"
	lockName = "lock"
	newName  = "new"   // files being written, or that cannot be put in place: dropped
	ready    = "ready" // files written, to be put in place: its name is the decision
	oldName  = "old"   // what they replace
	fresh    = "fresh" // the names of those that replace nothing
	part     = "part"  // a copy that is not whole
)

// patience is how long to wait for another process that writes into the folder.
const patience = 30 * time.Second

// ErrInUse is a file that cannot be put in its place.
type ErrInUse struct {
	Name string
	err  error
}

func (e ErrInUse) Error() string { return e.Name + "：" + e.err.Error() }

// Unwrap gives the cause.
func (e ErrInUse) Unwrap() error { return e.err }

// Write writes all files into a folder, which is made if need be, or none.
func Write(folder string, files []File) (err error) {
	undo, err := makeFolder(folder)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			undo()
		}
	}()
	h, err := Hold(folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.Release()) }()
	return h.Write(files)
}

// Recover finishes or drops what a process that died was writing into folder.
// A folder without anything of the kind is left alone, as is one that cannot
// be written to and whose files have not been touched.
func Recover(folder string) error {
	if _, err := os.Lstat(filepath.Join(folder, hidden)); err != nil {
		return nil // nothing there, or nothing that can be looked into
	}
	h, err := Hold(folder)
	if err != nil && !errors.Is(err, filelock.ErrBusy) && !isTouched(folder) {
		return nil
	}
	if err != nil {
		return err
	}
	return h.Release()
}

// isTouched tells whether files of a folder may have been exchanged in part.
func isTouched(folder string) bool {
	return slices.ContainsFunc([]string{ready, oldName, fresh}, func(name string) bool {
		_, err := os.Lstat(filepath.Join(folder, hidden, name))
		return err == nil
	})
}

// makeFolder makes a folder and gives what removes those that it made, as
// long as they are empty.
func makeFolder(folder string) (undo func(), err error) {
	var made []string
	for at := filepath.Clean(folder); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		made = append(made, at)
	}
	undo = func() {
		for _, at := range made {
			_ = os.Remove(at) // whatever holds files stays
		}
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		undo()
		return nil, fmt.Errorf("不能建文件夹 %s：%w", folder, err)
	}
	return undo, nil
}

// Held is a folder that this process alone writes into.
type Held struct {
	folder string
	lock   *filelock.Lock
}

func (h *Held) path(name string) string { return filepath.Join(h.folder, hidden, name) }

// Hold waits for a folder and finishes what another process left there. What
// is read from then on is what will be replaced.
func Hold(folder string) (*Held, error) {
	h := &Held{folder: folder}
	end := time.Now().Add(patience)
	for {
		err := os.Mkdir(filepath.Join(folder, hidden), 0o777)
		if err == nil || errors.Is(err, fs.ErrExist) {
			h.lock, err = filelock.Acquire(h.path(lockName), time.Until(end))
		}
		if err == nil {
			break
		}
		// The one before may have removed the hidden folder just now.
		if !errors.Is(err, fs.ErrNotExist) || time.Now().After(end) {
			_ = os.Remove(filepath.Join(folder, hidden))
			return nil, fmt.Errorf("不能写入文件夹 %s：%w", folder, err)
		}
	}
	if err := h.finishOther(); err != nil {
		return nil, errors.Join(err, h.Release())
	}
	return h, nil
}

// finishOther finishes a set that was ready and undoes one that was not, or
// no longer.
func (h *Held) finishOther() error {
	if _, err := os.Lstat(h.path(ready)); err != nil {
		return h.undo()
	}
	return h.switchOver()
}

// Write writes all files into the folder or none.
func (h *Held) Write(files []File) error {
	if err := h.prepare(files); err != nil {
		return err
	}
	if err := os.Rename(h.path(newName), h.path(ready)); err != nil {
		return err
	}
	return h.switchOver()
}

// Release lets others in and removes the hidden folder. A process that waits for it may hold the
// lock's file open, and then removes it in its turn.
func (h *Held) Release() error {
	var err error
	if _, missing := os.Lstat(h.path(ready)); missing != nil {
		err = h.undo()
	}
	removed := os.Remove(h.path(lockName)) == nil
	_ = os.Remove(filepath.Join(h.folder, hidden))
	err = errors.Join(err, h.lock.Release())
	if !removed { // Windows removes no file that is open
		_ = os.Remove(h.path(lockName))
		_ = os.Remove(filepath.Join(h.folder, hidden))
	}
	return err
}

// prepare writes the files whole into the folder of new ones.
func (h *Held) prepare(files []File) error {
	for _, file := range files {
		if !filepath.IsLocal(filepath.FromSlash(file.Name)) {
			return fmt.Errorf("不能写 %s：它在文件夹外面", file.Name)
		}
		path := filepath.Join(h.path(newName), filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return fmt.Errorf("不能建文件夹：%w", err)
		}
		err := WriteSynced(path, file.Data)
		if info, missing := os.Lstat(filepath.Join(h.folder, filepath.FromSlash(file.Name))); err == nil && missing == nil && info.Mode().IsRegular() {
			err = os.Chmod(path, info.Mode().Perm()) // who may write it stays
		}
		if err != nil {
			return fmt.Errorf("不能写 %s：%w", file.Name, err)
		}
	}
	return nil
}
