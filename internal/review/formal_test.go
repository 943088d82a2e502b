package review_test

import (
	"math/rand/v2"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/review"

	"github.com/stretchr/testify/require"
)

// formal is the sample with everything that a formal document has.
func formal() *doc.Document {
	d := doctest.FormalReport()
	d.Head.Signers = doctest.Names("张三", "李四光")
	return d
}

// editFrame changes what stands around the text, as people do.
func (e *editor) editFrame(d *doc.Document) {
	if d.Head == nil && e.IntN(2) == 0 {
		d.Head = formal().Head
	}
	if h := d.Head; h != nil {
		for _, runs := range []*[]doc.Run{&h.Copy, &h.Secrecy, &h.Urgency, &h.Number} {
			*runs = e.optional(*runs)
		}
		h.Mark, h.Signers = e.words(h.Mark), e.names(h.Signers)
	}
	if e.IntN(6) == 0 {
		d.Head = nil
	}
	d.Addressee, d.Remark = e.optional(d.Addressee), e.optional(d.Remark)
	e.editTitle(&d.Title)
	e.editClosing(d)
	e.editAttachments(d)
}

func (e *editor) editClosing(d *doc.Document) {
	switch e.IntN(5) {
	case 0:
		d.Signature, d.Imprint = nil, nil
	case 1:
		d.Signature, d.Imprint = formal().Signature, formal().Imprint
	}
	if d.Signature != nil {
		d.Signature.Organ, d.Signature.Date = e.optional(d.Signature.Organ), e.words(d.Signature.Date)
	}
	if m := d.Imprint; m != nil {
		m.CopyTo, m.Issuer, m.Date = e.optional(m.CopyTo), e.words(m.Issuer), e.words(m.Date)
	}
}

func (e *editor) editAttachments(d *doc.Document) {
	all := formal().Attachments[:e.IntN(3)]
	for i := range all {
		if all[i].Label = doc.Plain("附件"); len(all) > 1 {
			all[i].Label = doc.Plain("附件" + string(rune('1'+i)))
		}
		e.editTitle(&all[i].Title)
	}
	d.Attachments = all
}

// editTitle changes a title and where its lines end.
func (e *editor) editTitle(t *doc.Title) {
	before := t.Text
	if t.Text = e.text(before); t.Text == before {
		return
	}
	runes := []rune(t.Text)
	t.Lines = nil
	for len(runes) > 0 {
		n := min(len(runes), 4+e.IntN(14))
		t.Lines, runes = append(t.Lines, string(runes[:n])), runes[n:]
	}
}

func (e *editor) words(runs []doc.Run) []doc.Run {
	if e.IntN(2) == 0 {
		return runs
	}
	return doc.Plain(e.text(doc.Text(runs)))
}

// optional changes a text, takes it away or puts one there.
func (e *editor) optional(runs []doc.Run) []doc.Run {
	if e.IntN(5) == 0 {
		return nil
	}
	if len(runs) == 0 && e.IntN(2) == 0 {
		return nil
	}
	return e.words(runs)
}

func (e *editor) names(names []doc.Run) []doc.Run {
	all := []string{"张三", "李四光", "王五", "欧阳修文", "赵六"}
	e.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	switch e.IntN(3) {
	case 0:
		return names
	case 1:
		return append(names[:len(names):len(names)], doctest.Names(all[:e.IntN(2)]...)...)
	default:
		return doctest.Names(all[:e.IntN(4)]...)
	}
}

func TestAcceptAndRejectGiveTheFrameOfEitherVersion(t *testing.T) {
	for seed := range uint64(60) {
		e := &editor{Rand: rand.New(rand.NewPCG(seed, 5))}
		a := formal()
		e.editFrame(a)
		b := clone(t, a)
		e.editFrame(b)
		e.edit(b)
		marked := review.Marked(a, b, by)
		requireLines(t, seed, said(written(t, b)), said(accept(written(t, marked))))
		requireLines(t, seed, said(written(t, a)), said(reject(written(t, marked))))
	}
}

func TestAFormalDocumentBesideItselfIsItself(t *testing.T) {
	require.Equal(t, formal(), review.Marked(formal(), formal(), by))
}
