package figure

import (
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
)

// relations reads a line of 校核: formulas joined by relation signs, a chain
// being as many relations as it has signs. It gives nil after any mistake;
// all are reported.
func (j *Judge) relations(area string, e Expression, diags *diag.List) []*Relation {
	names := j.book.names(area)
	names.quiet = j.quiet
	p := parser{text: e.Text, names: names, report: signReporter(e, reporter(&e, diags))}
	if len(p.text) > maxFormula {
		p.report(0, "分成几条", "校核太长")
		return nil
	}
	if m := checkRunes(p.text); m != nil {
		p.report(0, m.Hint, m.Message)
		return nil
	}
	var list []*Relation
	left, ok := p.side()
	for ok && p.at < len(p.text) {
		sign, isSign := p.sign()
		if !isSign {
			p.misplaced()
			return nil
		}
		var right Side
		if right, ok = p.side(); ok {
			list = append(list, &Relation{Sign: sign, Left: left, Right: right})
			left = right
		}
	}
	if ok && list == nil && !p.unknown {
		p.report(len(p.text), "写成“总数 = 甲 + 乙”或“甲 <= 乙”", "缺少“=”“<=”这样的关系号")
	}
	if !ok || p.unknown {
		return nil
	}
	return list
}

// side reads one side of a relation.
func (p *parser) side() (Side, bool) {
	start := p.at
	t := p.sum()
	if t == nil {
		return Side{}, false
	}
	return Side{Text: strings.TrimSpace(p.text[start:p.at]), Term: t}, true
}

// signReporter words what the parser of formulas says of a relation sign,
// which has no place in a formula but has in a relation.
func signReporter(e Expression, report func(offset int, hint, message string)) func(offset int, hint, message string) {
	return func(offset int, hint, message string) {
		r, size := utf8.DecodeRuneInString(e.Text[min(offset, len(e.Text)):])
		if size > 0 && strings.ContainsRune(relationSigns, r) {
			hint, message = "补上指标或括号", "“"+string(r)+"”前面的式子没有写完"
		}
		report(offset, hint, message)
	}
}
