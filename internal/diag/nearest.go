package diag

// Nearest gives the candidate with the smallest edit distance to name, if it
// is near enough to be what the writer meant (at most a third of the name's
// characters, and at least one, differ). Ties go to the earlier candidate.
func Nearest(name string, candidates []string) (string, bool) {
	want := []rune(name)
	best, bestDistance := "", max(1, len(want)/3)+1
	for _, c := range candidates {
		have := []rune(c)
		if abs(len(have)-len(want)) >= bestDistance {
			continue
		}
		if d := editDistance(want, have); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best, best != ""
}

// NearestHint words Nearest as a hint, "是否想写“X”？", or "" when nothing is near.
func NearestHint(name string, candidates []string) string {
	if near, ok := Nearest(name, candidates); ok {
		return "是否想写“" + near + "”？"
	}
	return ""
}

// editDistance is the Damerau–Levenshtein distance (optimal string alignment):
// swapped neighbours, the commonest slip with an input method, count one.
func editDistance(a, b []rune) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
