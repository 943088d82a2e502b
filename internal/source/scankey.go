package source

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// hasColon tells whether the line has a key.
func (s *scanner) hasColon(from int) bool {
	_, ok := s.findColon(from)
	return ok
}

// structure scans a line that is no text of an earlier one: its dashes, then
// a key with its value, or a text.
func (s *scanner) structure(from int) {
	s.mendDash(from)
	line := s.lines[s.at]
	dashed := false
	for strings.HasPrefix(line[from:], "- ") || line[from:] == "-" {
		s.open(from, true)
		dashed = true
		rest := strings.TrimLeft(line[from+1:], " ")
		from = len(line) - len(rest)
		s.text = -1
		if rest == "" || rest[0] == '#' || s.refused {
			return
		}
	}
	s.count(from)
	s.mendEarlyColon(from)
	colon, ok := s.findColon(from)
	switch {
	case ok:
		s.key(from, colon)
	case dashed:
		s.listItem(from)
	default:
		s.loneText(from)
	}
}

// findColon finds the colon behind the key at a byte offset of the line, if
// there is a key.
func (s *scanner) findColon(from int) (int, bool) {
	line := s.lines[s.at]
	switch line[from] {
	case '"', '\'':
		end := closingQuote(line[from+1:], line[from])
		if end < 0 {
			return 0, false
		}
		rest := strings.TrimLeft(line[from+1+end+1:], " ")
		colon := len(line) - len(rest)
		return colon, isColon(line, colon)
	}
	if strings.IndexByte(signs, line[from]) >= 0 {
		return 0, false
	}
	for i := from; i < len(line); i++ {
		switch {
		case isColon(line, i):
			return i, true
		case beginsComment(line, i):
			return 0, false
		}
	}
	return 0, false
}

// isColon tells whether the colon at an offset ends a key.
func isColon(line string, at int) bool {
	return at < len(line) && line[at] == ':' && (at+1 == len(line) || line[at+1] == ' ' || line[at+1] == '\t')
}

// beginsComment tells whether a comment begins at an offset.
func beginsComment(line string, at int) bool {
	return line[at] == '#' && (at == 0 || line[at-1] == ' ' || line[at-1] == '\t')
}

// closingQuote is the offset of the sign that closes a quoted text, or -1.
func closingQuote(text string, quote byte) int {
	for i := 0; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		default:
			return i
		}
	}
	return -1
}

// longestKey is how many characters YAML lets a key have.
const longestKey = 1_000

// key scans a key and what stands behind its colon.
func (s *scanner) key(from, colon int) {
	line := s.lines[s.at]
	if s.text >= 0 && from > s.text && !s.isDashColumn(from) {
		s.misaligned(from, "与上一项对齐", "这一行缩进多了，成了上一行文字的一部分")
		s.text = -1
		return
	}
	if n := utf8.RuneCountInString(line[from:colon]); n > longestKey {
		s.refuse(from, "冒号前面只写名称", "冒号前面的名称太长，有 %d 个字", n)
		return
	}
	s.open(from, false)
	s.text, s.under = -1, strings.Trim(line[from:colon], " \"'")
	rest := strings.TrimLeft(line[colon+1:], " \t")
	if s.bare = rest == "" || rest[0] == '#'; !s.bare {
		s.value(len(line)-len(rest), from)
	}
}

var blockHeader = regexp.MustCompile(`^[|>][-+0-9]*\s*(#.*)?$`)

// value scans what stands behind a key's colon or a list's dash; indent is
// the indentation of that key or dash.
func (s *scanner) value(from, indent int) {
	s.count(from)
	line := s.lines[s.at]
	switch c := line[from]; {
	case strings.HasPrefix(line[from:], "{{"):
		s.reportBraces(from)
		s.quoteRest(from)
	case c == '"' || c == '\'' || c == '[' || c == '{':
		s.begun = bracket{line: s.at, from: from}
		s.inside(from)
	case blockHeader.MatchString(line[from:]):
		s.block = blockText{indent: indent, empty: true}
	case strings.IndexByte("&*!@`%|>", c) >= 0:
		s.reportSign(from)
		s.quoteRest(from)
	default:
		s.text = indent
		s.checkPlain(from)
	}
}

// checkPlain reports a second colon in a key's text.
func (s *scanner) checkPlain(from int) {
	line := s.lines[s.at]
	for i := from; i < len(line); i++ {
		switch {
		case beginsComment(line, i):
			return
		case isColon(line, i):
			s.slipf(s.at, i, "文字里的冒号用全角“：”，或把整段文字加上双引号", "一行里有两个“: ”")
			s.quoteRest(from)
			return
		}
	}
}

// listItem scans a list's item that is no mapping.
func (s *scanner) listItem(from int) {
	holder := s.top()
	if words().holds(holder.under, recordsKind) && s.mendColon(from, words().has, true) {
		s.structure(len(s.lines[s.at]) - len(strings.TrimLeft(s.lines[s.at], " ")))
		return
	}
	s.value(from, holder.indent)
}

// loneText scans a line without a key or dash: more of the text before it, or
// the value of a key that had none, or a key that was mistyped.
func (s *scanner) loneText(from int) {
	if s.text >= 0 && from > s.text {
		return
	}
	s.closeTo(from)
	s.closeListAt(from)
	top := s.top()
	switch {
	case from == top.indent || len(s.levels) == 0:
		s.needsKey(from, top)
	case s.holdsMapping(top) && s.mendColon(from, s.acceptable(s.under), true):
		s.structure(from)
	default:
		s.value(from, top.indent)
	}
}

// holdsMapping tells whether a mapping must stand below the last key.
func (s *scanner) holdsMapping(top level) bool {
	return s.bare && (words().holds(s.under, namesKind) || top.under == indicatorsKey)
}

// acceptable tells what may be a key below another: any name, or a known one.
func (s *scanner) acceptable(under string) func(string) bool {
	if words().holds(under, namesKind) {
		return func(string) bool { return true }
	}
	return words().resembles
}

// needsKey scans a line that stands where only a key can.
func (s *scanner) needsKey(from int, top level) {
	accept := s.acceptable(top.under)
	if len(s.levels) == 0 {
		accept = words().resembles
	}
	if s.mendColon(from, accept, false) {
		s.structure(from)
		return
	}
	if strings.IndexByte("\"'[{", s.lines[s.at][from]) >= 0 {
		s.inside(from)
		return
	}
	if s.keyless < 0 || s.at != s.keyless+1 {
		s.slipf(s.at, from, "是新的一项就写成“键: 值”；是上一项的文字就缩进两格", "这一行不是“键: 值”")
	}
	s.keyless = s.at
}

// signs begin something else than a plain text.
const signs = "\"'[]{},|>&*!@`%#"
