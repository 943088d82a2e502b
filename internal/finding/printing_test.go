package finding_test

import (
	"testing"

	"banwen/internal/doc"
	"banwen/internal/finding"

	"github.com/stretchr/testify/require"
)

func TestLocate(t *testing.T) {
	number := func(text, name string) doc.Run { return doc.Run{Text: text, Origin: &doc.Origin{Name: name}} }
	d := &doc.Document{Blocks: []doc.Block{
		&doc.Heading{ID: "h", Level: 1, Number: "一、", Runs: []doc.Run{{Text: "工作"}}},
		&doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: "前。共"}, number("5起", "甲.总"), {Text: "，破"}, number("3起", "甲.破"), {Text: "。后"}, number("5起", "甲.总")}},
		&doc.Chart{ID: "c", Number: 1, Title: "案件", Series: []doc.Series{{Points: []doc.Point{{Origin: &doc.Origin{Name: "甲.破"}}}}}},
	}}
	kept := []finding.Printing{{Node: "x"}}
	findings := []finding.Finding{{Figures: []string{"甲.总", "甲.破"}}, {Figures: []string{"甲.无"}}, {Figures: []string{"甲.总"}, Printed: kept}}
	finding.Locate(d, findings)
	require.Equal(t, []finding.Printing{
		{Node: "p", Section: "一、工作", Sentence: "共5起，破3起。", Text: "5起", At: 1},
		{Node: "p", Section: "一、工作", Sentence: "后5起", Text: "5起", At: 1},
		{Node: "c", Section: "一、工作", Sentence: "图1　案件", Text: "图1　案件"},
	}, findings[0].Printed)
	require.Empty(t, findings[1].Printed)
	require.Equal(t, kept, findings[2].Printed)
}
