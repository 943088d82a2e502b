package proofread

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

// exampleFacts are the facts that the examples of the rules are read with.
var exampleFacts = Facts{Period: source.Period{Year: 2023, Part: "上半年"}, Length: 30, Words: ShippedWords()}

// Every rule reports its bad examples and none of its good ones.
func TestExamples(t *testing.T) {
	for _, r := range rules() {
		require.NotEmpty(t, r.Bad, r.ID)
		require.NotEmpty(t, r.Good, r.ID)
		require.NotEmpty(t, r.Clause, r.ID)
		require.NotEmpty(t, r.Title, r.ID)
		for _, example := range r.Bad {
			require.NotEmpty(t, r.find(read(document(example), exampleFacts)), "%s: %s", r.ID, example)
		}
		for _, example := range r.Good {
			require.Empty(t, reasons(r.find(read(document(example), exampleFacts))), "%s: %s", r.ID, example)
		}
	}
}

func TestRuleIDsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules() {
		require.Regexp(t, `^[a-z]+(-[a-z]+)*$`, r.ID)
		require.False(t, seen[r.ID], r.ID)
		seen[r.ID] = true
	}
}

func reasons(hits []hit) []string {
	var list []string
	for _, h := range hits {
		list = append(list, h.passage.text[h.start:h.end]+"："+h.reason)
	}
	return list
}

// document makes a document of an example: see Rules.
func document(example string) *doc.Document {
	d := &doc.Document{}
	counts := [5]int{}
	for i, line := range strings.Split(example, "\n") {
		marks := len(line) - len(strings.TrimLeft(line, "#"))
		runs := exampleRuns(strings.TrimSpace(line[marks:]), i+1)
		id := fmt.Sprintf("n%d", i+1)
		switch {
		case marks == 0:
			d.Blocks = append(d.Blocks, &doc.Paragraph{ID: id, Runs: runs})
		case marks == 1:
			d.Title = doc.Title{Text: doc.Text(runs), Runs: runs}
		default:
			level := marks - 1
			counts[level]++
			clear(counts[level+1:])
			number := fmt.Sprintf([]string{"", "%s、", "（%s）", "%s.", "（%s）"}[level], numeral(level, counts[level]))
			d.Blocks = append(d.Blocks, &doc.Heading{ID: id, Level: level, Number: number, Runs: runs})
		}
	}
	return d
}

func numeral(level, n int) string {
	if level <= 2 {
		return string([]rune("零一二三四五六七八九十")[n])
	}
	return fmt.Sprint(n)
}

var exampleMark = regexp.MustCompile(`\{[^}]*\}|<[^>]*>`)

// exampleRuns cuts an example's line into runs, typed in column 1 of its line.
func exampleRuns(line string, number int) []doc.Run {
	var runs []doc.Run
	add := func(r doc.Run) {
		if r.Text != "" {
			runs = append(runs, r)
		}
	}
	at := 0
	place := func() *doc.Place { return &doc.Place{File: "example", Line: number, Col: len([]rune(line[:at])) + 1} }
	for _, m := range exampleMark.FindAllStringIndex(line, -1) {
		add(doc.Run{Text: line[at:m[0]], Place: place()})
		at = m[0]
		inner := line[m[0]+1 : m[1]-1]
		run := doc.Run{Text: inner, Place: place(), Literal: line[m[0]] == '<'}
		if !run.Literal {
			run.Origin = &doc.Origin{Name: "例." + inner, Value: inner}
			if change, ok := strings.CutPrefix(inner, "同比 "); ok {
				run.Text, run.Origin.Base = change, "去年同期"
			}
		}
		add(run)
		at = m[1]
	}
	add(doc.Run{Text: line[at:], Place: place()})
	return runs
}
