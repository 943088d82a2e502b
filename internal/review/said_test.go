package review_test

import "strings"

// said is all that a body says, a line a paragraph or a row, each with its
// style; line ends in a paragraph are ⏎, tabs are ⇥.
func said(body *element) string {
	var b strings.Builder
	signed := false
	for _, c := range body.Children {
		switch {
		case c.is("tbl"):
			for _, row := range c.Children {
				if row.is("tr") {
					b.WriteString("row: " + rowOf(row) + "\n")
				}
			}
		case styleOf(c) == "DocumentNumber":
			if !signed { // 签发人 may take several lines
				b.WriteString(numberLines(body) + "\n")
			}
			signed = true
		case styleOf(c) != "":
			b.WriteString(styleOf(c) + ": " + inlineText(c) + "\n")
		}
	}
	return b.String()
}

func styleOf(p *element) string {
	if s := p.child("pPr").child("pStyle"); s != nil {
		return s.attr("val")
	}
	return ""
}

func inlineText(e *element) string {
	switch {
	case e.is("t"), e.is("delText"):
		return e.Text
	case e.is("br"):
		return "⏎"
	case e.is("tab"):
		return "⇥"
	}
	var b strings.Builder
	for _, c := range e.Children {
		if !c.is("pPr") {
			b.WriteString(inlineText(c))
		}
	}
	return b.String()
}

// numberLines are 发文字号 and 签发人 however many lines they take: the number,
// the word, the names.
func numberLines(body *element) string {
	number, names := "", ""
	for _, p := range body.Children {
		if styleOf(p) != "DocumentNumber" {
			continue
		}
		for _, r := range runsOf(p) {
			style := r.child("rPr").child("rStyle")
			switch text := plainText(r); {
			case style != nil && style.attr("val") == "SignerName":
				names += "　" + strings.TrimSpace(text)
			case text == "签发人：":
				names = text + names
			default:
				number += text
			}
		}
	}
	return number + "｜" + strings.Join(strings.FieldsFunc(names, func(r rune) bool { return r == '　' }), "　")
}

func runsOf(e *element) []*element {
	var all []*element
	for _, c := range e.Children {
		if c.is("r") {
			all = append(all, c)
		} else {
			all = append(all, runsOf(c)...)
		}
	}
	return all
}
