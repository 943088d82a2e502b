//go:build conformance

package conformance

import (
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

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
		Texts []struct {
			Font  string `xml:"font,attr"`
			Inner string `xml:",innerxml"`
		} `xml:"text"`
	} `xml:"page"`
}

var tags = regexp.MustCompile(`<[^>]*>`)

func TestPDFTextIsTheSeed(t *testing.T) {
	var pages pdfXML
	answer := run(t, "pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", build(t, sample)["pdf"])
	require.NoError(t, xml.Unmarshal([]byte(answer), &pages))
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
	require.Equal(t, squeeze(strings.Join(seed(t), "")), squeeze(text.String()))
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
