package cli_test

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"banwen/internal/cli"

	"github.com/stretchr/testify/require"
)

// kills is how often each command is killed; BANWEN_KILLS asks for more.
func kills(t *testing.T) int {
	t.Helper()
	text := os.Getenv("BANWEN_KILLS")
	if text == "" {
		return 50
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

const (
	smallReport = "单位: 某局\n标题: 某局{{期间}}工作总结\n期间: 2023上半年\n导语: 今年来，立案{{甲.立案}}。\n工作: [a]\n"
	smallArea   = "工作: 甲\n标题: 抓好甲\n正文: 立案{{立案}}。\n指标:\n  立案: 12起\n"
)

func put(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

// killing runs the program again and again, from the same state, and kills it
// at a random moment.
type killing struct {
	root   string        // the folder that it works in
	start  string        // a copy of that before
	args   []string      // what it is to do
	skip   []string      // parts of the state that do not count
	before state         // what is there when it has done nothing …
	after  state         // … and when it has done all
	whole  time.Duration // how long all of it takes
}

type state map[string]string

func newKilling(t *testing.T, root string, skip []string, args ...string) *killing {
	t.Helper()
	k := &killing{root: root, start: filepath.Join(t.TempDir(), "start"), args: args, skip: skip}
	require.NoError(t, os.CopyFS(k.start, os.DirFS(root)))
	k.before = k.state(t)
	for range 3 { // the first has cold files to read
		k.restore(t)
		begun := time.Now()
		output, err := k.command().CombinedOutput()
		require.NoError(t, err, string(output))
		k.whole = time.Since(begun)
	}
	k.after = k.state(t)
	require.NotEqual(t, k.before, k.after)
	return k
}

func (k *killing) command() *exec.Cmd {
	cmd := exec.Command("banwen", k.args...)
	cmd.Dir = k.root
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1700000000")
	return cmd
}

func (k *killing) restore(t *testing.T) {
	t.Helper()
	require.NoError(t, os.RemoveAll(k.root))
	require.NoError(t, os.CopyFS(k.root, os.DirFS(k.start)))
}

// state is all files there are.
func (k *killing) state(t *testing.T) state {
	t.Helper()
	found := state{}
	require.NoError(t, fs.WalkDir(os.DirFS(k.root), ".", func(path string, entry fs.DirEntry, err error) error {
		for _, skip := range k.skip {
			if err == nil && strings.HasPrefix(path, skip) {
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
		}
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(k.root, path))
		found[path] = string(data)
		return err
	}))
	return found
}

// run kills so many times; recover is what the next command does first, judge
// looks further at what is there then: all done, or nothing.
func (k *killing) run(t *testing.T, recover func(), judge func(done bool)) {
	t.Helper()
	ended := map[string]int{}
	begun := time.Now()
	for i := range kills(t) {
		k.restore(t)
		cmd := k.command()
		require.NoError(t, cmd.Start())
		time.Sleep(k.moment(i))
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
		recover()
		now := k.state(t)
		done := equal(now, k.after)
		switch {
		case done:
			ended["after"]++
		case equal(now, k.before):
			ended["before"]++
		default:
			require.Equal(t, k.before, now)
		}
		judge(done)
	}
	t.Logf("killed %d times in %v: %v", kills(t), time.Since(begun).Round(time.Millisecond), ended)
	require.NotZero(t, ended["before"])
}

// moment is when to kill: every other time in the last third, where the files
// are written.
func (k *killing) moment(i int) time.Duration {
	third := k.whole / 3
	if i%2 == 0 {
		return time.Duration(rand.Int64N(int64(k.whole)))
	}
	return 2*third + time.Duration(rand.Int64N(int64(third)*3/2))
}

func equal(a, b state) bool {
	for name := range a {
		if a[name] != b[name] {
			return false
		}
	}
	return len(a) == len(b)
}

// Killed at any moment, build leaves the documents of one build or the other.
func TestKilledBuildLeavesOneSet(t *testing.T) {
	root := t.TempDir()
	put(t, filepath.Join(root, "r/report.yaml"), smallReport)
	put(t, filepath.Join(root, "r/areas/a.yaml"), smallArea)
	put(t, filepath.Join(root, "out/other.txt"), "another's")
	var said bytes.Buffer
	require.Zero(t, cli.Run([]string{"build", filepath.Join(root, "r"), "-o", filepath.Join(root, "out")}, &said, &said), said.String())
	put(t, filepath.Join(root, "r/areas/a.yaml"), strings.Replace(smallArea, "12起", "13起", 1))
	k := newKilling(t, root, nil, "build", "r", "-o", "out")
	k.run(t, func() { // a build that fails still ends what another had begun
		require.Equal(t, 1, cli.Run([]string{"build", filepath.Join(root, "none"), "-o", filepath.Join(root, "out")}, &said, &said))
	}, func(bool) {})
}
