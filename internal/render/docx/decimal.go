package docx

import (
	"regexp"
	"strings"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// plainNumber is a number without a unit.
var plainNumber = regexp.MustCompile(`^[-+−－＋]?[0-9][0-9,]*(\.[0-9]+)?$`)

// decimalStop is the tab stop under which the numbers of a right-aligned
// column have their points; nil where all end at the right edge as they are.
// In a cell, text goes to a decimal tab stop without a tab before it
// (ECMA-376 part 1, clause 17.18.84).
func (f *file) decimalStop(t *doc.Table, column int, width style.Length) *xml.Node {
	if t.Columns[column] != doc.AlignRight {
		return nil
	}
	most, least := "", ""
	for i, row := range t.Rows {
		if column >= len(row) {
			return nil
		}
		text := doc.Text(row[column].Runs)
		if !plainNumber.MatchString(text) {
			return nil
		}
		fraction := fractionOf(text)
		if len(fraction) > len(most) {
			most = fraction
		}
		if i == 0 || len(fraction) < len(least) {
			least = fraction
		}
	}
	if len(most) == len(least) {
		return nil
	}
	inside := width - 2*cellMargin - chart.EstimateWidth(most, "", f.cell(f.profile.Table))
	return tabStops(stop{"decimal", inside})
}

// fractionOf is a number's point and what follows it.
func fractionOf(number string) string {
	at := strings.IndexByte(number, '.')
	if at < 0 {
		return ""
	}
	return number[at:]
}
