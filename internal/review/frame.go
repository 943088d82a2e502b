package review

import "banwen/internal/doc"

// head marks the red head.
func (m *marking) head(a, b *doc.Head) *doc.Head {
	if a == nil && b == nil {
		return nil
	}
	was, now := orEmpty(a), orEmpty(b)
	return &doc.Head{
		Copy: m.texts(was.Copy, now.Copy), Secrecy: m.texts(was.Secrecy, now.Secrecy), Urgency: m.texts(was.Urgency, now.Urgency),
		Mark: m.texts(was.Mark, now.Mark), Number: m.texts(was.Number, now.Number), Signers: m.names(was.Signers, now.Signers),
	}
}

// signature marks 落款. One that is gone stands as it stood.
func (m *marking) signature(a, b *doc.Signature) *doc.Signature {
	if a == nil && b == nil {
		return nil
	}
	was, now := orEmpty(a), orEmpty(b)
	return &doc.Signature{
		Organ: m.texts(was.Organ, now.Organ), Date: m.texts(was.Date, now.Date), Sealed: now.Sealed || b == nil && was.Sealed,
	}
}

// imprint marks 版记.
func (m *marking) imprint(a, b *doc.Imprint) *doc.Imprint {
	if a == nil && b == nil {
		return nil
	}
	was, now := orEmpty(a), orEmpty(b)
	return &doc.Imprint{CopyTo: m.texts(was.CopyTo, now.CopyTo), Issuer: m.texts(was.Issuer, now.Issuer), Date: m.texts(was.Date, now.Date)}
}

// names marks names, a run each: a name is another or the same.
func (m *marking) names(a, b []doc.Run) []doc.Run {
	var all []doc.Run
	for _, p := range pieces(nameTokens(a), nameTokens(b)) {
		all = append(all, p.runs()...)
	}
	m.changed = m.changed || doc.IsChanged(all)
	return all
}

func nameTokens(names []doc.Run) []token {
	all := make([]token, len(names))
	for i := range names {
		all[i] = token{names[i].Text, &names[i], printed}
	}
	return all
}

// orEmpty is what a pointer points to; the zero value for none.
func orEmpty[T any](p *T) T {
	if p == nil {
		return *new(T)
	}
	return *p
}

// framePart is a part of what stands around the text, with what has changed in it.
type framePart struct {
	node string // the id of what it belongs to
	name string // where it stands, from the outside in
	runs []doc.Run
}

func headParts(h *doc.Head) []framePart {
	if h == nil {
		return nil
	}
	return []framePart{
		{doc.HeadNode, "版头＞份号", h.Copy}, {doc.HeadNode, "版头＞密级", h.Secrecy}, {doc.HeadNode, "版头＞紧急程度", h.Urgency}, {doc.HeadNode, "版头＞发文机关标志", h.Mark},
		{doc.HeadNode, "版头＞发文字号", h.Number}, {doc.HeadNode, "版头＞签发人", h.SignersRow()},
	}
}

func closingParts(d *doc.Document) []framePart {
	s := orEmpty(d.Signature)
	return []framePart{{doc.SignatureNode, "落款＞署名", s.Organ}, {doc.SignatureNode, "落款＞成文日期", s.Date}, {doc.RemarkNode, "附注", d.Remark}}
}

func imprintParts(m *doc.Imprint) []framePart {
	if m == nil {
		return nil
	}
	return []framePart{{doc.ImprintNode, "版记＞抄送机关", m.CopyTo}, {doc.ImprintNode, "版记＞印发机关", m.Issuer}, {doc.ImprintNode, "版记＞印发日期", m.Date}}
}

// frame lists what has changed in parts around the text.
func (d *differ) frame(parts ...framePart) {
	for _, p := range parts {
		if doc.IsChanged(p.runs) {
			d.add(TextChange{Kind: kindOf(p.runs), What: FramePart, Node: p.node, Section: p.name, Pieces: piecesOf(p.runs)})
		}
	}
}

// kindOf is what became of a text that has changed.
func kindOf(runs []doc.Run) Kind {
	switch doc.WholeChange(runs) {
	case doc.Inserted:
		return Added
	case doc.Deleted:
		return Removed
	default:
		return Changed
	}
}
