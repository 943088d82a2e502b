package history

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"banwen/internal/gitrepo"
)

// State is what git knows of a part of a file.
type State string

// The states.
const (
	Committed State = "committed" // as in the last commit
	Changed   State = "changed"   // since the last commit
	Untracked State = "untracked" // in no commit
	None      State = "none"      // there is no repository
)

// Change is who last changed a part of a file. Of what has changed since, it
// is who last changed the file.
type Change struct {
	State   State  `json:"state"`
	Who     string `json:"who"`
	When    string `json:"when"` // RFC 3339
	Commit  string `json:"commit"`
	Message string `json:"message"`
}

// Item tells who last changed the item of a YAML file that begins in a line,
// with its name as key.
func (h *History) Item(file string, line int, name string) (Change, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	at, err := h.open()
	if isNone(err) {
		return Change{State: None}, nil
	}
	if err != nil {
		return Change{}, err
	}
	commits, err := h.log(at, path.Join(at.folder, file))
	if err != nil {
		return Change{}, err
	}
	if len(commits) == 0 || commits[0].Entry == (gitrepo.Entry{}) {
		return Change{State: Untracked}, nil
	}
	data, err := os.ReadFile(filepath.Join(h.folder, filepath.FromSlash(file)))
	if err != nil {
		return Change{}, err
	}
	item := itemAt(linesOf(data), line-1)
	if len(item) == 0 || !isNamed(item[0], name) { // the file is another one by now
		return changeBy(commits[0], Changed), nil
	}
	key := file + "\x00" + strings.Join(item, "\n")
	if known, ok := h.changes[key]; ok {
		return known, nil
	}
	change, err := lastChange(at.Repo, commits, item)
	if err == nil {
		h.changes[key] = change
	}
	return change, err
}

// lastChange finds the oldest commit since which a file has had an item.
func lastChange(repo *gitrepo.Repo, commits []gitrepo.Logged, item []string) (Change, error) {
	last := -1
	for i, commit := range commits {
		if commit.Entry == (gitrepo.Entry{}) {
			break
		}
		data, err := repo.Blob(commit.Entry.Hash)
		if err != nil {
			return Change{}, err
		}
		if !hasItem(linesOf(data), item) {
			break
		}
		last = i
	}
	if last < 0 {
		return changeBy(commits[0], Changed), nil
	}
	return changeBy(commits[last], Committed), nil
}

func changeBy(c gitrepo.Logged, state State) Change {
	return Change{state, c.Author.Name, c.Author.When.Format(time.RFC3339), shortHash(c.Hash), firstLine(c.Message)}
}

func linesOf(data []byte) []string {
	return strings.Split(strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n"), "\n")
}

// itemAt is a YAML item from its first line, counted from 0, with what is
// indented deeper.
func itemAt(lines []string, first int) []string {
	if first < 0 || first >= len(lines) {
		return nil
	}
	end := first + 1
	for i := end; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) == "" {
			continue
		}
		if indent(lines[i]) <= indent(lines[first]) {
			break
		}
		end = i + 1
	}
	return lines[first:end]
}

// isNamed tells whether a line has a name as key.
func isNamed(line, name string) bool {
	for {
		_, rest, found := strings.Cut(line, name)
		if !found || strings.HasPrefix(strings.TrimLeft(rest, "\"' "), ":") {
			return found
		}
		line = rest
	}
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func hasItem(lines, item []string) bool {
	for i, line := range lines {
		if line == item[0] && slices.Equal(itemAt(lines, i), item) {
			return true
		}
	}
	return false
}
