package archive

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"sync"

	"banwen/internal/fileset"
	"banwen/internal/gitrepo"

	"golang.org/x/sync/errgroup"
)

// sumLabel stands before the manifest's checksum in the messages of the commit
// and the tag: whoever changes the manifest must make another tag.
const sumLabel = "清单 SHA-256："

// attributes keep git from changing line ends in the archive, and have it show
// the text of documents.
const attributes = `# 归档的文件一个字节也不许变；git diff 看的是文件里的文字。
* -text
*.docx diff=banwen
*.pdf diff=banwen
`

const attributesName = ".gitattributes"

// writer writes a version where nothing refers to it yet: objects, and a
// folder that only waits for its name.
type writer struct {
	repo *gitrepo.Repo
	made *made
	base string // the folder that holds the data, from the repository
	tag  string
	sum  string
}

// onDisk is the path on the disk of a path in the repository.
func onDisk(repo *gitrepo.Repo, name string) string {
	return filepath.Join(repo.Root, filepath.FromSlash(name))
}

// write writes all that there is to be written and says what is left to do.
func (w *writer) write(branch string, tip gitrepo.Hash, q Request, by gitrepo.Signature) (*journal, error) {
	manifest, err := w.made.manifest.encode()
	if err != nil {
		return nil, err
	}
	w.sum = sumOf(manifest)
	files := maps.Clone(w.made.outputs)
	files[manifestName] = manifest
	place := placeOf(w.base, w.tag)
	if _, err := os.Lstat(onDisk(w.repo, place)); err == nil {
		return nil, fmt.Errorf("文件夹 %s 已经在那里；它不是归档的，移开再归档", place)
	}
	tree, err := w.tree(tip, place, files)
	if err != nil {
		return nil, err
	}
	commit := gitrepo.Commit{Tree: tree, Author: by, Committer: by, Message: messageOf(q, w.tag, w.made.manifest.Title, w.sum)}
	if !tip.IsZero() {
		commit.Parents = []gitrepo.Hash{tip}
	}
	j := &journal{Branch: branch, Old: tip, Tag: w.tag, Pending: w.pending(), Place: place, Program: q.Program}
	if j.New, err = w.repo.WriteCommit(commit); err != nil {
		return nil, err
	}
	j.TagObject, err = w.repo.WriteTag(gitrepo.Tag{Commit: j.New, Name: w.tag, Tagger: by, Message: commit.Message})
	if err != nil {
		return nil, err
	}
	return j, w.writePending(files)
}

// tree writes the tree that the branch's becomes.
func (w *writer) tree(tip gitrepo.Hash, place string, files map[string][]byte) (gitrepo.Hash, error) {
	var base gitrepo.Hash
	if !tip.IsZero() {
		commit, err := w.repo.Commit(tip)
		if err != nil {
			return base, err
		}
		base = commit.Tree
	}
	changes, err := w.gone(base)
	if err != nil {
		return base, err
	}
	all := maps.Clone(w.made.inputs)
	for name, data := range files {
		all[path.Join(place, name)] = data
	}
	if at := path.Join(w.base, outputFolder, attributesName); !exists(onDisk(w.repo, at)) {
		all[at] = []byte(attributes)
	}
	blobs, err := w.blobs(all)
	if err != nil {
		return base, err
	}
	for name, h := range blobs {
		was, err := w.repo.Lookup(base, name)
		if err != nil {
			return base, err
		}
		changes[name] = gitrepo.File(h)
		if was.Mode == "100755" { // a file that may be run stays one
			changes[name] = gitrepo.Entry{Mode: was.Mode, Hash: h}
		}
	}
	return w.repo.Edit(base, changes)
}

// atOnce is how many files are written at the same time: each waits for the
// disk, which does better with several.
const atOnce = 16

// blobs writes the objects of files.
func (w *writer) blobs(files map[string][]byte) (map[string]gitrepo.Hash, error) {
	var mu sync.Mutex
	var group errgroup.Group
	group.SetLimit(atOnce)
	hashes := map[string]gitrepo.Hash{}
	for name, data := range files {
		group.Go(func() error {
			h, err := w.repo.WriteBlob(data)
			mu.Lock()
			defer mu.Unlock()
			hashes[name] = h
			return err
		})
	}
	return hashes, group.Wait()
}

// gone lists the files of the report's folder that the branch has and the
// folder no longer does.
func (w *writer) gone(base gitrepo.Hash) (map[string]gitrepo.Entry, error) {
	changes := map[string]gitrepo.Entry{}
	folder, err := w.repo.Lookup(base, w.made.manifest.Report)
	if err != nil || folder == (gitrepo.Entry{}) {
		return changes, err
	}
	files, err := w.repo.Files(folder.Hash)
	for name := range files {
		at := path.Join(w.made.manifest.Report, name)
		if !exists(onDisk(w.repo, at)) {
			changes[at] = gitrepo.Entry{}
		}
	}
	return changes, err
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// pending is the folder of the version's files before it has its name.
func (w *writer) pending() string { return path.Join(w.base, outputFolder, pendingFolder) }

// writePending writes the version's files. What a run that died left there
// belongs to nothing.
func (w *writer) writePending(files map[string][]byte) error {
	folder := onDisk(w.repo, w.pending())
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("不能写 %s：%w", w.pending(), err)
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("不能建文件夹 %s：%w", w.pending(), err)
	}
	var group errgroup.Group
	group.SetLimit(atOnce)
	for name, data := range files {
		group.Go(func() error {
			if err := fileset.WriteSynced(filepath.Join(folder, name), data); err != nil {
				return fmt.Errorf("不能写 %s：%w", name, err)
			}
			return nil
		})
	}
	return group.Wait()
}

// clean removes what was written for nothing: the pending folder, and the
// folders around it where they are empty. Objects that nothing refers to are
// left to git, which collects them.
func (w *writer) clean() error {
	if err := os.RemoveAll(onDisk(w.repo, w.pending())); err != nil {
		return err
	}
	for at := path.Dir(w.pending()); at != w.base && os.Remove(onDisk(w.repo, at)) == nil; {
		at = path.Dir(at)
	}
	return nil
}
