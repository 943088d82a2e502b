package compose

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
)

// setter sets the lines of one text: the template's file, or a text that the
// template places.
type setter struct {
	c       *composer
	text    string // id of the text that the template places; "": this is the template's file
	section string // id of the last heading in it, which what follows stands under
	base    int    // level of the heading that the text stands under
}

// line is the pieces between two line ends.
type line []piece

// lines sets a text's pieces line by line; rows of a table are set together.
func (st *setter) lines(pieces []piece) {
	var table []line
	for _, l := range splitLines(pieces) {
		if l.startsWith("|") && l.insert() == nil { // a chart in a cell is refused as any within a line
			table = append(table, l)
			continue
		}
		st.proseTable(table)
		table = nil
		st.line(l)
	}
	st.proseTable(table)
}

// splitLines cuts pieces at line ends; spaces at the ends of a line go.
func splitLines(pieces []piece) []line {
	var all []line
	from := 0
	for i := 0; i <= len(pieces); i++ {
		if i == len(pieces) || pieces[i].isLineEnd {
			all = append(all, line(pieces[from:i]).trimmed())
			from = i + 1
		}
	}
	return all
}

// trimmed drops spaces that were typed at the ends of a line, ideographic ones too.
func (l line) trimmed() line {
	for len(l) > 0 && l[0].typed {
		text := l[0].run.Text
		l[0].run = l[0].run.From(len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace)))
		if l[0].run.Text != "" {
			break
		}
		l = l[1:]
	}
	for len(l) > 0 && l[len(l)-1].typed {
		last := &l[len(l)-1].run
		last.Text = strings.TrimRightFunc(last.Text, unicode.IsSpace)
		if last.Text != "" {
			break
		}
		l = l[:len(l)-1]
	}
	return l
}

// startsWith tells whether a line begins with a mark that was typed.
func (l line) startsWith(mark string) bool {
	return len(l) > 0 && l[0].typed && strings.HasPrefix(l[0].run.Text, mark)
}

// line sets one line.
func (st *setter) line(l line) {
	switch {
	case len(l) == 0:
	case l.insert() != nil:
		st.insert(l)
	case l.startsWith("#"):
		st.heading(l)
	default:
		st.c.outline.paragraph(st.under(l), l.runs())
	}
}

// insert gives the piece of a line that wants a line of its own.
func (l line) insert() *piece {
	for i := range l {
		if l[i].insert != nil {
			return &l[i]
		}
	}
	return nil
}

func (st *setter) insert(l line) {
	p := l.insert()
	if len(l) > 1 {
		st.c.diags.Errorf(p.pos(), "前后换行", "“%s”要单独写一行", p.called)
		return
	}
	p.insert(st)
}

// heading sets a line that begins with #. In the template's file # is the
// title, ## level 1; in a text # is one level below where the text stands.
func (st *setter) heading(l line) {
	marks := len(l[0].run.Text) - len(strings.TrimLeft(l[0].run.Text, "#"))
	at := l[0].pos()
	l[0].run = l[0].run.From(marks)
	l = l.trimmed()
	if len(l) > 0 && len(l.runs()) == 0 {
		return // a mistake, which has been reported
	}
	level := st.base + marks
	if st.isTemplate() {
		level = marks - 1
	}
	switch {
	case len(l) == 0, l.text() == fullStop:
		st.c.diags.Errorf(at, "在 # 后面写上标题", "标题是空的")
	case level == 0:
		st.title(at, l)
	case level > levels:
		st.c.diags.Errorf(at, "减少 #", "标题最多%d级", levels)
	default:
		st.c.outline.heading(level, st.headingID(l), l.runs())
		if st.isTemplate() {
			st.base = level
		}
	}
}

func (st *setter) isTemplate() bool { return st.text == "" }

// title sets the document's title.
func (st *setter) title(at diag.Pos, l line) {
	if st.c.outline.title != nil {
		st.c.diags.Errorf(at, "文中的标题写 ##", "文件的标题写了两次")
		return
	}
	st.c.outline.title = l.runs()
}

// headingID names a heading: by the work area, problem or plan it is the first
// heading of, else by its own words.
func (st *setter) headingID(l line) string {
	words := slug(l.typedText())
	if words == "" {
		words = slug(doc.Text(l.runs()))
	}
	scoped := l[0].scope.container()
	switch {
	case !st.isTemplate():
		st.section = st.text + "/" + words
	case scoped == "":
		st.section = "section/" + words
	case st.c.outline.ids[scoped] == 0:
		return scoped
	default:
		return scoped + "/" + words
	}
	return st.section
}

// under is the id that a line's node stands under.
func (st *setter) under(l line) string {
	scoped := l[0].scope.container()
	if st.isTemplate() && scoped != "" {
		return scoped
	}
	return cmp.Or(st.section, st.text, "opening")
}

// typedText is what of a line was typed: it stays the same when figures change.
func (l line) typedText() string {
	var b strings.Builder
	for _, p := range l {
		if p.typed {
			b.WriteString(p.run.Text)
		}
	}
	return b.String()
}

// runs joins a line's pieces into runs; prose that was typed in one go is one run.
func (l line) runs() []doc.Run {
	var runs []doc.Run
	for from := 0; from < len(l); {
		to := from + 1
		for to < len(l) && follows(l[to-1].run, l[to].run) {
			to++
		}
		run := l[from].run
		if to > from+1 {
			run.Text = l[from:to].text()
		}
		if run.Text != "" {
			runs = append(runs, run)
		}
		from = to
	}
	return runs
}

// text joins the words of a line.
func (l line) text() string {
	var b strings.Builder
	for _, p := range l {
		b.WriteString(p.run.Text)
	}
	return b.String()
}

// follows tells whether b is prose that was typed right after a, which is too.
func follows(a, b doc.Run) bool {
	isPlain := func(r doc.Run) bool { return r.Origin == nil && !r.Missing && !r.Literal }
	return isPlain(a) && isPlain(b) && a.Bold == b.Bold && a.Place != nil && b.Place != nil &&
		a.Place.File == b.Place.File && a.Place.Line == b.Place.Line &&
		a.Place.Col+utf8.RuneCountInString(a.Text) == b.Place.Col
}

// place sets a whole text that the template places, and after an area's the
// charts that no text of it places.
func (st *setter) place(w word) {
	p := st.c.prose(w.text, w.name)
	inner := &setter{c: st.c, base: st.base, text: containerOf(w)}
	before := len(st.c.outline.blocks)
	waiting := st.c.outline.waiting
	inner.lines(st.c.run(p, w.scope))
	if len(st.c.outline.blocks) == before && st.c.outline.waiting == waiting {
		st.c.diags.Errorf(w.text.Pos(), "检查里面的 {{如果 …}}", "“%s”什么也没有印出来", w.name)
	}
	if w.scope.area != nil && w.scope.item == nil {
		st.c.remainingCharts(w.scope.area)
	}
}

// containerOf is the id that a text's nodes stand under.
func containerOf(w word) string {
	if id := w.scope.container(); id != "" {
		return id
	}
	if key, ok := strings.CutPrefix(w.name, leadName("")); ok {
		return "lead/" + slug(key)
	}
	return "lead"
}
