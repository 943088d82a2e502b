package html

import (
	_ "embed"
	"fmt"
	"strings"

	"banwen/internal/doc"
	"banwen/internal/render/svg"
	"banwen/internal/style"
)

//go:embed assets/page.css
var pageStyle string

//go:embed assets/changes.css
var changesStyle string

// stylesheet is the style of a document's page: what the profile says, then
// the page's own rules. Sizes are multiplied by --scale,
// which small screens lower.
func stylesheet(p *style.Profile, d *doc.Document) string {
	var b strings.Builder
	b.WriteString("\n:root{--scale:1")
	fmt.Fprintf(&b, ";--paper:%s;--left:%s;--right:%s", p.Page.Width, p.Page.Left, p.Page.Right())
	fmt.Fprintf(&b, ";--pitch:calc(%[1]s*var(--scale));--spacing:%[2]s;--printed-spacing:%[2]s", p.Grid.Pitch, spacing(p))
	for _, role := range style.Roles {
		fmt.Fprintf(&b, ";--%s:%s", svg.Class(role), fontFamily(role, p.Faces[role]))
	}
	b.WriteString("}\n")
	for _, role := range style.Roles {
		fmt.Fprintf(&b, ".%[1]s{font-family:var(--%[1]s)}\n", svg.Class(role))
	}
	textRule(&b, "h1,.attachment-title", p.TitleText)
	fmt.Fprintf(&b, "h1{margin-bottom:calc(%s*var(--scale))}\n", titleGap(p, d))
	textRule(&b, ".body", p.Body)
	for i, h := range p.Headings {
		textRule(&b, fmt.Sprintf(".level%d", i+1), h.Text)
	}
	textRule(&b, ".caption", p.Caption)
	textRule(&b, ".note", p.Note)
	textRule(&b, "table,.unit", p.Table)
	textRule(&b, ".signature", p.Signature.Text)
	fmt.Fprintf(&b, ".signature{padding-right:%dem}\n", p.Signature.OrganIndent)
	formalRules(&b, p, d)
	printedPages(&b, p)
	b.WriteString(pageStyle)
	if d.Revision != nil {
		b.WriteString(changesStyle)
	}
	return b.String()
}

// titleGap is the space under the title: a blank line above an addressee (GB/T
// 9704-2012, 7.3.2).
func titleGap(p *style.Profile, d *doc.Document) style.Length {
	if len(d.Addressee) > 0 {
		return p.Grid.Pitch
	}
	return p.TitleGap(len(d.Title.LineRuns()))
}

func textRule(b *strings.Builder, selector string, t style.Text) {
	fmt.Fprintf(b, "%s{font-family:var(--%s);font-size:calc(%s*var(--scale));line-height:calc(%s*var(--scale));text-align:%s;text-indent:%dem}\n",
		selector, svg.Class(t.Face), t.Size, t.Pitch, textAlign[t.Align], t.Indent)
}

var textAlign = map[style.Align]string{
	style.Left: "left", style.Center: "center", style.Right: "right", style.Justify: "justify",
}

// printedPages sets the paper and its page numbers (CSS Paged Media Level 3);
// browsers without margin boxes print their own numbers or none.
func printedPages(b *strings.Builder, p *style.Profile) {
	page, number := p.Page, p.Number
	fmt.Fprintf(b, "@page{size:%s %s;margin:%s %s %s %s}\n",
		page.Width, page.Height, page.Top, page.Right(), page.Bottom(), page.Left)
	// A wide table turns the page (横排); what was at the left is at the top.
	fmt.Fprintf(b, "@page turned{size:%s %s;margin:%s %s %s %s}\n",
		page.Height, page.Width, page.Left, page.Top, page.Right(), page.Bottom())
	content := "counter(page)"
	if number.Dashes {
		content = `"— " counter(page) " —"`
	}
	look := fmt.Sprintf("content:%s;font:%s/%s %s;vertical-align:top;padding-top:%s",
		content, number.Size, number.Pitch, fontFamily(number.Face, p.Faces[number.Face]), number.Below)
	if number.Align == style.Center {
		fmt.Fprintf(b, "@page{@bottom-center{%s}}\n", look)
		return
	}
	inside := style.Length(number.Inside) * number.Size
	fmt.Fprintf(b, "@page :right{@bottom-right{%s;padding-right:%s}}\n", look, inside)
	fmt.Fprintf(b, "@page :left{@bottom-left{%s;padding-left:%s}}\n", look, inside)
}

// spacing is how much wider than its own size each character is set so that a
// line holds as many as the grid says; rounded down, so that the last fits.
func spacing(p *style.Profile) string {
	const step = style.Pt / 100
	over := p.Body.Size - p.CharacterCell()
	if over <= 0 {
		return "0pt"
	}
	return "-" + ((over + step - 1) / step * step).String()
}

// fontFamily lists the names a face goes by, best first.
func fontFamily(role style.Role, f style.Face) string {
	var names []string
	for _, name := range append([]string{f.Name}, f.Others...) {
		names = append(names, cssString(name))
	}
	generic := "serif"
	if role == style.HeiFace {
		generic = "sans-serif"
	}
	return strings.Join(append(names, generic), ",")
}

// cssString quotes a text for CSS (CSS Syntax Level 3, 4.3.7): all ASCII but
// letters, digits, spaces and hyphens is escaped, so that it can end neither
// the string nor the style element.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r >= 0x80, r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r == ' ', r == '-', r == '_':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
