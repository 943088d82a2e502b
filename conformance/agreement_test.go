//go:build conformance

package conformance

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// What LibreOffice's rendering of the DOCX and our PDF must at least have in
// common, in per cent of the lines of title, headings and body, with
// LibreOffice's own space between hanzi and letters or digits switched off as
// the DOCX asks (docs/decisions/011-word-and-pdf.md). All but one line of the
// samples break alike; that one moves the seven after it in its paragraph.
const (
	sampleLines    = 94.5
	generatedLines = 98.5
)

// redHeadSample is the sample sent up as a report, with red head, attachments and imprint.
const redHeadSample = "../data/2023-h1-report"

// TestWordAndPDFBreakTheSameLines sets the two samples and ten generated
// reports in the same faces, as our PDF and as LibreOffice shows the DOCX.
func TestWordAndPDFBreakTheSameLines(t *testing.T) {
	samples := []*doc.Document{sampleDocument(t), folderDocument(t, redHeadSample)}
	documents := append(samples, generatedReports(10)...)
	own, files := writeBoth(t, documents)
	asOpened := convertAll(t, files, "pdf")
	asAsked := convertAll(t, withoutScriptSpace(t, convertAll(t, files, "fodt")), "pdf")
	equal, lines := 0, 0
	for i := range documents {
		want := pageLines(t, own[i])
		plain, asked := compare(want, pageLines(t, asOpened[i])), compare(want, pageLines(t, asAsked[i]))
		t.Logf("report %d: %d pages in the PDF, %d in LibreOffice, %d with its space off; equal lines %.1f %%, %.1f %%; on the same page %.1f %%, %.1f %%",
			i, want.pages, plain.pages, asked.pages, plain.share(plain.equal), asked.share(asked.equal), plain.share(plain.samePage), asked.share(asked.samePage))
		require.Equal(t, want.pages, asked.pages, "pages of report %d", i)
		if i < len(samples) {
			require.GreaterOrEqual(t, asked.share(asked.equal), sampleLines, "equal lines of the samples, %%: %s", strings.Join(asked.others, "\n"))
			continue
		}
		equal, lines = equal+asked.equal, lines+asked.lines
	}
	share := 100 * float64(equal) / float64(lines)
	t.Logf("generated reports: %d of %d lines equal, %.1f %%", equal, lines, share)
	require.GreaterOrEqual(t, share, generatedLines)
}

// writeBoth writes each document as PDF and as DOCX.
func writeBoth(t *testing.T, documents []*doc.Document) (pdfs, docxs []string) {
	t.Helper()
	dir := t.TempDir()
	for i, d := range documents {
		name := "plain"
		if d.Head != nil {
			name = "redhead"
		}
		profile, diags := style.Load(style.Shipped(), name)
		require.Empty(t, diags)
		for _, format := range []pipeline.Format{pipeline.PDF, pipeline.DOCX} {
			data, diags := pipeline.Render(&pipeline.Result{Document: d, Profile: profile}, format, pipeline.Settings{Fonts: font.Shipped()})
			require.Empty(t, diags)
			file := filepath.Join(dir, fmt.Sprintf("%02d.%s", i, format))
			require.NoError(t, os.WriteFile(file, data, 0o644))
			if format == pipeline.PDF {
				pdfs = append(pdfs, file)
			} else {
				docxs = append(docxs, file)
			}
		}
	}
	return pdfs, docxs
}

// generatedReports are reports of the sample's sentences in another order,
// the same ones every time.
func generatedReports(n int) []*doc.Document {
	random := rand.New(rand.NewPCG(9704, 2012))
	var sentences []string
	for _, b := range doctest.Sample().Blocks {
		if h, ok := b.(*doc.Heading); ok && len(h.Body) > 0 {
			sentences = append(sentences, strings.SplitAfter(doc.Text(h.Body), "。")...)
		}
	}
	sentences = slices.DeleteFunc(sentences, func(s string) bool { return !strings.HasSuffix(s, "。") })
	var all []*doc.Document
	for i := range n {
		d := &doc.Document{
			Title:     doc.Title{Text: "县公安局工作总结", Lines: []string{"县公安局工作总结"}},
			Signature: &doc.Signature{Organ: doc.Plain("xx县公安局"), Date: doc.Plain("2023年6月30日")},
		}
		for p := range 20 + random.IntN(20) {
			var text strings.Builder
			for range 1 + random.IntN(5) {
				text.WriteString(sentences[random.IntN(len(sentences))])
			}
			d.Blocks = append(d.Blocks, &doc.Paragraph{ID: fmt.Sprintf("r%dp%d", i, p), Runs: []doc.Run{{Text: text.String()}}})
		}
		all = append(all, d)
	}
	return all
}

// convertAll has LibreOffice turn files into another format, in one run.
func convertAll(t *testing.T, files []string, format string) []string {
	t.Helper()
	out := t.TempDir()
	profile, err := filepath.Abs("../build/conformance/libreoffice")
	require.NoError(t, err)
	run(t, "soffice", append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", format, "--outdir", out}, files...)...)
	found, err := filepath.Glob(filepath.Join(out, "*"))
	require.NoError(t, err)
	require.Len(t, found, len(files))
	return found
}

// withoutScriptSpace switches off the space between hanzi and letters or
// digits in what LibreOffice made of a DOCX: its import does not read the
// switch that the DOCX has (w:autoSpaceDE, w:autoSpaceDN).
func withoutScriptSpace(t *testing.T, files []string) []string {
	t.Helper()
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Contains(t, string(data), `style:text-autospace="ideograph-alpha"`)
		data = []byte(strings.ReplaceAll(string(data), `style:text-autospace="ideograph-alpha"`, `style:text-autospace="none"`))
		require.NoError(t, os.WriteFile(file, data, 0o644))
	}
	return files
}

// textLine is a line of title, headings or body and the page it is on.
type textLine struct {
	page int
	text string
}

// pagedLines are a PDF's lines.
type pagedLines struct {
	pages int
	lines []textLine
}

var doctype = regexp.MustCompile(`<!DOCTYPE[^>]*>`)

// pageLines reads the lines of title, headings and body out of a PDF.
func pageLines(t *testing.T, pdf string) pagedLines {
	t.Helper()
	var all pdfXML
	out := doctype.ReplaceAllString(run(t, "pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", pdf), "")
	require.NoError(t, xml.Unmarshal([]byte(out), &all))
	size := map[string]string{}
	found := pagedLines{pages: len(all.Pages)}
	for n, page := range all.Pages {
		for _, font := range page.Fonts {
			size[font.ID] = font.Size
		}
		pieces := slices.DeleteFunc(page.Texts, func(p pdfText) bool { return !textSizes[size[p.Font]] })
		for _, line := range gathered(pieces) {
			found.lines = append(found.lines, textLine{n + 1, line})
		}
	}
	return found
}

// gathered makes lines of pieces of text: those that stand at one height.
func gathered(pieces []pdfText) []string {
	const sameLine = 6 // points
	slices.SortStableFunc(pieces, func(a, b pdfText) int { return cmp.Compare(a.Top, b.Top) })
	var lines []string
	for len(pieces) > 0 {
		end := 1
		for end < len(pieces) && pieces[end].Top-pieces[0].Top <= sameLine {
			end++
		}
		line := pieces[:end]
		slices.SortStableFunc(line, func(a, b pdfText) int { return cmp.Compare(a.Left, b.Left) })
		var text strings.Builder
		for _, p := range line {
			text.WriteString(tags.ReplaceAllString(p.Inner, ""))
		}
		lines, pieces = append(lines, squeeze(text.String())), pieces[end:]
	}
	return lines
}

// agreement is how much of one rendering another has.
type agreement struct {
	pages, lines, equal, samePage int
	others                        []string // the lines that are not equal
}

func (a agreement) share(n int) float64 { return 100 * float64(n) / float64(a.lines) }

// compare counts the lines of got that want has too, anywhere and on the same page.
func compare(want, got pagedLines) agreement {
	anywhere, here := map[string]int{}, map[textLine]int{}
	for _, line := range want.lines {
		anywhere[line.text]++
		here[line]++
	}
	a := agreement{pages: got.pages, lines: len(got.lines)}
	for _, line := range got.lines {
		if here[line] > 0 {
			here[line]--
			a.samePage++
		}
		if anywhere[line.text] == 0 {
			a.others = append(a.others, line.text)
			continue
		}
		anywhere[line.text]--
		a.equal++
	}
	return a
}
