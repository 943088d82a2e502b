package pipeline

import (
	"io"
	"io/fs"
	"path"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/render/docx/reference"
	"banwen/internal/source"
)

// loadReference reads the file that 参考样式 names; nil where there is none.
// A report taken from another has the file of that one.
func loadReference(q Request, name source.Text) (*reference.Reference, diag.List) {
	var diags diag.List
	if !name.Given() {
		return nil, nil
	}
	file := path.Join(q.Dir, path.Dir(name.Pos().File), name.Value)
	if !fs.ValidPath(file) || path.IsAbs(name.Value) || strings.Contains(name.Value, `\`) {
		diags.Errorf(name.Pos(), "写从报告文件夹算起的文件名，如 样式.docx 或 ../样式.docx", "参考样式“%s”不在报告文件夹或它旁边", name.Value)
		return nil, diags
	}
	data, err := readWithin(q.Files, file, reference.MaxFile)
	if err != nil {
		diags.Errorf(name.Pos(), "", "参考样式“%s”读不出来", name.Value)
		return nil, diags
	}
	like, err := reference.Read(data)
	if err != nil {
		diags.Errorf(name.Pos(), "用 Word 或 WPS 另存为 .docx", "参考样式“%s”不能用：%v", name.Value, err)
		return nil, diags
	}
	for _, what := range like.Left {
		diags.Warnf(name.Pos(), "", "参考样式“%s”%s没有带过来", name.Value, what)
	}
	return like, diags
}

// readWithin reads a file, of one that is too long no more than tells that.
func readWithin(files fs.FS, name string, limit int64) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit+1))
}
