package figure

import "strings"

// signs are how relations are typed, longer ones first.
var signs = []struct {
	typed string
	sign  Sign
}{
	{"<=", AtMost}, {"=<", AtMost}, {">=", AtLeast}, {"=>", AtLeast}, {"<>", NotEqual}, {"==", Equal},
	{"≤", AtMost}, {"≥", AtLeast}, {"≠", NotEqual}, {"=", Equal}, {"<", Less}, {">", Greater},
}

// halfWidthSigns makes the full-width signs half-width.
var halfWidthSigns = strings.NewReplacer("＝", "=", "＜", "<", "＞", ">")

// sign reads the sign of a relation; ok is false when none stands here.
func (p *parser) sign() (Sign, bool) {
	end := p.at
	for end < len(p.text) {
		size := len(firstRune(p.text[end:]))
		if !strings.Contains(relationSigns, p.text[end:end+size]) {
			break
		}
		end += size
	}
	typed := halfWidthSigns.Replace(p.text[p.at:end])
	for _, s := range signs {
		if strings.HasPrefix(typed, s.typed) {
			for range []rune(s.typed) {
				p.skipRune()
			}
			return s.sign, true
		}
	}
	return "", false
}

// firstRune is the first character of s, which is not empty.
func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
