package docxread

import (
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// remark is a comment as its part has it.
type remark struct {
	Comment
	id         string
	paragraphs []string // the ids of its paragraphs; replies name the last
	order      int
}

// readComments reads the comments and what answers what.
func readComments(parts archive, related relations, anchors map[string]*anchor) ([]Comment, error) {
	name := related.first("comments")
	data, err := parts.read(name)
	if err != nil || data == nil {
		return nil, err
	}
	all, err := remarks(name, data)
	if err != nil {
		return nil, err
	}
	for i := range all {
		c := &all[i]
		c.Paragraph, c.order = -1, len(anchors)
		if a := anchors[c.id]; a != nil {
			c.Paragraph, c.order, c.Quote = a.paragraph, a.order, strings.TrimSpace(a.quote.String())
		}
	}
	if err := thread(parts, related.first("commentsExtended"), all); err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b remark) int { return cmp.Compare(a.order, b.order) })
	comments := make([]Comment, len(all))
	for i := range all {
		comments[i] = all[i].Comment
	}
	return comments, nil
}

// remarks reads the comments part.
func remarks(part string, data []byte) ([]remark, error) {
	var all []remark
	var text strings.Builder
	r, in, paragraphs := newReader(part, data), "", 0
	for {
		token, err := r.next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			in = t.Name.Local
			switch {
			case in == "comment":
				all = append(all, remark{id: attribute(t, "id"), Comment: Comment{Who: attribute(t, "author"), When: attribute(t, "date")}})
				text.Reset()
				paragraphs = 0
			case in == "p" && len(all) > 0:
				last := &all[len(all)-1]
				last.paragraphs = append(last.paragraphs, attribute(t, "paraId"))
				if paragraphs++; paragraphs > 1 {
					text.WriteByte('\n')
				}
			case in == "br" || in == "cr":
				text.WriteByte('\n')
			}
		case xml.CharData:
			if in == "t" {
				text.Write(t)
			}
		case xml.EndElement:
			in = ""
			if t.Name.Local == "comment" && len(all) > 0 {
				all[len(all)-1].Text = strings.TrimSpace(text.String())
			}
		}
	}
}

// thread notes which comments are done, and which one each reply answers.
func thread(parts archive, part string, all []remark) error {
	data, err := parts.read(part)
	if err != nil || data == nil {
		return err
	}
	of := map[string]*remark{}
	for i := range all {
		for _, id := range all[i].paragraphs {
			of[id] = &all[i]
		}
	}
	r := newReader(part, data)
	for {
		token, err := r.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "commentEx" {
			continue
		}
		c := of[attribute(e, "paraId")]
		if c == nil {
			continue
		}
		c.Done = attribute(e, "done") == "1" || attribute(e, "done") == "true"
		if parent := of[attribute(e, "paraIdParent")]; parent != nil && parent != c {
			c.Answers = parent.Who + "：" + parent.Text
			if c.Paragraph < 0 {
				c.Paragraph, c.order, c.Quote = parent.Paragraph, parent.order, parent.Quote
			}
		}
	}
}
