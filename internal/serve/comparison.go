package serve

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"sync"

	"banwen/internal/history"
	"banwen/internal/live"
)

// mostComparisons is how many comparisons of a report are kept, with their
// pages: whoever looks at one steps to and fro.
const mostComparisons = 8

// comparisons are those that were asked for last.
type comparisons struct {
	setting sync.Mutex // held while one is made or rendered: a repository is read by one at a time

	mu   sync.Mutex
	kept []kept // newest first
}

// kept is a comparison under the commits and revisions of its versions.
type kept struct {
	key string
	*live.Comparison
}

func (c *comparisons) find(key string) *live.Comparison {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.kept, func(k kept) bool { return k.key == key })
	if i < 0 {
		return nil
	}
	found := c.kept[i]
	c.kept = slices.Insert(slices.Delete(c.kept, i, i+1), 0, found)
	return found.Comparison
}

func (c *comparisons) keep(key string, made *live.Comparison) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept = slices.Insert(c.kept, 0, kept{key, made})
	if len(c.kept) > mostComparisons {
		c.kept = slices.Delete(c.kept, mostComparisons, len(c.kept))
	}
}

// page is a page of one of the comparisons by its hash.
func (c *comparisons) page(hash string) (live.Page, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, k := range c.kept {
		if page, ok := pageOf(k.Shown, hash); ok {
			return page, true
		}
	}
	return live.Page{}, false
}

// refusal is why something cannot be done, for the page.
type refusal struct {
	status  int
	message string
}

func (r refusal) Error() string { return r.message }

// refuse answers with why something cannot be done.
func refuse(w http.ResponseWriter, err error) {
	var r refusal
	if !errors.As(err, &r) {
		r = refusal{http.StatusInternalServerError, err.Error()}
	}
	fail(w, r.status, r.message)
}

// compared gives the comparison that a request asks for.
func (r *served) compared(req *http.Request) (*live.Comparison, error) {
	r.comparisons.setting.Lock()
	defer r.comparisons.setting.Unlock()
	r.Refresh()
	query := req.URL.Query()
	a, err := r.version(query.Get("a"))
	if err != nil {
		return nil, err
	}
	b, err := r.version(query.Get("b"))
	if err != nil {
		return nil, err
	}
	key := r.stamp(a) + " " + r.stamp(b)
	if known := r.comparisons.find(key); known != nil {
		return known, nil
	}
	made, err := r.compare(a, b)
	if err == nil {
		r.comparisons.keep(key, made)
	}
	return made, err
}

// version finds a version of the list, and no other.
func (r *served) version(id string) (history.Version, error) {
	v, ok, err := r.history.Find(id)
	switch {
	case err != nil:
		return v, refusal{http.StatusConflict, "读不出版本：" + err.Error()}
	case !ok:
		return v, refusal{http.StatusNotFound, "没有这个版本"}
	}
	return v, nil
}

// stamp changes with what a version holds.
func (r *served) stamp(v history.Version) string {
	if v.Kind == history.Working {
		return strconv.Itoa(r.Current().Revision)
	}
	return v.ID + "@" + v.Commit
}

func (r *served) compare(a, b history.Version) (*live.Comparison, error) {
	was, err := r.read(a)
	if err != nil {
		return nil, err
	}
	now, err := r.read(b)
	if err != nil {
		return nil, err
	}
	made, diags := live.Compare(was, now)
	if made == nil {
		return nil, refusal{http.StatusConflict, firstError(diags)}
	}
	return made, nil
}

func (r *served) read(v history.Version) (*live.Version, error) {
	report, err := r.history.Open(v)
	if err != nil {
		return nil, refusal{http.StatusConflict, err.Error()}
	}
	read, diags := live.ReadVersion(report)
	if read == nil {
		return nil, refusal{http.StatusConflict, v.Label + "有错误：" + firstError(diags)}
	}
	return read, nil
}
