package source

import (
	"regexp"
	"strings"
)

// Forms that GB/T 9704-2012 gives.
var (
	documentNumber = regexp.MustCompile(`^\S+〔(?:19|20|21)[0-9]{2}〕[1-9][0-9]*号$`)       // 7.2.5
	copyNumber     = regexp.MustCompile(`^[0-9]{3,6}$`)                                  // 7.2.1
	secrecy        = regexp.MustCompile(`^(?:绝密|机密|秘密)(?:★[1-9][0-9]*(?:年|个月|天)|★长期)?$`) // 7.2.2
)

// formalKeys are the keys of report.yaml that only formal documents have.
func formalKeys() []key[folder] {
	return []key[folder]{
		{name: "发文机关标志", about: "红色大字；不写就是单位名称加“文件”", example: "xx县公安局文件",
			shape: line(func(r *folder) *Text { return &r.Formal.Mark })},
		{name: "发文字号", about: "年份用六角括号，序号不加“第”、不补0", example: "x公报〔2023〕12号",
			shape: formed(documentNumber, "写成“x公报〔2023〕12号”，括号用〔〕", func(r *folder) *Text { return &r.Formal.Number })},
		{name: "签发人", about: "上行文必须有；几个人用“、”隔开", example: "张三",
			shape: line(func(r *folder) *Text { return &r.Formal.Signers })},
		{name: "份号", about: "涉密公文的份数序号，6位数字", example: "000001",
			shape: formed(copyNumber, "写成“000001”", func(r *folder) *Text { return &r.Formal.Copy })},
		{name: "密级", about: "密级和保密期限", example: "机密★1年",
			shape: formed(secrecy, "写成“秘密”“机密★1年”", func(r *folder) *Text { return &r.Formal.Secrecy })},
		{name: "紧急程度", about: "特急或加急",
			shape: choice([]string{"特急", "加急"}, func(r *folder, t Text) { r.Formal.Urgency = t })},
		{name: "主送", about: "主送机关，后面的冒号不用写", example: "县委、县政府",
			shape: line(func(r *folder) *Text { return &r.Formal.Addressee })},
		{name: "附件", about: "附件的标题和内容，按次序；正文后的附件说明自动生成",
			shape: records(func(r *folder) *[]Attachment { return &r.Formal.Attachments }, attachmentKeys)},
		{name: "附注", about: "如联系人和电话、此件公开发布，括号不用写", example: "联系人：李四，电话：0000000",
			shape: line(func(r *folder) *Text { return &r.Formal.Remark })},
		{name: "抄送", about: "抄送机关，后面的句号不用写", example: "市公安局",
			shape: line(func(r *folder) *Text { return &r.Formal.CopyTo })},
		{name: "印发机关", about: "版记里的印发机关", example: "xx县公安局办公室",
			shape: line(func(r *folder) *Text { return &r.Formal.Issuer })},
		{name: "印发日期", about: "版记里的印发日期", example: "2023-07-01",
			shape: date(func(r *folder) **Date { return &r.Formal.Issued })},
		{name: "用印", about: "是：落款按加盖印章的排法",
			shape: flag(func(r *folder) *bool { return &r.Formal.Sealed })},
	}
}

var attachmentKeys = table[Attachment]{
	id: "attachment", title: "附件",
	keys: []key[Attachment]{
		{name: "标题", about: "附件的标题，附件说明里也印它", example: "各派出所办案情况表", required: true,
			shape: line(func(a *Attachment) *Text { return &a.Title })},
		{name: "正文", about: "附件的内容：文字、表格、图表", example: "|…|", required: true,
			shape: prose(func(a *Attachment) *Text { return &a.Body })},
	},
}

// formed is a text in one line that has a given form.
func formed[T any](form *regexp.Regexp, hint string, field func(*T) *Text) shape[T] {
	return shape[T]{
		read: func(v value, into *T) {
			t, ok := v.line()
			if !ok {
				return
			}
			if !form.MatchString(t.Value) {
				v.errorf(hint, "%s不能写“%s”", v.name, t.Value)
				return
			}
			*field(into) = t
		},
		schema: func(*definitions) *schema {
			return &schema{Type: []string{"string", "number"}, Pattern: strings.ReplaceAll(form.String(), `\S`, `[^\s]`)}
		},
	}
}
