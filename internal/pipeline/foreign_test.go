package pipeline_test

import (
	"strings"
	"testing"

	"banwen/internal/pipeline"

	"github.com/stretchr/testify/require"
)

// before breaks the run that says text, which stands in one place, and puts
// XML before it.
func (w *word) before(text, xml string) *word {
	w.t.Helper()
	return w.at(text, `</w:t></w:r>`+xml+`<w:r><w:t xml:space="preserve">`+escaped(text))
}

// outcome words what a merge comes to: the lines put in, what was not taken
// over, typed numbers and what was not read.
func outcome(m *pipeline.Merged) string {
	var all []string
	for l := range strings.SplitSeq(changed(m), "\n") {
		if strings.HasPrefix(l, "+") {
			all = append(all, strings.Join(strings.Fields(l), " "))
		}
	}
	for _, u := range m.Unplaced {
		all = append(all, "×"+string(u.Kind)+"："+u.Reason)
	}
	for _, n := range m.Typed {
		all = append(all, "数"+n.Text)
	}
	return strings.Join(append(all, m.Ignored...), "；")
}

// What other programs put into a DOCX is taken over as text, or told.
func TestWhatAForeignDOCXMayHold(t *testing.T) {
	run := func(inner string) string { return `<w:r>` + inner + `</w:r>` }
	text := func(s string) string { return run(`<w:t>` + s + `</w:t>`) }
	for _, c := range []struct{ name, xml, want string }{
		{"hidden text", run(`<w:rPr><w:vanish/></w:rPr><w:t>藏着</w:t>`), "隐藏文字 1 处：“藏着”"},
		{"a simple field", `<w:fldSimple w:instr="AUTHOR">` + text("张三、") + `</w:fldSimple>`, "+ 立诈骗案{{立案}}，张三、挽回损失明显。"},
		{"a field", run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText>DATE</w:instrText>`) + run(`<w:fldChar w:fldCharType="separate"/>`) + text("7月，") + run(`<w:fldChar w:fldCharType="end"/>`),
			"+ 立诈骗案{{立案}}，7月，挽回损失明显。；数7"},
		{"a text box", run(`<w:pict><w:txbxContent><w:p>` + text("加急") + `</w:p></w:txbxContent></w:pict>`), "文本框 1 处：“加急”"},
		{"a note", run(`<w:footnoteReference w:id="2"/>`), "脚注、尾注 1 处"},
		{"a content control", `<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>` + text("及时") + `</w:sdtContent></w:sdt>`, "+ 立诈骗案{{立案}}，及时挽回损失明显。"},
		{"a smart tag", `<w:smartTag w:element="date"><w:smartTagPr/>` + text("及时") + `</w:smartTag>`, "+ 立诈骗案{{立案}}，及时挽回损失明显。"},
		{"a symbol", run(`<w:sym w:font="宋体" w:char="00D7"/>`), "+ 立诈骗案{{立案}}，×挽回损失明显。"},
		{"a symbol of a font", run(`<w:sym w:font="Wingdings" w:char="F0FC"/>`), "×改写：改稿里有特殊字体的符号，认不出是什么字"},
		{"a hyphen that does not break", text("甲") + run(`<w:noBreakHyphen/>`) + text("乙"), "+ 立诈骗案{{立案}}，甲-乙挽回损失明显。"},
		{"a soft hyphen", run(`<w:softHyphen/>`), ""},
		{"a tab", text("甲") + run(`<w:tab/>`) + text("乙"), "×改写：改稿里有制表符，改成空格或去掉"},
		{"a line break", run(`<w:br/>`), "+ 立诈骗案{{立案}}，；+ 挽回损失明显。"},
		{"a page break", run(`<w:br w:type="page"/>`), ""},
		{"a picture", run(`<w:drawing><pic:pic xmlns:pic="p"/></w:drawing>`), "图片 1 处"},
		{"a formula", `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>`, "公式 1 处"},
		{"a link", `<w:hyperlink w:anchor="a">` + text("及时") + `</w:hyperlink>`, "+ 立诈骗案{{立案}}，及时挽回损失明显。"},
		{"pinyin", run(`<w:ruby><w:rubyPr/><w:rt>` + text("yin") + `</w:rt><w:rubyBase>` + text("音") + `</w:rubyBase></w:ruby>`), "+ 立诈骗案{{立案}}，音挽回损失明显。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := request(small())
			m := merged(t, q, asWord(t, q).before("挽回损失", c.xml))
			require.Equal(t, c.want, outcome(m))
			require.Empty(t, m.Figures)
		})
	}
}

// What was moved with tracked changes: words within a paragraph are merged, a
// paragraph is told, since its order is the data's.
func TestTrackedMoves(t *testing.T) {
	q := request(small())
	const from, to = `<w:moveFrom w:id="7"` + change + `><w:r><w:t>`, `<w:moveTo w:id="8"` + change + `><w:r><w:t>`
	w := asWord(t, q)
	w.put(`二是加强宣传`, `</w:t></w:r>`+from+`二是加强宣传`+`</w:t></w:r></w:moveFrom><w:r><w:t>`)
	w.put(`一是加大打击`, `</w:t></w:r>`+to+`二是加强宣传，`+`</w:t></w:r></w:moveTo><w:r><w:t>一是加大打击`)
	require.Contains(t, outcome(merged(t, q, w)), "+ 正文: 二是加强宣传，一是加大打击力度，")

	w = asWord(t, q)
	p := w.paragraph("以上为主要情况")
	moved := func(kind, text string) string {
		return `<w:p><w:pPr><w:rPr><w:` + kind + ` w:id="9"` + change + `/></w:rPr></w:pPr><w:` + kind + ` w:id="9"` + change + `><w:r><w:t>` + text + `</w:t></w:r></w:` + kind + `></w:p>`
	}
	const said = "以上为主要情况，甲县公安局将继续努力。"
	w.put(p, moved("moveFrom", said)).put(w.paragraph("刑事立案"), moved("moveTo", said)+w.paragraph("刑事立案"))
	m := merged(t, q, w)
	require.Equal(t, "×移动：这一段换了位置；次序在数据里改", outcome(m))
	require.Empty(t, m.Files)
}

// Hiding what the report says takes it out of the prose, and is told.
func TestHiddenProseIsTold(t *testing.T) {
	q := request(small())
	w := asWord(t, q).put("，挽回损失明显", `</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>，挽回损失明显</w:t></w:r><w:r><w:t>`)
	require.Equal(t, "+ 立诈骗案{{立案}}。；隐藏文字 1 处：“，挽回损失明显”", outcome(merged(t, q, w)))
}
