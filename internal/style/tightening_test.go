package style_test

import (
	"testing"

	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// For every number of characters that a profile may ask for, one line holds
// them with a quarter to a half of one to spare (GB/T 9704-2012, 5.2.3).
func TestFullLineHasRoomToSpare(t *testing.T) {
	p, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	require.Equal(t, -7*style.Twip, p.Tightening(p.Body))
	for p.Grid.Characters = 18; p.Grid.Characters <= 30; p.Grid.Characters++ {
		spacing := p.Tightening(p.Body)
		require.Zero(t, spacing%style.Twip)
		spare := p.Page.TextWidth - style.Length(p.Grid.Characters)*(p.Body.Size+spacing)
		require.GreaterOrEqual(t, spare, p.Body.Size/4, "%d characters", p.Grid.Characters)
		require.Less(t, spare, p.Body.Size/2, "%d characters", p.Grid.Characters)
	}
}

func TestOnlyLinesThatAreFilledHaveRoomToSpare(t *testing.T) {
	p, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	alone := p.Body
	alone.Align = style.Left
	require.Equal(t, -5*style.Twip, p.Tightening(alone), "on the grid, but for less than a twip")
	require.Zero(t, p.Tightening(p.TitleText))
	p.Body.Align = style.Left
	require.Equal(t, -7*style.Twip, p.Tightening(p.Body), "a unit's own alignment")
}

func TestLettersAndDigitsKeepTheirWidth(t *testing.T) {
	for _, r := range "09.%xXé" {
		require.True(t, style.KeepsWidth(r), string(r))
	}
	for _, r := range "字，。“”—…％０Ａ· \t" {
		require.False(t, style.KeepsWidth(r), string(r))
	}
}
