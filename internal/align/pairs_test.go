package align_test

import (
	"math/rand/v2"
	"testing"

	"banwen/internal/align"

	"github.com/stretchr/testify/require"
)

func TestPairs(t *testing.T) {
	of := func(a, b string) []int {
		pairs, ok := align.Pairs([]rune(a), []rune(b), align.Same)
		require.True(t, ok)
		return pairs
	}
	require.Equal(t, []int{0, 1, 2}, of("甲乙丙", "甲乙丙"))
	require.Equal(t, []int{0, -1, 1}, of("甲乙丙", "甲丙"))
	require.Equal(t, []int{1, -1, 3}, of("甲乙丙", "丁甲戊丙"))
	require.Equal(t, []int{-1}, of("甲", ""))
}

func TestWhatWeighsMoreStays(t *testing.T) {
	pairs, ok := align.Pairs([]rune("甲乙丙"), []rune("乙丙甲"), func(i int) int { return []int{9, 1, 1}[i] })
	require.True(t, ok)
	require.Equal(t, []int{2, -1, -1}, pairs)
}

// The heaviest elements in common, whichever way they are compared, found the
// slow way.
func TestPairsAreTheHeaviest(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 5))
	weights := []int{1, 1, 2, 15}
	sequence := func() []int {
		s := make([]int, random.IntN(14))
		for i := range s {
			s[i] = random.IntN(len(weights))
		}
		return s
	}
	heaviest := 0
	for range 5_000 {
		a, b := sequence(), sequence()
		pairs, ok := align.Pairs(a, b, func(i int) int { return weights[a[i]] })
		require.True(t, ok)
		last, got := -1, 0
		for i, j := range pairs {
			if j >= 0 {
				require.Equal(t, a[i], b[j])
				require.Greater(t, j, last)
				last = j
				got += weights[a[i]]
			}
		}
		best := heaviestCommon(a, b, weights)
		require.LessOrEqual(t, got, best)
		if got == best {
			heaviest++
		}
	}
	require.Greater(t, heaviest, 4_900, "an element is lost where its parts are kept by several alone")
}

func heaviestCommon(a, b, weights []int) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			row[j+1] = max(above, row[j])
			if a[i] == b[j] {
				row[j+1] = max(row[j+1], diagonal+weights[a[i]])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

func TestTextsThatHaveNothingInCommonAreNotCompared(t *testing.T) {
	a, b := make([]int, 9000), make([]int, 9000)
	for i := range a {
		a[i], b[i] = i, -i-1
	}
	_, ok := align.Pairs(a, b, align.Same)
	require.False(t, ok)
}
