package compose

import (
	"testing"

	"banwen/internal/source"
	"banwen/internal/template"

	"github.com/stretchr/testify/require"
)

// What compose reads as its own is what the language says it keeps.
func TestWordsAreTheLanguages(t *testing.T) {
	for name := range functions {
		require.Contains(t, template.Words, name)
	}
	for _, name := range append(fixedWords, collections...) {
		require.Contains(t, template.Words, name)
	}
	for _, w := range (&composer{report: &source.Report{}}).reportWords() {
		require.Contains(t, fixedWords, w.name)
	}
}
