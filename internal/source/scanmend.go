package source

import (
	"strings"
	"unicode/utf8"
)

// indentBlockLine indents a line of a block text that is not indented.
func (s *scanner) indentBlockLine(indent int) {
	if !s.block.reported {
		s.slipf(s.at, indent, "这段文字的每一行都缩进两格", "“|”后面的文字没有缩进")
		s.block.reported = true
	}
	_, size := utf8.DecodeRuneInString(s.lines[s.at][indent:])
	s.mend(s.at, indent, " "+s.lines[s.at][indent:indent+size])
}

// isIndentation tells whether a line's content begins with a blank that is
// not a space, as tabs and the full-width space of an input method.
func isIndentation(content string) bool {
	r, _ := utf8.DecodeRuneInString(content)
	return r == '\t' || r == '\u3000' || r == '\u00a0'
}

// mendIndentation makes two spaces of each blank that is none.
func (s *scanner) mendIndentation(from int) {
	s.tabbed = s.at
	if s.tabs++; s.tabs == 1 {
		s.tabSlip = len(s.slips)
		what := "制表符"
		if s.lines[s.at][from] != '\t' {
			what = "全角空格"
		}
		s.silentf(s.at, from, "改用半角空格，每层两格", "缩进用了%s", what)
	}
	for isIndentation(s.lines[s.at][from:]) {
		s.mend(s.at, from, "  ")
		from += 2
	}
}

// mendDash mends a list's dash that is full-width or has no space behind it.
func (s *scanner) mendDash(from int) {
	line := s.lines[s.at]
	rest, typed := strings.CutPrefix(line[from:], "-")
	if !typed {
		rest, typed = strings.CutPrefix(line[from:], "－")
	}
	if !typed || rest == "" || strings.HasPrefix(line[from:], "- ") {
		return
	}
	holder, ok := s.dashesAt(from)
	if !ok {
		return
	}
	if words().holds(holder, recordsKind) || words().holds(holder, listKind) {
		s.silentf(s.at, from, "写成“- ”", "列表的“-”要用半角，后面空一格")
		s.mend(s.at, from, "- ")
	}
}

// dashesAt tells whether dashes may stand at an indentation, and the key whose
// list they would be of.
func (s *scanner) dashesAt(indent int) (holder string, ok bool) {
	for _, l := range s.levels {
		if l.list && l.indent == indent {
			return l.under, true
		}
	}
	return s.under, s.bare
}

// mendEarlyColon mends a full-width colon before the bracket or quote of a
// value, in which the line's first half-width colon stands.
func (s *scanner) mendEarlyColon(from int) {
	line := s.lines[s.at]
	name, rest, found := strings.Cut(line[from:], "：")
	if rest = strings.TrimLeft(rest, " "); found && name != "" && isPlain(name) && rest != "" && strings.IndexByte("{[\"'", rest[0]) >= 0 {
		if _, ok := s.findColon(from); ok && !strings.Contains(name, ":") {
			s.mendColonAt(from+len(name), true)
		}
	}
}

// quoteRest puts single quotes around the text from a byte offset of the line
// to its end, as the writer should have put quotes there.
func (s *scanner) quoteRest(from int) {
	if line := s.lines[s.at]; !strings.Contains(line[from:], "'") {
		_, size := utf8.DecodeRuneInString(line[from:])
		s.mend(s.at, from, "'"+line[from:from+size])
		s.lines[s.at] += "'"
	}
	s.text, s.quote, s.flow = -1, bracket{}, nil
}

// reportSign reports a text that begins with a sign that means something else in YAML.
func (s *scanner) reportSign(from int) {
	if c := s.lines[s.at][from]; c == '|' || c == '>' {
		s.slipf(s.at, from+1, "文字从下一行写起，缩进两格", "“%c”后面不能有文字", c)
		return
	}
	s.slipf(s.at, from, "整段文字加上双引号", "文字不能以“%c”开头", s.lines[s.at][from])
}

func (s *scanner) reportBraces(from int) {
	s.slipf(s.at, from, "整段文字加上引号，或另起一行写在“|”后面", "文字不能以“{{”开头")
}

// mendColon finds the colon that should end a key but is full-width, or has
// no space behind it, and mends it. accept tells what can be a key.
func (s *scanner) mendColon(from int, accept func(string) bool, silent bool) bool {
	line := s.lines[s.at]
	i := strings.IndexAny(line[from:], ":：")
	if i <= 0 || !isPlain(line[from:from+i]) || !accept(strings.TrimSpace(line[from:from+i])) {
		return false
	}
	s.mendColonAt(from+i, silent)
	return s.hasColon(from)
}

// isPlain tells whether a text can be a key without quotes.
func isPlain(text string) bool {
	for i := range len(text) {
		if beginsComment(text, i) {
			return false
		}
	}
	return strings.IndexByte(signs, text[0]) < 0
}

func (s *scanner) mendColonAt(at int, silent bool) {
	report := s.slipf
	if silent {
		report = s.silentf
	}
	if s.lines[s.at][at] == ':' {
		report(s.at, at, "写成“: ”", "冒号后面少了一个空格")
	} else {
		report(s.at, at, "改成半角冒号加空格“: ”", "第 %d 行用了全角冒号“：”，应为半角“: ”", s.at+1)
	}
	s.mend(s.at, at, ": ")
}

// beginsKnownKey tells whether the line begins with a key although a bracket
// or quote is open: then that was not closed.
func (s *scanner) beginsKnownKey() bool {
	line := s.lines[s.at]
	content := strings.TrimLeft(line, " ")
	name, rest, found := strings.Cut(content, ":")
	return found && len(line)-len(content) <= max(s.top().indent, 0) && words().has(name) && (rest == "" || rest[0] == ' ')
}

// reportOpen reports the bracket or quote that was never closed, and goes on
// as if it had been.
func (s *scanner) reportOpen() {
	last := s.lastFilled()
	switch {
	case s.quote.sign != 0:
		s.slipf(s.quote.line, s.quote.from, "在这段文字末尾补上引号；引文用“”", "引号没有收尾")
		s.lines[last] += string(s.quote.sign)
	case len(s.flow) > 0:
		b := s.flow[len(s.flow)-1]
		s.slipf(b.line, b.from, "在这一项末尾补上“"+string(closing(b.sign))+"”", "“%c”没有收尾", b.sign)
	}
	for len(s.flow) > 0 {
		s.lines[last] += string(closing(s.flow[len(s.flow)-1].sign))
		s.flow = s.flow[:len(s.flow)-1]
	}
	s.quote = bracket{}
}

// lastFilled is the index of the last line before this one that is not blank.
func (s *scanner) lastFilled() int {
	last := s.at - 1
	for last > 0 && strings.TrimSpace(s.lines[last]) == "" {
		last--
	}
	return last
}
