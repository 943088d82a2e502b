package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// tableSizes are the sizes that a table's text may be made smaller to, where
// its columns have no room: 小4号, 5号, 小5号, 6号.
var tableSizes = []style.Length{12 * style.Pt, 21 * style.Pt / 2, 9 * style.Pt, 15 * style.Pt / 2}

// tableText is how a table is set: in the profile's size, or the largest
// smaller one in which no word or number of a cell need be broken; and how
// wide its columns must be for that. The smallest is used where none will do.
// A wide table, which has no other room to go to, is made smaller also to
// spare its cells a second line, where that is enough for all of them.
func (s *setter) tableText(t *doc.Table) (style.Text, []style.Length) {
	if t.Wide {
		for _, text := range s.tableTexts(true) {
			if sum(s.columnWidths(t, text)) <= s.area.TextWidth {
				return text, s.leastWidths(t, text)
			}
		}
	}
	var text style.Text
	var least []style.Length
	for _, text = range s.tableTexts(t.Wide) {
		if least = s.leastWidths(t, text); sum(least) <= s.area.TextWidth {
			break
		}
	}
	return text, least
}

// tableTexts are the ways to set a table, the largest first. Off the grid, on
// a page on its side, the lines of smaller text are nearer to each other.
func (s *setter) tableTexts(turned bool) []style.Text {
	text := s.profile.Table
	all := []style.Text{text}
	for _, size := range tableSizes {
		if size >= text.Size {
			continue
		}
		smaller := text
		smaller.Size = size
		if turned {
			smaller.Pitch = text.Pitch * size / text.Size
		}
		all = append(all, smaller)
	}
	return all
}

// leastWidths gives how wide each column must be for its longest word.
func (s *setter) leastWidths(t *doc.Table, text style.Text) []style.Length {
	least := make([]style.Length, len(t.Columns))
	for _, row := range tableRows(t) {
		for i := range min(len(row), len(least)) {
			chars := s.chars(t.ID, span{s.face(text.Face, text.Size), row[i].Runs})
			least[i] = max(least[i], s.longestWord(chars, text)+2*cellPadding)
		}
	}
	return least
}

// maxFigure is how long, in characters, a word may be to be kept whole in a cell.
const maxFigure = 10

// longestWord is how wide the longest stretch is that no line should break; a
// longer one is broken rather than make a table small.
func (s *setter) longestWord(chars []char, text style.Text) style.Length {
	longest, word := style.Length(0), style.Length(0)
	for i := range chars {
		if chars[i].before == free {
			word = 0
		}
		word += chars[i].advance(s.cell(text.Size))
		longest = max(longest, word)
	}
	return min(longest, maxFigure*text.Size)
}

// tableRows are all rows of a table, its header first.
func tableRows(t *doc.Table) [][]doc.Cell {
	return append([][]doc.Cell{t.Header}, t.Rows...)
}

func sum(lengths []style.Length) style.Length {
	total := style.Length(0)
	for _, l := range lengths {
		total += l
	}
	return total
}
