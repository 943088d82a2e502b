package template

import (
	"strings"
	"unicode"
)

// token is a stretch of the text: prose, or what stands between {{ and }}.
type token struct {
	kind tokenKind
	at   int    // of the prose, or of {{
	text string // the prose, or what stands between the braces
}

type tokenKind int

const (
	prose tokenKind = iota
	action
	control // 如果 否则 否则如果 每个 结束, and comments: they print nothing
)

// scan cuts the text into tokens and reports braces that do not pair.
func (p *parser) scan(text string) []token {
	var tokens []token
	for at := 0; at < len(text); {
		open := strings.Index(text[at:], "{{")
		if open < 0 {
			open = len(text) - at
		}
		if open > 0 {
			p.checkBraces(at, text[at:at+open])
			tokens = append(tokens, token{prose, at, text[at : at+open]})
		}
		if at += open; at == len(text) {
			break
		}
		inside, ok := p.actionAt(text, at)
		if ok {
			tokens = append(tokens, token{kindOf(inside), at, inside})
			at += len("{{") + len(inside) + len("}}")
		} else {
			at += len("{{") + len(inside)
		}
	}
	return dropControlLines(tokens)
}

// actionAt reads what follows the {{ at offset at. Without its }} it reports
// that, and what is given back is the rest of the line, to be passed over.
func (p *parser) actionAt(text string, at int) (inside string, ok bool) {
	rest := text[at+len("{{"):]
	if strings.HasPrefix(rest, "#") {
		if end := commentEnd(rest); end >= 0 {
			return rest[:end], true
		}
		p.errorf(at, "在注释后面写上 }}", "注释没有结束")
		return rest, false
	}
	quoted := false
	for i := range len(rest) {
		switch {
		case rest[i] == '\n':
			return rest[:i], p.unclosed(at, quoted)
		case rest[i] == '"':
			quoted = !quoted
		case !quoted && strings.HasPrefix(rest[i:], "{{"):
			return rest[:i], p.unclosed(at, false)
		case !quoted && strings.HasPrefix(rest[i:], "}}"):
			return rest[:i], true
		}
	}
	return rest, p.unclosed(at, quoted)
}

// commentEnd gives where the }} of a comment is; pairs of braces may stand in
// it, so that any part of a template can be turned into a comment. -1: nowhere.
func commentEnd(rest string) int {
	depth := 0
	for i := 0; i < len(rest); i++ {
		switch {
		case strings.HasPrefix(rest[i:], "{{"):
			depth++
			i++
		case strings.HasPrefix(rest[i:], "}}") && depth == 0:
			return i
		case strings.HasPrefix(rest[i:], "}}"):
			depth--
			i++
		}
	}
	return -1
}

func (p *parser) unclosed(at int, quoted bool) (ok bool) {
	if quoted {
		p.errorf(at, "补上右边的引号", "{{ 里的引号没有成对")
	} else {
		p.errorf(at, "在同一行补上 }}", "{{ 没有对应的 }}")
		p.owed = true
	}
	return false
}

// checkBraces reports braces in prose: a document has none, so each is a slip.
// What closes on the line a slip that opens is part of it, and so is a }} on a
// later line than its {{.
func (p *parser) checkBraces(at int, text string) {
	opened := -1 // where the last slip that opens ends
	owed := p.owed
	p.owed = false
	for i := 0; i < len(text); {
		j := strings.IndexAny(text[i:], "{}｛｝")
		if j < 0 {
			return
		}
		i += j
		end := len(text) - len(strings.TrimLeft(text[i:], "{}｛｝"))
		if owed && strings.HasPrefix(text[i:end], "}}") {
			owed, i = false, end
			continue
		}
		owed = false
		opens := strings.ContainsAny(text[i:end], "{｛")
		if !opens && opened >= 0 && !strings.Contains(text[opened:i], "\n") {
			opened, i = -1, end
			continue
		}
		hint := "指标写成 {{指标}}；要印花括号，写 {{原文 \"" + text[i:end] + "\"}}"
		if strings.ContainsAny(text[i:end], "｛｝") {
			hint = "花括号要用半角，写成 {{指标}}"
		}
		p.errorf(at+i, hint, "多出的花括号“%s”", text[i:end])
		if opened = -1; opens {
			opened = end
		}
		i = end
	}
}

func kindOf(inside string) tokenKind {
	if strings.HasPrefix(inside, "#") {
		return control
	}
	switch firstWord(inside) {
	case "如果", "否则如果", "否则", "每个", "结束":
		return control
	}
	return action
}

func firstWord(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}

// dropControlLines removes the line end of every line that holds nothing but
// control tokens, so that such a line leaves no trace in the text.
func dropControlLines(tokens []token) []token {
	var ends []int // tokens that begin with the rest of such a line
	for i := 0; i < len(tokens); i++ {
		if tokens[i].kind != control || !startsLine(tokens, i) {
			continue
		}
		i = lastOfRow(tokens, i)
		if i+1 < len(tokens) && tokens[i+1].kind == prose {
			ends = append(ends, i+1)
		}
	}
	for _, i := range ends {
		dropLineEnd(&tokens[i])
	}
	return tokens
}

// lastOfRow gives the last of the control tokens that follow token i with
// nothing but spaces between them.
func lastOfRow(tokens []token, i int) int {
	last := i
	for i++; i < len(tokens); i++ {
		switch {
		case tokens[i].kind == control:
			last = i
		case tokens[i].kind == action || !blank(tokens[i].text):
			return last
		}
	}
	return last
}

// startsLine tells whether only spaces stand before token i on its line.
func startsLine(tokens []token, i int) bool {
	if i == 0 {
		return true
	}
	before := tokens[i-1]
	if before.kind != prose {
		return false
	}
	line := before.text[strings.LastIndexByte(before.text, '\n')+1:]
	return blank(line) && (len(line) < len(before.text) || i == 1)
}

// dropLineEnd drops the line end that a token begins with, if only spaces stand before it.
func dropLineEnd(t *token) {
	end := strings.IndexByte(t.text, '\n')
	if end < 0 || !blank(t.text[:end]) {
		return
	}
	t.at += end + 1
	t.text = t.text[end+1:]
}

// blank tells whether s is spaces within one line.
func blank(s string) bool {
	return strings.TrimSpace(s) == "" && !strings.Contains(s, "\n")
}
