package html

import (
	"html/template"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// page is what the template prints.
type page struct {
	Language string
	Policy   string
	Title    string
	Organ    string
	Keywords string
	Date     string
	Style    template.CSS

	Draft        bool
	About        []string // organ and period
	Missing      int      // 【待补】 in the text
	FirstMissing string   // id of the first block that has one

	Outline   []*entry
	Head      *redhead
	Heading   []line // the title
	Addressee *line
	Blocks    []block
	Noted     []noted // 附件说明
	Signature *signature
	Remark    *line
	Parts     []attachment
	Imprint   *imprint
	Origins   []*origin

	Script template.JS // the ECharts bundle; empty in a static page
}

// block is one block of the document; one of its fields is set.
type block struct {
	Heading   *heading
	Paragraph *paragraph
	Chart     *figure
	Table     *table
}

func newPage(d *doc.Document, p *style.Profile) *page {
	css := stylesheet(p, d)
	c := &converter{profile: p}
	v := &page{
		Language: language(d.Meta), Policy: policy(css, ""), Style: template.CSS(css),
		Title: d.Title.Text, Heading: c.title(&d.Title),
		Organ: d.Meta.Organ, Keywords: d.Meta.Keywords, Date: d.Meta.Date, Draft: d.Meta.Draft,
		About: present(d.Meta.Organ, d.Meta.Period), Outline: outline(d),
		Head: c.head(d.Head), Addressee: c.line("addressee", d.Addressee), Blocks: c.blocks(d.Blocks),
		Noted: c.attachmentNote(d.Attachments), Signature: c.signature(d.Signature), Remark: c.line("remark", d.Remark),
		Parts: c.attachments(d.Attachments), Imprint: c.imprint(d.Imprint),
	}
	v.Missing, v.FirstMissing, v.Origins = c.missing, c.firstMissing, c.origins.list
	return v
}

// makeInteractive adds the bundle and the options of every chart.
func (v *page) makeInteractive(d *doc.Document) error {
	if err := addOptions(v.Blocks, d.Blocks); err != nil {
		return err
	}
	for i, a := range d.Attachments {
		if err := addOptions(v.Parts[i].Blocks, a.Blocks); err != nil {
			return err
		}
	}
	v.Script = template.JS(bundle())
	v.Policy = policy(string(v.Style), string(v.Script))
	return nil
}

// addOptions adds the options of the charts among blocks.
func addOptions(blocks []block, all []doc.Block) error {
	for i, b := range all {
		c, ok := b.(*doc.Chart)
		if !ok {
			continue
		}
		options, err := options(c)
		if err != nil {
			return err
		}
		blocks[i].Chart.Options = options
	}
	return nil
}

func language(m doc.Meta) string {
	if m.Language == "" {
		return "zh-CN"
	}
	return m.Language
}

// present lists those of texts that are not empty.
func present(texts ...string) []string {
	var some []string
	for _, t := range texts {
		if t != "" {
			some = append(some, t)
		}
	}
	return some
}

// anchor is a block's id on the page. The prefix keeps the document's ids
// apart from the page's own.
func anchor(b doc.Block) string { return "node-" + b.NodeID() }
