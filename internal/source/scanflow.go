package source

import "strings"

// closing is the sign that closes a bracket.
func closing(open byte) byte {
	if open == '[' {
		return ']'
	}
	return '}'
}

// inside scans quotes and flow brackets from a byte offset of the line to
// where the last of them closes, or to the line's end.
func (s *scanner) inside(from int) {
	for i := from; i < len(s.lines[s.at]) && !s.refused && len(s.slips) < maxSlips; {
		if s.quote.sign != 0 {
			end := closingQuote(s.lines[s.at][i:], s.quote.sign)
			if end < 0 {
				return
			}
			s.quote = bracket{}
			i += end + 1
		} else {
			i = s.flowToken(i)
		}
		if len(s.flow) == 0 && s.quote.sign == 0 {
			s.checkBehind(i)
			return
		}
	}
}

// flowToken scans one token and gives the offset behind it.
func (s *scanner) flowToken(i int) int {
	line := s.lines[s.at]
	switch c := line[i]; c {
	case ' ', '\t':
		return i + 1
	case '#':
		return len(line)
	case '"', '\'':
		s.count(i)
		s.quote = bracket{sign: c, line: s.at, from: i}
		return i + 1
	case '[', '{':
		s.openBracket(i)
		return i + 1
	case ']', '}':
		return s.closeBracket(i)
	case ',':
		s.flow[len(s.flow)-1].valued = false
		return i + 1
	case ':':
		s.flow[len(s.flow)-1].valued = true
		return i + 1
	case '&', '*', '!', '@', '`', '%':
		s.reportSign(i)
		return i + 1
	default:
		return s.flowPlain(i)
	}
}

func (s *scanner) openBracket(i int) {
	s.count(i)
	if strings.HasPrefix(s.lines[s.at][i:], "{{") {
		s.reportBraces(i)
	}
	s.flow = append(s.flow, bracket{sign: s.lines[s.at][i], line: s.at, from: i})
	s.checkDepth(i)
}

func (s *scanner) closeBracket(i int) int {
	if open := s.flow[len(s.flow)-1]; closing(open.sign) != s.lines[s.at][i] {
		s.slipf(s.at, i, "改成“"+string(closing(open.sign))+"”", "括号不成对：以“%c”开头，以“%c”收尾", open.sign, s.lines[s.at][i])
	}
	s.flow = s.flow[:len(s.flow)-1]
	return i + 1
}

// flowPlain scans a plain text in brackets: a key, a value or an item.
func (s *scanner) flowPlain(i int) int {
	line := s.lines[s.at]
	end := flowPlainEnd(line, i)
	text := line[i:end]
	top := &s.flow[len(s.flow)-1]
	rest := strings.TrimLeft(line[end:], " ")
	followed := strings.HasPrefix(rest, ":")
	switch {
	case top.sign != '{':
	case top.valued && strings.Contains(text, "，"):
		if comma := commaBeforeKey(text, followed); comma >= 0 {
			s.silentf(s.at, i+comma, "改成半角逗号加空格“, ”", "用了全角逗号“，”，应为半角“, ”")
			s.mend(s.at, i+comma, ", ")
			return i + comma
		}
	case !top.valued && !followed && rest != "":
		if colon := strings.IndexAny(text, ":："); colon > 0 {
			s.mendColonAt(i+colon, true)
			return i
		}
	}
	s.count(i)
	return end
}

// commaBeforeKey is the offset of a full-width comma in a value of a flow
// mapping behind which a key stands, or -1. followed tells whether a colon
// follows the text.
func commaBeforeKey(text string, followed bool) int {
	for i, r := range text {
		if r != '，' {
			continue
		}
		rest := text[i+len("，"):]
		name, _, _ := strings.Cut(strings.ReplaceAll(rest, "：", ":"), ":")
		if words().has(strings.TrimSpace(name)) && (followed || len(name) < len(rest)) {
			return i
		}
	}
	if followed {
		return strings.LastIndex(text, "，")
	}
	return -1
}

// flowPlainEnd is the offset behind a plain text in brackets.
func flowPlainEnd(line string, from int) int {
	for i := from; i < len(line); i++ {
		switch c := line[i]; {
		case strings.IndexByte(",[]{}", c) >= 0:
			return i
		case c == ':' && (i+1 == len(line) || strings.IndexByte(" ,[]{}", line[i+1]) >= 0):
			return i
		case beginsComment(line, i):
			return i
		}
	}
	return len(line)
}

// checkBehind reports text behind a closed quote or bracket.
func (s *scanner) checkBehind(i int) {
	line := s.lines[s.at]
	rest := strings.TrimLeft(line[i:], " \t")
	if rest == "" || rest[0] == '#' || rest[0] == ':' {
		return
	}
	at := len(line) - len(rest)
	s.slipf(s.at, at, "整段文字加上引号，里面的引号用“”", "“%c”后面不能再有文字", line[i-1])
	if s.begun.line == s.at {
		s.quoteRest(s.begun.from)
	}
}
