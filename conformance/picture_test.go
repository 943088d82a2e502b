//go:build conformance

package conformance

import (
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// inPictures writes a document as DOCX with its charts as pictures, and as PDF.
func inPictures(t *testing.T, d *doc.Document) (docx, pdf string) {
	t.Helper()
	profile, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	profile.ChartForm = style.PictureCharts
	dir := t.TempDir()
	for _, format := range []pipeline.Format{pipeline.DOCX, pipeline.PDF} {
		data, diags := pipeline.Render(&pipeline.Result{Document: d, Profile: profile}, format, pipeline.Settings{Fonts: font.Shipped()})
		require.Empty(t, diags)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "document."+string(format)), data, 0o644))
	}
	return filepath.Join(dir, "document.docx"), filepath.Join(dir, "document.pdf")
}

func TestOpenXMLSDKFindsNoErrorsInPictures(t *testing.T) {
	file, _ := inPictures(t, sampleDocument(t))
	requireValid(t, file)
}

func TestLibreOfficeDrawsEveryPicture(t *testing.T) {
	d := sampleDocument(t)
	file, _ := inPictures(t, d)
	text := squeeze(run(t, "pdftotext", "-raw", convert(t, file, "pdf"), "-"))
	for _, c := range charts(d) {
		require.Contains(t, text, squeeze(c.Caption()))
		for _, s := range c.Series {
			for _, p := range s.Points {
				require.Contains(t, text, squeeze(p.Label), c.Title)
			}
		}
	}
}

// place is where a word's box begins at the left and ends below, in millimetres.
type place struct{ x, y float64 }

var wordLine = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>`)

// wordsOnce are the places of the words that a PDF has once.
func wordsOnce(t *testing.T, pdf string) map[string]place {
	t.Helper()
	places, counts := map[string]place{}, map[string]int{}
	for _, m := range wordLine.FindAllStringSubmatch(run(t, "pdftotext", "-bbox", pdf, "-"), -1) {
		x, err := strconv.ParseFloat(m[1], 64)
		require.NoError(t, err)
		y, err := strconv.ParseFloat(m[2], 64)
		require.NoError(t, err)
		places[m[3]] = place{x * 25.4 / 72, y * 25.4 / 72}
		counts[m[3]]++
	}
	for word, n := range counts {
		if n > 1 {
			delete(places, word)
		}
	}
	return places
}

// TestTextsOfPicturesStandWhereThePDFHasThem compares the labels that are one
// word in both; the picture as a whole may stand
// higher or lower, and is 1 pt less high.
func TestTextsOfPicturesStandWhereThePDFHasThem(t *testing.T) {
	const near = 0.5 // mm
	for _, c := range doctest.Charts() {
		t.Run(string(c.Kind), func(t *testing.T) {
			file, pdf := inPictures(t, &doc.Document{Blocks: doc.Blocks{c}})
			own, theirs := wordsOnce(t, pdf), wordsOnce(t, convert(t, file, "pdf"))
			beside := c.Caption() + c.Note + "—1—" // caption, note and page number
			var common []string
			for _, word := range slices.Sorted(maps.Keys(own)) {
				if _, ok := theirs[word]; ok && !strings.Contains(beside, word) {
					common = append(common, word)
				}
			}
			require.GreaterOrEqual(t, len(common), 2)
			down, farX, farY := theirs[common[0]].y-own[common[0]].y, 0.0, 0.0
			for _, word := range common {
				farX = max(farX, math.Abs(theirs[word].x-own[word].x))
				farY = max(farY, math.Abs(theirs[word].y-own[word].y-down))
			}
			t.Logf("%d words, %.2f mm apart across, %.2f mm down: %s", len(common), farX, farY, strings.Join(common, " "))
			require.Less(t, farX, near)
			require.Less(t, farY, near)
		})
	}
}
