package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// pdfFile is a PDF file read back: as much of the format as the writer uses.
type pdfFile struct {
	objects map[int]object
	trailer string
}

type object struct {
	body   string // without the stream
	stream []byte // decompressed
}

var (
	objectStart = regexp.MustCompile(`^(\d+) 0 obj\n`)
	lengthEntry = regexp.MustCompile(`/Length (\d+)`)
)

// readPDF reads a file by its cross-reference table, so that a wrong offset is found.
func readPDF(t testing.TB, data []byte) *pdfFile {
	t.Helper()
	require.True(t, bytes.HasPrefix(data, []byte("%PDF-1.7\n%")))
	end := regexp.MustCompile(`trailer\n(.*)\nstartxref\n(\d+)\n%%EOF\n$`).FindSubmatch(data)
	require.NotNil(t, end, "no trailer")
	f := &pdfFile{objects: map[int]object{}, trailer: string(end[1])}
	table := regexp.MustCompile(`^xref\n0 (\d+)\n0000000000 65535 f \n((?:\d{10} 00000 n \n)*)trailer`).FindSubmatch(data[number(t, string(end[2])):])
	require.NotNil(t, table, "no cross-reference table where startxref points")
	rows := bytes.SplitAfter(bytes.TrimSpace(table[2]), []byte("\n"))
	require.Len(t, rows, number(t, string(table[1]))-1)
	for i, row := range rows {
		f.objects[i+1] = readObject(t, data[number(t, string(row[:10])):], i+1)
	}
	return f
}

func readObject(t testing.TB, data []byte, want int) object {
	t.Helper()
	start := objectStart.FindSubmatch(data)
	require.NotNil(t, start, "no object %d at its offset", want)
	require.Equal(t, want, number(t, string(start[1])))
	data = data[len(start[0]):]
	dictionary, _, isStream := bytes.Cut(data[:bytes.Index(data, []byte("\nendobj\n"))], []byte("\nstream\n"))
	if !isStream {
		return object{body: string(dictionary)}
	}
	length := number(t, lengthEntry.FindStringSubmatch(string(dictionary))[1])
	stream := data[len(dictionary)+len("\nstream\n"):][:length]
	require.True(t, bytes.HasPrefix(data[len(dictionary)+len("\nstream\n")+length:], []byte("\nendstream\nendobj\n")))
	if bytes.Contains(dictionary, []byte("/FlateDecode")) {
		r, err := zlib.NewReader(bytes.NewReader(stream))
		require.NoError(t, err)
		stream, err = io.ReadAll(r)
		require.NoError(t, err)
	}
	return object{body: string(dictionary), stream: stream}
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	require.NoError(t, err)
	return n
}

// ref gives the object that an entry of a dictionary refers to.
func (f *pdfFile) ref(t testing.TB, dictionary, name string) object {
	t.Helper()
	m := regexp.MustCompile(`/` + name + ` ?\[?(\d+) 0 R`).FindStringSubmatch(dictionary)
	require.NotNil(t, m, "no /%s in %s", name, dictionary)
	return f.objects[number(t, m[1])]
}

func (f *pdfFile) catalog(t testing.TB) string { return f.ref(t, f.trailer, "Root").body }

// pages gives the pages' contents in their order.
func (f *pdfFile) pages(t testing.TB) []string {
	t.Helper()
	kids := regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindStringSubmatch(f.ref(t, f.catalog(t), "Pages").body)
	var contents []string
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(kids[1], -1) {
		contents = append(contents, string(f.ref(t, f.objects[number(t, m[1])].body, "Contents").stream))
	}
	return contents
}

// fonts gives the fonts of the resource dictionary: name to dictionary.
func (f *pdfFile) fonts(t testing.TB) map[string]string {
	t.Helper()
	resources := f.ref(t, f.ref(t, f.catalog(t), "Pages").body, "Resources").body
	fonts := map[string]string{}
	for _, m := range regexp.MustCompile(`/(F\d) (\d+) 0 R`).FindAllStringSubmatch(resources, -1) {
		fonts[m[1]] = f.objects[number(t, m[2])].body
	}
	return fonts
}

// toUnicode gives what each code of a font stands for.
func (f *pdfFile) toUnicode(t testing.TB, font string) map[string]string {
	t.Helper()
	cmap := string(f.ref(t, font, "ToUnicode").stream)
	codes := map[string]string{}
	for _, block := range regexp.MustCompile(`(?s)(\d+) beginbfchar\n(.*?)endbfchar`).FindAllStringSubmatch(cmap, -1) {
		entries := regexp.MustCompile(`<(\w{4})> <(\w+)>\n`).FindAllStringSubmatch(block[2], -1)
		require.Len(t, entries, number(t, block[1]))
		require.LessOrEqual(t, len(entries), 100)
		for _, e := range entries {
			codes[e[1]] = fromUTF16(t, e[2])
		}
	}
	return codes
}

func fromUTF16(t testing.TB, digits string) string {
	t.Helper()
	b, err := hex.DecodeString(digits)
	require.NoError(t, err)
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}

var (
	textString = regexp.MustCompile(`<FEFF(\w*)>`)
	textObject = regexp.MustCompile(`BT (?:/(F\d) [\d.]+ Tf )?.*\[(.*)\]TJ ET`)
	codeString = regexp.MustCompile(`<(\w+)>`)
)

// text gives the text of a page's content, run by run, as a reader copies it.
func (f *pdfFile) text(t testing.TB, content string) []string {
	t.Helper()
	fonts := f.fonts(t)
	maps := map[string]map[string]string{}
	var runs []string
	font := ""
	for _, m := range textObject.FindAllStringSubmatch(content, -1) {
		if m[1] != "" {
			font = m[1]
		}
		if maps[font] == nil {
			maps[font] = f.toUnicode(t, fonts[font])
		}
		var run strings.Builder
		for _, codes := range codeString.FindAllStringSubmatch(m[2], -1) {
			for at := 0; at < len(codes[1]); at += 4 {
				char, ok := maps[font][codes[1][at:at+4]]
				require.True(t, ok, "code %s of %s stands for nothing", codes[1][at:at+4], font)
				run.WriteString(char)
			}
		}
		runs = append(runs, run.String())
	}
	return runs
}
