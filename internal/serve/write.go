package serve

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"unicode/utf8"

	"banwen/internal/fileset"
	"banwen/internal/reports"
	"banwen/internal/source"
	"banwen/internal/textfile"
)

// How long what people write may be, in characters.
const (
	mostWho     = 40
	mostText    = 4_000
	mostQuote   = 500
	mostSection = 500
)

// maxReview is how large a file of remarks may be, as for reading it.
const maxReview = 8 << 20

// sent reads what a request brings.
func sent(w http.ResponseWriter, req *http.Request, into any) bool {
	err := json.NewDecoder(req.Body).Decode(into)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		fail(w, http.StatusRequestEntityTooLarge, "内容太长")
	case err != nil:
		fail(w, http.StatusBadRequest, "请求读不出来")
	}
	return err == nil
}

// tooLong is the refusal of a text that is too long; nil for one that is not.
func tooLong(name, text string, most int) error {
	if utf8.RuneCountInString(text) > most {
		return refusal{http.StatusBadRequest, name + "太长，最多 " + strconv.Itoa(most) + " 个字"}
	}
	return nil
}

// change writes one file of the report, while nobody else does: make is given
// the report's remarks as they are and gives the file's name and new bytes; no
// name: there is nothing to write.
func (r *served) change(make func(*reports.Report, []source.Review) (name string, data []byte, err error)) error {
	at, err := filepath.Abs(r.Folder)
	if err != nil {
		return err
	}
	err = fileset.Update(filepath.Dir(at), func() ([]fileset.File, error) {
		report, err := reports.OnDisk(at)
		if err != nil {
			return nil, refusal{http.StatusConflict, err.Error()}
		}
		reviews, _ := source.LoadReviews(report.Files.FS, report.Dir) // what is wrong matters where it is written
		name, data, err := make(report, reviews)
		if err != nil || name == "" {
			return nil, err
		}
		return []fileset.File{{Name: path.Join(report.Dir, name), Data: data}}, nil
	})
	if err == nil {
		r.Refresh() // whoever wrote it sees it at once
		return nil
	}
	var refused refusal
	if errors.As(err, &refused) {
		return refused
	}
	return refusal{http.StatusInternalServerError, "不能写批注：" + textfile.Cause(err)}
}

// reviewFile reads a file of remarks; nil where there is none.
func reviewFile(report *reports.Report, name string) ([]byte, error) {
	data, err := textfile.Read(report.Files.FS, path.Join(report.Dir, name), maxReview)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	return data, err
}
