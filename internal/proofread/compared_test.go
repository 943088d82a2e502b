package proofread

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Compared names the figures that a row beside them was compared with and the
// periods that lie, or should lie, in the report's, right or wrong, and no others.
func TestCompared(t *testing.T) {
	for text, want := range map[string][]string{
		"滞留甲国、乙国、丙国等{4类}人员{223人}。":         nil, // 等 leaves one unnamed: nothing was compared
		"滞留甲国、乙国、丙国、丁国等{4类}人员{223人}。":      {"例.4类"},
		"滞留甲国、乙国、丙国、丁国、戊国等{4类}人员{223人}。":   {"例.4类"},
		"抓好{2项}工作：一是巡逻，二是盘查。共抓获{22人}。":     {"例.2项"},
		"共发现问题{3个}（台账、整改、通报）。":             {"例.3个"},
		"{1—5月}，立案{437起}。":                 {"例.1—5月"},
		"{1—7月}，立案{437起}。":                 {"例.1—7月"},
		"与去年{1—5月}相比，立案{437起}。":            nil, // looks back on purpose
		"立案、破案分别{437起}、{303起}。":            nil, // how many figures, not how much
		"查处{437起}盗窃，走访东街、西街等{2个}社区{303户}。": {"例.2个"},
	} {
		require.Equal(t, want, Compared(document(text), exampleFacts), text)
	}
}

func TestEnumeration(t *testing.T) {
	for text, want := range map[string][2]int{
		"甲、乙、丙":             {3, 3},
		"甲、乙和丙":             {2, 3},
		"查处了盗窃、诈骗":          {2, 2},
		"在县委、县政府领导下甲、乙":     {2, 3},
		"《甲、乙办法》、“丙、丁”机制、戊": {3, 3},
		"前面的，甲、乙":           {2, 2},
		"甲（子、丑）、乙":          {2, 2},
	} {
		e := enumerationBefore(text, len(text))
		require.Equal(t, want, [2]int{e.least, e.most}, text)
	}
	e := enumerationBefore("推行（甲、乙", len("推行（甲、乙"))
	require.Equal(t, []string{"甲", "乙"}, e.items)
}

func TestCardinals(t *testing.T) {
	for text, want := range map[string][]int{
		"第三类、二十三类、12个、1.5倍、百分之五": {23, 12, 5},
		"十五五规划": nil, "两项": {2}, "十": {10}, "65507条": nil, "三百人": nil,
	} {
		var got []int
		for _, c := range cardinals(text) {
			got = append(got, c.value)
		}
		require.Equal(t, want, got, text)
	}
}
