package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"banwen/internal/typeset"
)

// pageRefs are the page tree and its leaves.
type pageRefs struct {
	tree ref
	each []ref
}

// writePages writes every page with its content.
func writePages(f *file, l *typeset.Layout, fonts usedFonts, resources ref) (pageRefs, error) {
	pages := pageRefs{tree: f.reserve()}
	var kids strings.Builder
	links := linkWriter{f: f, paper: l.Page}
	for _, page := range l.Pages {
		c := newContent(l.Page.Height, fonts)
		if err := c.page(page, l.Page); err != nil {
			return pages, fmt.Errorf("第 %d 页：%w", page.Number, err)
		}
		r := f.add(dict{
			{"Type", "/Page"}, {"Parent", pages.tree.String()},
			{"Contents", f.addStream(nil, c.b).String()},
			{"Annots", links.reserve(page.Links)},
		}.String())
		pages.each = append(pages.each, r)
		kids.WriteString(r.String() + " ")
	}
	links.write(pages.each)
	f.put(pages.tree, dict{
		{"Type", "/Pages"}, {"Kids", "[" + kids.String() + "]"}, {"Count", strconv.Itoa(len(l.Pages))},
		// Every page inherits these.
		{"MediaBox", "[0 0 " + points(l.Page.Width) + " " + points(l.Page.Height) + "]"},
		{"Resources", resources.String()},
	}.String())
	return pages, nil
}
