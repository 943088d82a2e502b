package html

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"banwen/internal/doc"
	"banwen/internal/render/svg"
	"banwen/internal/style"
)

// formalRules are the rules for what a formal document has around its text.
func formalRules(b *strings.Builder, p *style.Profile, d *doc.Document) {
	if d.Head != nil {
		headRules(b, p.Head, p.Grid.Pitch)
		markRule(b, p, doc.Text(d.Head.Mark))
	}
	textRule(b, ".addressee", p.Addressee)
	textRule(b, ".attachment-note p", p.AttachmentNote)
	textRule(b, ".attachment-label", p.AttachmentLabel)
	textRule(b, ".remark", p.Remark)
	imprintRules(b, p.Imprint)
	fmt.Fprintf(b, ".signature.sealed{padding-right:%dem}\n", p.Signature.SealedIndent)
}

// headRules are the rules of the red head (GB/T 9704-2012, 7.2).
func headRules(b *strings.Builder, h style.Head, pitch style.Length) {
	red := svg.Color(h.Color)
	textRule(b, ".copy", h.Copy)
	textRule(b, ".secrecy", h.Secrecy)
	textRule(b, ".number", h.Number)
	textRule(b, ".signers", h.Number)
	fmt.Fprintf(b, ".signer{font-family:var(--%s)}\n", svg.Class(h.Signer.Face))
	fmt.Fprintf(b, ".labels{min-height:calc(%s*var(--scale))}\n", h.Top)
	fmt.Fprintf(b, ".redhead{margin-bottom:calc(%s*var(--scale));padding-bottom:calc(%s*var(--scale));border-bottom:%s solid %s}\n",
		style.Length(h.TitleLines)*pitch, h.RuleBelow, h.RuleWidth, red)
	fmt.Fprintf(b, ".mark{margin-bottom:calc(%s*var(--scale));color:%s}\n", style.Length(h.Lines)*pitch, red)
}

// markRule sets the organ mark so large that it fits into one line.
func markRule(b *strings.Builder, p *style.Profile, mark string) {
	t := p.Head.Mark
	if n := utf8.RuneCountInString(mark); n > 0 {
		t.Size = min(t.Size, p.Page.TextWidth/style.Length(n))
	}
	t.Pitch = t.Size
	textRule(b, ".mark", t)
}

// imprintRules are the rules of 版记 (7.4).
func imprintRules(b *strings.Builder, m style.Imprint) {
	textRule(b, ".imprint p", m.Text)
	fmt.Fprintf(b, ".imprint{border-top:%[1]s solid;border-bottom:%[1]s solid}\n", m.Outer)
	fmt.Fprintf(b, ".imprint p{padding:0 %dem}\n.imprint p+p{border-top:%s solid}\n", m.Inside, m.Inner)
}
