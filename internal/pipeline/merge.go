package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"banwen/internal/align"
	"banwen/internal/amend"
	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/docxread"
	"banwen/internal/merge"
	"banwen/internal/remark"
	"banwen/internal/render/docx"
	"banwen/internal/source"
	"banwen/internal/textfile"
)

// Edited is a DOCX that came back.
type Edited struct {
	Name  string // as messages name it
	Data  []byte
	Today string // 2023-07-01: names the file of its remarks where they say no date
}

// Merged is what taking over a DOCX comes to. Nothing is written yet.
type Merged struct {
	Changes  []merge.Change   `json:"changes" about:"并入正文的改动"`
	Figures  []merge.Figure   `json:"figures" about:"改稿里手改的数字，没有并入"`
	Unplaced []merge.Unplaced `json:"unplaced" about:"没有并入的改动"`
	Notes    []merge.Unplaced `json:"notes" about:"与现在的报告不同、但没有修订标记的段落"`
	Remarks  []remark.Remark  `json:"remarks" about:"新的批注"`
	Ignored  []string         `json:"ignored" about:"改稿里没有读的东西"`
	Files    []ChangedFile    `json:"files" about:"要写的文件"`
}

// ChangedFile is a file that a merge changes or makes.
type ChangedFile struct {
	Name string `json:"name" about:"文件，从报告文件夹算起"`
	Diff string `json:"diff" about:"改了哪些行，diff -u 的写法"`
	Data []byte `json:"-"`
}

// mostTried is how many changes are tried one by one where all together do
// not give the edited text.
const mostTried = 200

// errOtherwise is a change that would print something else than the edit.
var errOtherwise = errors.New("写回数据后，排出来的与改稿不同（这段文字可能印在几处，或受 {{如果}} 等控制）")

// Merge works out what an edited DOCX changes in a report. What it yields has
// been composed: it gives the edited text. The error is one of the DOCX.
func Merge(q Request, edited Edited) (*Merged, diag.List, error) {
	q.Stage = compose.Draft
	in, diags := mergeInput(q)
	if in == nil {
		return nil, diags, nil
	}
	var err error
	if in.Edited, err = docxread.Read(edited.Data); err != nil {
		return nil, nil, err
	}
	plan, err := merge.Make(*in)
	if err != nil {
		return nil, nil, err
	}
	verified(q, plan)
	m := &Merged{
		Changes: plan.Changes, Figures: plan.Figures, Unplaced: plan.Unplaced, Notes: plan.Notes, Remarks: plan.Remarks, Ignored: in.Edited.Ignored,
	}
	if err := m.files(q, plan); err != nil {
		return nil, nil, err
	}
	m.addReview(q, edited)
	return m, nil, nil
}

// mergeInput composes the report as it is; nil, with a report, where that
// cannot be done.
func mergeInput(q Request) (*merge.Input, diag.List) {
	c, diags := composed(q)
	if c == nil || c.document == nil || diags.HasErrors() {
		return nil, diags
	}
	reviews, found := source.LoadReviews(q.Files, q.Dir)
	if found.HasErrors() {
		return nil, found
	}
	var own bytes.Buffer
	err := docx.Write(&own, c.document, c.profile)
	var file *docxread.File
	if err == nil {
		file, err = docxread.Read(own.Bytes())
	}
	if err != nil {
		diags.Errorf(diag.Pos{}, "", "生成 docx 失败：%v", err)
		return nil, diags
	}
	return &merge.Input{
		Document: c.document, Own: file, Bookmark: docx.BookmarkName, Open: opener(q, filesOf(c.report)), Known: fingerprints(reviews),
	}, nil
}

// opener opens the report's own files, each once.
func opener(q Request, names []string) func(string) *amend.File {
	opened := map[string]*amend.File{}
	return func(name string) *amend.File {
		if f, ok := opened[name]; ok || !slices.Contains(names, name) {
			return f
		}
		opened[name] = nil
		if data, err := readFile(q, name); err == nil {
			if f, err := amend.Open(name, data); err == nil {
				opened[name] = f
			}
		}
		return opened[name]
	}
}

// maxFile is how large a file of a report may be, as for reading it.
const maxFile = 8 << 20

func readFile(q Request, name string) ([]byte, error) {
	return textfile.Read(q.Files, path.Join(q.Dir, name), maxFile)
}

func fingerprints(reviews []source.Review) map[string]bool {
	known := map[string]bool{}
	for _, review := range reviews {
		for _, r := range review.Remarks {
			known[r.Fingerprint.Value] = true
		}
	}
	return known
}

// verified leaves in a plan only the changes that, written and composed, give
// the edited text.
func verified(q Request, plan *merge.Plan) {
	if len(plan.Changes) == 0 || verify(q, plan) == nil {
		return
	}
	var kept []merge.Change
	for i, c := range plan.Changes {
		err := errOtherwise
		if i < mostTried {
			err = verify(q, plan.With(c))
		}
		if err != nil {
			plan.Refuse(c, err)
			continue
		}
		kept = append(kept, c)
	}
	plan.Changes = kept
	if err := verify(q, plan); err != nil {
		for _, c := range plan.Changes {
			plan.Refuse(c, err)
		}
		plan.Changes = nil
	}
}

// verify composes the report with a plan's changes.
func verify(q Request, plan *merge.Plan) error {
	files, err := plan.Files()
	if err != nil {
		return err
	}
	changed := overlay{q.Files, map[string][]byte{}}
	for name, data := range files {
		changed.changed[path.Join(q.Dir, name)] = data
	}
	q.Files = changed
	c, diags := composed(q)
	for _, d := range diags {
		if d.Severity == diag.Error {
			return fmt.Errorf("写回数据后有错误：%s", d.Message)
		}
	}
	if c == nil || c.document == nil || !slices.Equal(merge.Texts(c.document), plan.Texts()) {
		return errOtherwise
	}
	return nil
}

// files makes the new files of the prose.
func (m *Merged) files(q Request, plan *merge.Plan) error {
	files, err := plan.Files()
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		before, err := readFile(q, name)
		if err != nil {
			return fmt.Errorf("%s：%s", name, textfile.Cause(err))
		}
		if !bytes.Equal(before, files[name]) {
			m.Files = append(m.Files, ChangedFile{name, align.Unified(name, string(before), string(files[name])), files[name]})
		}
	}
	return nil
}

// addReview makes the file of the remarks.
func (m *Merged) addReview(q Request, edited Edited) {
	if len(m.Remarks) == 0 {
		return
	}
	day := edited.Today
	for i, r := range m.Remarks {
		if date, _, _ := strings.Cut(r.When, " "); len(date) == len(edited.Today) && (i == 0 || date > day) {
			day = date
		}
	}
	name := reviewName(q, day, m.Remarks[0].Who)
	data := remark.File("改稿“"+remark.CleanLine(edited.Name)+"”里的批注，由 banwen merge 写出", m.Remarks)
	m.Files = append(m.Files, ChangedFile{name, align.Unified(name, "", string(data)), data})
}

// reviewName is a name for a file of remarks that is not taken.
func reviewName(q Request, day, who string) string {
	for name := range remark.Names(day, who) {
		if _, err := fs.Lstat(q.Files, path.Join(q.Dir, name)); err != nil {
			return name
		}
	}
	return ""
}
