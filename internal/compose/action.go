package compose

import (
	"errors"
	"strings"

	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/template"
)

// missingText is what stands for a figure that is 待补.
const missingText = "【待补】"

// action prints what stands between {{ and }}.
func (r *runner) action(n *template.Action, s scope) {
	before := len(r.pieces)
	r.meaning(n, s)
	if len(r.pieces) == before { // a mistake: its line is not an empty one
		r.add(piece{at: n.At, scope: s})
	}
}

// meaning finds what an action means: read as a whole it is a name; else its
// first word is a function.
func (r *runner) meaning(n *template.Action, s scope) {
	v, isFigure := r.c.book.Find(s.areaName(), n.Text.Text)
	w, isWord := word{}, false
	if !n.Text.Quoted {
		w, isWord = r.c.word(s, n.Text.Text)
	}
	f := functions[n.Words[0].Text]
	switch {
	case isWord && isFigure:
		r.errorf(n.Text.At, "要印指标，写成 {{“"+w.name+"”}}", "“%s”既是模板用语，又是指标名", w.name)
	case isWord:
		r.word(n, w, s)
	case isFigure:
		r.figure(n, v, s)
	case f != nil && !n.Words[0].Quoted && len(n.Words) > 1:
		f(r, call{name: n.Words[0].Text, action: n, args: n.Words[1:], scope: s})
	case f != nil:
		r.errorf(n.Text.At, "写成 {{"+n.Text.Text+" 指标}}", "“%s”后面要写指标的名称", n.Text.Text)
	default:
		r.c.unknown(s, r.p.place(n.Text.At), n.Text.Text)
	}
}

// figure prints a figure with its unit.
func (r *runner) figure(n *template.Action, v *figure.Value, s scope) {
	r.print(n, s, []*figure.Value{v}, func() (string, *doc.Origin, error) {
		return r.c.book.Print(v.Quantity), r.c.origin(v), nil
	})
}

// print adds what make gives as one printed figure. A figure it is made of
// that is 待补 stands as such in a draft, and is refused in a final document.
func (r *runner) print(n *template.Action, s scope, of []*figure.Value, make func() (string, *doc.Origin, error)) {
	if r.isMissing(n, s, of) || r.c.trial > 0 {
		return
	}
	text, origin, err := make()
	var mistake *figure.Mistake
	switch {
	case errors.Is(err, figure.ErrReported):
		r.c.failed = true
	case errors.As(err, &mistake):
		r.errorf(n.At, mistake.Hint, "%s", mistake.Message)
	case err != nil:
		r.errorf(n.At, "", "%v", err)
	default:
		r.addRun(n.At, s, doc.Run{Text: text, Origin: origin})
	}
}

// isMissing deals with figures that cannot be printed: those that are 待补, and
// those whose mistake has been reported already.
func (r *runner) isMissing(n *template.Action, s scope, of []*figure.Value) bool {
	for _, v := range of {
		switch {
		case v.Failed:
			r.c.failed = true
			return true
		case v.Pending && r.c.trial == 0:
			r.missing(n.At, s, v)
			return true
		}
	}
	return false
}

func (r *runner) missing(at int, s scope, v *figure.Value) {
	if r.c.stage == Final {
		r.errorf(at, "补上数，去掉“待补”", "“%s”还没有数，不能定稿", v.Key)
		return
	}
	r.addRun(at, s, doc.Run{Text: missingText, Missing: true, Origin: r.c.origin(v)})
}

func (r *runner) errorf(at int, hint, format string, args ...any) {
	r.c.diags.Errorf(r.p.place(at), hint, format, args...)
}

// word prints a word of the language.
func (r *runner) word(n *template.Action, w word, s scope) {
	switch {
	case w.value != nil:
		r.figure(n, w.value, s)
	case w.made != "":
		r.addRun(n.At, s, doc.Run{Text: w.made, Origin: w.origin})
	case strings.TrimSpace(w.text.Value) == "":
		r.errorf(n.Text.At, "在 "+w.file()+" 里写上“"+w.name+"”", "“%s”是空的", w.name)
	case w.block:
		r.block(n, w, s)
	default:
		r.inline(n, w, s)
	}
}

// inline runs a text within the line.
func (r *runner) inline(n *template.Action, w word, s scope) {
	for _, p := range r.c.run(r.c.prose(w.text, w.name), w.scope) {
		if p.isLineEnd || p.insert != nil {
			r.c.diags.Errorf(p.pos(), "写在一行里", "“%s”里不能分段，也不能放图表", w.name)
			continue
		}
		if p.typed && w.origin != nil {
			p.run.Origin = w.origin
		}
		p.at, p.scope, p.typed = n.At, s, false
		r.add(p)
	}
}

// block sets a text of several paragraphs where a line of the template asks for it.
func (r *runner) block(n *template.Action, w word, s scope) {
	if !r.p.isTemplate {
		r.errorf(n.Text.At, "只能写在模板文件里", "这里不能放“%s”全文", w.name)
		return
	}
	r.add(piece{at: n.At, scope: s, called: w.name, insert: func(st *setter) { st.place(w) }})
}
