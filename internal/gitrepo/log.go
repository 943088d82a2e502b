package gitrepo

import "strings"

// Logged is a commit that changed a path.
type Logged struct {
	Hash Hash
	*Commit
	Entry Entry // of the path, as the commit left it; the zero entry where it is gone
}

// Head is the commit that is checked out; zero before the first one.
func (r *Repo) Head() (Hash, error) { return r.Ref("HEAD") }

// Log lists the commits that changed a path, newest first, from a commit on
// along first parents: what came in by a merge is told of as the merge. It
// ends before the commit until, which reached tells that it came to, and looks
// at no more than so many.
func (r *Repo) Log(from, until Hash, path string, most int) (changes []Logged, reached bool, err error) {
	l := &logging{repo: r, path: path, entries: map[below]Entry{}}
	if from.IsZero() || from == until {
		return nil, from == until, nil
	}
	now, err := l.read(from)
	for range most {
		if err != nil {
			return nil, false, err
		}
		before := Logged{Commit: &Commit{}}
		if len(now.Parents) > 0 {
			if before, err = l.read(now.Parents[0]); err != nil {
				return changes, false, nil // a shallow clone ends somewhere
			}
		}
		if before.Entry != now.Entry {
			changes = append(changes, now)
		}
		if len(now.Parents) == 0 || before.Hash == until {
			return changes, len(now.Parents) > 0, nil
		}
		now = before
	}
	return changes, false, nil
}

// logging is one run of Log. Most commits leave most folders as they are:
// what is found below a tree is looked for once.
type logging struct {
	repo    *Repo
	path    string
	entries map[below]Entry
}

// below is a path below a tree.
type below struct {
	tree Hash
	path string
}

func (l *logging) read(h Hash) (Logged, error) {
	c, err := l.repo.Commit(h)
	if err != nil {
		return Logged{}, err
	}
	entry, err := l.find(below{c.Tree, l.path})
	return Logged{h, c, entry}, err
}

func (l *logging) find(at below) (Entry, error) {
	if entry, known := l.entries[at]; known {
		return entry, nil
	}
	first, rest, deeper := strings.Cut(at.path, "/")
	entries, err := l.repo.tree(at.tree)
	if err != nil {
		return Entry{}, err
	}
	entry := entries[first]
	switch {
	case deeper && entry.isFolder():
		if entry, err = l.find(below{entry.Hash, rest}); err != nil {
			return Entry{}, err
		}
	case deeper:
		entry = Entry{}
	}
	l.entries[at] = entry
	return entry, nil
}
