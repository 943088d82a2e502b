//go:build conformance

package conformance

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	dpi     = 300
	mm      = dpi / 25.4 // pixels
	allowed = 1.0        // millimetres, GB/T 9704-2012, 5.2.1
)

// leadReport is a report of nothing but one lead paragraph.
func leadReport(t *testing.T, lead string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "lead")
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "areas"), 0o755))
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write("report.yaml", "单位: 国\n标题: 国\n期间: 2023上半年\n模板: half-year-summary\n版式: plain\n导语: "+lead+"\n工作: [a]\n")
	write("areas/a.yaml", "工作: 国\n标题: 国\n正文: 国\n")
	return dir
}

func TestPageGeometry(t *testing.T) {
	// The ink of 国 nearly fills its cell, so that lines, characters and
	// margins can be measured.
	files := build(t, leadReport(t, strings.Repeat("国", 28*22*3)))
	for _, page := range []int{2, 3} {
		t.Run("PDF", func(t *testing.T) { measurePage(t, files["pdf"], page, 0) })
	}
	// LibreOffice sets four fifths of an exact line's height above the
	// baseline, which is 0.9 mm lower than the middle of the line.
	docx := convert(t, files["docx"], "pdf")
	for _, page := range []int{2, 3} {
		t.Run("DOCX in LibreOffice", func(t *testing.T) { measurePage(t, docx, page, 0.9) })
	}
}

// measurePage checks a page full of 国, whose lines stand lower millimetres
// under the middle of their pitch, and logs what it measured.
func measurePage(t *testing.T, pdf string, page int, lower float64) {
	ink := renderPage(t, pdf, page)
	height, width := ink.Rect.Dy(), ink.Rect.Dx()
	textBottom := height - int(math.Round(33*mm)) // what stands below is the page number
	lines := bands(textBottom, func(y int) bool { return rowHasInk(ink, y, 0, width) })
	require.Len(t, lines, 22, "lines a page")

	first := lines[0]
	characters := bands(width, func(x int) bool { return columnHasInk(ink, x, first.from, first.to) })
	require.Len(t, characters, 28, "characters a line")

	// The type area begins and ends half a cell from the middle of its
	// outermost characters, half a line from that of its outermost lines: ink
	// is centred in its cell.
	cell := float64(characters[27].middle()-characters[0].middle()) / 27
	left := (float64(characters[0].middle()) - cell/2) / mm
	right := (float64(width-characters[27].middle()) - cell/2) / mm
	require.InDelta(t, 28, left, allowed, "left margin, mm")
	require.InDelta(t, 26, right, allowed, "right margin, mm")

	pitch := float64(lines[21].middle()-lines[0].middle()) / 21
	require.InDelta(t, 28.95, pitch/dpi*72, 0.05, "line pitch, pt")
	top := (float64(lines[0].middle())-pitch/2)/mm - lower
	bottom := (float64(height-lines[21].middle())-pitch/2)/mm + lower
	require.InDelta(t, 37, top, allowed, "top margin, mm")
	require.InDelta(t, 35, bottom, allowed, "bottom margin, mm")

	numbers := bands(height, func(y int) bool { return y > textBottom && rowHasInk(ink, y, 0, width) })
	require.NotEmpty(t, numbers, "page number")
	from, to := numbers[0].from, numbers[len(numbers)-1].to
	number := bands(width, func(x int) bool { return columnHasInk(ink, x, from, to) })
	below := float64(from)/mm - (37 + 225)
	require.InDelta(t, 7, below, allowed, "page number's top under the type area, mm")
	inside := 14.0 / 72 * 25.4 // one 4号 character
	if page%2 == 1 {
		require.InDelta(t, 26+inside, float64(width-number[len(number)-1].to)/mm, allowed, "odd page number from the right, mm")
	} else {
		require.InDelta(t, 28+inside, float64(number[0].from)/mm, allowed, "even page number from the left, mm")
	}
	t.Logf("page %d: %d lines of %d characters, cell %.2f pt, pitch %.2f pt, margins left %.1f right %.1f top %.1f bottom %.1f mm, number %.1f mm below",
		page, len(lines), len(characters), cell/dpi*72, pitch/dpi*72, left, right, top, bottom, below)
}

// band is a stretch of rows or columns that hold ink.
type band struct{ from, to int }

func (b band) middle() int { return (b.from + b.to) / 2 }

// bands finds the stretches of inked positions below limit; gaps of two
// pixels or less are part of a character.
func bands(limit int, inked func(int) bool) []band {
	var found []band
	for i := range limit {
		if !inked(i) {
			continue
		}
		if n := len(found); n > 0 && i-found[n-1].to <= 3 {
			found[n-1].to = i
			continue
		}
		found = append(found, band{i, i})
	}
	return found
}

func rowHasInk(m *image.Gray, y, from, to int) bool {
	return slices.ContainsFunc(m.Pix[y*m.Stride+from:y*m.Stride+to], dark)
}

func columnHasInk(m *image.Gray, x, from, to int) bool {
	for y := from; y <= to; y++ {
		if dark(m.Pix[y*m.Stride+x]) {
			return true
		}
	}
	return false
}

func dark(v uint8) bool { return v < 128 }

// renderPage draws one page of a PDF in grey.
func renderPage(t *testing.T, pdf string, page int) *image.Gray {
	t.Helper()
	out := filepath.Join(t.TempDir(), "page")
	n := fmt.Sprint(page)
	run(t, "pdftoppm", "-gray", "-singlefile", "-r", fmt.Sprint(dpi), "-f", n, "-l", n, pdf, out)
	data, err := os.ReadFile(out + ".pgm")
	require.NoError(t, err)
	var width, height, depth int
	_, err = fmt.Fscanf(bytes.NewReader(data), "P5\n%d %d\n%d\n", &width, &height, &depth)
	require.NoError(t, err)
	return &image.Gray{Pix: data[len(data)-width*height:], Stride: width, Rect: image.Rect(0, 0, width, height)}
}
