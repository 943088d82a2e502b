package archive

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"banwen/internal/fileset"
	"banwen/internal/gitrepo"
)

// journal is what is left to do once a version is written: several things
// that only count together. It is in the repository's git folder from the
// moment at which the version counts as archived until all of them are done;
// whoever finds it there does them.
type journal struct {
	Branch    string       `json:"branch"`
	Old       gitrepo.Hash `json:"old"`
	New       gitrepo.Hash `json:"new"`
	Tag       string       `json:"tag"`
	TagObject gitrepo.Hash `json:"tagObject"`
	Pending   string       `json:"pending"` // folder that becomes …
	Place     string       `json:"place"`   // … this
	Program   string       `json:"program"`
}

const journalName = "journal"

// ErrUnfinished is a version that is archived, but of which something could
// not be done yet; the next run does it.
var ErrUnfinished = errors.New("已归档，但没有收尾，下次运行时补做")

// commit decides: once the branch has moved the version is archived.
func (j *journal) commit(repo *gitrepo.Repo) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	at := repo.Private(journalName)
	if err := fileset.WriteSynced(at+".new", data); err != nil {
		return fmt.Errorf("不能写仓库：%w", err)
	}
	if err := os.Rename(at+".new", at); err != nil {
		return errors.Join(fmt.Errorf("不能写仓库：%w", err), os.Remove(at+".new"))
	}
	if err := j.moveBranch(repo); err != nil {
		return errors.Join(err, os.Remove(at))
	}
	if err := j.finish(repo); err != nil {
		return errors.Join(ErrUnfinished, err)
	}
	return nil
}

// recoverIn finishes what a run that died had decided, and removes what one
// had only begun.
func recoverIn(repo *gitrepo.Repo) error {
	data, err := os.ReadFile(repo.Private(journalName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	j := &journal{}
	if err := json.Unmarshal(data, j); err != nil {
		return fmt.Errorf("上次归档的记录 %s 读不懂：%w", repo.Private(journalName), err)
	}
	err = j.moveBranch(repo)
	if errors.Is(err, gitrepo.ErrMoved) { // someone else went on: the version is given up
		return errors.Join(os.RemoveAll(onDisk(repo, j.Pending)), os.Remove(repo.Private(journalName)))
	}
	if err == nil {
		err = j.finish(repo)
	}
	if err != nil {
		return fmt.Errorf("上次归档没有做完，现在也做不完：%w", err)
	}
	return nil
}

// finish does what is not done yet after the branch has moved.
func (j *journal) finish(repo *gitrepo.Repo) error {
	for _, step := range []func(*gitrepo.Repo) error{j.setTag, j.advance, j.name, j.attributes, j.configure} {
		if err := step(repo); err != nil {
			return err
		}
	}
	return os.Remove(repo.Private(journalName))
}

// moveBranch moves the branch; it may have been moved, and gone on since.
func (j *journal) moveBranch(repo *gitrepo.Repo) error {
	tag, err := repo.Ref(tagPrefix + j.Tag)
	if err != nil || tag == j.TagObject {
		return err
	}
	tip, err := repo.Ref(j.Branch)
	if err != nil || tip == j.New {
		return err
	}
	return repo.SetRef(j.Branch, j.Old, j.New)
}

func (j *journal) setTag(repo *gitrepo.Repo) error {
	tag, err := repo.Ref(tagPrefix + j.Tag)
	if err != nil || tag == j.TagObject {
		return err
	}
	return repo.SetRef(tagPrefix+j.Tag, gitrepo.Hash{}, j.TagObject)
}

func (j *journal) advance(repo *gitrepo.Repo) error {
	var from gitrepo.Hash
	if !j.Old.IsZero() {
		old, err := repo.Commit(j.Old)
		if err != nil {
			return err
		}
		from = old.Tree
	}
	to, err := repo.Commit(j.New)
	if err != nil {
		return err
	}
	return repo.Advance(from, to.Tree)
}

// name gives the pending folder its name.
func (j *journal) name(repo *gitrepo.Repo) error {
	pending, place := onDisk(repo, j.Pending), onDisk(repo, j.Place)
	if !exists(pending) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o777); err != nil {
		return err
	}
	return os.Rename(pending, place)
}

// attributes writes the archive's .gitattributes where there are none.
func (j *journal) attributes(repo *gitrepo.Repo) error {
	at := onDisk(repo, path.Join(path.Dir(j.Pending), attributesName))
	if exists(at) {
		return nil
	}
	own := repo.Private("attributes")
	if err := fileset.WriteSynced(own, []byte(attributes)); err != nil {
		return err
	}
	return os.Rename(own, at)
}

// configure tells git how to show the text of documents.
func (j *journal) configure(repo *gitrepo.Repo) error {
	if j.Program == "" || repo.HasSection("diff", "banwen") {
		return nil
	}
	return repo.AppendConfig("[diff \"banwen\"]\n\ttextconv = " + strconv.Quote(j.Program+" textconv") + "\n")
}
