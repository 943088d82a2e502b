package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"banwen/internal/diag"
	"banwen/internal/filelock"
	"banwen/internal/gitrepo"
	"banwen/internal/reports"
)

// Request is what to archive and how.
type Request struct {
	Folder  string // the report's
	Stage   Stage
	Author  *gitrepo.Person // nil: as git is configured
	Message string          // empty: the tag
	When    time.Time       // of the commit
	Date    time.Time       // for the documents' properties; the zero time: none
	Tool    Tool
	Program string // how git can run this program, for its diff; empty: it is not told
}

// Done is what was archived.
type Done struct {
	Tag    string
	Place  string // the folder of its files
	Commit gitrepo.Hash
	Sum    string // of the manifest: whoever keeps it on paper can prove the rest
	Made   bool   // the repository was made
}

// patience is how long to wait for another process that archives.
const patience = 30 * time.Second

// Archive archives a report. With errors in the list, or an error, nothing was
// archived and all is as it was.
func Archive(q Request) (*Done, diag.List, error) {
	report, err := reports.OnDisk(q.Folder)
	if err != nil {
		return nil, nil, err
	}
	a, err := enter(report.Path)
	if err != nil {
		return nil, nil, err
	}
	done, diags, err := a.archive(q, report)
	if done == nil {
		err = errors.Join(err, a.withdraw())
	}
	return done, diags, errors.Join(err, a.lock.Release())
}

// archiving is one run, which alone writes into the repository's archive.
type archiving struct {
	repo *gitrepo.Repo
	lock *filelock.Lock
	made string // .git, where this run made it
}

// enter opens the repository of a report, which is made where there is none,
// and finishes what another run left.
func enter(folder string) (*archiving, error) {
	repo, err := gitrepo.Open(folder)
	a := &archiving{repo: repo}
	if errors.Is(err, gitrepo.ErrNone) {
		err = a.initialize(folder)
	}
	if err != nil {
		return nil, err
	}
	if a.lock == nil {
		if a.lock, err = filelock.Acquire(a.repo.LockPath(), patience); err != nil {
			return nil, fmt.Errorf("不能写仓库：%w", err)
		}
	}
	if err := recoverIn(a.repo); err != nil {
		return nil, errors.Join(err, a.lock.Release())
	}
	return a, nil
}

// initialize makes a repository in the folder that holds the data.
func (a *archiving) initialize(folder string) error {
	folder, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return err
	}
	root := filepath.FromSlash(baseOf(filepath.ToSlash(folder)))
	home, err := os.UserHomeDir()
	if filepath.Dir(root) == root || err == nil && filepath.Clean(home) == root {
		return fmt.Errorf("不在 %s 里建仓库：先建一个文件夹，把报告放进去", root)
	}
	dir := filepath.Join(root, ".git")
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		a.made = dir
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("不能建仓库 %s：%w", dir, err)
	}
	if a.lock, err = filelock.Acquire(gitrepo.LockPath(dir), patience); err != nil {
		return fmt.Errorf("不能建仓库 %s：%w", dir, errors.Join(err, a.withdraw()))
	}
	if a.repo, err = gitrepo.Open(folder); errors.Is(err, gitrepo.ErrNone) { // else another run was first
		if err = gitrepo.Init(root); err == nil {
			a.repo, err = gitrepo.Open(folder)
		}
	}
	if err != nil {
		return errors.Join(err, a.withdraw(), a.lock.Release())
	}
	return nil
}

// withdraw removes the repository that this run made for nothing.
func (a *archiving) withdraw() error {
	if a.made == "" {
		return nil
	}
	return os.RemoveAll(a.made)
}

func (a *archiving) archive(q Request, report *reports.Report) (*Done, diag.List, error) {
	repo := a.repo
	if err := inRepository(repo, report); err != nil {
		return nil, nil, err
	}
	if err := repo.Ready(); err != nil {
		return nil, nil, err
	}
	branch, tip, err := repo.Branch()
	if err != nil {
		return nil, nil, err
	}
	author, known := repo.Author()
	if q.Author != nil {
		author, known = *q.Author, true
	}
	if !known {
		return nil, nil, errors.New("不知道是谁归档：用 --author 张三，或先设好 git config user.name")
	}
	tag, err := a.tag(report, q.Stage)
	if err != nil {
		return nil, nil, err
	}
	m, diags, err := build(report, q.Stage, q.Date, q.Tool)
	if m == nil {
		return nil, diags, err
	}
	m.manifest.Tag = tag
	w := &writer{repo: repo, made: m, base: baseOf(report.Path), tag: tag}
	j, err := w.write(branch, tip, q, gitrepo.Signature{Person: author, When: q.When})
	if err == nil {
		err = j.commit(repo)
	}
	if err != nil && !errors.Is(err, ErrUnfinished) {
		return nil, diags, errors.Join(err, w.clean())
	}
	place := filepath.Join(repo.Root, filepath.FromSlash(placeOf(w.base, tag)))
	return &Done{Tag: tag, Place: place, Commit: j.New, Sum: w.sum, Made: a.made != ""}, diags, err
}

// inRepository gives the report's paths as the repository names them; all of
// them must lie in it.
func inRepository(repo *gitrepo.Repo, report *reports.Report) error {
	real, err := filepath.EvalSymlinks(report.Path)
	if err != nil {
		return err
	}
	// The folders above the report's own are reached through links as it is.
	shift := func(at string) string {
		rel, err := filepath.Rel(report.Path, at)
		if err != nil {
			return at
		}
		return filepath.Join(real, rel)
	}
	relative := func(f *reports.Folder) bool {
		rel, inside := repo.Relative(shift(f.Path))
		f.Path = rel
		return inside
	}
	rel, inside := repo.Relative(real)
	if !inside || rel == "." {
		return fmt.Errorf("报告文件夹就是仓库 %s 本身；把报告放进仓库里的一个文件夹", repo.Root)
	}
	for _, list := range report.Own() {
		var kept []reports.Folder
		for _, f := range *list {
			outside := f.Path
			if !relative(&f) {
				return fmt.Errorf("%s 在仓库 %s 之外，归不了档；把它移到仓库里", outside, repo.Root)
			}
			kept = append(kept, f)
		}
		*list = kept
	}
	if !relative(&report.Files) {
		return fmt.Errorf("%s 在仓库 %s 之外", report.Files.Path, repo.Root)
	}
	report.Path = rel
	return nil
}

// tag is the tag of the report's next version. Two reports of one name would
// share their tags.
func (a *archiving) tag(report *reports.Report, stage Stage) (string, error) {
	name := path.Base(report.Path)
	if err := gitrepo.CheckTagName(name); err != nil {
		return "", err
	}
	if h, err := a.repo.Ref(tagPrefix + name); err != nil || !h.IsZero() {
		return "", errors.Join(err, fmt.Errorf("已有标签 %s，建不了 %s/…；给这个标签或文件夹改一个名称", name, name))
	}
	tag, err := nextTag(a.repo, name, stage)
	if err != nil {
		return "", err
	}
	versions, err := versionsOf(a.repo, name)
	if err != nil {
		return "", err
	}
	for _, v := range versions {
		if v.Report != "" && v.Report != report.Path {
			return "", fmt.Errorf("标签 %s 是另一份报告 %s 的；给这个文件夹改一个名称", v.Tag, v.Report)
		}
	}
	return tag, nil
}

// messageOf is the text of a commit and its tag.
func messageOf(q Request, tag, title, sum string) string {
	first := strings.TrimSpace(q.Message)
	if first == "" {
		first = title + "，" + tag
	}
	return first + "\n\n" + sumLabel + sum + "\n"
}
