package archive

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"banwen/internal/filelock"
	"banwen/internal/gitrepo"
	"banwen/internal/source"
)

// Version is one archived version.
type Version struct {
	Tag      string `json:"tag" about:"标签"`
	Stage    Stage  `json:"stage" about:"送审稿、定稿或更正"`
	Date     string `json:"date" about:"归档的时间，ISO 8601"`
	Who      string `json:"who" about:"谁归档的"`
	Message  string `json:"message" about:"说明"`
	Report   string `json:"report" about:"报告文件夹，从仓库算起；清单读不出来的是空的"`
	Title    string `json:"title" about:"标题"`
	Errors   int    `json:"errors" about:"归档时还在的错误"`
	Warnings int    `json:"warnings" about:"归档时还在的警告"`
	Waived   int    `json:"waived" about:"已经豁免的检查结果"`
	Commit   string `json:"commit" about:"提交"`
	Sum      string `json:"sum" about:"标签里写的清单的 SHA-256"`
	Fault    string `json:"fault,omitempty" about:"标签、提交或清单为什么读不出来"`

	When time.Time `json:"-"` // Date

	number int
	place  string // of its files in the repository
	tree   gitrepo.Hash
}

// Versions lists the versions in the repository that a folder lies in, oldest
// first; of a report's folder, those of the report.
func Versions(folder string) ([]Version, error) {
	repo, name, err := openFor(folder)
	if err != nil {
		return nil, err
	}
	return versionsOf(repo, name)
}

// openFor opens the repository of a folder, and finishes what a run that died
// left there, where this can be done now. name is the report's whose folder
// it is; empty for others.
func openFor(folder string) (repo *gitrepo.Repo, name string, err error) {
	repo, err = gitrepo.Open(folder)
	if errors.Is(err, gitrepo.ErrNone) {
		return nil, "", fmt.Errorf("%s 还没有归档过：%w", called(folder), err)
	}
	if err != nil {
		return nil, "", fmt.Errorf("%s：%w", folder, err)
	}
	if exists(repo.Private(journalName)) {
		if lock, err := filelock.Acquire(repo.LockPath(), patience); err == nil {
			err = recoverIn(repo)
			if released := lock.Release(); err == nil {
				err = released
			}
			if err != nil {
				return nil, "", err
			}
		}
	}
	return repo, reportName(folder), nil
}

// called is what a folder is called in messages.
func called(folder string) string {
	if folder == "." {
		return "当前文件夹"
	}
	return folder
}

// reportName is the name of a folder that is a report's, else empty.
func reportName(folder string) string {
	if !exists(filepath.Join(folder, source.ReportFile)) {
		return ""
	}
	if at, err := filepath.Abs(folder); err == nil {
		return filepath.Base(at)
	}
	return ""
}

func versionsOf(repo *gitrepo.Repo, report string) ([]Version, error) {
	refs, err := repo.Refs(tagPrefix)
	if err != nil {
		return nil, err
	}
	var versions []Version
	for ref, h := range refs {
		tag := strings.TrimPrefix(ref, tagPrefix)
		name, stage, number, ok := parseTag(tag)
		if !ok || report != "" && name != report {
			continue
		}
		v := Version{Tag: tag, Stage: stage, number: number}
		if err := v.read(repo, h); err != nil {
			v.Fault = err.Error()
		}
		versions = append(versions, v)
	}
	slices.SortFunc(versions, func(a, b Version) int {
		return cmp.Or(a.When.Compare(b.When), cmp.Compare(path.Dir(a.Tag), path.Dir(b.Tag)),
			cmp.Compare(slices.Index(Stages, a.Stage), slices.Index(Stages, b.Stage)), cmp.Compare(a.number, b.number))
	})
	return versions, nil
}

// read reads what the tag, its commit and the manifest there say.
func (v *Version) read(repo *gitrepo.Repo, h gitrepo.Hash) error {
	tag, err := repo.Tag(h)
	if err != nil {
		return fmt.Errorf("标签不是归档时建的：%w", err)
	}
	v.When, v.Date, v.Who, v.Commit = tag.Tagger.When, tag.Tagger.When.Format(time.RFC3339), tag.Tagger.Name, tag.Commit.String()
	message, sum, _ := strings.Cut(tag.Message, sumLabel)
	v.Message, v.Sum = strings.TrimSpace(message), strings.TrimSpace(sum)
	commit, err := repo.Commit(tag.Commit)
	if err != nil {
		return err
	}
	v.tree = commit.Tree
	m, _, err := v.manifest(repo)
	if err != nil {
		return err
	}
	v.Report, v.Title, v.Waived = m.Report, m.Title, len(m.Waived)
	for _, f := range m.Findings {
		switch f.Severity {
		case "错误":
			v.Errors++
		case "警告":
			v.Warnings++
		}
	}
	return nil
}

// manifest finds the version's manifest in its commit: below the folder that
// held the data, which only the manifest knows.
func (v *Version) manifest(repo *gitrepo.Repo) (*Manifest, []byte, error) {
	end := path.Join(outputFolder, v.Tag, manifestName)
	name, err := findFile(repo, v.tree, end)
	if err != nil {
		return nil, nil, err
	}
	if name == "" {
		return nil, nil, fmt.Errorf("提交里没有清单 %s", end)
	}
	v.place = path.Dir(name)
	entry, err := repo.Lookup(v.tree, name)
	if err != nil {
		return nil, nil, err
	}
	data, err := repo.Blob(entry.Hash)
	if err != nil {
		return nil, nil, err
	}
	m, err := parseManifest(data)
	return m, data, err
}

// findFile finds the path of a tree that ends so; at the top first.
func findFile(repo *gitrepo.Repo, tree gitrepo.Hash, end string) (string, error) {
	if entry, err := repo.Lookup(tree, end); err != nil || entry != (gitrepo.Entry{}) {
		return end, err
	}
	files, err := repo.Files(tree)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, "/"+end) {
			return name, err
		}
	}
	return "", err
}
