package doc

// What a formal document (公文) has around its text, by GB/T 9704-2012.

// Head is the red head (版头, 7.2). Empty fields are not printed.
type Head struct {
	Copy    string   `json:"copy,omitempty"`    // 份号: 000001
	Secrecy string   `json:"secrecy,omitempty"` // 密级和保密期限: 机密★1年
	Urgency string   `json:"urgency,omitempty"` // 紧急程度: 特急, 加急
	Mark    string   `json:"mark"`              // 发文机关标志: xx县公安局文件
	Number  string   `json:"number,omitempty"`  // 发文字号: x公报〔2023〕12号
	Signers []string `json:"signers,omitempty"` // 签发人; with them the number stands left (7.2.6)
}

// Attachment is an attachment (附件, 7.3.7); it begins a new page.
type Attachment struct {
	ID     string `json:"id"`
	Label  string `json:"label"` // 附件, or 附件1 where there are several
	Title  Title  `json:"title"`
	Blocks Blocks `json:"blocks"`
	Change Change `json:"change,omitempty"` // of the attachment as a whole
}

// Imprint is what stands at the foot of the last page (版记, 7.4).
type Imprint struct {
	CopyTo string `json:"copyTo,omitempty"` // 抄送机关, without the word and the full stop
	Issuer string `json:"issuer"`           // 印发机关
	Date   string `json:"date"`             // 印发日期, as printed, without 印发: 2023年7月1日
}
