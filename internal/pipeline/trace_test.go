package pipeline_test

import (
	"os"
	"testing"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/pipeline"
	"banwen/internal/trace"

	"github.com/stretchr/testify/require"
)

// Every figure of the sample's text is found: each run that prints an
// indicator is in the list of that indicator, and of no other.
func TestEveryPrintedFigureIsTraced(t *testing.T) {
	traced, diags := pipeline.Trace(pipeline.Request{Files: os.DirFS("../../data"), Dir: "2023-h1"})
	require.Empty(t, diags)
	require.True(t, traced.Composed)
	known := map[string]bool{}
	type place struct {
		node, text string
		pos        diag.Pos
	}
	listed := map[place][]string{}
	for _, f := range traced.Figures {
		known[f.Name] = true
		for _, p := range f.Printed {
			at := place{p.Node, p.Text, p.Pos}
			listed[at] = append(listed[at], f.Name)
			require.Equal(t, p.Text, string([]rune(p.Sentence)[p.At:p.At+len([]rune(p.Text))]), f.Name)
		}
	}
	runs := 0
	for _, passage := range sample(t).Document.Passages() {
		for _, run := range passage.Runs {
			if run.Origin == nil || !known[run.Origin.Name] {
				continue
			}
			runs++
			require.Equal(t, []string{run.Origin.Name}, listed[place{passage.Node, run.Text, diag.Pos(*run.Place)}], run.Text)
		}
	}
	require.Greater(t, runs, 70)
}

// Every point of a chart is in the list of its figure.
func TestEveryChartedFigureIsTraced(t *testing.T) {
	traced, _ := pipeline.Trace(pipeline.Request{Files: os.DirFS("../../data"), Dir: "2023-h1"})
	byCaption := map[string]int{}
	for _, f := range traced.Figures {
		for _, p := range f.Printed {
			byCaption[p.Caption]++
			require.NotEmpty(t, p.Pos.File)
			require.Contains(t, []trace.Manner{trace.Itself, trace.Behind}, p.Manner)
		}
	}
	for _, b := range sample(t).Document.Blocks {
		if c, ok := b.(*doc.Chart); ok {
			require.Equal(t, len(c.Series)*len(c.Categories), byCaption[c.Caption()], c.Title)
		}
	}
}
