package figure_test

import (
	"testing"

	"banwen/internal/figure"

	"github.com/stretchr/testify/require"
)

// The relations between the figures of the sample text, by their number in
// the list of its figures; 数 is what the text prints.
func TestRelationsOfTheSample(t *testing.T) {
	b := book(t, `
		戒断三年未复吸: 3672人
		现有吸毒人员: 1285人
		R1: 4957人 = 戒断三年未复吸 + 现有吸毒人员
		排查矛盾纠纷: 171起
		化解矛盾纠纷: 99起
		R2: 57.89% = 化解矛盾纠纷 / 排查矛盾纠纷
		住院: 105人
		在家: 568人
		外出务工: 11人
		R3: 684名 = 合计（住院、在家、外出务工）
		R4: 15.35% = 住院 / R3
		在家服药: 478人
		R5: 583人 = 住院＋在家服药
		已化解: 5起
		其他: 5起
		R8: 10起 = 已化解 + 其他
		已化解人: 5人
		其他人: 7人
		R9: 12人 = 已化解人 + 其他人
		涉诈高危: 223人
		劝返: 148人
		R12: 66.37% = 劝返 / 涉诈高危
		止付: 980.48万元
		冻结: 1038.65万元
		返还: 18.90万元
		R29: 2038.03万元 = 止付 + 冻结 + 返还
		立案: 437起
		破案: 303起
		破案率: 69.34% = 破案 / 立案
		受理: 1071起
		查结: 496起
		查结率: 46.31% = 查结 / 受理
		住院以下: 350人
		服药以下: 1917人
		以下: 3014人
		住院率: 11.61% = 住院以下 / 以下
		服药率: 63.60% = 服药以下 / 以下
		患者总数: 3698人 = R3 + 以下
		滞留率: 33.63% = (涉诈高危 - 劝返) / 涉诈高危`, figure.Options{})
	checked := 0
	for _, v := range b.All() {
		if v.Computed == nil {
			continue
		}
		checked++
		require.Equal(t, b.Print(v.Quantity), b.Print(*v.Computed), v.Key.Name)
	}
	require.Equal(t, 15, checked)
}

// R11, the text's one wrong figure: it prints 76.
func TestSampleRemainder(t *testing.T) {
	b := book(t, `
		涉诈高危人员: 223人
		劝返人员: 148人
		未劝返人员: = 涉诈高危人员 - 劝返人员
		原稿: 76人 = 涉诈高危人员 - 劝返人员`, figure.Options{})
	require.Equal(t, "75人", b.Print(value(t, b, "未劝返人员").Quantity))
	require.NotEqual(t, "75人", b.Print(value(t, b, "原稿").Quantity))
	require.Equal(t, "75人", b.Print(*value(t, b, "原稿").Computed))
}
