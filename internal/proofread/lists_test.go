package proofread_test

import (
	"slices"
	"testing"

	"banwen/internal/finding"
	"banwen/internal/proofread"

	"github.com/stretchr/testify/require"
)

// The finding on the five places that are said to be four names the indicator
// and the two counts.
func TestSampleListedCount(t *testing.T) {
	d, facts := sample(t)
	all := proofread.Check(d, facts)
	i := slices.IndexFunc(all, func(f finding.Finding) bool { return f.Rule == "listed-count" })
	require.GreaterOrEqual(t, i, 0)
	require.Equal(t, []string{"反诈.涉诈高危人员类别"}, all[i].Figures)
	require.Equal(t, "列出5个", all[i].Left)
	require.Equal(t, "4类", all[i].Right)
	require.Contains(t, proofread.Compared(d, facts), "反诈.涉诈高危人员类别")
}
