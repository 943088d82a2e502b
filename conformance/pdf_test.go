//go:build conformance

package conformance

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"banwen/internal/font"

	"github.com/stretchr/testify/require"
)

// textSizes are the sizes in points that only headings, body text and the title have.
var textSizes = map[string]bool{"16": true, "22": true}

// pdfXML is what pdftohtml -xml gives.
type pdfXML struct {
	Pages []struct {
		Fonts []struct {
			ID   string `xml:"id,attr"`
			Size string `xml:"size,attr"`
		} `xml:"fontspec"`
		Texts []pdfText `xml:"text"`
	} `xml:"page"`
}

// pdfText is a piece of text on a page; its place is in points.
type pdfText struct {
	Top   int    `xml:"top,attr"`
	Left  int    `xml:"left,attr"`
	Font  string `xml:"font,attr"`
	Inner string `xml:",innerxml"`
}

var tags = regexp.MustCompile(`<[^>]*>`)

// bodyText is what copies out of a PDF's title, headings and body.
func bodyText(t *testing.T, pdf string) string {
	t.Helper()
	var pages pdfXML
	require.NoError(t, xml.Unmarshal([]byte(run(t, "pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", pdf)), &pages))
	size := map[string]string{}
	var text strings.Builder
	for _, page := range pages.Pages {
		for _, font := range page.Fonts {
			size[font.ID] = font.Size
		}
		for _, piece := range page.Texts {
			if textSizes[size[piece.Font]] {
				text.WriteString(tags.ReplaceAllString(piece.Inner, ""))
			}
		}
	}
	return squeeze(text.String())
}

func TestPDFTextIsTheSeed(t *testing.T) {
	require.Equal(t, squeeze(strings.Join(seed(t), "")), bodyText(t, build(t, sample)["pdf"]))
}

func TestPDFCopiesOutEveryCharacterOfTheGeneralStandard(t *testing.T) {
	all := font.GeneralStandard()
	require.Len(t, []rune(all), 8105)
	require.Contains(t, bodyText(t, build(t, leadReport(t, all))["pdf"]), all)
}

func TestPDFFontsAreEmbeddedSubsetsWithUnicode(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(run(t, "pdffonts", build(t, sample)["pdf"])), "\n")[2:]
	require.GreaterOrEqual(t, len(lines), 5, "one font a role")
	for _, line := range lines {
		require.Regexp(t, `^[A-Z]{6}\+GW\w+ +CID TrueType +Identity-H +yes yes yes`, line)
	}
}

func TestPDFIsSound(t *testing.T) {
	pdf := build(t, sample)["pdf"]
	require.Contains(t, run(t, "qpdf", "--check", pdf), "No syntax or stream encoding errors found")
	info := run(t, "pdfinfo", pdf)
	require.Regexp(t, `Page size: +595\.\d+ x 841\.\d+ pts \(A4\)`, info)
	require.Contains(t, info, "县公安局2023年上半年工作总结及下半年工作计划")
}
