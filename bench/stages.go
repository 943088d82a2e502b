//go:build linux

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"banwen/internal/audit"
	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/font"
	"banwen/internal/proofread"
	"banwen/internal/render/docx"
	"banwen/internal/render/html"
	"banwen/internal/render/pdf"
	"banwen/internal/source"
	"banwen/internal/style"
	"banwen/internal/typeset"
	"banwen/templates"
)

// stageRuns is how often the stages run for their medians; the first run,
// with everything cold, is printed beside them.
const stageRuns = 51

// stage is one step of the way from folder to files.
type stage struct {
	name string
	run  func(*state) error
}

// state is what the stages hand on.
type state struct {
	report  *source.Report
	book    *figure.Book
	profile *style.Profile
	doc     *doc.Document
	fonts   *font.Set
	layout  *typeset.Layout
}

var allStages = []stage{
	{"source", func(s *state) error {
		var diags diag.List
		s.report, diags = source.Load(os.DirFS(filepath.Dir(sample)), filepath.Base(sample))
		return failure(diags)
	}},
	{"figure", func(s *state) error {
		var all []figure.Indicator
		for _, area := range s.report.Areas {
			all = append(all, area.Indicators...)
		}
		var diags diag.List
		s.book, diags = figure.NewBook(all, nil, s.report.Options)
		return failure(diags)
	}},
	{"audit", func(s *state) error {
		_, diags := audit.Check(s.report, s.book)
		return failure(diags)
	}},
	{"style", func(s *state) error {
		var diags diag.List
		s.profile, diags = style.Load(style.Shipped(), "plain")
		return failure(diags)
	}},
	{"compose", func(s *state) error {
		template, err := fs.Sub(templates.FS(), "half-year-summary")
		if err != nil {
			return err
		}
		var diags diag.List
		s.doc, diags = compose.Compose(s.report, s.book, template, s.profile, compose.Final)
		return failure(diags)
	}},
	{"proofread", func(s *state) error {
		proofread.Check(s.doc, proofread.Facts{Period: s.report.Period, Words: proofread.ShippedWords()})
		return nil
	}},
	{"arrange (with fonts)", func(s *state) error {
		s.fonts = font.Shipped()
		s.doc = typeset.Arrange(s.doc, s.profile, s.fonts)
		return nil
	}},
	{"render/docx", func(s *state) error { return docx.Write(io.Discard, s.doc, s.profile) }},
	{"typeset", func(s *state) error {
		var diags diag.List
		s.layout, diags = typeset.Set(s.doc, s.profile, s.fonts)
		return failure(diags)
	}},
	{"render/pdf", func(s *state) error { return pdf.Write(io.Discard, s.layout, s.fonts) }},
	{"render/html", func(s *state) error { return html.Write(io.Discard, s.doc, s.profile) }},
}

// failure turns diagnostics with errors into one error.
func failure(diags diag.List) error {
	if !diags.HasErrors() {
		return nil
	}
	return errors.New(diags[0].String())
}

// stages measures each stage on the sample, in process and one after the other.
func stages(string) error {
	times := make([][]time.Duration, len(allStages))
	for range stageRuns {
		var s state
		for i, stage := range allStages {
			begun := time.Now()
			if err := stage.run(&s); err != nil {
				return fmt.Errorf("%s: %w", stage.name, err)
			}
			times[i] = append(times[i], time.Since(begun))
		}
	}
	fmt.Printf("Stage by stage, %s, in process, one core\n\n| stage | first run ms | median of %d ms |\n|---|---|---|\n", sample, stageRuns)
	var first, sum time.Duration
	for i, stage := range allStages {
		cold := times[i][0]
		middle := median(times[i])
		first, sum = first+cold, sum+middle
		fmt.Printf("| %s | %.2f | %.2f |\n", stage.name, ms(cold), ms(middle))
	}
	fmt.Printf("| all | %.2f | %.2f |\n\n", ms(first), ms(sum))
	return nil
}
