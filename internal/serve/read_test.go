package serve_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/live"

	"github.com/stretchr/testify/require"
)

// shownState is as much of the state as the tests look at.
type shownState struct {
	Revision int
	Current  bool
	Title    string
	Pages    []string
	Places   map[string]struct{ Page int }
	Figures  []struct{ Name string }
	Remarks  []struct{ Fingerprint, Who, When, Node, Text, State, Reply, File string }
}

func (s *site) state() shownState {
	s.Helper()
	var v shownState
	s.ask("", &v)
	return v
}

func TestStateAndPages(t *testing.T) {
	s := open(t)
	v := s.state()
	require.True(t, v.Current)
	require.Greater(t, len(v.Pages), 5)
	page := s.get(reportPath + "/pages/" + v.Pages[0])
	require.Equal(t, "image/svg+xml; charset=utf-8", page.Header.Get("Content-Type"))
	require.True(t, strings.HasPrefix(page.body, "<svg"))
	require.Equal(t, "这一页已经改了", s.refused("/pages/0000000000000000", http.StatusNotFound))
}

func TestStateWithErrorsInTheFiles(t *testing.T) {
	s := open(t)
	s.replace("areas/crime.yaml", "指标:", "指标：：")
	v := s.state()
	require.False(t, v.Current)
	require.NotEmpty(t, v.Pages, "the last good ones")
}

func TestWhatIsLargeComesPacked(t *testing.T) {
	s := open(t)
	v := s.state()
	for _, path := range []string{reportPath, reportPath + "/pages/" + v.Pages[0], reportPath + "/fonts/hei"} {
		plain := s.get(path, "Accept-Encoding", "identity")
		if plain.StatusCode == http.StatusNotFound {
			continue // no such font
		}
		require.Empty(t, plain.Header.Get("Content-Encoding"), path)
		small := s.get(path, "Accept-Encoding", "br, gzip;q=0.5")
		require.Equal(t, "gzip", small.Header.Get("Content-Encoding"), path)
		require.Less(t, len(small.body), len(plain.body))
		unpacked, err := gzip.NewReader(strings.NewReader(small.body))
		require.NoError(t, err)
		data, err := io.ReadAll(unpacked)
		require.NoError(t, err)
		require.Equal(t, plain.body, string(data))
		require.Empty(t, s.get(path, "Accept-Encoding", "gzip;q=0").Header.Get("Content-Encoding"))
		again := s.get(path, "If-None-Match", plain.Header.Get("Etag"))
		require.Equal(t, http.StatusNotModified, again.StatusCode)
		require.Empty(t, again.body)
	}
}

func TestAFigure(t *testing.T) {
	s := open(t)
	var got struct {
		Figure struct {
			Name, Value string
			Tree        []struct{ Name string }
			Printed     []struct{ Node string }
		}
		History struct{ State string }
	}
	s.ask("/figures/"+escaped("反诈.劝返率"), &got)
	require.Equal(t, "反诈.劝返率", got.Figure.Name)
	require.NotEmpty(t, got.Figure.Value)
	require.NotEmpty(t, got.Figure.Tree, "the tree is expanded")
	require.NotEmpty(t, got.Figure.Printed)
	require.Equal(t, "none", got.History.State)
	require.Equal(t, "没有这个指标", s.refused("/figures/"+escaped("反诈.没有"), http.StatusNotFound))
}

func TestVersionsWithoutGit(t *testing.T) {
	s := open(t)
	r := s.get(reportPath + "/versions")
	require.JSONEq(t, `{"versions":[{"id":"working","kind":"working","label":"现在的文件"}]}`, r.body)
}

// A report can be called anything that a folder can.
func TestOddNames(t *testing.T) {
	root := t.TempDir()
	for i, name := range []string{"a b", "100%", "%2e%2e", "上半年", `"引号"`, "a&b=c", "a'b", "?x#y", "+", "..."} {
		folder := filepath.Join(root, name)
		require.NoError(t, os.CopyFS(folder, os.DirFS("../../data/2023-h1")))
		report, err := live.Open(folder)
		require.NoError(t, err)
		s := &site{T: t, client: http.DefaultClient}
		s.address = listen(t, []*live.Report{report}, "")
		r := s.get("/api/reports/" + escaped(name))
		require.Equal(t, http.StatusOK, r.StatusCode, "%d %s: %s", i, name, r.body)
	}
}

// Someone may start in the report's own folder.
func TestTheFolderThatOneIsIn(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2023-h1")
	require.NoError(t, os.CopyFS(folder, os.DirFS("../../data/2023-h1")))
	t.Chdir(folder)
	s := openAt(t, ".", "")
	require.NotEmpty(t, s.state().Pages)
	s.remark("张三", "", "好")
	require.Len(t, s.state().Remarks, 1)
	require.Len(t, strings.Split(s.get("/api/reports").body, `"id":"2023-h1"`), 2)
}
