package cli

import (
	"fmt"
	"strings"

	"banwen/internal/doc"
	"banwen/internal/finding"
	"banwen/internal/review"
)

// diffPrinter writes what has changed for a terminal: figures, texts, counts.
type diffPrinter struct {
	before, after string // the reports
	b             strings.Builder
}

func (p *diffPrinter) print(d *review.Difference) {
	if len(d.Remarks) > 0 {
		p.line("批注：")
	}
	for i := range d.Remarks {
		p.line("  %s", d.Remarks[i].Line())
	}
	if len(d.Figures) > 0 {
		p.line("数字：")
	}
	for i := range d.Figures {
		p.figure(&d.Figures[i])
	}
	section := ""
	for i := range d.Texts {
		c := &d.Texts[i]
		if c.Section != section {
			section = c.Section
			p.line("%s：", section)
		}
		p.text(c)
	}
	p.line("%s", review.Summary(d))
}

func (p *diffPrinter) line(format string, args ...any) {
	fmt.Fprintf(&p.b, format+"\n", args...)
}

// figure writes a figure with what it was and is, where, and what followed.
func (p *diffPrinter) figure(c *review.FigureChange) {
	was, now := c.Before, c.After
	switch {
	case was == nil:
		p.line("  %s  新增 %s  %s", c.Name, now.Value, placeIn(p.after, now.Pos))
	case now == nil:
		p.line("  %s  删去 %s  %s", c.Name, was.Value, placeIn(p.before, was.Pos))
	default:
		p.line("  %s  %s → %s  %s → %s", c.Name, was.Value, now.Value, placeIn(p.before, was.Pos), placeIn(p.after, now.Pos))
		p.fact("去年同期", was.Base, now.Base)
		p.fact("同比", was.Change, now.Change)
		p.fact("上期", was.Previous, now.Previous)
		p.fact("公式", was.Formula, now.Formula)
	}
	for _, d := range c.Derived {
		p.line("    随之变动：%s  %s → %s  %s", d.Name, d.Before, d.After, placeIn(p.after, d.Pos))
	}
	p.printed(c.Printed)
}

// fact writes what is known of a figure besides its value, where it changed.
func (p *diffPrinter) fact(name, was, now string) {
	if was != now {
		p.line("    %s：%s → %s", name, orNone(was), orNone(now))
	}
}

func orNone(text string) string {
	if text == "" {
		return "（无）"
	}
	return text
}

func (p *diffPrinter) printed(all []finding.Printing) {
	for i, at := range all {
		if i == mostPlaces {
			p.line("    另有 %d 处", len(all)-i)
			return
		}
		p.line("    印在：%s：%s", at.Section, around(at))
	}
}

// text writes a part of the document that has changed.
func (p *diffPrinter) text(c *review.TextChange) {
	p.line("  （%s）%s", c.Label(), piecesText(review.Shortened(c.Pieces)))
	for i, v := range c.Values {
		if i == mostPrinted {
			p.line("    另有 %d 处，用 --json 看全", len(c.Values)-i)
			return
		}
		p.line("    %s：%s → %s", strings.TrimSpace(v.Row+" "+v.Column), orNone(v.Before), orNone(v.After))
	}
}

// piecesText is a text with what has changed in brackets: ［437起→440起］ for
// what took another's place, ［增：…］, ［删：…］.
func piecesText(pieces []review.Piece) string {
	var b strings.Builder
	for i := 0; i < len(pieces); i++ {
		piece := pieces[i]
		switch {
		case piece.Change == "":
			b.WriteString(piece.Text)
		case piece.Change == doc.Inserted:
			b.WriteString("［增：" + piece.Text + "］")
		case i+1 < len(pieces) && pieces[i+1].Change == doc.Inserted:
			b.WriteString("［" + piece.Text + "→" + pieces[i+1].Text + "］")
			i++
		default:
			b.WriteString("［删：" + piece.Text + "］")
		}
	}
	return b.String()
}
