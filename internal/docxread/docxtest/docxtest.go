// Package docxtest finds text in a DOCX for tests that edit one as Word does:
// wherever its runs are cut, as those who type see no runs.
package docxtest

import (
	"regexp"
	"strings"
)

var (
	textXML = regexp.MustCompile(`<w:t(?: xml:space="preserve")?>([^<]*)</w:t>`)
	// nextRun is what stands between two texts of neighbouring runs.
	nextRun = regexp.MustCompile(`^</w:t></w:r><w:r>(?:<w:rPr>(?:<w:[^<>]*/>)*</w:rPr>)?<w:t(?: xml:space="preserve")?>$`)
)

// Places gives the byte ranges of a document part that say text, which is
// escaped as in XML.
func Places(part, text string) [][2]int {
	var plain strings.Builder
	var at []int // where each byte of plain stands in the part
	end := 0
	for _, m := range textXML.FindAllStringSubmatchIndex(part, -1) {
		if !nextRun.MatchString(part[end:m[2]]) {
			plain.WriteByte(0)
			at = append(at, -1)
		}
		plain.WriteString(part[m[2]:m[3]])
		for i := m[2]; i < m[3]; i++ {
			at = append(at, i)
		}
		end = m[3]
	}
	var places [][2]int
	all := plain.String()
	for from := 0; ; {
		i := strings.Index(all[from:], text)
		if i < 0 {
			return places
		}
		first, last := from+i, from+i+len(text)-1
		places = append(places, [2]int{at[first], at[last] + 1})
		from = last + 1
	}
}

// Replace puts something in the place of the one text that a part says; it
// gives how often the part says it, and changes nothing where that is not once.
func Replace(part, text, by string) (string, int) {
	places := Places(part, text)
	if len(places) != 1 {
		return part, len(places)
	}
	p := places[0]
	return part[:p[0]] + by + part[p[1]:], 1
}
