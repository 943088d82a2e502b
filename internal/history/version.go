package history

import (
	"fmt"
	"path"
	"slices"
	"time"

	"banwen/internal/archive"
	"banwen/internal/gitrepo"
	"banwen/internal/reports"
)

// Kind is what a version is.
type Kind string

// The kinds.
const (
	Working  Kind = "working" // the files as they are
	Archived Kind = "archive"
	Commit   Kind = "commit"
)

// WorkingID is the version of the files as they are.
const WorkingID = "working"

// mostCommits is how many commits are listed.
const mostCommits = 50

// Version is a version of a report.
type Version struct {
	ID      string `json:"id"`
	Kind    Kind   `json:"kind"`
	Label   string `json:"label"`
	When    string `json:"when,omitempty"` // RFC 3339
	Who     string `json:"who,omitempty"`
	Message string `json:"message,omitempty"`
	Commit  string `json:"-"` // 40 hexadecimal digits; empty for the files as they are
	when    time.Time
	name    string // as archive.OpenVersion takes it
}

// Versions lists what can be compared: the files as they are, then the
// versions of the archive and the commits that changed the folder, newest
// first. A commit that a version of the archive came by is listed as that.
func (h *History) Versions() ([]Version, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	working := Version{ID: WorkingID, Kind: Working, Label: "现在的文件"}
	at, err := h.open()
	if isNone(err) {
		return []Version{working}, nil
	}
	if err != nil {
		return nil, err
	}
	refs, err := at.Refs("refs/tags/")
	if err != nil {
		return nil, err
	}
	if known := fmt.Sprint(at.head, refs); known != h.refs {
		versions, err := h.list(at)
		if err != nil {
			return nil, err
		}
		h.refs, h.versions = known, append([]Version{working}, versions...)
	}
	return slices.Clone(h.versions), nil
}

func (h *History) list(at *checkout) ([]Version, error) {
	archived, err := archive.Versions(h.folder)
	if err != nil {
		return nil, err
	}
	versions := []Version{}
	known := map[string]bool{}
	for _, v := range archived {
		if v.Report != at.folder || v.Fault != "" {
			continue
		}
		known[v.Commit] = true
		versions = append(versions, Version{
			ID: v.Tag, Kind: Archived, Label: path.Base(v.Tag), When: v.Date, Who: v.Who, Message: v.Message,
			Commit: v.Commit, when: v.When, name: v.Tag,
		})
	}
	slices.Reverse(versions)
	changed, err := h.log(at, at.folder)
	if err != nil {
		return nil, err
	}
	versions = append(versions, commits(changed, known, at.folder)...)
	slices.SortStableFunc(versions, func(a, b Version) int { return b.when.Compare(a.when) })
	return versions, nil
}

// commits are those of a log in which the folder is there, but for those that
// are known as something else.
func commits(all []gitrepo.Logged, known map[string]bool, folder string) []Version {
	var versions []Version
	for _, c := range all {
		if len(versions) == mostCommits {
			break
		}
		if c.Entry == (gitrepo.Entry{}) || known[c.Hash.String()] {
			continue
		}
		versions = append(versions, Version{
			ID: shortHash(c.Hash), Kind: Commit, Label: firstLine(c.Message), When: c.Committer.When.Format(time.RFC3339), Who: c.Author.Name,
			Commit: c.Hash.String(), when: c.Committer.When, name: c.Hash.String() + ":" + folder,
		})
	}
	return versions
}

// Find gives a version of the list by its id.
func (h *History) Find(id string) (Version, bool, error) {
	versions, err := h.Versions()
	if err != nil {
		return Version{}, false, err
	}
	i := slices.IndexFunc(versions, func(v Version) bool { return v.ID == id })
	if i < 0 {
		return Version{}, false, nil
	}
	return versions[i], true, nil
}

// Open opens the report in a version of the list.
func (h *History) Open(v Version) (*reports.Report, error) {
	if v.Kind == Working {
		return reports.OnDisk(h.folder)
	}
	return archive.OpenVersion(h.folder, v.name)
}
