package typeset_test

import (
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// The page against the figures of GB/T 9704-2012, written down again here:
// both profiles are set by the same standard.
func TestPageIsAsTheStandardSays(t *testing.T) {
	for _, p := range []*style.Profile{plain(t), redhead(t)} {
		l := mustSet(t, document(filler("p", 120)), p)
		lines := byPage(linesOf(t, l))
		t.Run(p.Name+" 5.1 A4", func(t *testing.T) {
			require.Equal(t, 210*style.Mm, l.Page.Width)
			require.Equal(t, 297*style.Mm, l.Page.Height)
		})
		t.Run(p.Name+" 5.2.1 type area 156 by 225 mm, 37 mm from the top, 28 mm from the left", func(t *testing.T) {
			for n := 2; n < len(lines); n++ {
				first, last := lines[n][0], lines[n][len(lines[n])-1]
				lead := (579*style.Twip - 16*style.Pt) / 2
				requireNear(t, 37*style.Mm, first.top()-lead, "top")
				require.InDelta(t, 37+225, (last.bottom() + lead).Millimetres(), 1, "22 lines fill the type area but for 0.3 mm")
				requireNear(t, 28*style.Mm, first.x, "left")
				requireNear(t, (28+156)*style.Mm, first.end, "right")
			}
		})
		t.Run(p.Name+" 5.2.3 22 lines of 28 characters", func(t *testing.T) {
			require.Len(t, lines[2], 22)
			require.Len(t, []rune(lines[2][5].text), 28)
		})
		t.Run(p.Name+" 7.5 page number 7 mm under the type area, one character in, outside", func(t *testing.T) {
			for _, number := range linesOfKind(t, l, typeset.PageNumber) {
				require.Equal(t, 14*style.Pt, number.runs[0].Size)
				height := number.runs[0].Size * 7 / 10 // of digits, nearly
				require.InDelta(t, (37 + 225 + 7), (number.y - height).Millimetres(), 0.5)
				if number.page%2 == 1 {
					require.Equal(t, (28+156)*style.Mm-14*style.Pt, number.end)
				} else {
					require.Equal(t, 28*style.Mm+14*style.Pt, number.x)
				}
			}
		})
	}
}

// Faces and sizes of every part; a character that a face lacks comes from
// another, so it is the face of most that counts.
func TestFacesAndSizesAreAsTheStandardSays(t *testing.T) {
	d := doctest.Formal()
	d.Blocks = doc.Blocks{
		&doc.Heading{ID: "h1", Level: 1, Number: "一、", Runs: []doc.Run{{Text: "一级标题"}}},
		&doc.Heading{ID: "h2", Level: 2, Number: "（一）", Runs: []doc.Run{{Text: "二级标题"}}},
		&doc.Heading{ID: "h3", Level: 3, Number: "1.", Runs: []doc.Run{{Text: "三级标题"}}},
		&doc.Heading{ID: "h4", Level: 4, Number: "（1）", Runs: []doc.Run{{Text: "四级标题"}}},
		paragraph("p", "正文用三号仿宋体字"),
	}
	l := mustSet(t, d, redhead(t))
	for _, c := range []struct {
		clause, text string
		face         style.Role
		size         style.Length
	}{
		{"7.2.1 份号", "000001", style.FangFace, 16},
		{"7.2.2 密级", "机密", style.HeiFace, 16},
		{"7.2.3 紧急程度", "特急", style.HeiFace, 16},
		{"7.2.4 发文机关标志", "公安局文件", style.TitleFace, 42},
		{"7.2.5 发文字号", "公报〔", style.FangFace, 16},
		{"7.2.6 签发人", "签发人", style.FangFace, 16},
		{"7.2.6 签发人姓名", "李四光", style.KaiFace, 16},
		{"7.3.1 标题", "情况的报告", style.TitleFace, 22},
		{"7.3.2 主送机关", "县委", style.FangFace, 16},
		{"7.3.3 一级标题", "一级标题", style.HeiFace, 16},
		{"7.3.3 二级标题", "二级标题", style.KaiFace, 16},
		{"7.3.3 三级标题", "三级标题", style.FangFace, 16},
		{"7.3.3 四级标题", "四级标题", style.FangFace, 16},
		{"5.2.2 正文", "正文用三号", style.FangFace, 16},
		{"7.3.4 附件说明", "附件", style.FangFace, 16},
		{"7.3.5 署名", "县公安局", style.FangFace, 16},
		{"7.3.6 附注", "联系人", style.FangFace, 16},
		{"7.3.7 附件字样", "附件", style.HeiFace, 16},
		{"7.4.2 抄送", "抄送", style.FangFace, 14},
		{"7.4.3 印发机关", "公安局办公室", style.FangFace, 14},
		{"7.5 页码", "1", style.SongFace, 14},
	} {
		t.Run(c.clause, func(t *testing.T) {
			found := false
			for _, one := range linesOf(t, l) {
				for _, run := range one.runs {
					text := ""
					for _, g := range run.Glyphs {
						text += string(g.Char)
					}
					found = found || strings.Contains(text, c.text) && run.Role == c.face && run.Size == c.size*style.Pt
				}
			}
			require.True(t, found, "%s in %s %d pt", c.text, c.face, c.size)
		})
	}
}
