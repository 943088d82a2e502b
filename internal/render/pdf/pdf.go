// Package pdf writes a layout as PDF 1.7 (ISO 32000-1) that conforms to
// PDF/A-2u (ISO 19005-2): every font embedded, every character mapped to
// Unicode, colours with a profile, no transparency, no encryption.
//
// It draws what typeset has placed and decides nothing about the page.
package pdf

import (
	"errors"
	"fmt"
	"io"

	"banwen/internal/font"
	"banwen/internal/typeset"
)

// Write writes the layout as a PDF file: only the glyphs used are embedded,
// text copies out as it was typed, the same layout gives the same bytes.
//
// Errors (in Chinese) are a layout that cannot be drawn (a glyph that no font
// has, a bookmark to no page), a damaged font, a date that is none, and those
// of w, to which nothing is written before all else has succeeded.
func Write(w io.Writer, l *typeset.Layout, fonts *font.Set) error {
	if err := check(l); err != nil {
		return err
	}
	properties, err := newProperties(l)
	if err != nil {
		return err
	}
	used, err := collectFonts(l, fonts)
	if err != nil {
		return err
	}
	used.startSubsets()
	f := newFile()
	catalog, info, resources := f.reserve(), f.reserve(), f.reserve()
	pages, err := writePages(f, l, used, resources)
	if err != nil {
		return err
	}
	if err := used.embed(f, resources); err != nil {
		return err
	}
	f.put(info, properties.info())
	f.put(catalog, dict{
		{"Type", "/Catalog"},
		{"Pages", pages.tree.String()},
		{"Outlines", writeOutline(f, l, pages.each)},
		{"Metadata", f.addPlainStream(dict{{"Type", "/Metadata"}, {"Subtype", "/XML"}}, properties.xmp()).String()},
		{"OutputIntents", "[" + writeOutputIntent(f) + "]"},
		{"Lang", textString(l.Meta.Language)},
		{"ViewerPreferences", "<</DisplayDocTitle true>>"},
	}.String())
	return f.writeTo(w, catalog, info)
}

// check reports a layout without pages, which PDF cannot have, and bookmarks
// and links to pages that are not there.
func check(l *typeset.Layout) error {
	if len(l.Pages) == 0 {
		return errors.New("版面没有一页")
	}
	for _, b := range l.Outline {
		if b.Page < 1 || b.Page > len(l.Pages) {
			return fmt.Errorf("书签“%s”指向没有的第 %d 页", b.Text, b.Page)
		}
	}
	for _, page := range l.Pages {
		for _, link := range page.Links {
			if link.To.Page < 1 || link.To.Page > len(l.Pages) {
				return fmt.Errorf("第 %d 页有链接指向没有的第 %d 页", page.Number, link.To.Page)
			}
		}
	}
	return nil
}
