package gitrepo

import (
	"banwen/internal/fileset"
	"bytes"
	"compress/zlib"
	"crypto/sha1"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// Commit is a commit.
type Commit struct {
	Tree      Hash
	Parents   []Hash
	Author    Signature
	Committer Signature
	Message   string
}

// Tag is an annotated tag.
type Tag struct {
	Commit  Hash
	Name    string
	Tagger  Signature
	Message string
}

// Signature is who did something and when.
type Signature struct {
	Person
	When time.Time
}

func (s Signature) encode() string {
	return fmt.Sprintf("%s <%s> %d %s", s.Name, s.Email, s.When.Unix(), s.When.Format("-0700"))
}

func parseSignature(text string) Signature {
	person, times, _ := strings.Cut(text, "> ")
	name, email, _ := strings.Cut(person, " <")
	seconds, zone, _ := strings.Cut(times, " ")
	n, _ := strconv.ParseInt(seconds, 10, 64) // what is no number reads as 1970
	when := time.Unix(n, 0).UTC()
	if at, err := time.Parse("-0700", zone); err == nil {
		_, offset := at.Zone()
		when = when.In(time.FixedZone("", offset))
	}
	return Signature{Person{name, email}, when}
}

// WriteCommit writes a commit.
func (r *Repo) WriteCommit(c Commit) (Hash, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "tree %s\n", c.Tree)
	for _, p := range c.Parents {
		fmt.Fprintf(&b, "parent %s\n", p)
	}
	fmt.Fprintf(&b, "author %s\ncommitter %s\n\n%s", c.Author.encode(), c.Committer.encode(), c.Message)
	return r.write(plumbing.CommitObject, []byte(b.String()))
}

// WriteTag writes the object of a tag; it is not in force until a reference names it.
func (r *Repo) WriteTag(t Tag) (Hash, error) {
	text := fmt.Sprintf("object %s\ntype commit\ntag %s\ntagger %s\n\n%s", t.Commit, t.Name, t.Tagger.encode(), t.Message)
	return r.write(plumbing.TagObject, []byte(text))
}

// WriteBlob writes a file's content.
func (r *Repo) WriteBlob(data []byte) (Hash, error) { return r.write(plumbing.BlobObject, data) }

// Blob reads a file's content.
func (r *Repo) Blob(h Hash) ([]byte, error) { return r.read(plumbing.BlobObject, h) }

// Commit reads a commit.
func (r *Repo) Commit(h Hash) (*Commit, error) {
	data, err := r.read(plumbing.CommitObject, h)
	if err != nil {
		return nil, err
	}
	c := &Commit{}
	c.Message = headers(data, func(key, value string) {
		switch key {
		case "tree":
			c.Tree = plumbing.NewHash(value)
		case "parent":
			c.Parents = append(c.Parents, plumbing.NewHash(value))
		case "author":
			c.Author = parseSignature(value)
		case "committer":
			c.Committer = parseSignature(value)
		}
	})
	return c, nil
}

// Tag reads an annotated tag.
func (r *Repo) Tag(h Hash) (*Tag, error) {
	data, err := r.read(plumbing.TagObject, h)
	if err != nil {
		return nil, err
	}
	t := &Tag{}
	t.Message = headers(data, func(key, value string) {
		switch key {
		case "object":
			t.Commit = plumbing.NewHash(value)
		case "tag":
			t.Name = value
		case "tagger":
			t.Tagger = parseSignature(value)
		}
	})
	return t, nil
}

// headers gives each header of an object and returns what follows them.
func headers(data []byte, each func(key, value string)) string {
	head, message, _ := strings.Cut(string(data), "\n\n")
	for line := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(line, " ")
		each(key, value)
	}
	return message
}

// ErrDamaged is an object whose content is not what its name says.
type ErrDamaged struct{ Hash Hash }

func (e ErrDamaged) Error() string { return "仓库里的对象 " + e.Hash.String() + " 已损坏" }

// read reads an object and holds it against its name: a file in .git can be
// changed like any other.
func (r *Repo) read(kind plumbing.ObjectType, h Hash) (data []byte, err error) {
	r.storing.Lock()
	defer r.storing.Unlock()
	o, err := r.store.EncodedObject(kind, h)
	if err != nil {
		if errors.Is(err, plumbing.ErrObjectNotFound) {
			return nil, fmt.Errorf("仓库里没有对象 %s", h)
		}
		return nil, errors.Join(ErrDamaged{h}, err)
	}
	reader, err := o.Reader()
	if err != nil {
		return nil, errors.Join(ErrDamaged{h}, err)
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	data, err = io.ReadAll(reader)
	if err != nil || hashOf(kind, data) != h {
		return nil, errors.Join(ErrDamaged{h}, err)
	}
	return data, nil
}

func hashOf(kind plumbing.ObjectType, data []byte) Hash {
	sum := sha1.New()
	fmt.Fprintf(sum, "%s %d\x00", kind, len(data))
	sum.Write(data)
	return Hash(sum.Sum(nil))
}

func (r *Repo) has(h Hash) bool {
	r.storing.Lock()
	defer r.storing.Unlock()
	return r.store.HasEncodedObject(h) == nil
}

// size is how large a file's content is.
func (r *Repo) size(h Hash) int64 {
	r.storing.Lock()
	defer r.storing.Unlock()
	size, _ := r.store.EncodedObjectSize(h) // one that is missing is told when it is opened
	return size
}

// write writes an object that is not there yet.
func (r *Repo) write(kind plumbing.ObjectType, data []byte) (Hash, error) {
	h := hashOf(kind, data)
	if r.has(h) {
		return h, nil
	}
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, err := fmt.Fprintf(z, "%s %d\x00", kind, len(data))
	if err == nil {
		_, err = z.Write(data)
	}
	if err = errors.Join(err, z.Close()); err != nil {
		return h, err
	}
	name := h.String()
	folder := filepath.Join(r.common, "objects", name[:2])
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return h, fmt.Errorf("不能写入仓库：%w", err)
	}
	// git removes files of this name that are left behind. Two files may have
	// the same content and be written at the same time.
	f, err := os.CreateTemp(folder, "tmp_obj_*")
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		return h, fmt.Errorf("不能写入仓库：%w", err)
	}
	own := f.Name()
	if err := fileset.WriteSynced(own, b.Bytes()); err != nil {
		return h, fmt.Errorf("不能写入仓库：%w", err)
	}
	if err := errors.Join(os.Chmod(own, 0o444), os.Rename(own, filepath.Join(folder, name[2:]))); err != nil {
		return h, errors.Join(fmt.Errorf("不能写入仓库：%w", err), os.Remove(own))
	}
	return h, nil
}
