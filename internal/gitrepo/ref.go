package gitrepo

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// Branch is the branch that is checked out, and its commit, which is zero
// before the first one.
func (r *Repo) Branch() (name string, tip Hash, err error) {
	head, err := os.ReadFile(filepath.Join(r.dir, "HEAD"))
	if err != nil {
		return "", Hash{}, err
	}
	name, ok := strings.CutPrefix(strings.TrimSpace(string(head)), "ref: ")
	if !ok {
		return "", Hash{}, errors.New("仓库不在任何分支上（游离的 HEAD）；先用 git switch 回到分支")
	}
	tip, err = r.Ref(name)
	return name, tip, err
}

// Ref is what a full name (refs/heads/main) refers to; zero if there is no
// such reference.
func (r *Repo) Ref(name string) (Hash, error) {
	ref, err := r.store.Reference(plumbing.ReferenceName(name))
	if errors.Is(err, plumbing.ErrReferenceNotFound) {
		return Hash{}, nil
	}
	if err != nil {
		return Hash{}, err
	}
	if ref.Type() == plumbing.SymbolicReference {
		return r.Ref(ref.Target().String())
	}
	return ref.Hash(), nil
}

// Refs lists the references below a prefix (refs/tags/).
func (r *Repo) Refs(prefix string) (map[string]Hash, error) {
	found := map[string]Hash{}
	all, err := r.store.IterReferences()
	if err != nil {
		return nil, err
	}
	err = all.ForEach(func(ref *plumbing.Reference) error {
		if name := ref.Name().String(); strings.HasPrefix(name, prefix) && ref.Type() == plumbing.HashReference {
			found[name] = ref.Hash()
		}
		return nil
	})
	return found, err
}

// SetRef makes a reference name another object, if it still names the old one
// (zero: if there is none yet).
func (r *Repo) SetRef(name string, old, to Hash) error {
	return r.replace(filepath.Join(r.common, filepath.FromSlash(name)), func(data []byte) ([]byte, error) {
		now := plumbing.NewHash(string(bytes.TrimSpace(data)))
		if data == nil { // it may be among the packed ones
			var err error
			if now, err = r.Ref(name); err != nil {
				return nil, err
			}
		}
		if now != old {
			return nil, ErrMoved
		}
		return []byte(to.String() + "\n"), nil
	})
}

var (
	hexPattern      = regexp.MustCompile(`^[0-9a-f]{4,40}$`)
	ancestorPattern = regexp.MustCompile(`^(.+?)(?:~([0-9]*)|\^)$`)
)

// Resolve finds the commit that a revision means: a tag, a branch, a commit's
// name or the beginning of it, HEAD, any of these with ^ or ~2.
func (r *Repo) Resolve(revision string) (Hash, error) {
	if m := ancestorPattern.FindStringSubmatch(revision); m != nil {
		return r.ancestor(m[1], m[2])
	}
	for _, prefix := range []string{"", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"} {
		if prefix == "" && revision != "HEAD" && !strings.HasPrefix(revision, "refs/") {
			continue
		}
		if h, err := r.Ref(prefix + revision); err == nil && !h.IsZero() {
			return r.commitOf(h)
		}
	}
	if hexPattern.MatchString(revision) {
		return r.abbreviated(revision)
	}
	return Hash{}, fmt.Errorf("没有“%s”这个版本", revision)
}

func (r *Repo) ancestor(of, steps string) (Hash, error) {
	n := 1
	if steps != "" {
		n, _ = strconv.Atoi(steps) // digits; more of them than fit lead past the first commit
	}
	h, err := r.Resolve(of)
	for range n {
		if err != nil {
			return Hash{}, err
		}
		var c *Commit
		if c, err = r.Commit(h); err == nil {
			if len(c.Parents) == 0 {
				return Hash{}, fmt.Errorf("“%s”之前没有那么多版本", of)
			}
			h = c.Parents[0]
		}
	}
	return h, err
}

// commitOf is the commit that a tag's object stands for, or the commit itself.
func (r *Repo) commitOf(h Hash) (Hash, error) {
	if tag, err := r.Tag(h); err == nil {
		return r.commitOf(tag.Commit)
	}
	_, err := r.Commit(h)
	return h, err
}

// abbreviated finds the one commit whose name begins so.
func (r *Repo) abbreviated(prefix string) (Hash, error) {
	if len(prefix) == 2*len(Hash{}) {
		return r.commitOf(plumbing.NewHash(prefix))
	}
	even := prefix[:len(prefix)&^1]
	start := plumbing.NewHash(even + strings.Repeat("0", 2*len(Hash{})-len(even)))
	candidates, err := r.store.HashesWithPrefix(start[:len(even)/2])
	if err != nil {
		return Hash{}, err
	}
	var found []Hash
	for _, h := range candidates {
		if _, err := r.Commit(h); err == nil && strings.HasPrefix(h.String(), prefix) {
			found = append(found, h)
		}
	}
	switch len(found) {
	case 0:
		return Hash{}, fmt.Errorf("没有“%s”这个版本", prefix)
	case 1:
		return found[0], nil
	default:
		return Hash{}, fmt.Errorf("以“%s”开头的版本不止一个，再多写几位", prefix)
	}
}

// CheckTagName says why git takes no tag of a name; nil if it does.
func CheckTagName(name string) error {
	for part := range strings.SplitSeq(name, "/") {
		switch {
		case part == "" || strings.HasPrefix(part, ".") || strings.HasSuffix(part, ".") || strings.HasSuffix(part, ".lock"):
			return fmt.Errorf("“%s”不能作标签名：改文件夹的名称，不以点开头或结尾", name)
		case strings.ContainsAny(part, " ~^:?*[\\\"<>|\x7f") || strings.Contains(part, "..") || strings.Contains(part, "@{") || part == "@" ||
			strings.IndexFunc(part, func(c rune) bool { return c < ' ' }) >= 0:
			return fmt.Errorf("“%s”不能作标签名：改文件夹的名称，不用空格和 ~ ^ : ? * [ \\ 等符号", name)
		}
	}
	return nil
}
