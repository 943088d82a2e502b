package doc

import "strconv"

// What a formal document (公文) has around its text, by GB/T 9704-2012.

// The ids of the parts that are no blocks.
const (
	TitleNode          = "title"
	HeadNode           = "head"
	AddresseeNode      = "addressee"
	AttachmentNoteNode = "attachments" // 附件说明
	SignatureNode      = "signature"
	RemarkNode         = "remark"
	ImprintNode        = "imprint"
)

// Head is the red head (版头, 7.2). Empty fields are not printed.
type Head struct {
	Copy    []Run `json:"copy,omitempty"`    // 份号: 000001
	Secrecy []Run `json:"secrecy,omitempty"` // 密级和保密期限: 机密★1年
	Urgency []Run `json:"urgency,omitempty"` // 紧急程度: 特急, 加急
	Mark    []Run `json:"mark"`              // 发文机关标志: xx县公安局文件
	Number  []Run `json:"number,omitempty"`  // 发文字号: x公报〔2023〕12号
	Signers []Run `json:"signers,omitempty"` // 签发人, a run each; with them the number stands left (7.2.6)
}

// Change is that of the head as a whole: none has no mark.
func (h *Head) Change() Change { return WholeChange(h.Mark) }

// Attachment is an attachment (附件, 7.3.7); it begins a new page.
type Attachment struct {
	ID     string `json:"id"`
	Label  []Run  `json:"label"` // 附件, or 附件1 where there are several
	Title  Title  `json:"title"`
	Blocks Blocks `json:"blocks"`
	Change Change `json:"change,omitempty"` // of the attachment as a whole
}

// Name is the attachment's label and title as an outline has them; where it is
// gone, as they were.
func (a *Attachment) Name() string {
	label := Kept(a.Label)
	if a.Change == Deleted {
		label = Text(a.Label)
	}
	return label + "　" + a.Title.Text
}

// NoteWord stands before the titles in 附件说明 (7.3.4).
func NoteWord(all []Attachment) []Run { return one("附件：", all[0].Change) }

// NoteNumbers are the numbers before the titles in 附件说明 (7.3.4) with what
// follows a number, one for each attachment; none where a version has one alone.
func NoteNumbers(all []Attachment, after string) [][]Run {
	was, now := numbersWithout(all, Inserted), numbersWithout(all, Deleted)
	numbers := make([][]Run, len(all))
	for i := range all {
		if was[i] == now[i] {
			numbers[i] = affixed("", Plain(now[i]), after)
			continue
		}
		numbers[i] = append(affixed("", one(was[i], Deleted), after), affixed("", one(now[i], Inserted), after)...)
	}
	return numbers
}

// numbersWithout are the numbers of the attachments in the version that lacks
// those of a change.
func numbersWithout(all []Attachment, change Change) []string {
	numbers := make([]string, len(all))
	count := 0
	for i := range all {
		if all[i].Change != change {
			count++
			numbers[i] = strconv.Itoa(count) + "."
		}
	}
	if count == 1 {
		clear(numbers)
	}
	return numbers
}

// Imprint is what stands at the foot of the last page (版记, 7.4).
type Imprint struct {
	CopyTo []Run `json:"copyTo,omitempty"` // 抄送机关, without the word and the full stop
	Issuer []Run `json:"issuer"`           // 印发机关
	Date   []Run `json:"date"`             // 印发日期, as printed, without 印发: 2023年7月1日
}

// Change is that of the imprint as a whole: none is without an issuer.
func (m *Imprint) Change() Change { return WholeChange(m.Issuer) }

// CopyToLine is 抄送 as printed (7.4.2): the word before the organs, and they
// with their full stop; nil where there is none.
func (m *Imprint) CopyToLine() (word, organs []Run) {
	if len(m.CopyTo) == 0 {
		return nil, nil
	}
	return one("抄送：", WholeChange(m.CopyTo)), affixed("", m.CopyTo, "。")
}

// Issued is 印发日期 as printed (7.4.3): 2023年7月1日印发.
func (m *Imprint) Issued() []Run { return affixed("", m.Date, "印发") }

// SignersWord stands before the names of 签发人 (7.2.6).
const SignersWord = "签发人："

// SignersLabel is the word before the names of 签发人; it comes and goes with
// them.
func (h *Head) SignersLabel() []Run { return one(SignersWord, WholeChange(h.Signers)) }

// SignersRow is the names of 签发人 in one row, a space between those that
// stand beside each other in a version.
func (h *Head) SignersRow() []Run {
	var row []Run
	before := map[Change]bool{} // a version without this change has a name already
	for _, name := range h.Signers {
		row = append(append(row, spaceBefore(name.Change, before)...), name)
		for _, without := range []Change{Inserted, Deleted} {
			before[without] = before[without] || name.Change != without
		}
	}
	return row
}

// spaceBefore is the space before a name, in the versions that have it and
// another name before.
func spaceBefore(name Change, before map[Change]bool) []Run {
	was, now := before[Inserted] && name != Inserted, before[Deleted] && name != Deleted
	switch {
	case was && now:
		return one(nameSpace, "")
	case was:
		return one(nameSpace, Deleted)
	case now:
		return one(nameSpace, Inserted)
	default:
		return nil
	}
}

// nameSpace stands between names in a row.
const nameSpace = "　"

// affixed is a text between words that are there as long as it is; none around
// an empty one.
func affixed(before string, runs []Run, after string) []Run {
	if len(runs) == 0 {
		return nil
	}
	change := WholeChange(runs)
	all := append(one(before, change), runs...)
	return append(all, one(after, change)...)
}
