package chart

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSine(t *testing.T) {
	for angle := int64(-FullTurn); angle < 2*FullTurn; angle += 999983 {
		want := math.Sin(2 * math.Pi * float64(angle) / FullTurn)
		require.InDelta(t, want, float64(sine(angle))/(1<<30), 1.0/(1<<27), angle)
	}
	require.Equal(t, int64(0), sine(0))
	require.Equal(t, int64(0), sine(FullTurn/2))
}
