package docx

import (
	"regexp"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// figureCell is a cell that holds one number: its integer, what follows the
// point, a unit.
var figureCell = regexp.MustCompile(`^[-+−－＋]?[0-9][0-9,]*(\.[0-9]+)?([^0-9]*)$`)

// longestFractions are the widths of the longest fraction in each
// right-aligned column of numbers that have one unit, 0 for other columns.
// Shorter numbers are indented from the right so that points stand under each
// other. A decimal tab stop would do so in Word alone: LibreOffice wants a tab
// before the number.
func (f *file) longestFractions(t *doc.Table) []style.Length {
	all := make([]style.Length, len(t.Columns))
	for column, align := range t.Columns {
		if align == doc.AlignRight {
			all[column] = f.longestFraction(t.Rows, column)
		}
	}
	return all
}

func (f *file) longestFraction(rows [][]doc.Cell, column int) style.Length {
	longest := style.Length(0)
	var first []string
	for _, row := range rows {
		if column >= len(row) {
			continue
		}
		parts := figureCell.FindStringSubmatch(doc.Text(row[column].Runs))
		switch {
		case parts == nil:
			continue
		case first == nil:
			first = parts
		case parts[2] != first[2]:
			return 0
		}
		longest = max(longest, f.fractionWidth(parts[1]))
	}
	return longest
}

// shortfall is how much shorter a cell's fraction is than the longest of its
// column; 0 where it is no number.
func (f *file) shortfall(cell doc.Cell, longest style.Length) style.Length {
	parts := figureCell.FindStringSubmatch(doc.Text(cell.Runs))
	if parts == nil {
		return 0
	}
	return max(0, longest-f.fractionWidth(parts[1]))
}

// fractionWidth is the width of a point and the digits after it in the
// western face, whose digits are half as wide as high and whose point a
// quarter.
func (f *file) fractionWidth(fraction string) style.Length {
	if fraction == "" {
		return 0
	}
	digits := style.Length(len(fraction) - 1)
	return f.profile.Table.Size * (1 + 2*digits) / 4
}
