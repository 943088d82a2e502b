package doctest

import "banwen/internal/doc"

// Formal is a short formal document with every part that GB/T 9704-2012 has
// around the text.
func Formal() *doc.Document {
	title := func(text string) doc.Title {
		return doc.Title{Text: text, Lines: []string{text}, Runs: prose(text)}
	}
	return &doc.Document{
		Meta: doc.Meta{Organ: "xx县公安局", Period: "2023年上半年", Language: "zh-CN", Date: "2023-06-30T00:00:00Z", Keywords: "报告"},
		Head: &doc.Head{
			Copy: prose("000001"), Secrecy: prose("机密★1年"), Urgency: prose("特急"),
			Mark: prose("xx县公安局文件"), Number: prose("x公报〔2023〕12号"), Signers: Names("张三", "李四光", "王五"),
		},
		Title:     title("关于2023年上半年工作情况的报告"),
		Addressee: prose("县委、县政府："),
		Blocks: doc.Blocks{
			&doc.Paragraph{ID: "p1", Runs: prose("现将有关情况报告如下。")},
			&doc.Paragraph{ID: "p2", Runs: prose("特此报告。")},
		},
		Attachments: []doc.Attachment{
			{ID: "attachment/1", Label: prose("附件1"), Title: title("各派出所办案情况表"), Blocks: doc.Blocks{ratesTable()}},
			{ID: "attachment/2", Label: prose("附件2"), Title: title("主要措施"), Blocks: doc.Blocks{
				&doc.Heading{ID: "a1", Level: 1, Number: "一、", Runs: prose("总体要求")},
				&doc.Paragraph{ID: "a2", Runs: prose("各单位每日研判。")},
			}},
		},
		Signature: &doc.Signature{Organ: prose("xx县公安局"), Date: prose("2023年6月30日"), Sealed: true},
		Remark:    prose("（联系人：李四，电话：0000000）"),
		Imprint:   &doc.Imprint{CopyTo: prose("市公安局，市委政法委"), Issuer: prose("xx县公安局办公室"), Date: prose("2023年7月1日")},
	}
}

// Names are names as doc.Head has them, a run each.
func Names(names ...string) []doc.Run {
	runs := make([]doc.Run, len(names))
	for i, name := range names {
		runs[i].Text = name
	}
	return runs
}

// ratesTable is a table whose figures differ in their decimals.
func ratesTable() *doc.Table {
	row := func(texts ...string) (cells []doc.Cell) {
		for _, text := range texts {
			cells = append(cells, doc.Cell{Runs: prose(text)})
		}
		return cells
	}
	return &doc.Table{
		ID: "rates", Columns: []doc.Align{doc.AlignLeft, doc.AlignRight}, Header: row("单位", "破案率"),
		Rows: [][]doc.Cell{row("城关派出所", "61.5"), row("城东派出所", "7.25")},
	}
}
