package gitrepo

import (
	"bytes"
	"crypto/sha1"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"
)

func fresh(t *testing.T) *Repo {
	t.Helper()
	root := t.TempDir()
	require.NoError(t, Init(root))
	r, err := Open(root)
	require.NoError(t, err)
	return r
}

func tree(t *testing.T, r *Repo, base Hash, files map[string]string) Hash {
	t.Helper()
	changes := map[string]Entry{}
	for name, text := range files {
		changes[name] = Entry{}
		if text != "" {
			h, err := r.WriteBlob([]byte(text))
			require.NoError(t, err)
			changes[name] = File(h)
		}
	}
	h, err := r.Edit(base, changes)
	require.NoError(t, err)
	return h
}

func TestEditAndChanges(t *testing.T) {
	r := fresh(t)
	a := tree(t, r, Hash{}, map[string]string{"a/b/c": "1", "a/d": "2", "a.b": "3", "e": "4"})
	b := tree(t, r, a, map[string]string{"a/b/c": "", "a/d": "5", "e": "", "e/f": "6", "数据/甲": "7"})
	changes, err := r.Changes(a, b)
	require.NoError(t, err)
	kinds := map[string]bool{}
	for name, entry := range changes {
		kinds[name] = entry == Entry{}
	}
	require.Equal(t, map[string]bool{"a/b/c": true, "a/d": false, "e": true, "e/f": false, "数据/甲": false}, kinds)
	require.NoError(t, fstest.TestFS(r.TreeFS(b), "a/d", "a.b", "e/f", "数据/甲"))
	_, err = fs.ReadFile(r.TreeFS(b), "a/b/c")
	require.ErrorIs(t, err, fs.ErrNotExist)
}

func TestResolve(t *testing.T) {
	r := fresh(t)
	at := Signature{Person{"张三", ""}, time.Unix(1700000000, 0).In(time.FixedZone("", 8*3600))}
	var commits []Hash
	for i := range 3 {
		c := Commit{Tree: tree(t, r, Hash{}, map[string]string{"f": string(rune('a' + i))}), Author: at, Committer: at, Message: "m\n"}
		if i > 0 {
			c.Parents = commits[i-1 : i]
		}
		h, err := r.WriteCommit(c)
		require.NoError(t, err)
		commits = append(commits, h)
	}
	read, err := r.Commit(commits[2])
	require.NoError(t, err)
	require.Equal(t, "张三", read.Author.Name)
	require.Equal(t, "2023-11-15T06:13:20+08:00", read.Author.When.Format(time.RFC3339))
	tag, err := r.WriteTag(Tag{Commit: commits[1], Name: "r/定稿", Tagger: at, Message: "m\n"})
	require.NoError(t, err)
	require.NoError(t, r.SetRef("refs/heads/main", Hash{}, commits[2]))
	require.NoError(t, r.SetRef("refs/tags/r/定稿", Hash{}, tag))
	require.ErrorIs(t, r.SetRef("refs/heads/main", commits[0], commits[1]), ErrMoved)
	for revision, want := range map[string]Hash{
		"HEAD": commits[2], "main": commits[2], "HEAD~2": commits[0], "HEAD^": commits[1], "HEAD^^": commits[0], "main~": commits[1],
		"r/定稿": commits[1], "r/定稿^": commits[0], commits[0].String(): commits[0], commits[0].String()[:9]: commits[0],
	} {
		got, err := r.Resolve(revision)
		require.NoError(t, err, revision)
		require.Equal(t, want, got, revision)
	}
	for _, revision := range []string{"none", "HEAD~3", "0000000", ""} {
		_, err := r.Resolve(revision)
		require.Error(t, err, revision)
	}
}

// indexFile is an index of a version as git writes it, with an entry whose
// times and flags must not be lost and an extension that may be.
func indexFile(t *testing.T, version uint32) []byte {
	t.Helper()
	x := &index{version: version}
	for i, name := range []string{"a", "b/c", "b/d", "x"} {
		e := newIndexEntry(name, Entry{"100644", Hash{byte(i + 1)}})
		e.fixed[0] = 0x65 // a time
		if version > 2 && i == 1 {
			binary.BigEndian.PutUint16(e.fixed[flagsAt:], e.flags()|extended)
			e.fixed = append(e.fixed, 0x40, 0) // skip-worktree
		}
		x.entries = append(x.entries, e)
	}
	data := x.encode()
	data = append(data[:len(data)-sha1.Size], "TREE\x00\x00\x00\x02xxREUC\x00\x00\x00\x01y"...)
	sum := sha1.Sum(data)
	return append(data, sum[:]...)
}

func TestIndexKeepsWhatItDoesNotChange(t *testing.T) {
	for _, version := range []uint32{2, 3, 4} {
		x, err := parseIndex(indexFile(t, version))
		require.NoError(t, err)
		require.Len(t, x.entries, 4)
		require.True(t, x.set("b/c2", Entry{}, Entry{"100644", Hash{9}}))
		require.True(t, x.set("x", Entry{"100644", Hash{4}}, Entry{}))
		require.True(t, x.set("a", Entry{"100644", Hash{1}}, Entry{"100644", Hash{7}}))
		require.False(t, x.set("b/d", Entry{"100644", Hash{1}}, Entry{"100644", Hash{8}}), "something else is staged")
		again, err := parseIndex(x.encode())
		require.NoError(t, err)
		require.Equal(t, x, again)
		require.Equal(t, "REUC\x00\x00\x00\x01y", string(again.extensions))
		old, err := parseIndex(indexFile(t, version))
		require.NoError(t, err)
		require.True(t, bytes.Equal(old.entries[1].fixed, again.entries[1].fixed))
		require.Equal(t, []string{"a", "b/c", "b/c2", "b/d"}, []string{again.entries[0].name, again.entries[1].name, again.entries[2].name, again.entries[3].name})
	}
}

func TestIndexThatIsNotUnderstoodIsRefused(t *testing.T) {
	whole := indexFile(t, 2)
	for size := range len(whole) {
		_, err := parseIndex(whole[:size])
		if size > 0 && size < 12+sha1.Size {
			require.Error(t, err)
		}
	}
	split := append(whole[:len(whole)-sha1.Size:len(whole)-sha1.Size], "link\x00\x00\x00\x00"...)
	_, err := parseIndex(append(split, make([]byte, sha1.Size)...))
	require.ErrorContains(t, err, "拆分")
}

func TestVarintIsReadAsWritten(t *testing.T) {
	for _, n := range []int{0, 1, 127, 128, 255, 16511, 16512, 1 << 20} {
		got, size := varint(appendVarint(nil, n))
		require.Equal(t, n, got)
		require.Equal(t, len(appendVarint(nil, n)), size)
	}
}

// A lock that a killed process left is taken away; one of git's is not.
func TestOwnLockIsTakenAway(t *testing.T) {
	r := fresh(t)
	path := filepath.Join(r.dir, "refs", "heads", "main")
	require.NoError(t, os.WriteFile(path+ownEnding, []byte("x"), 0o644))
	require.NoError(t, os.Link(path+ownEnding, path+".lock"))
	require.NoError(t, r.SetRef("refs/heads/main", Hash{}, Hash{1}))
	require.NoFileExists(t, path+".lock")
	require.NoFileExists(t, path+ownEnding)

	require.NoError(t, os.WriteFile(path+".lock", nil, 0o644))
	require.ErrorContains(t, r.SetRef("refs/heads/main", Hash{1}, Hash{2}), "git 正在用这个仓库")
	require.FileExists(t, path+".lock")
	require.NoFileExists(t, path+ownEnding)
}

func TestParsePerson(t *testing.T) {
	for text, want := range map[string]Person{
		"张三": {"张三", ""}, "张三 <z@example.cn>": {"张三", "z@example.cn"}, " A B <>": {"A B", ""},
	} {
		got, ok := ParsePerson(text)
		require.True(t, ok, text)
		require.Equal(t, want, got)
	}
	for _, text := range []string{"", "<a@b>", "a <b", "a > b", "a <b> c", "a\nb"} {
		_, ok := ParsePerson(text)
		require.False(t, ok, text)
	}
}

func TestCheckTagName(t *testing.T) {
	for _, name := range []string{"2023-h1", "2024上半年", "a.b"} {
		require.NoError(t, CheckTagName(name), name)
	}
	for _, name := range []string{"", ".a", "a.", "a b", "a:b", "a..b", "a.lock", "a~1", "a?", "@"} {
		require.Error(t, CheckTagName(name), name)
	}
}

func TestLog(t *testing.T) {
	r := fresh(t)
	var tip Hash
	var commits []Hash
	for i, files := range []map[string]string{{"a/f": "1", "g": "1"}, {"g": "2"}, {"a/f": "2"}, {"a/f": ""}, {"a/f": "3"}} {
		c := Commit{Message: string(rune('a' + i))}
		base := Hash{}
		if !tip.IsZero() {
			c.Parents = []Hash{tip}
			last, err := r.Commit(tip)
			require.NoError(t, err)
			base = last.Tree
		}
		c.Tree = tree(t, r, base, files)
		var err error
		tip, err = r.WriteCommit(c)
		require.NoError(t, err)
		commits = append(commits, tip)
	}
	said := func(from, until Hash, most int) (messages string, reached bool) {
		log, reached, err := r.Log(from, until, "a/f", most)
		require.NoError(t, err)
		for _, c := range log {
			messages += c.Message
		}
		return messages, reached
	}
	for _, c := range []struct {
		from, until Hash
		most        int
		want        string
		reached     bool
	}{
		{tip, Hash{}, 100, "edca", false}, {tip, Hash{}, 3, "edc", false}, {Hash{}, Hash{}, 100, "", true},
		{tip, commits[2], 100, "ed", true}, {tip, tip, 100, "", true}, {commits[1], commits[0], 100, "", true}, {commits[1], tip, 100, "a", false},
	} {
		messages, reached := said(c.from, c.until, c.most)
		require.Equal(t, c.want, messages)
		require.Equal(t, c.reached, reached, c.want)
	}
}

// Several write and read at once, as archive does; the race detector sees
// where they get into each other's way.
func TestConcurrentUse(t *testing.T) {
	r := fresh(t)
	var group errgroup.Group
	for i := range 16 {
		group.Go(func() error {
			h, err := r.WriteBlob([]byte{byte(i)})
			if err == nil {
				_, err = r.Blob(h)
			}
			return err
		})
	}
	require.NoError(t, group.Wait())
}
