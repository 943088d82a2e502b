//go:build conformance

package conformance

import (
	"image"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/docx"
	"banwen/internal/render/text"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// formalDOCX writes a formal document as a DOCX file.
func formalDOCX(t *testing.T, d *doc.Document) string {
	t.Helper()
	profile, diags := style.Load(style.Shipped(), "redhead")
	require.Empty(t, diags)
	file, err := os.Create(filepath.Join(t.TempDir(), "formal.docx"))
	require.NoError(t, err)
	require.NoError(t, docx.Write(file, d, profile))
	require.NoError(t, file.Close())
	return file.Name()
}

func TestOpenXMLSDKFindsNoErrorsInFormalDocuments(t *testing.T) {
	signers := doctest.FormalReport()
	signers.Head.Signers = doctest.Names("张三", "李四光", "王五")
	for _, d := range []*doc.Document{doctest.FormalReport(), signers} {
		requireValid(t, formalDOCX(t, d))
	}
}

func TestFormalDOCXSaysEverythingInOrderInLibreOffice(t *testing.T) {
	d := doctest.FormalReport()
	var want strings.Builder
	file := formalDOCX(t, d)
	d.Imprint = nil // LibreOffice's plain text lacks what floats
	require.NoError(t, text.Write(&want, d))
	got := squeeze(run(t, "cat", convert(t, file, "txt:Text (encoded):UTF8")))
	for line := range strings.Lines(want.String()) {
		words := squeeze(strings.ReplaceAll(line, "|", ""))
		at := strings.Index(got, words)
		require.GreaterOrEqual(t, at, 0, "%s is missing or in the wrong place", words)
		got = got[at+len(words):]
	}
}

// The type area's edges on the paper, in millimetres (GB/T 9704-2012, 5.2.1).
const (
	areaTop, areaBottom = 37.0, 37.0 + 225
	areaLeft, areaRight = 28.0, 28.0 + 156
	character           = 156.0 / 28 // 3号 on the grid
	smaller             = 14 * 25.4 / 72
)

func TestRedHeadStandsWhereTheStandardPutsIt(t *testing.T) {
	pdf := convert(t, formalDOCX(t, doctest.FormalReport()), "pdf")
	ink := renderPage(t, pdf, 1)
	lines := bands(ink.Rect.Dy(), func(y int) bool { return rowHasInk(ink, y, 0, ink.Rect.Dx()) })
	ruleAt := wideBands(ink, lines)
	require.Len(t, ruleAt, 1, "rules on page 1")
	mark, number, rule := lines[3], lines[ruleAt[0]-1], lines[ruleAt[0]]
	left, right := inkEdges(ink, rule)

	markTop := float64(mark.from)/mm - areaTop
	require.InDelta(t, 35, markTop, allowed, "7.2.4: organ mark's top edge under the type area's, mm")
	require.InDelta(t, areaLeft, left, allowed, "7.2.7: the rule is as wide as the type area")
	require.InDelta(t, areaRight, right, allowed, "7.2.7: the rule is as wide as the type area")
	// LibreOffice sets characters 0.9 mm lower in an exact line than Word.
	under := float64(rule.from-number.to)/mm + 0.9
	require.InDelta(t, 4, under, allowed, "7.2.7: the rule under the number, mm")
	first, last := inkEdges(ink, number)
	require.InDelta(t, areaLeft+character, first, allowed, "7.2.5: the number one character in")
	require.InDelta(t, areaRight-character, last, allowed, "7.2.6: the signer one character in")
	t.Logf("mark %.1f mm under the type area's top, rule %.1f mm under the number, from %.1f to %.1f mm, number from %.1f, signer to %.1f mm",
		markTop, under, left, right, first, last)
}

func TestImprintStandsAtTheFootOfTheLastPage(t *testing.T) {
	attached, alone := doctest.FormalReport(), doctest.FormalReport()
	alone.Attachments, alone.Blocks = nil, alone.Blocks[:3]
	for name, d := range map[string]*doc.Document{"after attachments": attached, "after the signature": alone} {
		t.Run(name, func(t *testing.T) {
			pdf := convert(t, formalDOCX(t, d), "pdf")
			end := pageCount(t, pdf)
			words := squeeze(run(t, "pdftotext", "-raw", "-f", strconv.Itoa(end), pdf, "-"))
			for _, want := range []string{"抄送：" + doc.Text(d.Imprint.CopyTo) + "。", doc.Text(d.Imprint.Issuer), doc.Text(d.Imprint.Issued())} {
				require.Contains(t, words, want)
			}
			ink := renderPage(t, pdf, end)
			lines := bands(ink.Rect.Dy(), func(y int) bool { return rowHasInk(ink, y, 0, ink.Rect.Dx()) })
			rules := wideBands(ink, lines)
			require.Len(t, rules, 3, "7.4.1: rules over, between and under the rows")
			bottom := lines[rules[2]]
			foot := float64(bottom.from+bottom.to) / 2 / mm
			require.InDelta(t, areaBottom, foot, allowed, "7.4.1: the last rule on the type area's bottom edge, mm")
			left, right := inkEdges(ink, bottom)
			require.InDelta(t, areaLeft, left, allowed, "7.4.1: as wide as the type area")
			require.InDelta(t, areaRight, right, allowed, "7.4.1: as wide as the type area")
			first, last := inkEdges(ink, lines[rules[2]-1])
			require.InDelta(t, areaLeft+smaller, first, allowed, "7.4.3: the issuer one character in")
			require.InDelta(t, areaRight-smaller, last, allowed, "7.4.3: the date one character in")
			t.Logf("last rule %.1f mm from the paper's top (262), from %.1f to %.1f mm; issuer from %.1f, date to %.1f mm", foot, left, right, first, last)
		})
	}
}

// wideBands finds the lines that are rules: ink nearly as wide as the type area.
func wideBands(ink *image.Gray, lines []band) []int {
	var found []int
	for i, line := range lines {
		count := 0
		for _, v := range ink.Pix[line.middle()*ink.Stride : line.middle()*ink.Stride+ink.Rect.Dx()] {
			if dark(v) {
				count++
			}
		}
		if float64(count) > 150*mm {
			found = append(found, i)
		}
	}
	return found
}

// inkEdges are the left and right edges of a line's ink, in millimetres.
func inkEdges(ink *image.Gray, line band) (left, right float64) {
	found := bands(ink.Rect.Dx(), func(x int) bool { return columnHasInk(ink, x, line.from, line.to) })
	return float64(found[0].from) / mm, float64(found[len(found)-1].to) / mm
}

var pagesLine = regexp.MustCompile(`(?m)^Pages: +(\d+)$`)

// pageCount is how many pages a PDF has.
func pageCount(t *testing.T, pdf string) int {
	t.Helper()
	n, err := strconv.Atoi(pagesLine.FindStringSubmatch(run(t, "pdfinfo", pdf))[1])
	require.NoError(t, err)
	return n
}
