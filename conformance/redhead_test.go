//go:build conformance

package conformance

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// formalReport is a red-head report with an imprint, of one lead paragraph.
func formalReport(t *testing.T) string {
	t.Helper()
	dir := leadReport(t, strings.Repeat("国", 28*3))
	file := filepath.Join(dir, "report.yaml")
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	text := strings.Replace(string(data), "版式: plain", "版式: redhead\n发文机关标志: 国国国国国国\n发文字号: 国〔2023〕12号\n主送: 国国\n"+
		"成文日期: 2023-06-30\n抄送: 国国\n印发机关: 国国\n印发日期: 2023-07-01", 1)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	return dir
}

// The red head and the imprint, measured in ink (GB/T 9704-2012, 7.2 and 7.4).
func TestRedHeadGeometry(t *testing.T) {
	pdf := build(t, formalReport(t))["pdf"]
	red, black := renderInks(t, pdf, 1)
	width, height := red.Rect.Dx(), red.Rect.Dy()

	reds := bands(height, func(y int) bool { return rowHasInk(red, y, 0, width) })
	require.Len(t, reds, 2, "organ mark and rule")
	mark, rule := reds[0], reds[1]
	require.InDelta(t, 37+35, float64(mark.from)/mm, allowed, "7.2.4: organ mark's top edge, mm")
	stretch := bands(width, func(x int) bool { return columnHasInk(red, x, rule.from, rule.to) })
	require.Len(t, stretch, 1)
	require.InDelta(t, 28, float64(stretch[0].from)/mm, allowed, "7.2.7: rule's left end, mm")
	require.InDelta(t, 156, float64(stretch[0].to-stretch[0].from)/mm, allowed, "7.2.7: rule as wide as the type area, mm")
	characters := bands(width, func(x int) bool { return columnHasInk(red, x, mark.from, mark.to) })
	require.InDelta(t, 28+78, float64(characters[0].from+characters[len(characters)-1].to)/2/mm, allowed, "7.2.4: organ mark centred, mm")

	lines := bands(height, func(y int) bool { return rowHasInk(black, y, 0, width) })
	var number, title band
	for i, line := range lines {
		if line.to < rule.from {
			number, title = line, lines[i+1]
		}
	}
	require.InDelta(t, 4, float64(rule.from-number.to)/mm, allowed, "7.2.7: rule under the number, mm")
	pitch := 579.0 / 1440 * 25.4
	blank := float64(title.from-rule.to)/mm - (36-22)/2/72*25.4
	require.InDelta(t, 2*pitch, blank, pitch/2, "7.3.1: two blank lines under the rule, to the grid, mm")

	_, black = renderInks(t, pdf, lastPage(t, pdf))
	inner := bands(height, func(y int) bool { return fullRow(black, y) })
	require.Len(t, inner, 3, "rules of the imprint")
	require.InDelta(t, 37+225, float64(inner[2].middle())/mm, allowed, "7.4: last rule on the type area's edge, mm")
	t.Logf("mark %.1f mm, rule %.1f mm under the number, imprint's last rule at %.2f mm",
		float64(mark.from)/mm-37, float64(rule.from-number.to)/mm, float64(inner[2].middle())/mm)
}

// lastPage is how many pages a PDF has.
func lastPage(t *testing.T, pdf string) int {
	t.Helper()
	found := regexp.MustCompile(`Pages: +(\d+)`).FindStringSubmatch(run(t, "pdfinfo", pdf))
	require.NotNil(t, found)
	n, err := strconv.Atoi(found[1])
	require.NoError(t, err)
	return n
}

// fullRow tells whether a row holds a rule as wide as the type area.
func fullRow(m *image.Gray, y int) bool {
	count := 0
	for _, v := range m.Pix[y*m.Stride : (y+1)*m.Stride] {
		if dark(v) {
			count++
		}
	}
	return float64(count)/mm > 150
}

// renderInks draws one page of a PDF and takes its red from its black.
func renderInks(t *testing.T, pdf string, page int) (red, black *image.Gray) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "page")
	n := fmt.Sprint(page)
	run(t, "pdftoppm", "-singlefile", "-r", fmt.Sprint(dpi), "-f", n, "-l", n, pdf, out)
	data, err := os.ReadFile(out + ".ppm")
	require.NoError(t, err)
	var width, height, depth int
	_, err = fmt.Fscanf(bytes.NewReader(data), "P6\n%d %d\n%d\n", &width, &height, &depth)
	require.NoError(t, err)
	pixels := data[len(data)-3*width*height:]
	red, black = image.NewGray(image.Rect(0, 0, width, height)), image.NewGray(image.Rect(0, 0, width, height))
	for i := range width * height {
		r, g := pixels[3*i], pixels[3*i+1]
		red.Pix[i], black.Pix[i] = 255, 255
		switch {
		case dark(g) && !dark(r):
			red.SetGray(i%width, i/width, color.Gray{})
		case dark(g):
			black.SetGray(i%width, i/width, color.Gray{})
		}
	}
	return red, black
}
