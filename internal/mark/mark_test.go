package mark_test

import (
	"testing"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
	"banwen/internal/mark"

	"github.com/stretchr/testify/require"
)

func prose(text string, col int) doc.Run {
	return doc.Run{Text: text, Place: &doc.Place{File: "a.yaml", Line: 3, Col: col}}
}

func number(text, name string) doc.Run {
	return doc.Run{Text: text, Origin: &doc.Origin{Name: name}}
}

func TestErrorsAreMarkedWhereTheyStand(t *testing.T) {
	p := &doc.Paragraph{ID: "p", Runs: []doc.Run{prose("总数", 5), number("223人", "甲.总"), prose("，劝返", 14), number("148人", "甲.返"), prose("，余待补人", 25)}}
	h := &doc.Heading{ID: "h", Runs: []doc.Run{prose("劝返", 5)}, Body: []doc.Run{number("148人", "甲.返")}}
	table := &doc.Table{ID: "t", Rows: [][]doc.Cell{{{Runs: []doc.Run{number("76人", "甲.余")}}}}}
	chart := &doc.Chart{ID: "c", Title: "劝返", Series: []doc.Series{{Points: []doc.Point{{Origin: &doc.Origin{Name: "甲.返"}}}}}}
	d := &doc.Document{Blocks: []doc.Block{p, h, table, chart}}
	mark.Errors(d, []finding.Finding{
		{Severity: diag.Error, State: finding.Violation, Figures: []string{"甲.返", "甲.别"}},
		{Severity: diag.Error, State: finding.Violation, Figures: []string{"甲.总", "甲.余"}, Suspect: "甲.余"},
		{Severity: diag.Warning, State: finding.Doubtful, Figures: []string{"甲.总"}},
		{Severity: diag.Error, State: finding.Violation, Quote: "待补", Pos: diag.Pos{File: "a.yaml", Line: 3, Col: 27}, Printed: []finding.Printing{{Node: "p"}}},
		{Severity: diag.Error, State: finding.Violation, Accepted: &finding.Acceptance{}, Figures: []string{"甲.总"}},
	})
	require.Equal(t, "总数223人，劝返148人【不符】，余待补【有误】人", p.Text())
	for _, r := range p.Runs {
		require.Equal(t, r.Text == "【不符】" || r.Text == "【有误】", r.Missing, r.Text)
	}
	last := p.Runs[len(p.Runs)-1]
	require.Equal(t, 29, last.Place.Col)
	require.Equal(t, "劝返148人【不符】", h.Text())
	require.Equal(t, "76人【不符】", doc.Text(table.Rows[0][0].Runs))
	require.Equal(t, "劝返【不符】", chart.Title)
}

func TestNothingIsMarkedWithoutAnError(t *testing.T) {
	p := &doc.Paragraph{ID: "p", Runs: []doc.Run{number("223人", "甲.总")}}
	mark.Errors(&doc.Document{Blocks: []doc.Block{p}}, []finding.Finding{{Severity: diag.Warning, State: finding.Doubtful, Figures: []string{"甲.总"}}})
	require.Len(t, p.Runs, 1)
}
