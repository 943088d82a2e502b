package review_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/render/text"
	"banwen/internal/review"

	"github.com/stretchr/testify/require"
)

var by = doc.Revision{Author: "某甲", Date: "2023-06-30T00:00:00Z"}

func rendered(t *testing.T, d *doc.Document) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, text.Write(&b, d))
	return b.String()
}

// A copy through JSON shares nothing.
func clone(t *testing.T, d *doc.Document) *doc.Document {
	t.Helper()
	data, err := json.Marshal(d)
	require.NoError(t, err)
	var c doc.Document
	require.NoError(t, json.Unmarshal(data, &c))
	return &c
}

func TestAcceptGivesTheNewTextAndRejectTheOld(t *testing.T) {
	for seed := range uint64(60) {
		e := &editor{Rand: rand.New(rand.NewPCG(seed, 7))}
		a := sample()
		e.edit(a)
		b := clone(t, a)
		e.edit(b)
		marked := review.Marked(a, b, by)
		requireLines(t, seed, rendered(t, b), accepted(written(t, marked)))
		requireLines(t, seed, rendered(t, a), rejected(written(t, marked)))
	}
}

// requireLines tells of the first line that differs alone.
func requireLines(t *testing.T, seed uint64, want, got string) {
	t.Helper()
	lines := strings.Split(got, "\n")
	for i, line := range strings.Split(want, "\n") {
		require.Less(t, i, len(lines), "seed %d", seed)
		require.Equal(t, line, lines[i], "seed %d, line %d", seed, i+1)
	}
	require.Equal(t, len(want), len(got), "seed %d", seed)
}

func TestADocumentBesideItselfIsItself(t *testing.T) {
	marked := review.Marked(sample(), sample(), by)
	require.Nil(t, marked.Revision)
	got, err := json.Marshal(marked)
	require.NoError(t, err)
	want, err := json.Marshal(sample())
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}
