package history_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"banwen/internal/archive"
	"banwen/internal/gitrepo"
	"banwen/internal/history"

	"github.com/stretchr/testify/require"
)

const report = "单位: 某局\n标题: 某局工作总结\n期间: 2023上半年\n导语: 今年来，立案{{甲.立案}}。\n工作: [a]\n"

const area = `工作: 甲
标题: 抓好甲
正文: 立案{{立案}}，破案{{破案}}。
指标:
  立案:
    数: 12起
    去年同期: 10起
  破案: 7起
`

// office is a folder with a report in data/r.
type office struct {
	*testing.T
	root, folder string
	commits      int
}

func newOffice(t *testing.T) *office {
	t.Setenv("HOME", t.TempDir())
	o := &office{T: t, root: t.TempDir()}
	o.folder = filepath.Join(o.root, "data", "r")
	o.put("report.yaml", report)
	o.put("areas/a.yaml", area)
	return o
}

func (o *office) put(name, text string) {
	at := filepath.Join(o.folder, name)
	require.NoError(o, os.MkdirAll(filepath.Dir(at), 0o755))
	require.NoError(o, os.WriteFile(at, []byte(text), 0o644))
}

// replace changes words in the area.
func (o *office) replace(old, instead string) {
	at := filepath.Join(o.folder, "areas", "a.yaml")
	data, err := os.ReadFile(at)
	require.NoError(o, err)
	require.Contains(o, string(data), old)
	o.put("areas/a.yaml", strings.Replace(string(data), old, instead, 1))
}

// commit commits all of the report's files.
func (o *office) commit(who, message string) string {
	repo, err := gitrepo.Open(o.root)
	if err != nil {
		require.NoError(o, gitrepo.Init(o.root))
		repo, err = gitrepo.Open(o.root)
	}
	require.NoError(o, err)
	branch, tip, err := repo.Branch()
	require.NoError(o, err)
	c := gitrepo.Commit{Message: message + "\n"}
	base := gitrepo.Hash{}
	if !tip.IsZero() {
		c.Parents = []gitrepo.Hash{tip}
		last, err := repo.Commit(tip)
		require.NoError(o, err)
		base = last.Tree
	}
	changes := map[string]gitrepo.Entry{}
	for _, name := range []string{"report.yaml", "areas/a.yaml"} {
		data, err := os.ReadFile(filepath.Join(o.folder, name))
		require.NoError(o, err)
		h, err := repo.WriteBlob(data)
		require.NoError(o, err)
		changes["data/r/"+name] = gitrepo.File(h)
	}
	c.Tree, err = repo.Edit(base, changes)
	require.NoError(o, err)
	o.commits++
	c.Author = gitrepo.Signature{Person: gitrepo.Person{Name: who}, When: time.Unix(1700000000+int64(o.commits)*3600, 0).UTC()}
	c.Committer = c.Author
	h, err := repo.WriteCommit(c)
	require.NoError(o, err)
	require.NoError(o, repo.SetRef(branch, tip, h))
	return h.String()[:12]
}

func item(t *testing.T, h *history.History, line int, name string) history.Change {
	t.Helper()
	change, err := h.Item("areas/a.yaml", line, name)
	require.NoError(t, err)
	return change
}

const cases, solved = 5, 8 // the lines of 立案 and 破案

func TestWhoLastChangedAnItem(t *testing.T) {
	o := newOffice(t)
	h := history.Of(o.folder)
	require.Equal(t, history.None, item(t, h, cases, "立案").State)
	first := o.commit("张三", "报数\n\n说明")
	require.Equal(t, history.Change{State: history.Committed, Who: "张三", When: "2023-11-14T23:13:20Z", Commit: first, Message: "报数"}, item(t, h, cases, "立案"))
	o.replace("去年同期: 10起", "去年同期: 11起") // the last line of the item
	require.Equal(t, history.Changed, item(t, h, cases, "立案").State)
	require.Equal(t, history.Committed, item(t, h, solved, "破案").State)
	second := o.commit("李四", "改去年同期")
	require.Equal(t, second, item(t, h, cases, "立案").Commit)
	require.Equal(t, first, item(t, h, solved, "破案").Commit)
	o.replace("工作: 甲\n", "# 说明\n\n工作: 甲\n") // all lines move
	third := o.commit("王五", "加说明")
	require.Equal(t, second, item(t, h, cases+2, "立案").Commit)
	require.Equal(t, history.Change{State: history.Changed, Who: "王五", When: "2023-11-15T01:13:20Z", Commit: third, Message: "加说明"}, item(t, h, cases, "立案"),
		"of lines that are no longer those that were shown nothing is said")
}

// An item that lost its last line is not the longer one that was.
func TestAnItemThatBecameShorter(t *testing.T) {
	o := newOffice(t)
	h := history.Of(o.folder)
	o.commit("张三", "报数")
	o.replace("    去年同期: 10起\n", "")
	require.Equal(t, history.Changed, item(t, h, cases, "立案").State)
	second := o.commit("李四", "不要去年的")
	require.Equal(t, second, item(t, h, cases, "立案").Commit)
}

func TestLineEndsAreNoChange(t *testing.T) {
	o := newOffice(t)
	h := history.Of(o.folder)
	o.commit("张三", "报数")
	o.put("areas/a.yaml", strings.ReplaceAll(area, "\n", "\r\n"))
	require.Equal(t, history.Committed, item(t, h, cases, "立案").State)
}

func TestAFileThatGitDoesNotHave(t *testing.T) {
	o := newOffice(t)
	o.commit("张三", "报数")
	o.put("areas/b.yaml", area)
	change, err := history.Of(o.folder).Item("areas/b.yaml", cases, "立案")
	require.NoError(t, err)
	require.Equal(t, history.Change{State: history.Untracked}, change)
}

func TestARepositoryWithoutACommit(t *testing.T) {
	o := newOffice(t)
	require.NoError(t, gitrepo.Init(o.root))
	h := history.Of(o.folder)
	require.Equal(t, history.Untracked, item(t, h, cases, "立案").State)
	versions, err := h.Versions()
	require.NoError(t, err)
	require.Len(t, versions, 1)
}

func TestVersions(t *testing.T) {
	o := newOffice(t)
	h := history.Of(o.folder)
	versions, err := h.Versions()
	require.NoError(t, err)
	require.Equal(t, []string{history.WorkingID}, ids(versions), "without git there is nothing else")
	first := o.commit("张三", "报数")
	done, diags, err := archive.Archive(archive.Request{
		Folder: o.folder, Stage: archive.Submitted, Author: &gitrepo.Person{Name: "李四"}, Message: "送审", When: time.Unix(1700010000, 0).UTC(),
	})
	require.NoError(t, err)
	require.False(t, diags.HasErrors(), "%v", diags)
	o.replace("破案: 7起", "破案: 8起")
	o.commits = 5
	second := o.commit("王五", "改破案")
	versions, err = h.Versions()
	require.NoError(t, err)
	require.Equal(t, []string{history.WorkingID, second, done.Tag, first}, ids(versions))
	require.Equal(t, "送审稿-1", versions[2].Label)
	require.Equal(t, "送审", versions[2].Message)
	require.Equal(t, "李四", versions[2].Who)
	require.Equal(t, "改破案", versions[1].Label)
	for _, id := range ids(versions) {
		v, ok, err := h.Find(id)
		require.NoError(t, err)
		require.True(t, ok)
		opened, err := h.Open(v)
		require.NoError(t, err)
		require.Equal(t, "r", opened.Dir)
	}
	for _, id := range []string{"HEAD", "main", "HEAD:data/r", second[:8], "", done.Commit.String(), "../r", "r/送审稿-2"} {
		_, ok, err := h.Find(id)
		require.NoError(t, err)
		require.False(t, ok, id)
	}
}

func ids(versions []history.Version) []string {
	var all []string
	for _, v := range versions {
		all = append(all, v.ID)
	}
	return all
}
