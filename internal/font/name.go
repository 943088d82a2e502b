package font

import (
	"strings"
	"unicode/utf16"
)

// The name ids that are read (OpenType, name table).
const (
	familyID     = 1
	postScriptID = 6
)

// The platform and the languages that are preferred in the name table.
const (
	windows     = 3
	chinese     = 0x0804 // zh-CN
	english     = 0x0409 // en-US
	anyLanguage = -1
)

// Family is the font's family name, in Chinese where the font has one; empty
// when it has none.
func (f *Font) Family() string {
	for _, language := range []int{chinese, english, anyLanguage} {
		if s := f.name(familyID, language); s != "" {
			return s
		}
	}
	return ""
}

// PostScriptName is the font's PostScript name: printable ASCII without
// spaces and delimiters. A font without one is called by its family, or Font.
func (f *Font) PostScriptName() string {
	for _, s := range []string{f.name(postScriptID, english), f.name(postScriptID, anyLanguage), f.name(familyID, english)} {
		if s = strings.Map(postScriptChar, s); s != "" {
			return s[:min(len(s), 63)] // the length PostScript allows
		}
	}
	return "Font"
}

// postScriptChar drops what must not stand in a PostScript name.
func postScriptChar(r rune) rune {
	if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%#", r) {
		return -1
	}
	return r
}

// name gives the first Windows name with an id in a language; empty: none.
func (f *Font) name(id, language int) string {
	names := f.tables["name"]
	texts := int(names.u16(4))
	for i := range int(names.u16(2)) {
		record := names.slice(6+12*i, 12)
		if len(record) < 12 {
			break
		}
		if record.u16(0) != windows || int(record.u16(6)) != id ||
			language != anyLanguage && int(record.u16(4)) != language {
			continue
		}
		return decodeUTF16(names.slice(texts+int(record.u16(10)), int(record.u16(8))))
	}
	return ""
}

func decodeUTF16(t table) string {
	units := make([]uint16, len(t)/2)
	for i := range units {
		units[i] = t.u16(2 * i)
	}
	return string(utf16.Decode(units))
}
