package typeset

// measureWords are the words that count or measure: a number stays on one
// line with the one that follows it.
var measureWords = wordSet(
	// money, weight, length, area, volume, share
	"元", "角", "美元", "克", "千克", "公斤", "毫克", "吨",
	"米", "厘米", "毫米", "千米", "公里", "亩", "公顷", "平方米", "平方公里", "立方米", "升", "毫升",
	"倍", "成", "折", "度", "分", "百分点", "个百分点",
	// time
	"年", "月", "月份", "日", "号", "时", "点", "小时", "分钟", "秒", "天", "周", "年度", "季度", "个月", "周年", "岁",
	// people, matters, things
	"人", "名", "位", "个", "人次", "件次", "个次", "车次", "班次", "次", "起", "宗", "件", "案", "条", "项", "类", "种", "大", "级", "等",
	"场", "届", "期", "批", "回", "轮", "处", "所", "家", "户", "座", "栋", "间", "组", "队", "支", "班", "对", "双",
	"台", "辆", "架", "艘", "部", "套", "副", "张", "份", "本", "册", "页", "篇", "封", "幅", "只", "头", "匹", "株", "棵", "枚", "把", "块", "根",
	"章", "节", "款", "步", "字", "课时", "学时",
)

// longestMeasureWord is the length of the longest measure word in characters.
const longestMeasureWord = 4

// multipliers may stand between a number and its measure word: 5.9万起.
const multipliers = "十百千万亿"

// approximations may stand between a number and its measure word: 20余人, 万余元.
const approximations = "余多来"

func wordSet(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
