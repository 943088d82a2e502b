package compose

import (
	"regexp"

	"banwen/internal/doc"
)

// ordinal is 一是, 二是 … at the start of a sentence; a colon that lists them
// starts one as well.
var ordinal = regexp.MustCompile(`(?:^|[。！？；：][”’）》]*)([一二三四五六七八九十]{1,3}是)`)

// boldOrdinals makes 一是, 二是 … bold where a sentence of the text begins
// with one (the profile's 加粗序数). It is done here, so that what is bold is
// the same in every output.
func boldOrdinals(d *doc.Document) {
	boldOrdinalsOf(d.Blocks)
	for i := range d.Attachments {
		boldOrdinalsOf(d.Attachments[i].Blocks)
	}
}

func boldOrdinalsOf(blocks []doc.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			b.Runs = withBoldOrdinals(b.Runs)
		case *doc.Heading: // what follows it on the line
			b.Body = withBoldOrdinals(b.Body)
		}
	}
}

// withBoldOrdinals cuts the ordinals out of runs of prose. One that begins in
// one run and ends in another was not typed as an ordinal.
func withBoldOrdinals(runs []doc.Run) []doc.Run {
	text, at := doc.Text(runs), 0
	found := ordinal.FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 {
		return runs
	}
	var out []doc.Run
	for _, run := range runs {
		end := at + len(run.Text)
		for len(found) > 0 && found[0][2] < end {
			from, to := found[0][2], found[0][3]
			found = found[1:]
			if from < at || to > end || run.Origin != nil || run.Missing || run.Bold {
				continue
			}
			out = appendRun(out, cut(run, from-at))
			bold := cut(run, to-at).From(from - at)
			bold.Bold = true
			out = append(out, bold)
			run, at = run.From(to-at), to
		}
		out = appendRun(out, run)
		at = end
	}
	return out
}

// cut is the run's first bytes.
func cut(run doc.Run, bytes int) doc.Run {
	run.Text = run.Text[:bytes]
	return run
}

// appendRun appends a run that has text.
func appendRun(runs []doc.Run, run doc.Run) []doc.Run {
	if run.Text == "" {
		return runs
	}
	return append(runs, run)
}
