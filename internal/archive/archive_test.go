package archive_test

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"banwen/internal/archive"
	"banwen/internal/gitrepo"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

var someone = gitrepo.Person{Name: "张三", Email: "zhang@example.cn"}

var tool = archive.Tool{Version: "1", Go: "go1"}

const report = `单位: 某局
标题: 某局{{期间}}工作总结
期间: 2023上半年
导语: 今年来，立案{{甲.立案}}。
工作: [a]
`

const area = `工作: 甲
标题: 抓好甲
正文: 立案{{立案}}，破案{{破案}}。
指标:
  立案: 12起
  破案: 7起
`

// office is a folder with a report in data/r.
func office(t *testing.T) string {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	root := t.TempDir()
	put(t, filepath.Join(root, "data/r/report.yaml"), report)
	put(t, filepath.Join(root, "data/r/areas/a.yaml"), area)
	return root
}

func put(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

func request(root string, stage archive.Stage) archive.Request {
	return archive.Request{Folder: filepath.Join(root, "data", "r"), Stage: stage, Author: &someone, When: time.Unix(1700000000, 0).UTC(), Tool: tool}
}

func archived(t *testing.T, root string, stage archive.Stage) *archive.Done {
	t.Helper()
	done, diags, err := archive.Archive(request(root, stage))
	require.NoError(t, err)
	require.False(t, diags.HasErrors(), "%v", diags)
	return done
}

func verified(t *testing.T, root, tag string, by archive.Tool) []string {
	t.Helper()
	verdicts, err := archive.Verify(root, tag, by)
	require.NoError(t, err)
	require.Len(t, verdicts, 1)
	return verdicts[0].Differences
}

func open(t *testing.T, root string) *gitrepo.Repo {
	t.Helper()
	repo, err := gitrepo.Open(root)
	require.NoError(t, err)
	return repo
}

// forge makes the tag name a commit in which files are different, as someone
// would who knows git and hopes that nobody looks closely. An empty text
// removes the file.
func forge(t *testing.T, root, tag string, files map[string]string) {
	t.Helper()
	repo := open(t, root)
	ref, err := repo.Ref("refs/tags/" + tag)
	require.NoError(t, err)
	old, err := repo.Tag(ref)
	require.NoError(t, err)
	commit, err := repo.Commit(old.Commit)
	require.NoError(t, err)
	changes := map[string]gitrepo.Entry{}
	for name, text := range files {
		changes[name] = gitrepo.Entry{}
		if text != "" {
			h, err := repo.WriteBlob([]byte(text))
			require.NoError(t, err)
			changes[name] = gitrepo.File(h)
		}
	}
	commit.Tree, err = repo.Edit(commit.Tree, changes)
	require.NoError(t, err)
	made, err := repo.WriteCommit(*commit)
	require.NoError(t, err)
	again, err := repo.WriteTag(gitrepo.Tag{Commit: made, Name: tag, Tagger: old.Tagger, Message: old.Message})
	require.NoError(t, err)
	require.NoError(t, repo.SetRef("refs/tags/"+tag, ref, again))
}

// Whatever is changed of a version, verify finds it and says what it is.
func TestTamperingIsFound(t *testing.T) {
	const place = "output/archive/r/送审稿-1/"
	const name = place + "某局2023年上半年工作总结"
	manifest := func(t *testing.T, root string) string {
		data, err := os.ReadFile(filepath.Join(root, place, "manifest.json"))
		require.NoError(t, err)
		return string(data)
	}
	forged := func(files map[string]string) func(*testing.T, string) {
		return func(t *testing.T, root string) { forge(t, root, "r/送审稿-1", files) }
	}
	cases := map[string]struct {
		tamper func(t *testing.T, root string)
		want   string
	}{
		"nothing":                     {func(*testing.T, string) {}, ""},
		"the work tree's data":        {func(t *testing.T, root string) { put(t, filepath.Join(root, "data/r/areas/a.yaml"), "x") }, ""},
		"a document in the work tree": {func(t *testing.T, root string) { put(t, filepath.Join(root, name+".pdf"), "%PDF") }, "工作区里的文件 .*pdf 与清单不同"},
		"one gone":                    {func(t *testing.T, root string) { require.NoError(t, os.Remove(filepath.Join(root, name+".docx"))) }, "工作区里的文件 .*docx 没有了"},
		"one more":                    {func(t *testing.T, root string) { put(t, filepath.Join(root, place, "x"), "") }, "工作区里多出文件 .*x"},
		"the folder gone": {func(t *testing.T, root string) {
			require.NoError(t, os.RemoveAll(filepath.Join(root, place)))
		}, "工作区里没有文件夹"},
		"the manifest in the work tree": {func(t *testing.T, root string) {
			put(t, filepath.Join(root, place, "manifest.json"), strings.Replace(manifest(t, root), "12起", "13起", 1))
		}, "工作区里的文件 .*manifest.json 与清单不同"},
		"a document in the commit":   {forged(map[string]string{name + ".txt": "别的\n"}), "提交里的文件 .*txt 与清单不同"},
		"one gone from the commit":   {forged(map[string]string{name + ".html": ""}), "提交里的文件 .*html 没有了"},
		"one more in the commit":     {forged(map[string]string{place + "x": "x"}), "提交里多出文件 .*送审稿-1/x"},
		"data in the commit":         {forged(map[string]string{"data/r/areas/a.yaml": strings.Replace(area, "12起", "13起", 1)}), "提交里的文件 data/r/areas/a.yaml 与清单不同(.|\n)*重新生成的 .*txt 与清单不同"},
		"data gone from the commit":  {forged(map[string]string{"data/r/areas/a.yaml": ""}), "提交里的文件 data/r/areas/a.yaml 没有了(.|\n)*不能重新生成"},
		"more data in the commit":    {forged(map[string]string{"data/r/areas/b.yaml": area}), "提交里多出文件 data/r/areas/b.yaml"},
		"no manifest in the commit":  {forged(map[string]string{place + "manifest.json": ""}), "提交里没有清单"},
		"a manifest that is no JSON": {forged(map[string]string{place + "manifest.json": "x"}), "清单读不懂"},
		"a figure in the manifest": {func(t *testing.T, root string) {
			forge(t, root, "r/送审稿-1", map[string]string{place + "manifest.json": strings.Replace(manifest(t, root), "12起", "13起", 1)})
		}, "清单改过(.|\n)*清单里的数字与重新得出的不同"},
		"a checksum in the manifest and its document": {func(t *testing.T, root string) {
			sum := regexp.MustCompile(`(txt",\n\s+"size": )\d+(,\n\s+"sha256": ")\w+`)
			text := sum.ReplaceAllString(manifest(t, root), "${1}2${2}2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
			forge(t, root, "r/送审稿-1", map[string]string{place + "manifest.json": text, name + ".txt": "x\n"})
		}, "清单改过(.|\n)*重新生成的 .*txt 与清单不同"},
		"an object in .git": {func(t *testing.T, root string) {
			repo := open(t, root)
			h, err := repo.WriteBlob([]byte(area))
			require.NoError(t, err)
			other, err := repo.WriteBlob([]byte(strings.Replace(area, "12起", "13起", 1)))
			require.NoError(t, err)
			object := func(h string) string { return filepath.Join(root, ".git/objects", h[:2], h[2:]) }
			data, err := os.ReadFile(object(other.String()))
			require.NoError(t, err)
			require.NoError(t, os.Chmod(object(h.String()), 0o644))
			require.NoError(t, os.WriteFile(object(h.String()), data, 0o644))
		}, "data/r/areas/a.yaml：.*已损坏"},
		"a tag without an object of its own": {func(t *testing.T, root string) {
			repo := open(t, root)
			ref, err := repo.Ref("refs/tags/r/送审稿-1")
			require.NoError(t, err)
			tag, err := repo.Tag(ref)
			require.NoError(t, err)
			require.NoError(t, repo.SetRef("refs/tags/r/送审稿-1", ref, tag.Commit))
		}, "标签不是归档时建的"},
	}
	for what, c := range cases {
		t.Run(what, func(t *testing.T) {
			root := office(t)
			archived(t, root, archive.Submitted)
			c.tamper(t, root)
			differences := strings.Join(verified(t, root, "r/送审稿-1", tool), "\n")
			if c.want == "" {
				require.Empty(t, differences)
				return
			}
			require.Regexp(t, c.want, differences)
			require.NotContains(t, differences, "归档时是 banwen")
		})
	}
}

// A version made by another version of the program differs in nothing while
// the documents are the same.
func TestAnotherToolWithTheSameOutputIsNoDifference(t *testing.T) {
	root := office(t)
	archived(t, root, archive.Final)
	require.Empty(t, verified(t, root, "r/定稿", archive.Tool{Version: "2", Go: "go2"}))
}

// The unit's own template, the report before and last year's are archived
// where the version uses them.
func TestAllThatIsUsedIsArchived(t *testing.T) {
	root := office(t)
	require.NoError(t, os.CopyFS(filepath.Join(root, "templates/own"), os.DirFS("../../templates/half-year-summary")))
	put(t, filepath.Join(root, "words/default.txt"), "# 没有\n")
	put(t, filepath.Join(root, "data/before/report.yaml"), strings.NewReplacer("2023", "2022").Replace(report))
	put(t, filepath.Join(root, "data/before/areas/a.yaml"), area)
	put(t, filepath.Join(root, "data/before/unused.txt"), "x")
	put(t, filepath.Join(root, "data/r/report.yaml"), report+"模板: own\n上期: ../before\n")
	put(t, filepath.Join(root, "data/r/review/note.txt"), "x\n")
	fang, err := os.ReadFile("../font/files/GWFangN.ttf")
	require.NoError(t, err)
	put(t, filepath.Join(root, "fonts/仿宋.ttf"), string(fang))
	put(t, filepath.Join(root, "data/r/~$open.docx"), "x")
	done := archived(t, root, archive.Submitted)
	repo := open(t, root)
	commit, err := repo.Commit(done.Commit)
	require.NoError(t, err)
	files, err := repo.Files(commit.Tree)
	require.NoError(t, err)
	for _, name := range []string{"templates/own/document.txt", "words/default.txt", "data/before/areas/a.yaml", "data/r/review/note.txt", "fonts/仿宋.ttf"} {
		require.Contains(t, files, name)
	}
	for _, name := range []string{"data/before/unused.txt", "data/r/~$open.docx"} {
		require.NotContains(t, files, name)
	}
	for _, used := range []string{"templates", "fonts"} {
		require.NoError(t, os.RemoveAll(filepath.Join(root, used)))
	}
	require.Empty(t, verified(t, root, done.Tag, tool))

	t.Chdir(root)
	opened, err := archive.Open(done.Tag)
	require.NoError(t, err)
	require.Equal(t, path.Join("data", "r"), opened.Path)
	require.Len(t, opened.Templates, 1)
	opened, err = archive.Open("HEAD:data/before")
	require.NoError(t, err)
	require.Equal(t, "before", opened.Dir)
	_, err = archive.Open("HEAD:data/none")
	require.ErrorContains(t, err, "这个版本里没有报告文件夹 data/none")
	_, err = archive.Open("HEAD")
	require.ErrorContains(t, err, "写成 HEAD:报告文件夹")
	_, err = archive.Open("none")
	require.ErrorContains(t, err, "没有文件夹 none")
}

// Remarks that nobody has dealt with keep a version from being final.
func TestOpenRemarksKeepAVersionFromBeingFinal(t *testing.T) {
	root := office(t)
	remark := "批注:\n  - 谁: 局长\n    时间: 2023-07-01\n    意见: 再核一下\n    状态: 待办\n    指纹: " + source.RemarkFingerprint("局长", "2023-07-01", "再核一下") + "\n"
	put(t, filepath.Join(root, "data/r/review/1.yaml"), remark)
	archived(t, root, archive.Submitted)
	done, diags, err := archive.Archive(request(root, archive.Final))
	require.NoError(t, err)
	require.Nil(t, done)
	require.Len(t, diags, 1)
	require.Contains(t, diags[0].String(), "批注待办，局长")
	put(t, filepath.Join(root, "data/r/review/1.yaml"), strings.Replace(remark, "待办", "已办", 1))
	archived(t, root, archive.Final)
}

// What is refused leaves everything as it was, and says why.
func TestRefusals(t *testing.T) {
	cases := map[string]struct {
		spoil func(t *testing.T, root string)
		want  string
	}{
		"detached HEAD": {func(t *testing.T, root string) {
			done := archived(t, root, archive.Submitted)
			put(t, filepath.Join(root, ".git/HEAD"), done.Commit.String()+"\n")
		}, "不在任何分支上"},
		"merge":       {func(t *testing.T, root string) { put(t, filepath.Join(root, ".git/MERGE_HEAD"), "x") }, "合并没有做完"},
		"rebase":      {func(t *testing.T, root string) { put(t, filepath.Join(root, ".git/rebase-merge/done"), "x") }, "变基没有做完"},
		"git at work": {func(t *testing.T, root string) { put(t, filepath.Join(root, ".git/index.lock"), "") }, "git 正在用这个仓库"},
		"bad index":   {func(t *testing.T, root string) { put(t, filepath.Join(root, ".git/index"), "x") }, "索引"},
		"sha256": {func(t *testing.T, root string) {
			put(t, filepath.Join(root, ".git/config"), "[extensions]\nobjectformat = sha256\n")
		}, "sha256 格式"},
		"a tag in the way": {func(t *testing.T, root string) {
			done := archived(t, root, archive.Submitted)
			require.NoError(t, os.RemoveAll(filepath.Join(root, ".git/refs/tags/r")))
			put(t, filepath.Join(root, ".git/refs/tags/r"), done.Commit.String()+"\n")
		}, "已有标签 r"},
		"a folder in the way": {func(t *testing.T, root string) { put(t, filepath.Join(root, "output/archive/r/送审稿-1/x"), "x") }, "已经在那里"},
		"templates outside": {func(t *testing.T, root string) {
			require.NoError(t, os.Rename(filepath.Join(root, ".git"), filepath.Join(root, "data/.git")))
			require.NoError(t, os.Mkdir(filepath.Join(root, "templates"), 0o755))
		}, "在仓库 .*之外"},
	}
	for what, c := range cases {
		t.Run(what, func(t *testing.T) {
			root := office(t)
			require.NoError(t, gitrepo.Init(root))
			c.spoil(t, root)
			before := state(t, root)
			_, _, err := archive.Archive(request(root, archive.Submitted))
			require.Error(t, err)
			require.Regexp(t, c.want, err.Error())
			require.Equal(t, before, state(t, root))
		})
	}
}

// state is all files of a folder; objects that nothing refers to, which git
// collects, and our lock are no part of it.
func state(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(root, func(at string, entry os.DirEntry, err error) error {
		name := filepath.ToSlash(strings.TrimPrefix(at, root))
		if err != nil || strings.HasPrefix(name, "/.git/objects/") || strings.HasSuffix(name, "/.git/banwen-lock") {
			return err
		}
		if entry.IsDir() {
			files[name+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(at)
		files[name] = string(data)
		return err
	}))
	return files
}

// Work that is staged, changed or not known to git stays as it is; what is
// archived is in the index afterwards, unless something else was staged there.
func TestOtherWorkIsLeftAlone(t *testing.T) {
	root := office(t)
	put(t, filepath.Join(root, "notes.txt"), "one\n")
	archived(t, root, archive.Submitted)
	repo := open(t, root)
	staged, err := repo.WriteBlob([]byte("staged\n"))
	require.NoError(t, err)
	_, tip, err := repo.Branch()
	require.NoError(t, err)
	commit, err := repo.Commit(tip)
	require.NoError(t, err)
	withStaged, err := repo.Edit(commit.Tree, map[string]gitrepo.Entry{"notes.txt": gitrepo.File(staged), "data/r/areas/a.yaml": gitrepo.File(staged)})
	require.NoError(t, err)
	require.NoError(t, repo.Advance(commit.Tree, withStaged)) // as git add would
	before := state(t, root)
	done := archived(t, root, archive.Submitted)
	after := state(t, root)
	for name := range maps.Keys(before) {
		if !strings.HasPrefix(name, "/.git/") {
			require.Equal(t, before[name], after[name], name)
		}
	}
	now, err := repo.Commit(done.Commit)
	require.NoError(t, err)
	files, err := repo.Files(now.Tree)
	require.NoError(t, err)
	require.NotContains(t, files, "notes.txt")
	index := after["/.git/index"]
	require.Equal(t, 2, strings.Count(index, string(staged[:])), "both staged files are as they were")
	require.Contains(t, index, "output/archive/r/送审稿-2/manifest.json")
}
