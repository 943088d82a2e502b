package html_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/html"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"

	markup "golang.org/x/net/html"
)

// payloads are what would run, load, break out or be replaced somewhere.
var payloads = []string{
	`</script><script>alert(1)</script>`,
	`</style><style>*{display:none}`,
	`<!--<script>`, `-->`, `]]>`,
	`"><img src=x onerror=alert(1)>`,
	`' onmouseover='alert(1)`,
	"` onfocus=alert(1) autofocus `",
	`javascript:alert(1)`,
	`__f__function(){alert(1)}__f__`,
	`<svg onload=alert(1)><use href="data:image/svg+xml,x"/></svg>`,
	`</text></svg><iframe srcdoc="<script>alert(1)</script>">`,
	`{{.}}{{template "page"}}${alert(1)}{b}{c|d}`,
	`&lt;script&gt;&#60;b&#62;&amp;`,
	`\u003cscript\u003e\";}</textarea></title>`,
	"a\u2028b\u2029c",
}

// withEverywhere is the full document with a text at the end of each of its strings.
func withEverywhere(text string) *doc.Document {
	d := full()
	poison(reflect.ValueOf(d), "", text)
	return d
}

// poison appends text to every string below v, save those that hold one of a
// few words: kinds, alignments.
func poison(v reflect.Value, field, text string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			poison(v.Elem(), field, text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			poison(v.Field(i), v.Type().Field(i).Name, text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), field, text)
		}
	case reflect.String:
		if field != "Kind" {
			v.SetString(v.String() + text)
		}
	}
}

// skeleton is the page's markup without anything that the document may say:
// element names and attribute names.
func skeleton(root *markup.Node) []string {
	var shape []string
	for n := range root.Descendants() {
		if n.Type == markup.CommentNode {
			shape = append(shape, "comment")
		}
		if n.Type != markup.ElementNode || insideDrawing(n) {
			continue
		}
		element := n.Data
		for _, a := range n.Attr {
			element += " " + a.Key
		}
		shape = append(shape, element)
	}
	return shape
}

// insideDrawing says whether n is a shape of a chart: how many there are
// depends on how long the texts are.
func insideDrawing(n *markup.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == "svg" {
			return true
		}
	}
	return false
}

// drawn lists every element and attribute that a drawing may have.
var drawn = map[string][]string{
	"rect":     {"x", "y", "width", "height", "fill", "stroke", "stroke-width"},
	"polygon":  {"points", "fill", "stroke", "stroke-width"},
	"polyline": {"points", "fill", "stroke", "stroke-width", "stroke-dasharray"},
	"text":     {"x", "y", "class", "font-size", "fill", "text-anchor"},
}

func TestDataNeverBecomesMarkup(t *testing.T) {
	_, harmless := write(t, withEverywhere("甲"))
	for _, payload := range payloads {
		t.Run(payload, func(t *testing.T) {
			d := withEverywhere(payload)
			_, root := write(t, d)
			require.Equal(t, skeleton(harmless), skeleton(root))
			require.Empty(t, all(root, named("script")), "a static page has no script")
			for _, n := range all(root, insideDrawing) {
				require.Contains(t, drawn, n.Data)
				for _, a := range n.Attr {
					require.Contains(t, drawn[n.Data], a.Key)
					require.NotContains(t, a.Val, payload)
				}
			}
			requireHashes(t, root)
		})
	}
}

func TestNothingIsLostThatDataSays(t *testing.T) {
	for _, payload := range payloads {
		d := withEverywhere(payload)
		_, root := write(t, d)
		said := textOf(root)
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				said += "\n" + a.Val
			}
		}
		requireSaid := func(text string) {
			require.True(t, strings.Contains(said, text), "%q is not on the page", text)
		}
		for _, text := range []string{
			d.Title.Text, d.Meta.Organ, d.Meta.Period, d.Meta.Keywords, d.Meta.Language, d.Attachments[1].Title.Text,
		} {
			requireSaid(text)
		}
		for _, runs := range [][]doc.Run{
			d.Signature.Organ, d.Signature.Date,
			d.Head.Copy, d.Head.Secrecy, d.Head.Urgency, d.Head.Mark, d.Head.Number, d.Head.Signers[2:],
			d.Addressee, d.Remark, d.Imprint.CopyTo, d.Imprint.Issuer, d.Imprint.Date,
			d.Attachments[1].Label, d.Attachments[1].Blocks[1].(*doc.Paragraph).Runs,
		} {
			requireSaid(doc.Text(runs))
		}
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case *doc.Heading:
				requireSaid(b.Text())
			case *doc.Paragraph:
				requireSaid(b.Text())
			case *doc.Chart:
				requireSaid(b.Caption())
				requireSaid(b.Alt)
				requireSaid(b.Note)
				for _, text := range append(slices.Clone(b.Categories), b.Series[0].Name, b.Series[0].Points[0].Value) {
					requireSaid(text)
				}
			case *doc.Table:
				requireSaid(b.Caption())
				requireSaid(doc.Text(b.Rows[1][2].Runs))
			}
		}
	}
}

func TestInteractiveDataNeverBecomesScript(t *testing.T) {
	_, harmless := writeInteractive(t, keepNumbers(withEverywhere("甲")))
	for _, payload := range payloads {
		t.Run(payload, func(t *testing.T) {
			_, root := writeInteractive(t, keepNumbers(withEverywhere(payload)))
			require.Equal(t, skeleton(harmless), skeleton(root))
			for _, s := range all(root, named("script")) {
				if attribute(s, "type") != "application/json" {
					require.Equal(t, "draw(1 < 2 && 'x')", textOf(s))
					continue
				}
				require.NotContains(t, textOf(s), "<")
				var options struct {
					Series []struct{ Name string }
				}
				require.NoError(t, json.Unmarshal([]byte(textOf(s)), &options))
				require.True(t, strings.HasSuffix(options.Series[0].Name, payload))
			}
			requireHashes(t, root)
		})
	}
}

// keepNumbers puts back the numbers of the charts, which must be numbers.
func keepNumbers(d *doc.Document) *doc.Document {
	charts := doctest.Charts()
	for _, b := range d.Blocks {
		c, ok := b.(*doc.Chart)
		if !ok {
			continue
		}
		c.Axis = charts[0].Axis
		for _, s := range c.Series {
			for i := range s.Points {
				s.Points[i].Value = strconv.Itoa(i + 1)
			}
		}
		charts = charts[1:]
		if len(charts) == 0 {
			break
		}
		if charts[0].Axis == nil {
			charts[0].Axis = c.Axis
		}
	}
	return d
}

// requireHashes checks that the policy admits the page's style and script by
// their hashes, and nothing else.
func requireHashes(t *testing.T, root *markup.Node) {
	t.Helper()
	styles, scripts := "", "'none'"
	for _, n := range all(root, named("style")) {
		styles = source(n)
	}
	for _, n := range all(root, named("script")) {
		if attribute(n, "type") == "" {
			scripts = source(n)
		}
	}
	meta := all(root, func(n *markup.Node) bool { return attribute(n, "http-equiv") == "Content-Security-Policy" })
	require.Len(t, meta, 1)
	require.Equal(t, "default-src 'none'; style-src "+styles+"; script-src "+scripts+
		"; img-src data:; base-uri 'none'; form-action 'none'", attribute(meta[0], "content"))
}

func source(n *markup.Node) string {
	sum := sha256.Sum256([]byte(textOf(n)))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func TestPolicyComesBeforeWhatItGoverns(t *testing.T) {
	page, _ := write(t, full())
	policy := strings.Index(page, "Content-Security-Policy")
	require.Positive(t, policy)
	require.Less(t, policy, strings.Index(page, "<style"))
	require.Less(t, policy, strings.Index(page, "<title"))
}

func TestFontNamesCannotLeaveTheStyle(t *testing.T) {
	p := plain(t)
	for role := range p.Faces {
		p.Faces[role] = style.Face{Name: `x";}</style><script>alert(1)</script>`, Others: []string{"a\\\nb"}}
	}
	var b strings.Builder
	require.NoError(t, html.Write(&b, full(), p))
	root := parse(t, b.String())
	require.Len(t, all(root, named("style")), 1)
	require.Empty(t, all(root, named("script")))
	require.NotContains(t, textOf(all(root, named("style"))[0]), `x";`)
	requireHashes(t, root)
}
