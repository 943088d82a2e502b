package source

import (
	"strings"
)

// level is an open block mapping or list.
type level struct {
	indent int
	list   bool
	under  string // the key whose value it is
}

// open closes the levels that a line at an indentation ends and opens its own.
func (s *scanner) open(indent int, list bool) {
	closed := s.closeTo(indent)
	if !list {
		s.closeListAt(indent)
	}
	top := s.top()
	if len(s.levels) > 0 && top.indent == indent && top.list == list {
		return
	}
	if closed && top.indent < indent && !s.isDashColumn(indent) {
		s.misaligned(indent, "与同一组的各行对齐", "缩进与上面的各行对不齐")
	}
	under := s.under
	if top.list {
		under = top.under
	}
	s.levels = append(s.levels, level{indent: indent, list: list, under: under})
	s.checkDepth(indent)
}

// misaligned reports a wrong indentation, unless the line has been reported
// for what it is indented with.
func (s *scanner) misaligned(from int, hint, message string) {
	if s.tabbed != s.at {
		s.slipf(s.at, from, hint, "%s", message)
	}
}

// isDashColumn tells whether dashes of this line stand before the indentation,
// so that a new level may begin there.
func (s *scanner) isDashColumn(indent int) bool {
	return strings.Contains(s.lines[s.at][:indent], "-")
}

// closeTo closes the levels that are indented deeper.
func (s *scanner) closeTo(indent int) (closed bool) {
	for len(s.levels) > 0 && s.top().indent > indent {
		s.levels = s.levels[:len(s.levels)-1]
		closed = true
	}
	return closed
}

// closeListAt closes a list whose dashes stand at an indentation: a key there
// belongs to the mapping around it.
func (s *scanner) closeListAt(indent int) {
	if top := s.top(); top.list && top.indent == indent {
		s.levels = s.levels[:len(s.levels)-1]
	}
}

// top is the innermost level; one outside the file when none is open.
func (s *scanner) top() level {
	if len(s.levels) == 0 {
		return level{indent: -1}
	}
	return s.levels[len(s.levels)-1]
}
