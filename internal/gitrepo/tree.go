package gitrepo

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// The modes of what trees hold.
const (
	modeFile   = "100644"
	modeFolder = "40000"
)

// Entry is a file as a tree or the index has it; the zero entry is none.
type Entry struct {
	Mode string // octal
	Hash Hash
}

// File is the entry of a file's content.
func File(h Hash) Entry { return Entry{modeFile, h} }

func (e Entry) isFolder() bool { return e.Mode == modeFolder }

// tree reads a tree's own entries; the zero hash is an empty tree.
func (r *Repo) tree(h Hash) (map[string]Entry, error) {
	entries := map[string]Entry{}
	if h.IsZero() {
		return entries, nil
	}
	data, err := r.read(plumbing.TreeObject, h)
	if err != nil {
		return nil, err
	}
	for len(data) > 0 {
		head, rest, ok := bytes.Cut(data, []byte{0})
		mode, name, spaced := strings.Cut(string(head), " ")
		if !ok || !spaced || len(rest) < len(Hash{}) {
			return nil, ErrDamaged{h}
		}
		entries[name] = Entry{mode, Hash(rest[:len(Hash{})])}
		data = rest[len(Hash{}):]
	}
	return entries, nil
}

// Edit gives the tree that a tree becomes by changes to its files: an entry
// for each path, the zero entry where the file goes.
func (r *Repo) Edit(base Hash, changes map[string]Entry) (Hash, error) {
	entries, err := r.tree(base)
	if err != nil {
		return Hash{}, err
	}
	below := map[string]map[string]Entry{}
	for path, entry := range changes {
		first, rest, deeper := strings.Cut(path, "/")
		switch {
		case deeper && below[first] == nil:
			below[first] = map[string]Entry{rest: entry}
		case deeper:
			below[first][rest] = entry
		case entry == Entry{}:
			delete(entries, first)
		default:
			entries[first] = entry
		}
	}
	for _, name := range slices.Sorted(maps.Keys(below)) {
		old := entries[name]
		if !old.isFolder() {
			old = Entry{}
		}
		h, err := r.Edit(old.Hash, below[name])
		if err != nil {
			return Hash{}, err
		}
		if h.IsZero() {
			delete(entries, name)
		} else {
			entries[name] = Entry{modeFolder, h}
		}
	}
	return r.writeTree(entries)
}

// writeTree writes a tree; an empty one is none.
func (r *Repo) writeTree(entries map[string]Entry) (Hash, error) {
	if len(entries) == 0 {
		return Hash{}, nil
	}
	names := slices.Collect(maps.Keys(entries))
	slices.SortFunc(names, func(a, b string) int { // folders sort as if they ended with a slash
		return cmp.Compare(sortKey(a, entries[a]), sortKey(b, entries[b]))
	})
	var b bytes.Buffer
	for _, name := range names {
		fmt.Fprintf(&b, "%s %s\x00", entries[name].Mode, name)
		h := entries[name].Hash
		b.Write(h[:])
	}
	return r.write(plumbing.TreeObject, b.Bytes())
}

func sortKey(name string, e Entry) string {
	if e.isFolder() {
		return name + "/"
	}
	return name
}

// Files lists the files below a tree by their paths.
func (r *Repo) Files(h Hash) (map[string]Entry, error) {
	return r.Changes(Hash{}, h)
}

// Changes lists what differs between two trees: each path with what it is in
// the second, the zero entry where it is gone.
func (r *Repo) Changes(a, b Hash) (map[string]Entry, error) {
	changes := map[string]Entry{}
	err := r.changes("", a, b, changes)
	return changes, err
}

func (r *Repo) changes(prefix string, a, b Hash, changes map[string]Entry) error {
	if a == b {
		return nil
	}
	old, err := r.tree(a)
	if err != nil {
		return err
	}
	now, err := r.tree(b)
	if err != nil {
		return err
	}
	for name := range old {
		if _, kept := now[name]; !kept {
			now[name] = Entry{}
		}
	}
	for name, entry := range now {
		was := old[name]
		if entry == was {
			continue
		}
		var from, to Hash
		if was.isFolder() {
			from = was.Hash
		} else if entry.isFolder() || entry == (Entry{}) {
			if was != (Entry{}) {
				changes[prefix+name] = Entry{}
			}
		}
		if entry.isFolder() {
			to = entry.Hash
		} else if entry != (Entry{}) {
			changes[prefix+name] = entry
		}
		if err := r.changes(prefix+name+"/", from, to, changes); err != nil {
			return err
		}
	}
	return nil
}

// Lookup finds the entry of a path in a tree; the zero entry if it is not there.
func (r *Repo) Lookup(root Hash, path string) (Entry, error) {
	at := Entry{modeFolder, root}
	for name := range strings.SplitSeq(path, "/") {
		if !at.isFolder() {
			return Entry{}, nil
		}
		entries, err := r.tree(at.Hash)
		if err != nil {
			return Entry{}, err
		}
		at = entries[name]
	}
	return at, nil
}
