package proofread

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// words are what the rules look for, and what may stand around it.
var words = strings.Fields(`
	甲 乙乡 东街 公安局 人员 工作 和 及 、 、 、 ， ， 。 。 ； ： “ ” 《 》 （ ） 等 等 {4类} {2个} 三项 两个 “三个专项” “两升一降” 四专两合力
	一是 二是 三是 十是 一要 第一， 第二， 分别 分别 均 均排 均下降 第 {5名} 同比 {同比 上升9.1％} {同比 下降3％} {437起} 立案 破案 其中
	2022年 {2023年} 上半年 下半年 第四季度 截至 1—7月 12月 以来 年 月 总结 计划 工商局 环保局 党的十九大精神 检查单位 {103次} 731个次 3个方面 14个类型 9个问题 <24小时> 1. 一、
`)

// randomText is a text of such words, in lines some of which are headings.
func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(6) + 1 {
		b.WriteString([]string{"", "", "", "# ", "## ", "### ", "#### "}[r.IntN(7)])
		for range r.IntN(30) {
			b.WriteString(words[r.IntN(len(words))])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// checkHits applies every rule and looks at where the hits are.
func checkHits(t *testing.T, example string) {
	d := document(example)
	for _, r := range rules() {
		for _, h := range r.find(read(d, exampleFacts)) {
			text := h.passage.text
			require.True(t, 0 <= h.start && h.start < h.end && h.end <= len(text), "%s: %q", r.ID, example)
			require.True(t, utf8.ValidString(text[h.start:h.end]) && (h.end == len(text) || utf8.RuneStart(text[h.end])), "%s: %q", r.ID, example)
			require.NotEmpty(t, h.reason, r.ID)
		}
	}
	Check(d, exampleFacts)
	Compared(d, exampleFacts)
}

// Whatever the text, no rule panics, and every hit is a stretch of whole characters.
func TestRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		checkHits(t, randomText(r))
	}
}

func FuzzText(f *testing.F) {
	for _, r := range rules() {
		for _, example := range append(r.Bad, r.Good...) {
			f.Add(example)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) && strings.Count(text, "\n") < 9 && !strings.Contains(text, "######") {
			checkHits(t, text)
		}
	})
}
