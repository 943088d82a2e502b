package doctest

import (
	"strconv"

	"banwen/internal/doc"
)

// FormalReport is the sample as a formal document (公文) that has everything
// GB/T 9704-2012 knows: red head, addressee, two attachments of which the
// second holds a wide table, a sealed signature, remark and imprint.
func FormalReport() *doc.Document {
	d := Sample()
	const title = "xx县公安局关于2023年上半年工作情况的报告"
	d.Title = doc.Title{Text: title, Lines: []string{"xx县公安局关于", "2023年上半年工作情况的报告"}, Runs: prose(title)}
	d.Head = &doc.Head{
		Copy: prose("000001"), Secrecy: prose("秘密★1年"), Urgency: prose("加急"), Mark: prose("xx县公安局文件"),
		Number: prose("x公报〔2023〕12号"), Signers: prose("张三"),
	}
	d.Addressee = prose("县委、县政府：")
	d.Attachments = []doc.Attachment{
		attachment(1, "2023年上半年主要工作措施", []string{"2023年上半年主要工作措施"},
			&doc.Heading{ID: "attachment/1/1", Level: 1, Number: "一、", Runs: prose("盯住警情盯住案件")},
			&doc.Paragraph{ID: "attachment/1/2", Runs: prose("坚持每日警情研判机制，持续压降案件，常态化防范化解管控各类矛盾风险，有效确保全县社会大局持续安全稳定。")}),
		attachment(2, "2023年上半年各派出所接处警、刑事案件、治安案件和矛盾纠纷化解情况统计表",
			[]string{"2023年上半年各派出所接处警、刑事案件、", "治安案件和矛盾纠纷化解情况统计表"}, WideTable()),
	}
	d.Signature = &doc.Signature{Organ: prose("xx县公安局"), Date: prose("2023年6月30日"), Sealed: true}
	d.Remark = prose("（联系人：李四，电话：0000000）")
	d.Imprint = &doc.Imprint{
		CopyTo: prose("市公安局，县人大常委会办公室、县政协办公室，县纪委监委、县委政法委，县人民法院、县人民检察院"),
		Issuer: prose("xx县公安局办公室"), Date: prose("2023年7月1日"),
	}
	return d
}

func attachment(n int, title string, lines []string, blocks ...doc.Block) doc.Attachment {
	return doc.Attachment{
		ID: "attachment/" + strconv.Itoa(n), Label: prose("附件" + strconv.Itoa(n)),
		Title: doc.Title{Text: title, Lines: lines, Runs: prose(title)}, Blocks: blocks,
	}
}

// WideTable is a table on pages of its own, turned on their side, that goes
// over two of them. The numbers of its last column differ in their decimals.
func WideTable() *doc.Table {
	const stations = 20
	t := &doc.Table{
		ID: "wide", Number: 2, Title: "各派出所办案情况", Unit: "起、％", Note: "数据来源：指挥中心；统计期：1—5月", Wide: true,
		Columns: []doc.Align{doc.AlignLeft, doc.AlignRight, doc.AlignRight, doc.AlignRight, doc.AlignRight, doc.AlignRight},
		Header:  cells("派出所", "接警", "刑事立案", "治安立案", "化解纠纷", "同比"),
	}
	for i := range stations {
		n := strconv.Itoa
		change := []string{"1.5", "12", "-0.25", "103.75"}[i%4]
		t.Rows = append(t.Rows, cells("第"+n(i+1)+"派出所", n(1200+i*37), n(20+i), n(90-i), n(8+i*3), change))
	}
	return t
}

// cells are the cells of a row.
func cells(texts ...string) (row []doc.Cell) {
	for _, text := range texts {
		row = append(row, doc.Cell{Runs: prose(text)})
	}
	return row
}
