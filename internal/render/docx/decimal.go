package docx

import (
	"regexp"
	"strings"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// plainNumber is a number without a unit.
var plainNumber = regexp.MustCompile(`^[-+−－＋]?[0-9][0-9,]*(\.[0-9]+)?$`)

// longestFractions are the widths of what follows the integers of each
// right-aligned column of plain numbers, 0 for other columns. Shorter numbers
// are indented from the right so that points stand under each other. A
// decimal tab stop would do so in Word alone: LibreOffice wants a tab before
// the number.
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
	for _, row := range rows {
		if column >= len(row) {
			return 0
		}
		text := doc.Text(row[column].Runs)
		if !plainNumber.MatchString(text) {
			return 0
		}
		longest = max(longest, f.fractionWidth(text))
	}
	return longest
}

// fractionWidth is the width of a number's point and what follows it in the
// western face, whose digits are half as wide as high and whose point a
// quarter.
func (f *file) fractionWidth(number string) style.Length {
	at := strings.IndexByte(number, '.')
	if at < 0 {
		return 0
	}
	digits := style.Length(len(number) - at - 1)
	return f.profile.Table.Size * (1 + 2*digits) / 4
}
