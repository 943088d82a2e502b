package style_test

import (
	"testing"

	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

func TestDenseKeepsPageAndFaces(t *testing.T) {
	for _, name := range []string{"plain", "redhead"} {
		p, diags := style.Load(style.Shipped(), name)
		require.Empty(t, diags)
		before := *p
		d := p.Dense()
		require.Equal(t, before, *p, "the profile given is not changed")
		require.Equal(t, p.Page, d.Page)
		require.Equal(t, p.Faces, d.Faces)
		require.LessOrEqual(t, style.Length(d.Grid.Lines)*d.Grid.Pitch, d.Page.TextHeight)
		require.GreaterOrEqual(t, d.CharacterCell(), d.Body.Size, "characters stand beside each other")
	}
}
