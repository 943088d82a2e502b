package align

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// shortest is the fewest tokens to delete and insert, found the slow way.
func shortest(a, b []int) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			above := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal
			} else {
				row[j+1] = min(above, row[j]) + 1
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

func TestEditsAreRightAndFewest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	sequence := func() []int {
		s := make([]int, random.IntN(24))
		for i := range s {
			s[i] = random.IntN(5)
		}
		return s
	}
	for range 20_000 {
		a, b := sequence(), sequence()
		edits := Edits(a, b)
		x, y, cost := 0, 0, 0
		for i, e := range edits {
			require.Equal(t, []int{x, y}, []int{e.A0, e.B0})
			if i > 0 {
				require.NotEqual(t, edits[i-1].Equal, e.Equal)
			}
			if e.Equal {
				require.Equal(t, a[e.A0:e.A1], b[e.B0:e.B1])
			} else {
				cost += e.A1 - e.A0 + e.B1 - e.B0
			}
			x, y = e.A1, e.B1
		}
		require.Equal(t, []int{len(a), len(b)}, []int{x, y})
		require.Equal(t, shortest(a, b), cost, "%v %v", a, b)
		for i, e := range Edits(b, a) {
			require.Equal(t, edits[i], Edit{e.B0, e.B1, e.A0, e.A1, e.Equal})
		}
	}
}

func TestTextsWithNothingInCommonAreReplaced(t *testing.T) {
	a, b := make([]int, 100_000), make([]int, 100_000)
	for i := range a {
		a[i], b[i] = i, -i-1
	}
	require.Equal(t, []Edit{{0, len(a), 0, len(b), false}}, Edits(a, b))
}
