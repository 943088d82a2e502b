package merge

import (
	"testing"

	"banwen/internal/docxread"

	"github.com/stretchr/testify/require"
)

func TestNumbersWithTheirUnits(t *testing.T) {
	for _, c := range []struct{ text, printed, want string }{
		{"共25起，", "22起", "25起"},
		{"共25件，", "22起", "25件"},
		{"约980.5万余元。", "980.48万元", "980.5万余元"},
		{"同比上升8.2％。", "下降9.1％", "上升8.2％"},
		{"同比下降了8.2%。", "下降9.1％", "下降了8.2%"},
		{"同比增长8.2％。", "8.2％", "8.2％"},
		{"第3名", "2", "3"},
		{"没有", "22起", ""},
	} {
		start, end := numberIn(c.text, c.printed)
		if start < 0 {
			start, end = 0, 0
		}
		require.Equal(t, c.want, c.text[start:end], c.text)
	}
}

func TestFiguresAreWholeTokens(t *testing.T) {
	tk := newTokenizer([]piece{{text: "22起", kind: figure}, {text: "2", kind: figure}, {text: "122起", kind: figure}})
	require.Equal(t, []string{"共", "22起", "、", "122起", "、", "3", "2", "2", "起"}, tk.cut("共22起、122起、322起"))
}

func TestChangesAreMadeOnWhatTheReportSaysNow(t *testing.T) {
	for _, c := range []struct{ original, edited, now, want string }{
		{"甲乙丙丁", "甲乙戊丁", "甲乙丙丁", "甲乙戊丁"},
		{"共22起，抓获多人", "共22起，抓捕多人", "共25起，抓获多人", "共25起，抓捕多人"},
		{"甲乙丙丁", "新甲乙丙丁", "甲乙丙丁戊", "新甲乙丙丁戊"},
		{"甲乙丙丁", "甲乙丙丁新", "零甲乙丙丁", "零甲乙丙丁新"},
		{"甲乙丙丁", "甲丁", "甲乙丙丁戊", "甲丁戊"},
		{"甲乙丙丁", "甲戊丙丁", "甲己丙丁", ""},
		{"甲乙丙丁", "甲乙丙戊", "甲乙丙", ""},
	} {
		got, err := rebased(c.original, c.edited, c.now)
		if c.want == "" {
			require.ErrorIs(t, err, errConflict, c.now)
			continue
		}
		require.NoError(t, err)
		require.Equal(t, c.want, got)
	}
}

// matched words what lines became of paragraphs.
func matched(base []paragraph, lines []docxread.Line) (units []unit, fresh, gone []int) {
	texts := make([]string, len(lines))
	for i := range lines {
		texts[i] = lines[i].Text
	}
	return match(base, lines, texts).units()
}

const (
	first  = "全县公安机关深入开展打击整治专项行动，社会治安大局持续平稳向好。"
	second = "坚持预防在先，常态化开展矛盾纠纷排查化解，命案防控成效明显。"
	third  = "加强队伍建设，锤炼过硬作风，不断提升执法规范化水平和服务能力。"
)

func TestMatchingTellsWhatBecameOfParagraphs(t *testing.T) {
	base := []paragraph{{text: first, bookmark: "a"}, {text: second, bookmark: "b"}, {text: third, bookmark: "c"}}
	line := func(text string, bookmarks ...string) docxread.Line {
		return docxread.Line{Text: text, Bookmarks: bookmarks}
	}
	for _, c := range []struct {
		name        string
		lines       []docxread.Line
		units       []unit
		fresh, gone []int
	}{
		{"all there", []docxread.Line{line(first, "a"), line(second, "b"), line(third, "c")},
			[]unit{{[]int{0}, []int{0}}, {[]int{1}, []int{1}}, {[]int{2}, []int{2}}}, nil, nil},
		{"no bookmarks", []docxread.Line{line(first), line(second + "新"), line(third)},
			[]unit{{[]int{0}, []int{0}}, {[]int{1}, []int{1}}, {[]int{2}, []int{2}}}, nil, nil},
		{"a bookmark gone over to its neighbour", []docxread.Line{line(first, "a"), line(third, "b", "c")},
			[]unit{{[]int{0}, []int{0}}, {[]int{2}, []int{1}}}, nil, []int{1}},
		{"joined", []docxread.Line{line(first+second, "a", "b"), line(third, "c")},
			[]unit{{[]int{0, 1}, []int{0}}, {[]int{2}, []int{1}}}, nil, nil},
		{"joined, a bookmark lost", []docxread.Line{line(first+second, "a"), line(third, "c")},
			[]unit{{[]int{0, 1}, []int{0}}, {[]int{2}, []int{1}}}, nil, nil},
		{"split", []docxread.Line{line(first[:51], "a"), line(first[51:]), line(second, "b"), line(third, "c")},
			[]unit{{[]int{0}, []int{0, 1}}, {[]int{1}, []int{2}}, {[]int{2}, []int{3}}}, nil, nil},
		{"a new one", []docxread.Line{line(first, "a"), line("这是全新的一段，与前后都不相干。"), line(second, "b"), line(third, "c")},
			[]unit{{[]int{0}, []int{0}}, {[]int{1}, []int{2}}, {[]int{2}, []int{3}}}, []int{1}, nil},
		{"wrong bookmarks", []docxread.Line{line(second, "a"), line(first, "b"), line(third, "c")},
			[]unit{{[]int{1}, []int{0}}, {[]int{0}, []int{1}}, {[]int{2}, []int{2}}}, nil, nil},
	} {
		units, fresh, gone := matched(base, c.lines)
		require.Equal(t, c.units, units, c.name)
		require.Equal(t, c.fresh, fresh, c.name)
		require.Equal(t, c.gone, gone, c.name)
	}
	require.Equal(t, []int{1}, outOfOrder([]unit{{base: []int{0}}, {base: []int{3}}, {base: []int{1}}, {base: []int{2}}}))
}
