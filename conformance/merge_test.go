//go:build conformance

package conformance

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"banwen/internal/docxread/docxtest"
	"banwen/internal/pipeline"

	"github.com/stretchr/testify/require"
)

// edited is a copy of a DOCX with the one place of its text that says old replaced.
func edited(t *testing.T, file string, pairs ...string) string {
	t.Helper()
	z, err := zip.OpenReader(file)
	require.NoError(t, err)
	defer z.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r)
		require.NoError(t, err)
		text := string(data)
		for i := 0; i < len(pairs) && f.Name == "word/document.xml"; i += 2 {
			typed, n := docxtest.Replace(text, pairs[i], pairs[i+1])
			require.Equal(t, 1, n, pairs[i])
			text = typed
		}
		w, err := out.Create(f.Name)
		require.NoError(t, err)
		_, err = io.WriteString(w, text)
		require.NoError(t, err)
	}
	require.NoError(t, out.Close())
	name := filepath.Join(t.TempDir(), "edited.docx")
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
	return name
}

// mergedFile is what taking a DOCX back into a report comes to.
func mergedFile(t *testing.T, folder, file string) *pipeline.Merged {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	m, diags, err := pipeline.Merge(
		pipeline.Request{Files: os.DirFS(filepath.Dir(folder)), Dir: filepath.Base(folder)},
		pipeline.Edited{Name: "edited.docx", Data: data, Today: "2023-07-01"})
	require.NoError(t, err)
	require.False(t, diags.HasErrors(), "%v", diags)
	return m
}

// What LibreOffice opens and saves again is still the same report.
func TestLibreOfficeSavesWhatCanBeMerged(t *testing.T) {
	for _, folder := range []string{sample, "../data/2023-h1-report", "../data/2024-q1-emergency"} {
		m := mergedFile(t, folder, convert(t, build(t, folder)["docx"], "docx"))
		require.Empty(t, m.Files, folder)
		require.Empty(t, m.Unplaced, folder)
		require.Empty(t, m.Figures, folder)
	}
}

// Edits and tracked changes survive LibreOffice and come back.
func TestEditsSavedByLibreOfficeAreMerged(t *testing.T) {
	const by = ` w:id="900" w:author="李局" w:date="2023-07-01T09:00:00Z"`
	file := edited(t, build(t, sample)["docx"],
		"缴获各类毒品19.057克", `缴获</w:t></w:r><w:del`+by+`><w:r><w:delText>各类</w:delText></w:r></w:del><w:ins`+by+`><w:r><w:t>多种</w:t></w:r></w:ins><w:r><w:t>毒品19.057克`)
	m := mergedFile(t, sample, convert(t, file, "docx"))
	require.Empty(t, m.Unplaced)
	require.Empty(t, m.Figures)
	require.Len(t, m.Changes, 1)
	require.Len(t, m.Files, 1)
	require.Contains(t, m.Files[0].Diff, "缴获多种毒品{{缴获毒品}}")
}

// editing is a macro by which LibreOffice edits as a person would: with
// tracked changes, and with a comment.
const editing = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Edit(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  document.RecordChanges = True
  search = document.createSearchDescriptor()
  search.SearchString = "缴获各类毒品"
  found = document.findFirst(search)
  found.String = "共缴获毒品"
  search.SearchString = "历年来，我县"
  found = document.findFirst(search)
  remark = document.createInstance("com.sun.star.text.textfield.Annotation")
  remark.Author = "张三"
  remark.Content = "请核实"
  document.Text.insertTextContent(found.End, remark, False)
  search.SearchString = "历年来，"
  found = document.findFirst(search)
  cursor = document.Text.createTextCursorByRange(found.Start)
  document.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  Dim format(0) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), format())
  document.close(True)
End Sub
</script:module>
`

// An edit made in LibreOffice itself comes back.
func TestEditsMadeInLibreOfficeAreMerged(t *testing.T) {
	profile := t.TempDir()
	installation := "-env:UserInstallation=file://" + profile
	file := build(t, sample)["docx"]
	run(t, "soffice", installation, "--headless", "--convert-to", "txt:Text", "--outdir", t.TempDir(), file) // makes the profile
	require.NoError(t, os.WriteFile(filepath.Join(profile, "user/basic/Standard/Module1.xba"), []byte(editing), 0o600))
	out := filepath.Join(t.TempDir(), "edited.docx")
	run(t, "soffice", installation, "--headless", "macro:///Standard.Module1.Edit("+file+","+out+")")
	m := mergedFile(t, sample, out)
	require.Empty(t, m.Unplaced)
	require.Empty(t, m.Figures)
	require.Len(t, m.Changes, 1)
	require.Contains(t, m.Changes[0].After, "共缴获毒品19.057克")
	require.Contains(t, m.Changes[0].After, "新发现吸毒人员44人。\n历年来，我县")
	require.Len(t, m.Remarks, 1)
	require.Equal(t, "请核实", m.Remarks[0].Text)
	require.Equal(t, "area/anti-drug", m.Remarks[0].Node)
}
