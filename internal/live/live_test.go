package live_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"banwen/internal/live"

	"github.com/stretchr/testify/require"
)

// sample is a copy of the sample's folder, watched.
func sample(t *testing.T) (folder string, r *live.Report) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "2023-h1")
	require.NoError(t, os.CopyFS(folder, os.DirFS("../../data/2023-h1")))
	r, err := live.Open(folder)
	require.NoError(t, err)
	go r.Watch(t.Context())
	return folder, r
}

// replace changes words in a file as an editor does that writes it in place.
func replace(t *testing.T, file, old, instead string) {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Contains(t, string(data), old)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(data), old, instead, 1)), 0o644))
}

// next waits for a snapshot after a revision that is what the test wants.
func next(t *testing.T, r *live.Report, revision int, is func(*live.Snapshot) bool) *live.Snapshot {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for {
		s, err := r.Next(ctx, revision)
		require.NoError(t, err, "no such snapshot came")
		if is(s) {
			return s
		}
		revision = s.Revision
	}
}

func holds(s *live.Snapshot, text string) bool {
	for _, p := range s.Shown.Pages {
		if strings.Contains(string(p.SVG), text) {
			return true
		}
	}
	return false
}

func TestASavedFileShows(t *testing.T) {
	folder, r := sample(t)
	first := r.Current()
	require.True(t, first.IsCurrent())
	require.Greater(t, len(first.Shown.Pages), 5)
	replace(t, filepath.Join(folder, "areas", "crime.yaml"), "全力提升群众安全感", "乾坤朗朗")
	s := next(t, r, first.Revision, func(s *live.Snapshot) bool { return holds(s, "乾坤朗朗") })
	require.True(t, s.IsCurrent())
	same := 0
	for i, p := range s.Shown.Pages {
		if i < len(first.Shown.Pages) && p.Hash == first.Shown.Pages[i].Hash {
			same++
		}
	}
	require.Positive(t, same, "pages before the change stay as they are")
}

func TestAMistakeKeepsTheLastGoodPages(t *testing.T) {
	folder, r := sample(t)
	first := r.Current()
	file := filepath.Join(folder, "areas", "crime.yaml")
	good, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, append(good, "乱写: [\n"...), 0o644))
	s := next(t, r, first.Revision, func(s *live.Snapshot) bool { return s.Diags.HasErrors() })
	require.Same(t, first.Shown, s.Shown)
	require.False(t, s.IsCurrent())
	require.NoError(t, os.WriteFile(file, good, 0o644))
	s = next(t, r, s.Revision, (*live.Snapshot).IsCurrent)
	require.Equal(t, first.Shown.Pages, s.Shown.Pages)
}

func TestAFolderThatIsGoneAndComesBack(t *testing.T) {
	folder, r := sample(t)
	first := r.Current()
	away := folder + ".away"
	require.NoError(t, os.Rename(folder, away))
	s := next(t, r, first.Revision, func(s *live.Snapshot) bool { return s.Diags.HasErrors() })
	require.Same(t, first.Shown, s.Shown)
	require.NoError(t, os.Rename(away, folder))
	s = next(t, r, s.Revision, (*live.Snapshot).IsCurrent)
	replace(t, filepath.Join(folder, "areas", "crime.yaml"), "全力提升群众安全感", "乾坤朗朗")
	next(t, r, s.Revision, func(s *live.Snapshot) bool { return holds(s, "乾坤朗朗") })
}

func TestARemarkShows(t *testing.T) {
	folder, r := sample(t)
	first := r.Current()
	require.NoError(t, os.Mkdir(filepath.Join(folder, "review"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "review", "a.yaml"), []byte("批注:\n  - 谁: 张三\n    意见: 请核实\n    状态: 待办\n"), 0o644))
	s := next(t, r, first.Revision, func(s *live.Snapshot) bool { return len(s.Reviews) > 0 })
	require.Equal(t, "请核实", s.Reviews[0].Remarks[0].Text.Value)
}

func TestWhatIsSavedWithoutAChangeOfInputsSetsNothing(t *testing.T) {
	folder, r := sample(t)
	first := r.Current()
	require.NoError(t, os.Mkdir(filepath.Join(folder, ".cache"), 0o755))
	r.Refresh()
	require.Same(t, first, r.Current())
}

func TestAFolderThatIsNone(t *testing.T) {
	_, err := live.Open(filepath.Join(t.TempDir(), "none"))
	require.ErrorContains(t, err, "没有文件夹")
}

// Two versions of a file may be of one size and one time: clocks of file
// systems go in steps.
func TestAChangeWithinTheStepOfAClock(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2023-h1")
	require.NoError(t, os.CopyFS(folder, os.DirFS("../../data/2023-h1")))
	file := filepath.Join(folder, "areas", "crime.yaml")
	replace(t, file, "全力提升群众安全感", "全力提升群众幸福感")
	r, err := live.Open(folder)
	require.NoError(t, err)
	info, err := os.Stat(file)
	require.NoError(t, err)
	replace(t, file, "全力提升群众幸福感", "全力提升群众满意度")
	require.NoError(t, os.Chtimes(file, info.ModTime(), info.ModTime()))
	r.Refresh()
	require.True(t, holds(r.Current(), "满意度"))
	settled := r.Current()
	r.Refresh()
	require.Same(t, settled, r.Current())
}

// A program that never stops writing beside the data does not keep the pages
// from being set.
func TestAFolderThatIsNeverQuiet(t *testing.T) {
	folder, r := sample(t)
	first := r.Current()
	noise, err := os.Create(filepath.Join(folder, "areas", ".noise"))
	require.NoError(t, err)
	defer noise.Close()
	go func() {
		for t.Context().Err() == nil {
			_, _ = noise.WriteString("x")
			time.Sleep(time.Millisecond)
		}
	}()
	replace(t, filepath.Join(folder, "areas", "crime.yaml"), "全力提升群众安全感", "乾坤朗朗")
	next(t, r, first.Revision, func(s *live.Snapshot) bool { return holds(s, "乾坤朗朗") })
}
