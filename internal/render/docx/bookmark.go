package docx

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"banwen/internal/render/docx/xml"
)

// The parts of a document that are no nodes of the tree, or that a node has
// beside its text, are bookmarked under these ids, after the node's own if
// there is one: #title, chart1#caption.
const (
	titlePart   = "#title"
	organPart   = "#organ"
	datePart    = "#date"
	captionPart = "#caption"
	unitPart    = "#unit"
	notePart    = "#note"

	copyPart      = "#copy"
	secrecyPart   = "#secrecy"
	urgencyPart   = "#urgency"
	markPart      = "#mark"
	numberPart    = "#number"
	signersPart   = "#signers"
	addresseePart = "#addressee"
	listedPart    = "#listed" // an attachment in 附件说明
	remarkPart    = "#remark"
	copyToPart    = "#copyto"
	issuerPart    = "#issuer"
	issuedPart    = "#issued"
)

// BookmarkName is the name of the bookmark around what was written for a node
// of the document tree: _bw_ and a hash of its id in 24 lower-case letters
// and digits. Word, WPS and LibreOffice keep bookmarks where the text is
// edited, so that an edited file can be read back; the leading underscore
// keeps them out of Word's list of bookmarks. At most 40 characters are
// allowed (ECMA-376 part 1, clause 17.13.6.2).
func BookmarkName(nodeID string) string {
	sum := sha256.Sum256([]byte(nodeID))
	return "_bw_" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:15]))
}

// bookmarked puts a bookmark around the content of a paragraph.
func (f *file) bookmarked(nodeID string, content []*xml.Node) []*xml.Node {
	id := f.annotation()
	around := make([]*xml.Node, 0, len(content)+2)
	around = append(around, xml.E("w:bookmarkStart", xml.A("w:id", id, "w:name", BookmarkName(nodeID))))
	around = append(around, content...)
	return append(around, xml.E("w:bookmarkEnd", xml.A("w:id", id)))
}

// annotation is the id of the next bookmark or tracked change.
func (f *file) annotation() string {
	id := integer(f.annotations)
	f.annotations++
	return id
}
