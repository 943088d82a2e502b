package chartml_test

import (
	"encoding/xml"
	"strconv"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/render/docx/chartml"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// attr is an element with a val.
type attr struct {
	Val string `xml:"val,attr"`
}

// part is a chart part as a program reads it.
type part struct {
	Title   []string `xml:"chart>title>tx>rich>p>r>t"`
	Bars    []plot   `xml:"chart>plotArea>barChart"`
	Lines   []plot   `xml:"chart>plotArea>lineChart"`
	Pies    []plot   `xml:"chart>plotArea>pieChart"`
	Rings   []plot   `xml:"chart>plotArea>doughnutChart"`
	Names   axis     `xml:"chart>plotArea>catAx"`
	Values  axis     `xml:"chart>plotArea>valAx"`
	Table   *attr    `xml:"chart>plotArea>dTable"`
	Legend  *legend  `xml:"chart>legend"`
	Rounded attr     `xml:"roundedCorners"`
	Blanks  attr     `xml:"chart>dispBlanksAs"`
}

type legend struct {
	Position attr `xml:"legendPos"`
	Entries  []struct {
		Index  attr `xml:"idx"`
		Delete attr `xml:"delete"`
	} `xml:"legendEntry"`
}

type axis struct {
	Orientation attr     `xml:"scaling>orientation"`
	Min         attr     `xml:"scaling>min"`
	Max         attr     `xml:"scaling>max"`
	Unit        attr     `xml:"majorUnit"`
	Deleted     attr     `xml:"delete"`
	Title       []string `xml:"title>tx>rich>p>r>t"`
}

type plot struct {
	Grouping attr     `xml:"grouping"`
	Series   []series `xml:"ser"`
}

type series struct {
	Name       string `xml:"tx>strRef>strCache>pt>v"`
	Fill       attr   `xml:"spPr>solidFill>srgbClr"`
	Slices     []attr `xml:"dPt>spPr>solidFill>srgbClr"`
	Labels     labels `xml:"dLbls"`
	Categories []pt   `xml:"cat>strRef>strCache>pt"`
	Points     []pt   `xml:"val>numRef>numCache>pt"`
}

type pt struct {
	Index int    `xml:"idx,attr"`
	Value string `xml:"v"`
}

type labels struct {
	look
	Own []ownLabel `xml:"dLbl"`
}

type ownLabel struct {
	Index attr     `xml:"idx"`
	Lines []string `xml:"tx>rich>p>r>t"`
	Right attr     `xml:"layout>manualLayout>x"`
	look
}

// look is what a label and a series' labels have alike.
type look struct {
	Format struct {
		Code string `xml:"formatCode,attr"`
	} `xml:"numFmt"`
	Body struct {
		Turn string `xml:"rot,attr"`
	} `xml:"txPr>bodyPr"`
	Color    attr  `xml:"txPr>p>pPr>defRPr>solidFill>srgbClr"`
	Position *attr `xml:"dLblPos"`
	Value    attr  `xml:"showVal"`
}

func text() chartml.Frame {
	return chartml.Frame{
		Width: 156 * style.Mm, Height: 70 * style.Mm,
		Face: "仿宋_GB2312", Size: 21 * style.Pt / 2, Workbook: "rId1",
	}
}

// draw writes a chart and reads it back.
func draw(t *testing.T, c *doc.Chart) (part, string) {
	t.Helper()
	node, _ := chartml.Part(c, text())
	content := string(node.Document())
	var p part
	require.NoError(t, xml.Unmarshal([]byte(content), &p))
	return p, content
}

// all lists the series of every plot.
func (p part) all() []series {
	var all []series
	for _, plots := range [][]plot{p.Bars, p.Lines, p.Pies, p.Rings} {
		for _, one := range plots {
			all = append(all, one.Series...)
		}
	}
	return all
}

// label gives the look and the text of a point's label as a program shows it;
// lines of a text of one's own are joined by a space.
func (s series) label(t *testing.T, point pt) (look, string) {
	t.Helper()
	for _, own := range s.Labels.Own {
		if own.Index.Val == strconv.Itoa(point.Index) {
			if own.Lines != nil {
				return own.look, strings.Join(own.Lines, " ")
			}
			return own.look, shown(t, own.Format.Code, point.Value)
		}
	}
	return s.Labels.look, shown(t, s.Labels.Format.Code, point.Value)
}

// shown is a value in a number format: 0, 0.00, 0.00"万元".
func shown(t *testing.T, code, value string) string {
	t.Helper()
	digits, unit, _ := strings.Cut(code, `"`)
	require.Regexp(t, `^0(\.0+)?$`, digits)
	_, decimals, _ := strings.Cut(digits, ".")
	return decimal.RequireFromString(value).StringFixed(int32(len(decimals))) + strings.TrimSuffix(unit, `"`)
}
