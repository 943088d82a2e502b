package remark

import (
	"errors"
	"fmt"
	"strings"

	"banwen/internal/amend"
	"banwen/internal/diag"
	"banwen/internal/source"
)

// Answer is what became of a remark.
type Answer struct {
	ID    string // of the remark
	Who   string // answers
	State string
	Reply string // empty: the one that is there stays
}

// ErrNoRemark is a file that does not have the remark, or has several alike.
var ErrNoRemark = errors.New("没有这条批注，或有几条一样的")

// Apply changes a remark's 状态 and 答复 in a file, and no other byte of it.
func (a Answer) Apply(name string, data []byte) ([]byte, error) {
	review, diags := source.ParseReview(name, data)
	if diags.HasErrors() {
		return nil, fmt.Errorf("%s 有错误，先改正", name)
	}
	at := -1
	for i := range review.Remarks {
		if review.Remarks[i].ID() != a.ID {
			continue
		}
		if at >= 0 {
			return nil, ErrNoRemark
		}
		at = i
	}
	if at < 0 {
		return nil, ErrNoRemark
	}
	r := &review.Remarks[at]
	want := valuesOf(review)
	want[at].state, want[at].reply = a.State, a.reply(r)
	made, err := rewritten(name, data, r, want[at])
	if err != nil {
		return nil, err
	}
	return made, reads(name, made, want)
}

// reply is what is written as 答复: it names who answers. One that nobody
// changed stays.
func (a Answer) reply(r *source.Remark) string {
	signed := "（" + a.Who + "）"
	switch {
	case a.Reply == "" && r.Reply.Value == "":
		return a.State + signed
	case a.Reply == "" || a.Reply == r.Reply.Value:
		return r.Reply.Value
	}
	return strings.TrimSuffix(a.Reply, signed) + signed
}

// rewritten changes the texts of a remark.
func rewritten(name string, data []byte, r *source.Remark, want values) ([]byte, error) {
	f, err := amend.Open(name, data)
	if err != nil {
		return nil, err
	}
	state, err := edit(f, r.State, want.state)
	if err != nil {
		return nil, err
	}
	if r.Reply.Given() {
		reply, err := edit(f, r.Reply, want.reply)
		if err != nil {
			return nil, err
		}
		return f.Apply([]amend.Edit{state, reply})
	}
	if data, err = f.Apply([]amend.Edit{state}); err != nil {
		return nil, err
	}
	if f, err = amend.Open(name, data); err != nil {
		return nil, err
	}
	return f.Add(state.Scalar, "答复", want.reply)
}

// edit puts a text in the place of another.
func edit(f *amend.File, old source.Text, text string) (amend.Edit, error) {
	scalar, ok := scalarAt(f, old.Pos())
	if !ok {
		return amend.Edit{}, errors.New("这样写的批注不能就地改，请手工改")
	}
	value := f.Value(scalar)
	from := strings.Index(value, old.Value)
	return amend.Edit{Scalar: scalar, From: max(from, 0), To: max(from, 0) + len(old.Value), Text: text}, nil
}

// scalarAt is the text that a place is in.
func scalarAt(f *amend.File, at diag.Pos) (int, bool) {
	scalar, _, ok := f.Find(at.Line, at.Col)
	return scalar, ok
}
