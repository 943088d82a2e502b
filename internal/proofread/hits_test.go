package proofread

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// markPieces are what random texts are made of: marks, digits and the words that
// rules look for.
var markPieces = append(strings.Split("，。、；：！？“”‘’（）()《》〈〉〔〕【】[]［］—－-–～~….·,;:!?\"'% ％　\u00a0０１Ａｂ０123456789XAb年月日人个万亿余多约近百千号第案等和及县局一二三零〇○倍", ""),
	"百分点", "个点", "左右", "以上", "以内", "至少", "不低于", "上升", "下降", "减少了", "持平", "由", "提高到", "截止目前", "其它", "部份",
	"13800138000", "11010519491231002X", "6222021234567890128", "1，234", "〔2020〕", "{22起}", "{同比 上升9.1％}", "{同比 持平}", "<24>", "\n", "\n# ", "\n## ", "\n### ")

func randomMarks(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(40) {
		b.WriteString(markPieces[r.IntN(len(markPieces))])
	}
	return b.String()
}

// requireBounds requires every hit of every rule to lie on whole characters of its
// passage, and to say something.
func requireBounds(t *testing.T, example string) {
	text := read(document(example), exampleFacts)
	for _, r := range rules() {
		for _, h := range r.find(text) {
			in := h.passage.text
			require.True(t, h.start >= 0 && h.start < h.end && h.end <= len(in), "%s: %q", r.ID, example)
			require.True(t, utf8.ValidString(in[:h.start]) && utf8.ValidString(in[h.start:h.end]), "%s: %q", r.ID, example)
			require.NotEmpty(t, h.reason, r.ID)
			require.False(t, strings.HasSuffix(h.reason, "。"), r.ID)
			r.finding(h)
		}
	}
	Check(document(example), exampleFacts)
}

func TestRandomMarks(t *testing.T) {
	r := rand.New(rand.NewPCG(2023, 6))
	for range 1000 {
		requireBounds(t, randomMarks(r))
	}
}

func FuzzMarks(f *testing.F) {
	r := rand.New(rand.NewPCG(6, 2023))
	for range 50 {
		f.Add(randomMarks(r))
	}
	f.Fuzz(func(t *testing.T, example string) {
		if utf8.ValidString(example) && strings.Count(example, "#") < 5 {
			requireBounds(t, example)
		}
	})
}
