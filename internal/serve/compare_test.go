package serve_test

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"banwen/internal/archive"
	"banwen/internal/gitrepo"

	"github.com/stretchr/testify/require"
)

// archived is a site whose report is archived once.
func archived(t *testing.T) *site {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	s := open(t)
	s.archive("送审")
	return s
}

func (s *site) archive(message string) {
	s.Helper()
	_, diags, err := archive.Archive(archive.Request{
		Folder: s.folder, Stage: archive.Submitted, Author: &gitrepo.Person{Name: "李四"}, Message: message, When: noon, Tool: archive.Tool{Version: "1"},
	})
	require.NoError(s, err)
	require.False(s, diags.HasErrors(), "%v", diags)
}

// compared is as much of a comparison as the tests look at.
type compared struct {
	A, B, Title, Summary string
	Pages                []string
	Paper                struct{ Width float64 }
	Places               map[string]struct{ Page int }
	Outline              []struct{ Text string }
	Difference           struct {
		Figures []struct{ Name string }
		Texts   []struct{ Node, Kind string }
	}
	Steps []struct {
		Node, Label string
		Page        int
		Y           float64
	}
}

const submitted = "2023-h1/送审稿-1"

func query(a, b string) string { return "?a=" + url.QueryEscape(a) + "&b=" + url.QueryEscape(b) }

func TestComparingWithAnArchivedVersion(t *testing.T) {
	s := archived(t)
	s.replace("areas/crime.yaml", "全力提升群众安全感", "全面提升群众安全感和满意度")
	s.replace("areas/crime.yaml", "刑事破案: {数: 303起", "刑事破案: {数: 305起")
	var c compared
	s.ask("/compare"+query(submitted, "working"), &c)
	require.Equal(t, []string{submitted, "working"}, []string{c.A, c.B})
	require.NotEmpty(t, c.Title)
	require.NotEmpty(t, c.Outline)
	require.Positive(t, c.Paper.Width)
	require.Contains(t, c.Summary, "数字改动1项")
	require.Equal(t, "刑事治安.刑事破案", c.Difference.Figures[0].Name)
	require.NotEmpty(t, c.Steps)
	require.True(t, slices.IsSortedFunc(c.Steps, func(a, b struct {
		Node, Label string
		Page        int
		Y           float64
	}) int {
		return a.Page - b.Page
	}))
	require.Equal(t, "正文，修改", c.Steps[0].Label)
	for _, step := range c.Steps {
		require.Equal(t, c.Places[step.Node].Page, step.Page)
	}
	page := s.get(reportPath + "/pages/" + c.Pages[c.Steps[0].Page-1])
	require.Contains(t, page.body, `data-change="inserted"`)
	require.Contains(t, page.body, `data-change="deleted"`)
}

func TestComparingTheOtherWayRoundAndWithItself(t *testing.T) {
	s := archived(t)
	s.replace("areas/crime.yaml", "全力提升群众安全感", "全面提升群众安全感和满意度")
	var there, back, same compared
	s.ask("/compare"+query(submitted, "working"), &there)
	s.ask("/compare"+query("working", submitted), &back)
	s.ask("/compare"+query("working", "working"), &same)
	require.Len(t, back.Steps, len(there.Steps))
	require.Empty(t, same.Steps)
	require.Equal(t, s.state().Pages, same.Pages)
}

// A comparison is of the files as they are now, not as they were when it was
// asked for first; the pages of the one before are still there.
func TestAComparisonKeepsUp(t *testing.T) {
	s := archived(t)
	var before, after compared
	s.ask("/compare"+query(submitted, "working"), &before)
	require.Empty(t, before.Steps)
	s.replace("areas/crime.yaml", "全力提升群众安全感", "乾坤朗朗")
	s.ask("/compare"+query(submitted, "working"), &after)
	require.NotEmpty(t, after.Steps)
	for _, hash := range append(before.Pages, after.Pages...) {
		require.Equal(t, http.StatusOK, s.get(reportPath+"/pages/"+hash).StatusCode)
	}
}

func TestOnlyTheLastComparisonsAreKept(t *testing.T) {
	s := archived(t)
	var first compared
	for i := range 10 {
		var c compared
		was := "全力提升群众安全感"
		if i > 0 {
			was = fmt.Sprintf("第%d次", i-1)
		}
		s.replace("areas/crime.yaml", was, fmt.Sprintf("第%d次", i))
		s.ask("/compare"+query(submitted, "working"), &c)
		if i == 0 {
			first = c
		}
	}
	changed := first.Pages[first.Steps[0].Page-1]
	require.Equal(t, "这一页已经改了", s.refused("/pages/"+changed, http.StatusNotFound))
}

func TestComparisonsThatAreRefused(t *testing.T) {
	s := archived(t)
	for _, id := range []string{"HEAD", "main", "HEAD:data/2023-h1", "", "../2023-h1", "2023-h1", "2023-h1/定稿", "HEAD~1", s.folder} {
		require.Equal(t, "没有这个版本", s.refused("/compare"+query(submitted, id), http.StatusNotFound), id)
	}
	s.replace("areas/crime.yaml", "指标:", "指标：：")
	require.Contains(t, s.refused("/compare"+query(submitted, "working"), http.StatusConflict), "现在的文件有错误：areas/crime.yaml")
}

// What is gone, new, moved or renamed is stepped to as well.
func TestStepsToWhatIsGoneAndNew(t *testing.T) {
	s := archived(t)
	s.replace("report.yaml", "标题: ", "标题: 关于")
	at := filepath.Join(s.folder, "areas", "crime.yaml")
	data, err := os.ReadFile(at)
	require.NoError(t, err)
	text := string(data)
	from, to := strings.Index(text, "图表:"), strings.Index(text, "计划:")
	require.Positive(t, from)
	require.NoError(t, os.WriteFile(at, []byte(text[:from]+text[to:]), 0o644))
	s.report.Refresh()
	require.False(t, s.report.Current().Diags.HasErrors(), "%v", s.report.Current().Diags)
	var c compared
	s.ask("/compare"+query(submitted, "working"), &c)
	labels := map[string]bool{}
	for _, step := range c.Steps {
		labels[step.Label] = true
	}
	require.True(t, labels["图，删去"], "%v", labels)
	require.True(t, labels["标题，修改"], "%v", labels)
	s.ask("/compare"+query("working", submitted), &c)
	labels = map[string]bool{}
	for _, step := range c.Steps {
		labels[step.Label] = true
	}
	require.True(t, labels["图，新增"], "%v", labels)
}

func TestDownloads(t *testing.T) {
	s := archived(t)
	s.replace("areas/crime.yaml", "全力提升群众安全感", "全面提升群众安全感和满意度")
	for what, end := range map[string]string{"redline": "花脸稿", "list": "修改清单"} {
		for format, begin := range map[string]string{"docx": "PK", "pdf": "%PDF", "html": "<!DOCTYPE html>"} {
			r := s.get(reportPath + "/compare/download" + query(submitted, "working") + "&what=" + what + "&format=" + format)
			require.Equal(t, http.StatusOK, r.StatusCode, "%s", r.body)
			require.True(t, strings.HasPrefix(strings.ToUpper(r.body), strings.ToUpper(begin)), "%.40q", r.body)
			require.Contains(t, r.Header.Get("Content-Disposition"), escaped(end)+"."+format)
		}
	}
	require.Equal(t, "没有这种格式", s.refused("/compare/download"+query(submitted, "working")+"&what=list&format=txt", http.StatusBadRequest))
	require.Equal(t, "只有花脸稿和修改清单", s.refused("/compare/download"+query(submitted, "working")+"&format=pdf", http.StatusBadRequest))
	require.Equal(t, "没有这个版本", s.refused("/compare/download"+query("HEAD", "working")+"&what=list&format=pdf", http.StatusNotFound))
	r := s.get(reportPath + "/download?format=pdf")
	require.True(t, strings.HasPrefix(r.body, "%PDF"))
}

func TestVersionsAreListed(t *testing.T) {
	s := archived(t)
	var list struct {
		Versions []struct{ ID, Kind, Label, Who, When, Message string }
	}
	s.ask("/versions", &list)
	require.Len(t, list.Versions, 2)
	require.Equal(t, struct{ ID, Kind, Label, Who, When, Message string }{submitted, "archive", "送审稿-1", "李四", noon.Format(time.RFC3339), "送审"}, list.Versions[1])
}

func TestWhoLastChangedAFigure(t *testing.T) {
	s := archived(t)
	var got struct {
		History struct{ State, Who, When, Commit, Message string }
	}
	s.ask("/figures/"+escaped("刑事治安.刑事破案"), &got)
	require.Equal(t, "committed", got.History.State)
	require.Equal(t, []string{"李四", noon.Format(time.RFC3339), "送审"}, []string{got.History.Who, got.History.When, got.History.Message})
	require.Len(t, got.History.Commit, 12)
	s.replace("areas/crime.yaml", "刑事破案: {数: 303起", "刑事破案: {数: 305起")
	s.ask("/figures/"+escaped("刑事治安.刑事破案"), &got)
	require.Equal(t, "changed", got.History.State)
	s.ask("/figures/"+escaped("刑事治安.刑事立案"), &got)
	require.Equal(t, "committed", got.History.State)
}
