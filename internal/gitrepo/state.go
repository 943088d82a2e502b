package gitrepo

import (
	"banwen/internal/fileset"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// inProgress are the files that git keeps while something is only half done.
var inProgress = []struct{ file, what, end string }{
	{"MERGE_HEAD", "合并", "git merge --continue 或 --abort"},
	{"rebase-merge", "变基", "git rebase --continue 或 --abort"},
	{"rebase-apply", "变基", "git rebase --continue 或 --abort"},
	{"CHERRY_PICK_HEAD", "拣选", "git cherry-pick --continue 或 --abort"},
	{"REVERT_HEAD", "还原", "git revert --continue 或 --abort"},
}

// Ready says why nothing should be committed now: something half done, files
// with conflicts, an index that cannot be kept. nil: all is well.
func (r *Repo) Ready() error {
	for _, p := range inProgress {
		if _, err := os.Lstat(filepath.Join(r.dir, p.file)); err == nil {
			return fmt.Errorf("仓库里的%s没有做完；先做完：%s", p.what, p.end)
		}
	}
	if err := r.unlock(r.indexPath()); err != nil {
		return err
	}
	if _, err := os.Lstat(r.indexPath() + ".lock"); err == nil {
		return errors.New("git 正在用这个仓库，或上次没有正常结束（有 index.lock）；稍后再试")
	}
	index, err := r.readIndex()
	if err != nil {
		return err
	}
	if name := index.unmerged(); name != "" {
		return fmt.Errorf("文件 %s 有没解决的冲突；先解决它", name)
	}
	return nil
}

// Init makes a repository in a folder. HEAD is written last: until it is
// there nothing takes the folder for a repository, and whoever comes next
// makes it whole.
func Init(folder string) error {
	dir := filepath.Join(folder, ".git")
	if isInUse(dir) {
		return fmt.Errorf("仓库 %s 坏了：没有 HEAD；用备份恢复", dir)
	}
	for _, name := range []string{"objects/info", "objects/pack", "refs/heads", "refs/tags", "info"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(name)), 0o777); err != nil {
			return fmt.Errorf("不能建仓库 %s：%w", dir, err)
		}
	}
	for _, file := range []struct{ name, text string }{
		{"config", "[core]\n\trepositoryformatversion = 0\n\tfilemode = false\n\tbare = false\n\tlogallrefupdates = true\n\tquotepath = false\n"},
		{"HEAD", "ref: refs/heads/main\n"},
	} {
		own := filepath.Join(dir, file.name+".banwen")
		if err := fileset.WriteSynced(own, []byte(file.text)); err != nil {
			return fmt.Errorf("不能建仓库 %s：%w", dir, err)
		}
		if err := os.Rename(own, filepath.Join(dir, file.name)); err != nil {
			return errors.Join(fmt.Errorf("不能建仓库 %s：%w", dir, err), os.Remove(own))
		}
	}
	return nil
}

// isInUse tells whether a git folder is of a repository that has branches.
func isInUse(dir string) bool {
	branches, _ := os.ReadDir(filepath.Join(dir, "refs", "heads")) // none where there is no such folder
	_, err := os.Lstat(filepath.Join(dir, "packed-refs"))
	return len(branches) > 0 || err == nil
}
