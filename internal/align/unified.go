package align

import (
	"fmt"
	"strings"
)

// around is how many lines are shown before and after a change.
const around = 2

// Unified is the difference of two texts as diff -u prints it; empty where
// there is none. Lines are compared without their ends' kind being shown.
func Unified(name, before, after string) string {
	if before == after {
		return ""
	}
	a, b := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	a, b = withoutLast(a), withoutLast(b)
	pairs, _ := Pairs(a, b, Same)
	u := unified{a: a, b: b}
	u.lines(pairs)
	fmt.Fprintf(&u.out, "--- %s\n+++ %s\n", name, name)
	u.hunks()
	return u.out.String()
}

// withoutLast drops the empty line behind the last line end.
func withoutLast(lines []string) []string {
	if n := len(lines); n > 0 && lines[n-1] == "" {
		return lines[:n-1]
	}
	return lines
}

// shown is a line of the diff: its sign, and where it stands in both texts.
type shown struct {
	sign byte
	text string
	a, b int
}

type unified struct {
	a, b []string
	all  []shown
	out  strings.Builder
}

// lines lists the lines of both texts in one row.
func (u *unified) lines(pairs []int) {
	j := 0
	for i, text := range u.a {
		if pairs[i] < 0 {
			u.all = append(u.all, shown{'-', text, i, j})
			continue
		}
		for ; j < pairs[i]; j++ {
			u.all = append(u.all, shown{'+', u.b[j], i, j})
		}
		u.all = append(u.all, shown{' ', text, i, j})
		j++
	}
	for ; j < len(u.b); j++ {
		u.all = append(u.all, shown{'+', u.b[j], len(u.a), j})
	}
}

// hunks prints the lines that have changed, with those around them.
func (u *unified) hunks() {
	for i := 0; i < len(u.all); {
		if u.all[i].sign == ' ' {
			i++
			continue
		}
		from, last := max(i-around, 0), i
		for ; i < len(u.all) && i-last <= 2*around; i++ {
			if u.all[i].sign != ' ' {
				last = i
			}
		}
		to := min(last+around+1, len(u.all))
		u.hunk(u.all[from:to])
		i = to
	}
}

func (u *unified) hunk(lines []shown) {
	inA, inB := 0, 0
	for _, l := range lines {
		if l.sign != '+' {
			inA++
		}
		if l.sign != '-' {
			inB++
		}
	}
	fmt.Fprintf(&u.out, "@@ -%s +%s @@\n", extent(lines[0].a, inA), extent(lines[0].b, inB))
	for _, l := range lines {
		u.out.WriteByte(l.sign)
		u.out.WriteString(strings.TrimRight(l.text, "\r\n"))
		u.out.WriteByte('\n')
	}
}

// extent is where a hunk begins and how many lines it has; of none it is the
// line before.
func extent(start, count int) string {
	if count == 0 {
		return fmt.Sprintf("%d,0", start)
	}
	return fmt.Sprintf("%d,%d", start+1, count)
}
