package review_test

import (
	"math/rand/v2"
	"strconv"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
)

// sample is the sample with figures of its own, charts and tables.
func sample() *doc.Document {
	d := doctest.Sample()
	d.Blocks = append(d.Blocks, doctest.Table(), &doc.Paragraph{ID: "last", Runs: words("全年共查处", "=57起", "，同比", "=上升9.1％", "。")})
	return d
}

// words are runs of text; those that begin with = are printed figures.
func words(texts ...string) []doc.Run {
	var runs []doc.Run
	for _, t := range texts {
		if t != "" && t[0] == '=' {
			runs = append(runs, doc.Run{Text: t[1:], Origin: &doc.Origin{Name: "甲.乙"}})
			continue
		}
		runs = append(runs, doc.Run{Text: t})
	}
	return runs
}

// editor edits documents at random, as people do.
type editor struct {
	*rand.Rand
	made int
}

// edit changes a document in place in a few ways.
func (e *editor) edit(d *doc.Document) {
	for range e.IntN(12) {
		e.once(d)
	}
}

func (e *editor) once(d *doc.Document) {
	at := e.IntN(len(d.Blocks))
	switch e.IntN(9) {
	case 0: // gone
		d.Blocks = append(d.Blocks[:at:at], d.Blocks[at+1:]...)
		if len(d.Blocks) == 0 {
			d.Blocks = doc.Blocks{e.paragraph()}
		}
	case 1: // new
		d.Blocks = append(d.Blocks[:at:at], append(doc.Blocks{e.paragraph()}, d.Blocks[at:]...)...)
	case 2: // elsewhere
		b := d.Blocks[at]
		rest := append(d.Blocks[:at:at], d.Blocks[at+1:]...)
		to := e.IntN(len(rest) + 1)
		d.Blocks = append(rest[:to:to], append(doc.Blocks{b}, rest[to:]...)...)
	case 3: // split, or merged with the next
		e.splitOrMerge(d, at)
	case 4:
		d.Title.Text = e.text(d.Title.Text)
		d.Title.Lines = []string{d.Title.Text}
	default:
		e.block(d.Blocks[at])
	}
}

func (e *editor) paragraph() *doc.Paragraph {
	e.made++
	return &doc.Paragraph{ID: "new" + strconv.Itoa(e.made), Runs: words("新增一段，涉及", "="+strconv.Itoa(e.IntN(99))+"人", "。")}
}

func (e *editor) splitOrMerge(d *doc.Document, at int) {
	p, ok := d.Blocks[at].(*doc.Paragraph)
	if !ok {
		return
	}
	if at+1 < len(d.Blocks) && e.IntN(2) == 0 {
		if next, ok := d.Blocks[at+1].(*doc.Paragraph); ok {
			p.Runs = append(p.Runs[:len(p.Runs):len(p.Runs)], next.Runs...)
			d.Blocks = append(d.Blocks[:at+1:at+1], d.Blocks[at+2:]...)
		}
		return
	}
	if len(p.Runs) > 1 {
		second := e.paragraph()
		second.Runs = p.Runs[1:]
		p.Runs = p.Runs[:1]
		d.Blocks = append(d.Blocks[:at+1:at+1], append(doc.Blocks{second}, d.Blocks[at+1:]...)...)
	}
}

func (e *editor) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Paragraph:
		e.runs(b.Runs)
	case *doc.Heading:
		e.runs(b.Runs)
		e.runs(b.Body)
		if e.IntN(3) == 0 {
			b.Number = "（" + strconv.Itoa(e.IntN(9)) + "）"
		}
	case *doc.Chart:
		b.Series[0].Points[0].Value = strconv.Itoa(e.IntN(99))
	case *doc.Table:
		if len(b.Rows) > 1 && e.IntN(2) == 0 {
			b.Rows = b.Rows[1:]
		}
		for _, row := range b.Rows {
			e.runs(row[e.IntN(len(row))].Runs)
		}
		b.Title = e.text(b.Title)
	}
}

func (e *editor) runs(runs []doc.Run) {
	for i := range runs {
		if e.IntN(2) == 0 {
			runs[i].Text = e.text(runs[i].Text)
		}
	}
}

// text changes a text by a few characters, never to nothing.
func (e *editor) text(text string) string {
	runes := []rune(text)
	with := []string{"", "新", "上升", "，", "12起", "<b>&", "情况通报", "。"}[e.IntN(8)]
	if len(runes) == 0 {
		return "补"
	}
	from := e.IntN(len(runes))
	to := min(len(runes), from+e.IntN(5))
	changed := string(runes[:from]) + with + string(runes[to:])
	if changed == "" {
		return "补"
	}
	return changed
}
