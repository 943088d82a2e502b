package pipeline_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"banwen/internal/docxread/docxtest"

	"github.com/stretchr/testify/require"
)

// word is a DOCX that is being edited as Word and WPS do.
type word struct {
	t        *testing.T
	parts    map[string]string
	comments []string
	extended []string
}

const documentPart = "word/document.xml"

func openWord(t *testing.T, data []byte) *word {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	w := &word{t: t, parts: map[string]string{}}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		w.parts[f.Name] = string(content)
	}
	return w
}

// save gives the file's bytes.
func (w *word) save() []byte {
	w.t.Helper()
	if w.comments != nil {
		const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`
		w.parts["word/comments.xml"] = `<w:comments ` + ns + `>` + strings.Join(w.comments, "") + `</w:comments>`
		w.parts["word/commentsExtended.xml"] = `<w15:commentsEx ` + ns + `>` + strings.Join(w.extended, "") + `</w15:commentsEx>`
		const rels = "word/_rels/document.xml.rels"
		w.parts[rels] = strings.Replace(w.parts[rels], "</Relationships>",
			`<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>`+
				`<Relationship Id="rIdE" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>`, 1)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(w.parts)) {
		part, err := z.Create(name)
		require.NoError(w.t, err)
		_, err = io.WriteString(part, w.parts[name])
		require.NoError(w.t, err)
	}
	require.NoError(w.t, z.Close())
	return b.Bytes()
}

func (w *word) body() string { return w.parts[documentPart] }

// put replaces the one place of the document part that is old.
func (w *word) put(old, new string) *word {
	w.t.Helper()
	require.Equal(w.t, 1, strings.Count(w.body(), old), "%q", old)
	w.parts[documentPart] = strings.Replace(w.body(), old, new, 1)
	return w
}

// at replaces the one place of the document part that says text.
func (w *word) at(text, xml string) *word {
	w.t.Helper()
	body, n := docxtest.Replace(w.body(), escaped(text), xml)
	require.Equal(w.t, 1, n, "%q", text)
	w.parts[documentPart] = body
	return w
}

// says counts the places of the document part that say text.
func (w *word) says(text string) int { return len(docxtest.Places(w.body(), escaped(text))) }

// retype types new in the place of old, without tracked changes.
func (w *word) retype(old, new string) *word {
	w.t.Helper()
	return w.at(old, escaped(new))
}

const change = ` w:author="李局" w:date="2023-07-01T09:30:00Z"`

// track does the same with tracked changes; the run is split, and the style of
// its text lost, as it may be.
func (w *word) track(old, new string) *word {
	w.t.Helper()
	changed := `</w:t></w:r>`
	if old != "" {
		changed += `<w:del w:id="901"` + change + `><w:r><w:delText xml:space="preserve">` + escaped(old) + `</w:delText></w:r></w:del>`
	}
	if new != "" {
		changed += `<w:ins w:id="902"` + change + `><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + escaped(new) + `</w:t></w:r></w:ins>`
	}
	return w.at(old, changed+`<w:r><w:t xml:space="preserve">`)
}

// insertAfter inserts with a tracked change behind old.
func (w *word) insertAfter(old, new string) *word {
	w.t.Helper()
	return w.at(old, escaped(old)+`</w:t></w:r><w:ins w:id="903"`+change+`><w:r><w:t>`+escaped(new)+`</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`)
}

// splitAt presses Enter before a text.
func (w *word) splitAt(text string) *word {
	w.t.Helper()
	return w.at(text, `</w:t></w:r></w:p><w:p><w:r><w:t>`+escaped(text))
}

var paragraphXML = regexp.MustCompile(`(?s)<w:p>.*?</w:p>|<w:p/>`)

// paragraph is the XML of the one paragraph that has a text.
func (w *word) paragraph(text string) string {
	w.t.Helper()
	found := ""
	for _, p := range paragraphXML.FindAllString(w.body(), -1) {
		if len(docxtest.Places(p, escaped(text))) > 0 {
			require.Empty(w.t, found, "%q stands twice", text)
			found = p
		}
	}
	require.NotEmpty(w.t, found, "%q", text)
	return found
}

// join deletes the paragraph mark between two paragraphs.
func (w *word) join(first, second string) *word {
	w.t.Helper()
	content := w.paragraph(second)
	w.put(content, "")
	content = regexp.MustCompile(`(?s)^<w:p>(<w:pPr>.*?</w:pPr>)?`).ReplaceAllString(content, "")
	p := w.paragraph(first)
	return w.put(p, strings.TrimSuffix(p, "</w:p>")+content)
}

var bookmarkXML = regexp.MustCompile(`<w:bookmark(Start|End)[^>]*/>`)

// dropBookmarks loses all bookmarks.
func (w *word) dropBookmarks() *word {
	w.parts[documentPart] = bookmarkXML.ReplaceAllString(w.body(), "")
	return w
}

var textXML = regexp.MustCompile(`<w:t(?: xml:space="preserve")?>([^<]*)</w:t></w:r>`)

// wordXML is text, instructions of fields not among it.
var wordXML = regexp.MustCompile(`<w:t(?: xml:space="preserve")?>([^<]*)</w:t>`)

// shatter splits every run after each few characters, with the elements that
// programs leave in between.
func (w *word) shatter() *word {
	between := []string{
		`</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">`,
		`</w:t></w:r><w:smartTag w:uri="urn:x" w:element="chsdate"><w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr><w:r><w:t xml:space="preserve">`,
		`</w:t></w:r></w:smartTag><w:r><w:softHyphen/><w:lastRenderedPageBreak/><w:t xml:space="preserve">`,
		`</w:t></w:r><w:hyperlink w:anchor="a"><w:r><w:t xml:space="preserve">`,
		`</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="不是文字"/></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">`,
		`</w:t></w:r></w:sdtContent></w:sdt><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 不是文字</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve">`,
		`</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve">`,
	}
	w.parts[documentPart] = textXML.ReplaceAllStringFunc(w.body(), func(m string) string {
		text := []rune(unescaped(textXML.FindStringSubmatch(m)[1]))
		if len(text) < len(between)+1 {
			return m
		}
		out := `<w:t xml:space="preserve">`
		size := len(text) / (len(between) + 1)
		for i, code := range between {
			out += escaped(string(text[i*size:(i+1)*size])) + code
		}
		return out + escaped(string(text[len(between)*size:])) + `</w:t></w:r>`
	})
	return w
}

// comment writes a comment at a text; answers is the number of the comment it
// is a reply to, -1 for none.
func (w *word) comment(at, who, text string, answers int) *word {
	w.t.Helper()
	id := len(w.comments)
	w.comments = append(w.comments, fmt.Sprintf(
		`<w:comment w:id="%d" w:author="%s" w:date="2023-07-01T10:0%d:00Z"><w:p w14:paraId="0000000%d"><w:r><w:annotationRef/></w:r><w:r><w:t>%s</w:t></w:r></w:p></w:comment>`,
		id, who, id, id, escaped(text)))
	if answers >= 0 {
		w.extended = append(w.extended, fmt.Sprintf(`<w15:commentEx w15:paraId="0000000%d" w15:paraIdParent="0000000%d" w15:done="0"/>`, id, answers))
		return w
	}
	return w.at(at, fmt.Sprintf(
		`</w:t></w:r><w:commentRangeStart w:id="%d"/><w:r><w:t>%s</w:t></w:r><w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r><w:r><w:t xml:space="preserve">`,
		id, escaped(at), id, id))
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

func unescaped(s string) string {
	var text string
	if err := xml.Unmarshal([]byte("<a>"+s+"</a>"), &text); err != nil {
		panic(err)
	}
	return text
}
