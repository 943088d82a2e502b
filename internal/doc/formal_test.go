package doc_test

import (
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"

	"github.com/stretchr/testify/require"
)

// marked writes runs as [-gone-] and {+new+}.
func marked(runs []doc.Run) string {
	text := ""
	for _, r := range runs {
		switch r.Change {
		case doc.Inserted:
			text += "{+" + r.Text + "+}"
		case doc.Deleted:
			text += "[-" + r.Text + "-]"
		default:
			text += r.Text
		}
	}
	return text
}

func TestNamesInARowKeepTheirSpacesInEitherVersion(t *testing.T) {
	gone, came := doc.Run{Text: "甲", Change: doc.Deleted}, doc.Run{Text: "乙", Change: doc.Inserted}
	stays, other := doc.Run{Text: "丙"}, doc.Run{Text: "丁"}
	for want, names := range map[string][]doc.Run{
		"":                     nil,
		"丙　丁":                  {stays, other},
		"[-甲-]{+乙+}":           {gone, came},
		"丙[-　-][-甲-]":          {stays, gone},
		"[-甲-][-　-]丙":          {gone, stays},
		"{+乙+}{+　+}丙　丁":        {came, stays, other},
		"[-甲-]{+乙+}　丙":         {gone, came, stays},
		"[-甲-]{+乙+}{+　+}{+乙+}": {gone, came, came},
	} {
		require.Equal(t, want, marked((&doc.Head{Signers: names}).SignersRow()))
	}
}

func TestNumbersInTheNoteAreThoseOfEitherVersion(t *testing.T) {
	numbers := func(changes ...doc.Change) (all []string) {
		attachments := make([]doc.Attachment, len(changes))
		for i, c := range changes {
			attachments[i].Change = c
		}
		for _, runs := range doc.NoteNumbers(attachments, " ") {
			all = append(all, marked(runs))
		}
		return all
	}
	require.Equal(t, []string{""}, numbers(""))
	require.Equal(t, []string{"1. ", "2. "}, numbers("", ""))
	require.Equal(t, []string{"{+1.+}{+ +}", "{+2.+}{+ +}"}, numbers("", doc.Inserted))
	require.Equal(t, []string{"[-1.-][- -]", "[-2.-][- -]"}, numbers("", doc.Deleted))
	require.Equal(t, []string{"1. ", "2. ", "[-3.-][- -]"}, numbers("", "", doc.Deleted))
}

func TestATitleHasTheLinesOfTheLaterVersion(t *testing.T) {
	title := doc.Title{Text: "甲乙丙丁", Lines: []string{"甲乙", "丙丁"}}
	require.Equal(t, [][]doc.Run{doc.Plain("甲乙"), doc.Plain("丙丁")}, title.LineRuns())
	require.Equal(t, "甲乙丙丁", doc.Text(title.HeadRuns()))
	title.Marked = []doc.Run{{Text: "甲"}, {Text: "\n旧", Change: doc.Deleted}, {Text: "乙\n丙", Change: doc.Inserted}, {Text: "丁"}}
	lines := title.LineRuns()
	require.Len(t, lines, 2)
	require.Equal(t, "甲[-旧-]{+乙+}", marked(lines[0]))
	require.Equal(t, "{+丙+}丁", marked(lines[1]))
	require.Equal(t, "甲[-旧-]{+乙+}{+丙+}丁", marked(title.HeadRuns()))
	title.Lines = []string{"别的"}
	require.Equal(t, "甲乙丙丁", title.Broken(), "lines that are not the title's")
}

func TestWordsComeAndGoWithTheTextTheyStandBy(t *testing.T) {
	m := doctest.Formal().Imprint
	m.CopyTo[0].Change, m.Date = doc.Deleted, []doc.Run{{Text: "旧", Change: doc.Deleted}, {Text: "新", Change: doc.Inserted}}
	word, organs := m.CopyToLine()
	require.Equal(t, "[-抄送：-][-市公安局，市委政法委-][-。-]", marked(append(word, organs...)))
	require.Equal(t, "[-旧-]{+新+}印发", marked(m.Issued()))
	require.Equal(t, "[-签发人：-]", marked((&doc.Head{Signers: []doc.Run{{Text: "甲", Change: doc.Deleted}}}).SignersLabel()))
}
