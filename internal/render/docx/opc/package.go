// Package opc writes packages of parts and relationships in a ZIP file: Open
// Packaging Conventions, ECMA-376 part 2. The same parts give the same bytes.
package opc

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"banwen/internal/render/docx/xml"
)

// The relationship type and content type prefixes that every format shares.
const (
	OfficeRelationship  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	PackageRelationship = "http://schemas.openxmlformats.org/package/2006/relationships/"
	OpenXMLContent      = "application/vnd.openxmlformats-officedocument."
)

// Package is the parts of a file and how they relate.
type Package struct {
	parts     []part
	relations map[string]*xml.Node // by source part; "" is the package itself
	counts    map[string]int
}

// part is one part; its name is a path without the leading slash.
type part struct {
	name, contentType string
	data              []byte
}

// New gives an empty package.
func New() *Package {
	return &Package{relations: map[string]*xml.Node{}, counts: map[string]int{}}
}

// Add adds a part with a content type. Names are unique paths without the
// leading slash: word/document.xml.
func (p *Package) Add(name, contentType string, data []byte) {
	p.parts = append(p.parts, part{name, contentType, data})
}

// Relate adds a relationship of a full type from one part to another, or from
// the package itself where source is empty, and gives its id: rId1, rId2 …
// for each source.
func (p *Package) Relate(source, relationshipType, target string) string {
	list := p.relations[source]
	if list == nil {
		list = xml.E("Relationships", xml.A("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"))
		p.relations[source] = list
	}
	p.counts[source]++
	id := "rId" + strconv.Itoa(p.counts[source])
	list.Add(xml.E("Relationship", xml.A("Id", id, "Type", relationshipType, "Target", relative(source, target))))
	return id
}

// relative is the path of a part as seen from another.
func relative(source, target string) string {
	up := ""
	for dir := path.Dir(source); dir != "."; dir = path.Dir(dir) {
		if rest, ok := strings.CutPrefix(target, dir+"/"); ok {
			return up + rest
		}
		up += "../"
	}
	return up + target
}

// relationshipPart is the name of the part that holds a source's relationships.
func relationshipPart(source string) string {
	dir, file := path.Split(source)
	return dir + "_rels/" + file + ".rels"
}

// all lists every part to write: the content types, then the package's own
// relationships, then the others by name.
func (p *Package) all() []part {
	parts := slices.Clone(p.parts)
	for source, list := range p.relations {
		parts = append(parts, part{name: relationshipPart(source), data: list.Document()})
	}
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	return slices.Insert(parts, 0, part{name: "[Content_Types].xml", data: contentTypes(parts)})
}

// contentTypes says what each part is; relationship parts are known by their ending.
func contentTypes(parts []part) []byte {
	types := xml.E("Types", xml.A("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"),
		xml.E("Default", xml.A("Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
		xml.E("Default", xml.A("Extension", "xml", "ContentType", "application/xml")))
	for _, part := range parts {
		if part.contentType != "" {
			types.Add(xml.E("Override", xml.A("PartName", "/"+part.name, "ContentType", part.contentType)))
		}
	}
	return types.Document()
}
