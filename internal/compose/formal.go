package compose

import (
	"strconv"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/source"
)

// formal puts into a document what the report says of red head, addressee,
// attachments, seal and imprint.
func (c *composer) formal(d *doc.Document) {
	f := &c.report.Formal
	if c.profile.Head.Has {
		d.Head = c.head()
	} else {
		c.refuseHead()
	}
	if to := f.Addressee.Value; to != "" {
		d.Addressee = doc.Plain(strings.TrimRight(to, ":：") + "：")
	}
	if remark := strings.Trim(f.Remark.Value, "（）()"); remark != "" {
		d.Remark = doc.Plain("（" + remark + "）")
	}
	if d.Signature != nil {
		d.Signature.Sealed = f.Sealed
	}
	d.Imprint = c.imprint()
	d.Attachments = c.attachments
}

// superior are the kinds of documents that go up and so name who signs them
// (上行文; GB/T 9704-2012, 7.2.6).
var superior = []string{"报告", "请示"}

// head is the red head; the organ mark is 单位 and 文件 where it is not given.
func (c *composer) head() *doc.Head {
	f := &c.report.Formal
	h := &doc.Head{
		Mark: doc.Plain(f.Mark.Value), Number: doc.Plain(f.Number.Value), Signers: names(f.Signers.Value),
		Copy: doc.Plain(f.Copy.Value), Secrecy: doc.Plain(f.Secrecy.Value), Urgency: doc.Plain(f.Urgency.Value),
	}
	if h.Mark == nil {
		h.Mark = doc.Plain(c.report.Organ.Value + "文件")
	}
	title := doc.Text(c.outline.title)
	for _, kind := range superior {
		if strings.HasSuffix(title, kind) && len(h.Signers) == 0 {
			c.diags.Errorf(c.report.Title.Pos(), "加一行“签发人: 张三”", "“%s”是上行文，没有签发人", kind)
		}
	}
	switch {
	case h.Number != nil:
	case c.stage == Final:
		c.diags.Errorf(diag.Pos{File: reportFile}, "加一行“发文字号: x公报〔2023〕12号”", "没有发文字号，不能定稿")
	default:
		c.diags.Warnf(diag.Pos{File: reportFile}, "定稿前补上", "没有发文字号")
	}
	if h.Secrecy != nil && h.Copy == nil {
		c.diags.Errorf(f.Secrecy.Pos(), "加一行“份号: 000001”", "涉密公文没有份号")
	}
	return h
}

// reportFile is the file that says what the report is.
const reportFile = "report.yaml"

// refuseHead reports what only a red head shows, where the profile has none:
// nothing that was written may be lost.
func (c *composer) refuseHead() {
	f := &c.report.Formal
	for _, given := range []struct {
		name string
		text source.Text
	}{
		{"发文机关标志", f.Mark}, {"发文字号", f.Number}, {"签发人", f.Signers},
		{"份号", f.Copy}, {"密级", f.Secrecy}, {"紧急程度", f.Urgency},
	} {
		if given.text.Given() {
			c.diags.Errorf(given.text.Pos(), "改用“版式: redhead”，或删去它", "版式“%s”没有版头，“%s”不会印出来", c.profile.Name, given.name)
		}
	}
}

// names splits names at 、 and blanks, a run each.
func names(s string) []doc.Run {
	var all []doc.Run
	for _, name := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、，, 　", r) }) {
		all = append(all, doc.Plain(name)...)
	}
	return all
}

// imprint is 版记; nil where nothing of it is given.
func (c *composer) imprint() *doc.Imprint {
	f := &c.report.Formal
	switch {
	case f.Issuer.Given() && f.Issued != nil:
		return &doc.Imprint{
			CopyTo: doc.Plain(strings.TrimRight(f.CopyTo.Value, "。")), Issuer: doc.Plain(f.Issuer.Value), Date: doc.Plain(f.Issued.Chinese()),
		}
	case f.Issuer.Given():
		c.diags.Errorf(f.Issuer.Pos(), "加一行“印发日期: 2023-07-01”", "有印发机关，没有印发日期")
	case f.Issued != nil:
		c.diags.Errorf(f.Issued.Pos, "加一行“印发机关: xx县公安局办公室”", "有印发日期，没有印发机关")
	case f.CopyTo.Given():
		c.diags.Errorf(f.CopyTo.Pos(), "加上“印发机关”和“印发日期”", "版记里有抄送，没有印发机关和印发日期")
	}
	return nil
}

// composeAttachments composes the attachments; headings in each are numbered
// from the start.
func (c *composer) composeAttachments() {
	all := c.report.Formal.Attachments
	for i, a := range all {
		id := "attachment/" + strconv.Itoa(i+1)
		label := "附件"
		if len(all) > 1 {
			label += strconv.Itoa(i + 1)
		}
		title := c.attachmentTitle(a.Title)
		body := c.outline.apart(func() {
			(&setter{c: c, text: id}).lines(c.run(c.prose(a.Body, "附件"), scope{}))
		})
		text := doc.Text(title)
		c.attachments = append(c.attachments, doc.Attachment{
			ID: id, Label: doc.Plain(label), Title: doc.Title{Text: text, Lines: breakTitle(text, c.profile), Runs: title}, Blocks: body,
		})
	}
}

// attachmentTitle runs the title of an attachment.
func (c *composer) attachmentTitle(t source.Text) []doc.Run {
	lines := splitLines(c.run(c.prose(t, "附件标题"), scope{}))
	if len(lines) == 0 {
		return nil
	}
	return lines[0].runs()
}
