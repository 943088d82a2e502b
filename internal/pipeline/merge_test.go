package pipeline_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/compose"
	"banwen/internal/font"
	"banwen/internal/pipeline"

	"github.com/stretchr/testify/require"
)

// small is a report with every way that prose can stand in its data.
func small() fstest.MapFS {
	return fstest.MapFS{
		"r/report.yaml": {Data: []byte(`# 说明
单位: 甲县公安局
标题: 甲县公安局{{期间}}工作总结
期间: 2023上半年
导语: >
  今年以来，全县社会大局
  持续稳定。

结语前言:
  下半年计划: "下一步，将\"稳\"字当头。"
工作: [drugs, fraud]
`)},
		"r/areas/drugs.yaml": {Data: []byte(`工作: 禁毒
统计期: 1月至6月
标题: 严打毒品犯罪   # 小标题
指标:
  破案: 22起
  抓获: 121人
  立案: {数: 437起, 去年同期: 481起}
正文: |
  {{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。
  刑事立案{{立案}}，同比{{同比 立案}}。

  {{如果 破案 > 10}}
  破案数较多，成效明显。
  {{结束}}
  | 类别 | 起数 |
  |---|---:|
  | 毒品 | {{破案}} |
  以上为主要情况，{{单位}}将继续努力。
问题:
  - 标题: 管控难度较大
    正文: '部分人员外出务工，管控''难度''较大。'
计划:
  - 标题: 加大严打力度
    正文: 一是加大打击力度，二是加强宣传。
`)},
		"r/areas/fraud.yaml": {Data: []byte(`工作: 反诈
标题: 严打诈骗
指标:
  立案: 30起
正文: |
  立诈骗案{{立案}}，挽回损失明显。
`)},
	}
}

func request(files fs.FS) pipeline.Request {
	return pipeline.Request{Files: files, Dir: "r", Stage: compose.Draft, Fonts: font.Shipped()}
}

// asWord is the DOCX of a report, for editing.
func asWord(t *testing.T, q pipeline.Request) *word {
	t.Helper()
	result, diags := pipeline.Document(q)
	require.False(t, diags.HasErrors(), "%v", diags)
	data, diags := pipeline.Render(result, pipeline.DOCX, pipeline.Settings{})
	require.Empty(t, diags)
	return openWord(t, data)
}

func merged(t *testing.T, q pipeline.Request, w *word) *pipeline.Merged {
	t.Helper()
	m, diags, err := pipeline.Merge(q, pipeline.Edited{Name: "改稿.docx", Data: w.save(), Today: "2023-07-02"})
	require.NoError(t, err)
	require.Empty(t, diags)
	return m
}

// changed is the lines that a merge takes out of the data and puts in.
func changed(m *pipeline.Merged) string {
	var lines []string
	for _, f := range m.Files {
		for l := range strings.Lines(f.Diff) {
			if strings.HasPrefix(l, "---") || strings.HasPrefix(l, "+++") {
				continue
			}
			if l[0] == '-' || l[0] == '+' {
				lines = append(lines, strings.TrimRight(l, "\n"))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// clean is a merge that took everything over.
func clean(t *testing.T, m *pipeline.Merged) *pipeline.Merged {
	t.Helper()
	require.Empty(t, m.Unplaced)
	require.Empty(t, m.Figures)
	require.Empty(t, m.Typed)
	require.Empty(t, m.Notes)
	return m
}

func TestAFileThatNobodyEditedChangesNothing(t *testing.T) {
	for _, dir := range []string{"2023-h1", "2023-h1-report", "2024-q1-emergency"} {
		q := request(os.DirFS("../../data"))
		q.Dir = dir
		require.Empty(t, clean(t, merged(t, q, asWord(t, q))).Files, dir)
		require.Empty(t, clean(t, merged(t, q, asWord(t, q).shatter())).Files, dir)
		require.Empty(t, clean(t, merged(t, q, asWord(t, q).dropBookmarks())).Files, dir)
	}
}

// Each edit and what it changes in the data, typed over, tracked, in runs in
// pieces, and without bookmarks.
func TestRewordedProse(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"literal", "全县共破", "全县累计侦破",
			"-  {{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。\n+  {{统计期}}，全县累计侦破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。"},
		{"around a figure", "毒品案22起，抓获", "涉毒案22起，并抓获",
			"-  {{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。\n+  {{统计期}}，全县共破涉毒案{{破案}}，并抓获嫌疑人{{抓获}}，**形势平稳**。"},
		{"before a word of the language", "1月至6月，", "据统计，1月至6月，",
			"-  {{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。\n+  据统计，{{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。"},
		{"figures that changed places", "共破毒品案22起，抓获嫌疑人121人", "抓获嫌疑人121人，共破毒品案22起",
			"-  {{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。\n+  {{统计期}}，全县抓获嫌疑人{{抓获}}，共破毒品案{{破案}}，**形势平稳**。"},
		{"in a condition", "成效明显。", "成效显著。",
			"-  破案数较多，成效明显。\n+  破案数较多，成效显著。"},
		{"a heading", "严打毒品犯罪", "严打涉毒犯罪",
			"-标题: 严打毒品犯罪   # 小标题\n+标题: 严打涉毒犯罪   # 小标题"},
		{"single quotes", "外出务工，", "长期外出，",
			"-    正文: '部分人员外出务工，管控''难度''较大。'\n+    正文: '部分人员长期外出，管控''难度''较大。'"},
		{"double quotes", "字当头", "字为先",
			"-  下半年计划: \"下一步，将\\\"稳\\\"字当头。\"\n+  下半年计划: \"下一步，将\\\"稳\\\"字为先。\""},
		{"plain", "二是加强宣传", "二是广泛宣传",
			"-    正文: 一是加大打击力度，二是加强宣传。\n+    正文: 一是加大打击力度，二是广泛宣传。"},
		{"folded", "持续稳定", "总体稳定",
			"-导语: >\n-  今年以来，全县社会大局\n-  持续稳定。\n+导语: |\n+  今年以来，全县社会大局 总体稳定。"},
		{"a cell", "毒品</w:t>", "涉毒</w:t>",
			"-  | 毒品 | {{破案}} |\n+  | 涉毒 | {{破案}} |"},
		{"the title", "工作总结", "工作情况总结",
			"-标题: 甲县公安局{{期间}}工作总结\n+标题: 甲县公安局{{期间}}工作情况总结"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.name == "a cell" {
				require.Equal(t, c.want, changed(clean(t, merged(t, request(small()), asWord(t, request(small())).put(c.old, c.new)))))
				return
			}
			for way, edit := range map[string]func(w *word) *word{
				"typed over":    func(w *word) *word { return w.retype(c.old, c.new) },
				"in pieces":     func(w *word) *word { return w.retype(c.old, c.new).shatter() },
				"no bookmarks":  func(w *word) *word { return w.retype(c.old, c.new).dropBookmarks() },
				"tracked":       func(w *word) *word { return w.track(c.old, c.new) },
				"tracked twice": func(w *word) *word { return w.track(c.old, c.new).insertAfter("挽回损失", "") },
			} {
				t.Run(way, func(t *testing.T) {
					require.Equal(t, c.want, changed(clean(t, merged(t, request(small()), edit(asWord(t, request(small())))))))
				})
			}
		})
	}
}

func TestFiguresChangedByHandStay(t *testing.T) {
	q := request(small())
	for _, c := range []struct{ name, old, new, want, inDOCX string }{
		{"alone", "案22起", "案25起", "", "25起"},
		{"with words", "破毒品案22起", "侦破涉毒案25起",
			"-  {{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。\n+  {{统计期}}，全县共侦破涉毒案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。", "25起"},
		{"with another unit", "案22起", "案25件", "", "25件"},
		{"words instead", "案22起", "案若干起", "", "若干起"},
		{"a change", "下降9.1％", "下降8.2％", "", "下降8.2％"},
		{"the other way", "同比下降9.1％", "同比则上升了8.2％",
			"-  刑事立案{{立案}}，同比{{同比 立案}}。\n+  刑事立案{{立案}}，同比则{{同比 立案}}。", "上升了8.2％"},
		{"gone", "案22起", "案", "", ""},
		{"a word of the language", "1月至6月，", "1月至5月，", "", "1月至5月"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := merged(t, q, asWord(t, q).retype(c.old, c.new))
			require.Empty(t, m.Unplaced)
			require.Len(t, m.Figures, 1)
			require.Equal(t, c.want, changed(m))
			require.Equal(t, c.inDOCX, m.Figures[0].InDOCX)
			require.False(t, m.Figures[0].Dropped)
			require.Equal(t, "areas/drugs.yaml", m.Figures[0].Pos.File)
		})
	}
	m := merged(t, q, asWord(t, q).retype("案22起", "案25起"))
	require.Equal(t, "禁毒.破案", m.Figures[0].Name)
	require.Equal(t, "areas/drugs.yaml:5:3", m.Figures[0].Pos.String())
	require.Equal(t, "22起", m.Figures[0].Value)

	m = merged(t, q, asWord(t, q).retype("，抓获嫌疑人121人", ""))
	require.Len(t, m.Figures, 1)
	require.True(t, m.Figures[0].Dropped)
	require.Contains(t, changed(m), "+  {{统计期}}，全县共破毒品案{{破案}}，**形势平稳**。")
}

func TestParagraphsThatWereSplitMergedAddedAndDeleted(t *testing.T) {
	q := request(small())
	kinds := func(m *pipeline.Merged) string {
		var all []string
		for _, c := range m.Changes {
			all = append(all, string(c.Kind))
		}
		for _, u := range m.Unplaced {
			all = append(all, string(u.Kind)+"×")
		}
		return strings.Join(all, " ")
	}
	m := merged(t, q, asWord(t, q).splitAt("抓获嫌疑人"))
	require.Equal(t, "拆分", kinds(m))
	require.Contains(t, changed(m), "+  {{统计期}}，全县共破毒品案{{破案}}，\n+  抓获嫌疑人{{抓获}}，**形势平稳**。")

	w := asWord(t, q)
	m = merged(t, q, w.join("形势平稳", "刑事立案"))
	require.Equal(t, "合并", kinds(m))
	require.Contains(t, changed(m), "+  {{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。刑事立案{{立案}}，同比{{同比 立案}}。")

	w = asWord(t, q)
	p := w.paragraph("刑事立案")
	m = merged(t, q, w.put(p, p+`<w:p><w:r><w:t>另有一段新的文字。</w:t></w:r></w:p>`))
	require.Equal(t, "新增", kinds(m))
	require.Equal(t, "+  另有一段新的文字。", changed(clean(t, m)))

	w = asWord(t, q)
	m = merged(t, q, w.put(w.paragraph("刑事立案"), ""))
	require.Equal(t, "删除", kinds(m))
	require.Equal(t, "-  刑事立案{{立案}}，同比{{同比 立案}}。", changed(m))
	require.Len(t, m.Figures, 2)

	w = asWord(t, q)
	p = w.paragraph("以上为主要情况")
	m = merged(t, q, w.put(p, "").put(w.paragraph("刑事立案"), p+w.paragraph("刑事立案")))
	require.Equal(t, "移动×", kinds(m))
	require.Empty(t, m.Files)
}

func TestWhatHasNoPlaceIsTold(t *testing.T) {
	q := request(small())
	for _, c := range []struct{ name, old, new, want string }{
		{"a heading's number", "（一）严打毒品", "（二）严打毒品", "“（一）”是自动编的或来自模板，不在数据里"},
		{"the template's words", "工作开展情况", "工作情况", "“工作开展情况”是自动编的或来自模板，不在数据里"},
		{"braces", "成效明显", "成效{明显}", "改稿里的“{”不能写进正文"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := merged(t, q, asWord(t, q).retype(c.old, c.new))
			require.Len(t, m.Unplaced, 1)
			require.Contains(t, m.Unplaced[0].Reason, c.want[:12])
			require.Empty(t, m.Files)
		})
	}
	_, _, err := pipeline.Merge(q, pipeline.Edited{Data: asWord(t, func() pipeline.Request {
		q := request(os.DirFS("../../data"))
		q.Dir = "2023-h1"
		return q
	}()).save()})
	require.ErrorContains(t, err, "不像是由这份报告生成的")
}

// Reports of one unit have most of their paragraphs in common; the title says
// which one a file is of.
func TestAFileOfANeighbouringReportIsRefused(t *testing.T) {
	q, other := request(os.DirFS("../../data")), request(os.DirFS("../../data"))
	q.Dir, other.Dir = "2023-h1", "2023-h1-report"
	_, _, err := pipeline.Merge(q, pipeline.Edited{Data: asWord(t, other).save()})
	require.ErrorContains(t, err, "改稿的标题是“xx县公安局关于2023年上半年工作情况的报告”")
	_, _, err = pipeline.Merge(q, pipeline.Edited{Data: asWord(t, other).dropBookmarks().save()})
	require.ErrorContains(t, err, "像是另一份报告的")
	untitled := asWord(t, request(small()))
	_, _, err = pipeline.Merge(request(small()), pipeline.Edited{Data: untitled.put(untitled.paragraph("工作总结"), "").save()})
	require.ErrorContains(t, err, "改稿里没有这份报告的标题“甲县公安局2023年上半年工作总结”")

	lastYear := small()
	lastYear["r/report.yaml"].Data = []byte(strings.Replace(string(lastYear["r/report.yaml"].Data), "2023上半年", "2022上半年", 1))
	_, _, err = pipeline.Merge(request(small()), pipeline.Edited{Data: asWord(t, request(lastYear)).save()})
	require.ErrorContains(t, err, "改稿的标题是“甲县公安局2022年上半年工作总结”，这份报告的是“甲县公安局2023年上半年工作总结”")
}

// A tracked change is made on what the report says now; where the report has
// changed at the same place it is told.
func TestTheReportChangedMeanwhile(t *testing.T) {
	q := request(small())
	now := small()
	now["r/areas/drugs.yaml"].Data = []byte(strings.NewReplacer("破案: 22起", "破案: 25起", "成效明显", "成效突出", "管控''难度''较大", "管控很难").Replace(string(now["r/areas/drugs.yaml"].Data)))
	m := merged(t, request(now), asWord(t, q).track("共破", "侦破"))
	require.Equal(t, "-  {{统计期}}，全县共破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。\n+  {{统计期}}，全县侦破毒品案{{破案}}，抓获嫌疑人{{抓获}}，**形势平稳**。", changed(m))
	require.Empty(t, m.Unplaced)
	require.Empty(t, m.Figures)
	require.NotEmpty(t, m.Notes)

	m = merged(t, request(now), asWord(t, q).track("成效明显", "成效不错"))
	require.Empty(t, m.Files)
	require.Len(t, m.Unplaced, 1)
	require.Equal(t, "改的地方，报告里后来也改了", m.Unplaced[0].Reason)
}

// Words that were typed over with tracking off stand in both readings, as do
// those that the report had then: what they are nobody can tell, so they are told.
func TestUntrackedEditsAmongTrackedOnesAreTold(t *testing.T) {
	q := request(small())
	m := merged(t, q, asWord(t, q).track("共破", "侦破").retype("形势平稳", "形势很好").retype("成效明显", "成效突出"))
	require.Contains(t, changed(m), "+  {{统计期}}，全县侦破毒品案")
	require.NotContains(t, changed(m), "很好")
	require.Len(t, m.Notes, 2)
	require.Contains(t, m.Notes[0].Reason, "留痕以外")
	require.Contains(t, m.Notes[0].After, "形势很好")
	require.Contains(t, m.Notes[1].Reason, "没有修订标记")
}

func TestCommentsBecomeRemarksOnce(t *testing.T) {
	q := request(small())
	w := asWord(t, q).comment("全县共破", "张三", "“共破”改成什么好？: 请定", -1).comment("", "李四", "改“侦破”", 0)
	m := clean(t, merged(t, q, w))
	require.Len(t, m.Files, 1)
	require.Equal(t, "review/2023-07-01-张三.yaml", m.Files[0].Name)
	require.Equal(t, `# 改稿“改稿.docx”里的批注，由 banwen merge 写出。
# 办好一条，把“状态”改成“已办”或“不采纳”，写上“答复”。
批注:
  - 谁: 张三
    时间: 2023-07-01 10:00
    位置: area/drugs
    节: 一、2023年上半年工作开展情况＞（一）严打毒品犯罪
    引文: 全县共破
    意见: "“共破”改成什么好？: 请定"
    状态: 待办
    指纹: `+m.Remarks[0].Fingerprint+`
  - 谁: 李四
    时间: 2023-07-01 10:01
    位置: area/drugs
    节: 一、2023年上半年工作开展情况＞（一）严打毒品犯罪
    引文: 全县共破
    回复: "张三：“共破”改成什么好？: 请定"
    意见: 改“侦破”
    状态: 待办
    指纹: `+m.Remarks[1].Fingerprint+"\n", string(m.Files[0].Data))

	files := small()
	files[path.Join("r", m.Files[0].Name)] = &fstest.MapFile{Data: m.Files[0].Data}
	require.Empty(t, merged(t, request(files), w).Files, "each comment is taken over once")
	_, diags := pipeline.Check(request(files))
	require.Len(t, diags, 3)
	require.Contains(t, diags[1].String(), "批注待办，张三")

	again := asWord(t, q).comment("全县共破", "张三", "“共破”改成什么好？: 请定", -1).comment("刑事立案", "王五", "再核", -1)
	require.Len(t, merged(t, request(files), again).Remarks, 1)
}

func TestLineEndsOfWindowsStay(t *testing.T) {
	files := small()
	for _, f := range files {
		f.Data = []byte(strings.ReplaceAll(string(f.Data), "\n", "\r\n"))
	}
	q := request(files)
	m := clean(t, merged(t, q, asWord(t, q).retype("全县共破", "全县侦破").splitAt("刑事立案")))
	before := string(files["r/areas/drugs.yaml"].Data)
	require.Equal(t, strings.Replace(before, "全县共破", "全县侦破", 1), string(m.Files[0].Data))
}

func TestDraftMarksAreNoEdits(t *testing.T) {
	files := small()
	areas := files["r/areas/drugs.yaml"]
	areas.Data = []byte(strings.NewReplacer("抓获: 121人", "抓获: {待补: 是}", "正文: |", "校核:\n  - 破案 = 立案\n正文: |").Replace(string(areas.Data)))
	q := request(files)
	w := asWord(t, q)
	require.Contains(t, w.body(), "【不符】")
	require.Empty(t, clean(t, merged(t, q, w)).Files)

	m := merged(t, q, asWord(t, q).retype("【待补】", "130人"))
	require.Len(t, m.Figures, 1)
	require.Equal(t, "禁毒.抓获", m.Figures[0].Name)
	require.Equal(t, "待补", m.Figures[0].Value)
	require.Equal(t, "130人", m.Figures[0].InDOCX)
}

// Paragraphs that were put in and taken out with tracked changes.
func TestTrackedParagraphs(t *testing.T) {
	q := request(small())
	const mark = `<w:pPr><w:rPr><w:ins w:id="1"` + change + `/></w:rPr></w:pPr>`
	w := asWord(t, q)
	p := w.paragraph("刑事立案")
	m := clean(t, merged(t, q, w.put(p, p+`<w:p>`+mark+`<w:ins w:id="2"`+change+`><w:r><w:t>另有一段新的文字。</w:t></w:r></w:ins></w:p>`)))
	require.Equal(t, "+  另有一段新的文字。", changed(m))

	w = asWord(t, q)
	p = w.paragraph("成效明显")
	gone := strings.NewReplacer("<w:r>", `<w:del w:id="3"`+change+`><w:r>`, "</w:r>", "</w:r></w:del>", "<w:t>", "<w:delText>", "</w:t>", "</w:delText>").Replace(p)
	gone = strings.Replace(gone, "</w:pPr>", `<w:rPr><w:del w:id="4"`+change+`/></w:rPr></w:pPr>`, 1)
	m = merged(t, q, w.put(p, gone))
	require.Equal(t, "-  破案数较多，成效明显。", changed(clean(t, m)))
}

// A word that is printed in two places changes in both; if it was changed in
// one only, the edit is not what would come of it.
func TestATextThatIsPrintedTwice(t *testing.T) {
	files := small()
	report := files["r/report.yaml"]
	report.Data = []byte(strings.Replace(string(report.Data), "字当头。", "字当头。{{标题}}。", 1))
	q := request(files)
	w := asWord(t, q)
	w.parts[documentPart] = strings.Replace(w.body(), "工作总结", "情况总结", 1)
	m := merged(t, q, w)
	require.Empty(t, m.Files)
	require.NotEmpty(t, m.Unplaced)
}

// A report taken from another (取自) has its prose there: that is what changes.
func TestProseOfTheReportThatAReportIsTakenFrom(t *testing.T) {
	q := request(os.DirFS("../../data"))
	q.Dir = "2023-h1-report"
	m := clean(t, merged(t, q, asWord(t, q).retype("缴获各类毒品19.057克", "共缴获毒品19.057克")))
	require.Len(t, m.Files, 1)
	require.Equal(t, "../2023-h1/areas/anti-drug.yaml", m.Files[0].Name)
	require.Contains(t, m.Files[0].Diff, "共缴获毒品{{缴获毒品}}")
}
