package fileset

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// switchOver puts the ready files in their places. Where one cannot be put
// there, those before it get back what they held, and the set is dropped.
func (h *Held) switchOver() error {
	names, err := filesIn(h.path(ready))
	if err != nil {
		return err
	}
	for _, step := range []func(string) error{h.keep, h.place} {
		for _, name := range names {
			if err := step(name); err != nil {
				err = ErrInUse{name, err}
				if undecided := os.Rename(h.path(ready), h.path(newName)); undecided != nil {
					return errors.Join(err, undecided)
				}
				return errors.Join(err, h.undo())
			}
		}
	}
	// Without the ready folder what is kept would be put back.
	return h.remove(part, oldName, fresh, ready)
}

// undo puts back what files held whose set is not ready, and drops the set.
// Those still among the new ones have not been touched.
func (h *Held) undo() error {
	touched := func(kind string) ([]string, error) {
		names, err := filesIn(h.path(kind))
		return slices.DeleteFunc(names, func(name string) bool {
			_, err := os.Lstat(filepath.Join(h.path(newName), name))
			return err == nil
		}), err
	}
	replaced, err := touched(oldName)
	if err != nil {
		return err
	}
	for _, name := range replaced {
		if err := os.Rename(filepath.Join(h.path(oldName), name), filepath.Join(h.folder, name)); err != nil {
			return err
		}
	}
	added, err := touched(fresh)
	if err != nil {
		return err
	}
	for _, name := range added {
		if err := os.Remove(filepath.Join(h.folder, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return h.remove(part, oldName, fresh, newName)
}

func (h *Held) remove(kinds ...string) error {
	for _, kind := range kinds {
		if err := os.RemoveAll(h.path(kind)); err != nil {
			return err
		}
	}
	return nil
}

// keep keeps what the file is to replace. A process that died may have kept
// it already, and what is in its place then is the new file.
func (h *Held) keep(name string) error {
	place, kept := filepath.Join(h.folder, name), filepath.Join(h.path(oldName), name)
	info, err := os.Lstat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return touch(filepath.Join(h.path(fresh), name))
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("有同名的文件夹")
	}
	if _, err := os.Lstat(kept); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(kept), 0o777); err != nil {
		return err
	}
	if os.Link(place, kept) == nil {
		return nil
	}
	return copyFile(place, kept, h.path(part)) // not every file system has links
}

// touch makes an empty file, and its folder.
func touch(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, nil, 0o644)
}

// place puts a ready file in its place.
func (h *Held) place(name string) error {
	to := filepath.Join(h.folder, name)
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return err
	}
	return os.Rename(filepath.Join(h.path(ready), name), to)
}

// filesIn lists the files below a folder, by their names from there; none
// where there is no such folder.
func filesIn(folder string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path == folder {
			return nil
		}
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		names = append(names, name)
		return err
	})
	return names, err
}

// copyFile copies a file by way of another name, so that what is called to is
// whole.
func copyFile(from, to, by string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(by)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	return os.Rename(by, to)
}
