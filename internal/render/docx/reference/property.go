package reference

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"banwen/internal/render/docx/xml"
)

// valid tells whether an attribute's value is one that may be written.
type valid func(string) bool

// attribute is one that is taken over.
type attribute struct {
	name string
	ok   valid
}

// known is a property that is taken over, with its attributes in the order
// they are written in.
type known struct {
	name  string
	attrs []attribute
}

func value(ok valid) []attribute { return []attribute{{"w:val", ok}} }

// knownParagraph and knownRun are the properties that are taken over, in the
// order of the schema (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28).
var (
	knownParagraph = []known{
		{"w:spacing", []attribute{
			{"w:before", within(0, 31680)}, {"w:beforeLines", within(0, 10000)},
			{"w:after", within(0, 31680)}, {"w:afterLines", within(0, 10000)},
			{"w:line", within(1, 31680)}, {"w:lineRule", oneOf("auto", "exact", "atLeast")}}},
		{"w:ind", []attribute{
			{"w:leftChars", within(-10000, 10000)}, {"w:left", within(-31680, 31680)},
			{"w:rightChars", within(-10000, 10000)}, {"w:right", within(-31680, 31680)},
			{"w:hangingChars", within(0, 10000)}, {"w:hanging", within(0, 31680)},
			{"w:firstLineChars", within(0, 10000)}, {"w:firstLine", within(0, 31680)}}},
		{"w:jc", value(oneOf("left", "right", "center", "both", "distribute"))},
	}
	knownRun = []known{
		{"w:rFonts", []attribute{{"w:ascii", fontName}, {"w:eastAsia", fontName}, {"w:hAnsi", fontName}, {"w:cs", fontName}}},
		{"w:b", value(toggle)}, {"w:bCs", value(toggle)}, {"w:i", value(toggle)}, {"w:iCs", value(toggle)},
		{"w:color", value(color)},
		{"w:spacing", value(within(-400, 400))},
		{"w:kern", value(within(0, 400))},
		{"w:sz", value(within(8, 400))}, {"w:szCs", value(within(8, 400))},
	}
)

func within(least, most int) valid {
	return func(s string) bool {
		n, err := strconv.Atoi(s)
		return err == nil && n >= least && n <= most && strconv.Itoa(n) == s
	}
}

func oneOf(values ...string) valid { return func(s string) bool { return slices.Contains(values, s) } }

// toggle is a switch; without a value it is on.
func toggle(s string) bool {
	return slices.Contains([]string{"0", "1", "true", "false", "on", "off"}, s)
}

var colorPattern = regexp.MustCompile(`^(auto|[0-9A-Fa-f]{6})$`)

func color(s string) bool { return colorPattern.MatchString(s) }

func fontName(s string) bool {
	return strings.TrimSpace(s) != "" && len(s) <= 128 && !strings.ContainsFunc(s, unicode.IsControl)
}

// properties are properties by name, each its attributes by name.
type properties map[string]map[string]string

// add takes the known children of an element over those that are there:
// attribute by attribute, as styles that are based on each other are joined.
func (p properties) add(e *element, all []known) {
	for _, k := range all {
		child := e.child(k.name)
		if child == nil {
			continue
		}
		attrs := map[string]string{}
		for _, a := range k.attrs {
			if v := child.attr(a.name); v != "" && a.ok(v) {
				attrs[a.name] = v
			}
		}
		if len(attrs) == 0 && !isToggle(k.name) {
			continue
		}
		if k.name == "w:ind" {
			forgetFirstLine(p[k.name], attrs)
		}
		p.join(k.name, attrs)
	}
}

// isToggle tells whether an element says something without a value.
func isToggle(name string) bool {
	return slices.Contains([]string{"w:b", "w:bCs", "w:i", "w:iCs"}, name)
}

func (p properties) join(name string, attrs map[string]string) {
	if p[name] == nil || isToggle(name) {
		p[name] = map[string]string{}
	}
	for key, v := range attrs {
		p[name][key] = v
	}
}

// forgetFirstLine drops what a style that is based on another says anew of
// the first line: a measure beside a number of characters would not count.
func forgetFirstLine(have, now map[string]string) {
	first := []string{"w:firstLine", "w:firstLineChars", "w:hanging", "w:hangingChars"}
	if slices.ContainsFunc(first, func(name string) bool { return now[name] != "" }) {
		for _, name := range first {
			delete(have, name)
		}
	}
}

// list gives the properties in the order of the schema.
func (p properties) list(all []known) []Property {
	var list []Property
	for _, k := range all {
		attrs, ok := p[k.name]
		if !ok {
			continue
		}
		one := Property{Name: k.name}
		for _, a := range k.attrs {
			if v := attrs[a.name]; v != "" {
				one.Attrs = append(one.Attrs, a.name, v)
			}
		}
		list = append(list, one)
	}
	return list
}

// nodes gives the properties as elements.
func (p properties) nodes(all []known) []*xml.Node {
	var nodes []*xml.Node
	for _, one := range p.list(all) {
		nodes = append(nodes, xml.E(one.Name, one.Attrs))
	}
	return nodes
}
