package docxread

import (
	"bytes"
	"errors"
	"unicode/utf16"
)

// What people take for a DOCX, and what to do about it.
var (
	errEmpty     = errors.New("文件是空的")
	errPassword  = errors.New("文件加了密码；在 WPS 或 Word 里打开，取消密码，另存为 .docx")
	errOld       = errors.New("这是旧格式（.doc、.wps）；在 WPS 或 Word 里打开，另存为 .docx")
	errOldOther  = errors.New("这是旧格式（.doc、.wps 等），或加了密码；在 WPS 或 Word 里打开，另存为不加密码的 .docx")
	errRTF       = errors.New("这是 RTF 文件；在 WPS 或 Word 里打开，另存为 .docx")
	errPDF       = errors.New("这是 PDF 文件；要改过的 .docx，不要由它导出的 PDF")
	errHTML      = errors.New("这是网页；在 WPS 或 Word 里打开，另存为 .docx")
	errODT       = errors.New("这是 ODT 文件；打开它，另存为 .docx")
	errSheet     = errors.New("这是表格（.xlsx），不是文字文档（.docx）")
	errSlides    = errors.New("这是演示文稿（.pptx），不是文字文档（.docx）")
	errOwner     = errors.New("这是 WPS 或 Word 打开文件时的临时文件（~$…）；写真正的文件名")
	errNoArchive = errors.New("不是 DOCX 文件，或已损坏")
	errNoBody    = errors.New("不是 DOCX 文件：里面没有正文")
)

// ole begins the files that hold old formats and what is encrypted.
var ole = []byte("\xd0\xcf\x11\xe0")

// ownerSize is the size of the file that Word keeps beside one that is open.
const ownerSize = 162

// notArchive says what a file is that is no archive.
func notArchive(data []byte) error {
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	lower := bytes.ToLower(text[:min(len(text), 100)])
	switch {
	case len(data) == 0:
		return errEmpty
	case bytes.HasPrefix(data, ole):
		return oldFormat(data)
	case bytes.HasPrefix(text, []byte(`{\rtf`)):
		return errRTF
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return errPDF
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		return errHTML
	case len(data) == ownerSize && data[0] > 0 && data[0] < 55: // a name's length, and the name
		return errOwner
	}
	return errNoArchive
}

// oldFormat tells by the names of its streams what a compound file holds.
func oldFormat(data []byte) error {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return errPassword
	case bytes.Contains(data, wide("WordDocument")):
		return errOld
	}
	return errOldOther
}

// wide is a text in UTF-16, as names in compound files are.
func wide(text string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// noBody says what an archive is that holds no text of a DOCX.
func (a archive) noBody() error {
	switch {
	case a["xl/workbook.xml"] != nil:
		return errSheet
	case a["ppt/presentation.xml"] != nil:
		return errSlides
	case a["content.xml"] != nil && a["mimetype"] != nil:
		return errODT
	}
	return errNoBody
}
