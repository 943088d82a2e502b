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
func Write(folder string, files []File) error {
	return Update(folder, func() ([]File, error) { return files, nil })
}

// Update writes the files that make gives, as Write does. While make runs no
// other process writes into the folder, so that what it reads there is what
// its files take the place of.
func Update(folder string, make func() ([]File, error)) (err error) {
	undo, err := makeFolder(folder)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			undo()
		}
	}()
	s, err := enter(folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.leave()) }()
	files, err := make()
	if err != nil || len(files) == 0 {
		return err
	}
	if err := s.prepare(files); err != nil {
		return err
	}
	if err := os.Rename(s.path(newName), s.path(ready)); err != nil {
		return err
	}
	return s.switchOver()
}

// Recover finishes or drops what a process that died was writing into folder.
// A folder without anything of the kind is left alone.
func Recover(folder string) error {
	if _, err := os.Lstat(filepath.Join(folder, hidden)); err != nil {
		return nil // nothing there, or nothing that can be looked into
	}
	s, err := enter(folder)
	if err != nil {
		return err
	}
	return s.leave()
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

// set is a folder that this process alone writes into.
type set struct {
	folder string
	lock   *filelock.Lock
}

func (s *set) path(name string) string { return filepath.Join(s.folder, hidden, name) }

// enter waits for the folder and finishes what another process left there.
func enter(folder string) (*set, error) {
	s := &set{folder: folder}
	end := time.Now().Add(patience)
	for {
		err := os.Mkdir(filepath.Join(folder, hidden), 0o777)
		if err == nil || errors.Is(err, fs.ErrExist) {
			s.lock, err = filelock.Acquire(s.path(lockName), time.Until(end))
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
	if err := s.finishOther(); err != nil {
		return nil, errors.Join(err, s.leave())
	}
	return s, nil
}

// finishOther finishes a set that was ready and undoes one that was not, or
// no longer.
func (s *set) finishOther() error {
	if _, err := os.Lstat(s.path(ready)); err != nil {
		return s.undo()
	}
	return s.switchOver()
}

// leave removes the hidden folder. A process that waits for it may hold the
// lock's file open, and then removes it in its turn.
func (s *set) leave() error {
	var err error
	if _, missing := os.Lstat(s.path(ready)); missing != nil {
		err = s.undo()
	}
	removed := os.Remove(s.path(lockName)) == nil
	_ = os.Remove(filepath.Join(s.folder, hidden))
	err = errors.Join(err, s.lock.Release())
	if !removed { // Windows removes no file that is open
		_ = os.Remove(s.path(lockName))
		_ = os.Remove(filepath.Join(s.folder, hidden))
	}
	return err
}

// prepare writes the files whole into the folder of new ones.
func (s *set) prepare(files []File) error {
	for _, file := range files {
		if !filepath.IsLocal(filepath.FromSlash(file.Name)) {
			return fmt.Errorf("不能写 %s：它在文件夹外面", file.Name)
		}
		path := filepath.Join(s.path(newName), filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return fmt.Errorf("不能建文件夹：%w", err)
		}
		if err := writeWhole(path, file.Data); err != nil {
			return fmt.Errorf("不能写 %s：%w", file.Name, err)
		}
	}
	return nil
}

// writeWhole writes a new file and has it on the disk.
func writeWhole(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
