// Package history is what git knows of a report's folder: which versions of
// it there are, and who last changed a part of a file. Nothing is written.
package history

import (
	"errors"
	"path/filepath"
	"strings"
	"sync"

	"banwen/internal/gitrepo"
)

// mostLooked is how many commits are gone back.
const mostLooked = 2_000

// History is that of one folder. It is safe for concurrent use.
type History struct {
	folder string

	mu       sync.Mutex
	logs     map[string]log // by path
	head     gitrepo.Hash   // that changes are known for
	changes  map[string]Change
	refs     string // those that versions are known for
	versions []Version
}

// log are the commits before a head, and this one, that changed a path,
// newest first.
type log struct {
	head    gitrepo.Hash
	commits []gitrepo.Logged
}

// Of is the history of a report's folder.
func Of(folder string) *History { return &History{folder: folder, logs: map[string]log{}} }

// checkout is the repository as it is, and the folder in it.
type checkout struct {
	*gitrepo.Repo
	head   gitrepo.Hash
	folder string // as the repository names it
}

// open opens the repository anew, which another program may have packed, and
// forgets what was known of another commit. h is locked.
func (h *History) open() (*checkout, error) {
	repo, err := gitrepo.Open(h.folder)
	if err != nil {
		return nil, err
	}
	head, err := repo.Head()
	if err != nil {
		return nil, err
	}
	real, err := filepath.EvalSymlinks(h.folder)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return nil, err
	}
	folder, inside := repo.Relative(real)
	if !inside {
		return nil, gitrepo.ErrNone
	}
	if head != h.head || h.changes == nil {
		h.head, h.changes = head, map[string]Change{}
	}
	return &checkout{repo, head, folder}, nil
}

// log lists the commits that changed a path, newest first: those since it was
// asked for last before those known then.
func (h *History) log(at *checkout, path string) ([]gitrepo.Logged, error) {
	known := h.logs[path]
	commits, reached, err := at.Log(at.head, known.head, path, mostLooked)
	if err != nil {
		return nil, err
	}
	if reached {
		commits = append(commits, known.commits...)
	}
	h.logs[path] = log{at.head, commits}
	return commits, nil
}

// isNone tells whether git knows nothing because there is none.
func isNone(err error) bool { return errors.Is(err, gitrepo.ErrNone) }

// firstLine is what a commit says it is.
func firstLine(message string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(message), "\n")
	return strings.TrimSpace(line)
}

// shortHash is how a commit is named to people.
func shortHash(h gitrepo.Hash) string { return h.String()[:12] }
