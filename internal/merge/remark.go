package merge

import (
	"regexp"
	"sort"

	"banwen/internal/docxread"
	"banwen/internal/remark"
	yaml "banwen/internal/source"
)

// nobody is who wrote a comment without a name.
const nobody = "未署名"

// remarks lists the comments that the report does not have yet.
func (p *planner) remarks() {
	seen := map[string]bool{}
	for _, c := range p.Edited.Comments {
		r := remark.Remark{
			Who: remark.CleanLine(c.Who), When: whenOf(c.When), Quote: remark.Clean(c.Quote), Answers: remark.Clean(c.Answers), Text: remark.Clean(c.Text), Done: c.Done,
		}
		if r.Text == "" {
			continue
		}
		if r.Who == "" {
			r.Who = nobody
		}
		r.Fingerprint = yaml.RemarkFingerprint(r.Who, c.When, r.Text)
		if p.Known[r.Fingerprint] || seen[r.Fingerprint] {
			continue
		}
		seen[r.Fingerprint] = true
		r.Node, r.Section = p.anchored(c)
		p.Remarks = append(p.Remarks, r)
	}
}

// anchored is the node that a comment is at.
func (p *planner) anchored(c docxread.Comment) (node, section string) {
	l := sort.Search(len(p.lines), func(l int) bool { return p.lines[l].To > c.Paragraph })
	if u, ok := p.unitOf[l]; ok && p.lines[l].From <= c.Paragraph {
		about := p.aboutItem(p.base[p.units[u].base[0]].item)
		return about.Node, about.Section
	}
	if c.Paragraph < 0 || c.Paragraph >= len(p.Edited.Paragraphs) {
		return "", ""
	}
	for _, passage := range p.Document.Passages() { // a chart's paragraph has no text
		for _, name := range p.Edited.Paragraphs[c.Paragraph].Bookmarks {
			if passage.Node != "" && p.Bookmark(passage.Node) == name {
				return passage.Node, passage.Section
			}
		}
	}
	return "", ""
}

var timeForm = regexp.MustCompile(`^([1-9]\d{3}-\d\d-\d\d)T(\d\d:\d\d)`)

// whenOf is a time as people write it: 2023-07-01 10:00; empty for none, which
// some programs write as a day of the year 0.
func whenOf(text string) string {
	if m := timeForm.FindStringSubmatch(text); m != nil {
		return m[1] + " " + m[2]
	}
	return ""
}
