package proofread

import (
	"strings"
	"testing"
	"time"

	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

// Every line of the list is whole and its dates are real.
func TestBygoneList(t *testing.T) {
	for line := range strings.Lines(bygoneList) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		require.Equal(t, 5, strings.Count(line, "|"), line)
	}
	seen := map[string]bool{}
	for _, list := range sayings {
		for _, s := range list {
			require.False(t, seen[s.word], s.word)
			seen[s.word] = true
			require.NotEmpty(t, s.from+s.to, s.word)
			for _, day := range []string{s.from, s.to} {
				if day != "" {
					_, err := time.Parse(time.DateOnly, day)
					require.NoError(t, err, s.word)
				}
			}
			require.True(t, s.to == "" || s.from < s.to, s.word)
			require.True(t, s.to == "" || s.why != "", s.word)
		}
	}
}

// A word is compared with the last day of the report's period.
func TestBygoneFollowsThePeriod(t *testing.T) {
	for _, c := range []struct {
		period source.Period
		text   string
		found  bool
	}{
		{source.Period{Year: 2022, Part: "上半年"}, "学习党的十九大精神。", false},
		{source.Period{Year: 2022, Part: "下半年"}, "学习党的十九大精神。", true},
		{source.Period{Year: 2022, Part: "三季度"}, "学习党的二十大精神。", true},
		{source.Period{Year: 2022}, "学习党的二十大精神。", false},
		{source.Period{Year: 2017}, "县工商局抽查。", false},
		{source.Period{Year: 2026, Part: "上半年"}, "实现“十四五”收官。", true},
	} {
		hits := bygone(read(document(c.text), Facts{Period: c.period}))
		require.Equal(t, c.found, len(hits) > 0, "%s %s", c.period, c.text)
	}
}

func TestPeriodEnd(t *testing.T) {
	for part, want := range map[string]string{"": "2023-12-31", "上半年": "2023-06-30", "一季度": "2023-03-31", "三季度": "2023-09-30"} {
		require.Equal(t, want, periodEnd(source.Period{Year: 2023, Part: part}))
	}
}
