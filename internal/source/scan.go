package source

import (
	"fmt"
	"strings"
)

// What a file may hold. A report's largest real file has some hundred values,
// four mappings deep; the limits keep a hostile one from using up the machine.
const (
	maxDepth  = 50
	maxValues = 500_000 // in all files of a report
	maxLines  = 300_000
	maxLine   = 1 << 20 // bytes
	maxSlips  = 100     // more of them in one file help nobody
)

// scanner goes through a file line by line before it is parsed, to refuse
// what is too deep or too much, and to find the slips that a clerk makes and
// a YAML parser tells badly: it says where each is, and mends those that have
// only one meaning, so that the rest of the file can be read and checked.
//
// It knows as much YAML as that needs: indentation, keys, dashes, flow
// brackets, quotes, block texts.
type scanner struct {
	*sheet
	at      int       // index of the line
	levels  []level   // open block mappings and lists, outermost first
	flow    []bracket // open flow brackets, outermost first
	quote   bracket   // the open quote; its sign is 0 when there is none
	begun   bracket   // where the last value in quotes or brackets began
	block   blockText // the block text that goes on
	text    int       // indentation of the key or dash whose plain text may go on; -1: none
	under   string    // the last key: what is indented deeper is its value
	bare    bool      // it has nothing behind it
	keyless int       // index of the last line that should have a key and has none; -1: none
	tabs    int       // lines indented with something else than spaces
	tabbed  int       // index of the last of them
	tabSlip int       // index of the slip that tells of the first of them
	values  int       // a bound on the number of values, those of files before too
	refused bool      // too deep, too much, or several documents: do not parse
}

// blockText is a text behind | or >.
type blockText struct {
	indent   int  // of its key; -1: there is none
	empty    bool // it has no line yet that is indented
	reported bool // that its lines are not
}

// bracket is an open flow bracket or quote.
type bracket struct {
	sign       byte
	line, from int  // index of its line, and byte offset
	valued     bool // the entry of a flow mapping has had its colon
}

// scan goes through the lines of a text. values is how many there are in the
// files before it.
func scan(text string, values int) *scanner {
	s := &scanner{values: values, sheet: &sheet{lines: strings.Split(text, "\n")}, block: blockText{indent: -1}, text: -1, keyless: -1, tabbed: -1}
	if len(s.lines) > maxLines {
		s.refuse(0, "检查是不是放错了文件，或分成几个文件", "文件超过 %d 行", maxLines)
	}
	for s.at = 0; s.at < len(s.lines) && !s.refused; s.at++ {
		s.scanLine()
		s.refused = s.refused || len(s.slips) >= maxSlips
	}
	if s.tabs > 1 {
		s.slips[s.tabSlip].message += fmt.Sprintf("，共 %d 行", s.tabs)
	}
	if !s.refused {
		s.reportOpen()
	}
	return s
}

// refuse reports why a file is not to be parsed at all.
func (s *scanner) refuse(from int, hint, format string, args ...any) {
	if !s.refused {
		s.silentf(s.at, from, hint, format, args...)
		s.refused = true
	}
}

func (s *scanner) scanLine() {
	if len(s.lines[s.at]) > maxLine {
		s.refuse(0, "检查是不是放错了文件，或分成几段", "这一行太长，超过 %d MB", maxLine>>20)
		return
	}
	if len(s.flow) > 0 || s.quote.sign != 0 {
		if !s.beginsKnownKey() {
			s.inside(0)
			return
		}
		s.reportOpen()
	}
	line := s.lines[s.at]
	content := strings.TrimLeft(line, " ")
	indent := len(line) - len(content)
	switch {
	case strings.TrimSpace(content) == "":
	case s.block.indent >= 0 && indent > s.block.indent:
		s.block.empty = false
	case s.text >= 0 && indent > s.text && !s.hasColon(indent):
	case isIndentation(content):
		s.mendIndentation(indent)
		s.scanLine()
	case indent == 0 && isDocumentMark(line):
		s.documentMark()
	case content[0] == '#':
	case s.block.indent == indent && s.block.empty && content[0] != '-' && !s.hasColon(indent):
		s.indentBlockLine(indent)
	default:
		s.block.indent = -1
		s.structure(indent)
	}
}

func isDocumentMark(line string) bool {
	mark := strings.TrimRight(line, " \t")
	return mark == "---" || mark == "..." || strings.HasPrefix(line, "--- ")
}

// documentMark allows a mark at the head of the file only: what follows a
// later one would be lost.
func (s *scanner) documentMark() {
	if len(s.levels) > 0 || s.text >= 0 {
		s.refuse(0, "删去这一行", "一个文件只能有一份数据，不能用“%s”隔开", s.lines[s.at][:3])
	}
}

// count notes a value and refuses a file with too many.
func (s *scanner) count(from int) {
	if s.values++; s.values > maxValues {
		s.refuse(from, "分成几份报告", "数据太多，连这个文件超过 %d 项", maxValues)
	}
}

// checkDepth refuses a file that is nested too deep.
func (s *scanner) checkDepth(from int) {
	if len(s.levels)+len(s.flow) > maxDepth {
		s.refuse(from, "检查缩进和括号", "数据套了 %d 层以上", maxDepth)
	}
}
