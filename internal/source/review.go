package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/textfile"
)

// ReviewFolder holds what came back as remarks, in a report's folder.
const ReviewFolder = "review"

// maxReviews is how many files of remarks are read.
const maxReviews = 1_000

// Review is one file of remarks (批注).
type Review struct {
	File    string // relative to the report's folder
	Remarks []Remark
}

// Remark is what someone wrote in the margin of a draft, and what became of it.
type Remark struct {
	Who         Text // 谁
	When        Text // 时间
	Node        Text // 位置: id of a node of the document
	Section     Text // 节
	Quote       Text // 引文
	Answers     Text // 回复: who and what it replies to
	Text        Text // 意见
	State       Text // 状态: 待办 已办 不采纳
	Reply       Text // 答复
	Fingerprint Text // 指纹
}

// RemarkFingerprint tells remarks apart by what was written when by whom, in
// 12 hexadecimal digits: the same remark has the same one in every draft it is
// left in.
func RemarkFingerprint(who, when, text string) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{who, when, text}, "\x00")))
	return hex.EncodeToString(sum[:6])
}

// ID names a remark: its fingerprint, or for one that someone wrote into a file
// by hand what its fingerprint would be.
func (r *Remark) ID() string {
	if r.Fingerprint.Value != "" {
		return r.Fingerprint.Value
	}
	return RemarkFingerprint(r.Who.Value, r.When.Value, strings.Join([]string{r.Node.Value, r.Quote.Value, r.Text.Value}, "\x00"))
}

// ParseReview reads one file of remarks. The list tells what is wrong in it.
func ParseReview(name string, data []byte) (Review, diag.List) {
	l := &loader{}
	r := Review{File: name}
	if text, ok := textfile.Decode(name, data, &l.diags); ok {
		l.readReview(parse(name, text, &l.values, &l.diags), &r)
	}
	return r, l.diags
}

func (l *loader) readReview(f *file, r *Review) {
	if f != nil && f.root != nil {
		reviewKeys.read(value{file: f, node: f.root, name: path.Base(f.name), pos: f.pos(1, 1)}, r)
	}
}

// LoadReviews reads the remarks in folder dir of fsys; a report without any
// has no such folder.
func LoadReviews(fsys fs.FS, dir string) ([]Review, diag.List) {
	l := &loader{fsys: fsys, dir: path.Clean(dir)}
	var all []Review
	for _, name := range l.listReviews() {
		f := l.open(path.Join(ReviewFolder, name))
		if f == nil || f.root == nil {
			continue
		}
		r := Review{File: f.name}
		l.readReview(f, &r)
		all = append(all, r)
	}
	l.diags.Sort()
	return all, l.diags
}

// listReviews lists the files of remarks.
func (l *loader) listReviews() []string {
	folder := path.Join(l.dir, ReviewFolder)
	at := diag.Pos{File: ReviewFolder}
	info, err := fs.Lstat(l.fsys, folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && info.Mode()&fs.ModeSymlink != 0:
		err = textfile.ErrLink
	case err == nil && !info.IsDir():
		err = errors.New("它不是文件夹")
	}
	var entries []fs.DirEntry
	if err == nil {
		entries, err = fs.ReadDir(l.fsys, folder)
	}
	if err != nil {
		l.diags.Errorf(at, "", "不能读取：%s", textfile.Cause(err))
		return nil
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), extension) && !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	if len(names) > maxReviews {
		l.diags.Errorf(at, "办完的移到别处", "批注文件有 %d 个，最多 %d 个", len(names), maxReviews)
		return nil
	}
	return names
}

// OpenRemarks tells of each remark that nobody has dealt with.
func OpenRemarks(reviews []Review) diag.List {
	var diags diag.List
	for _, review := range reviews {
		for _, r := range review.Remarks {
			if r.State.Value == OpenRemark {
				diags = append(diags, diag.Diagnostic{
					Pos: r.Text.Pos(), Severity: diag.Hint,
					Message: "批注待办，" + r.Who.Value + "：“" + diag.Brief(strings.ReplaceAll(r.Text.Value, "\n", " ")) + "”",
					Hint:    "办好后把“状态”改成“已办”或“不采纳”",
				})
			}
		}
	}
	return diags
}
