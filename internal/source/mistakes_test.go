package source_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/diag"
	"banwen/internal/source"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the expected mistakes in testdata")

// Every file of testdata is a folder with mistakes; its last file, want, lists
// all that is reported.
func TestMistakes(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, cases)
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			require.NoError(t, err)
			want := &archive.Files[len(archive.Files)-1]
			require.Equal(t, "want", want.Name)
			files, dir := fstest.MapFS{}, "."
			for _, f := range archive.Files[:len(archive.Files)-1] {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
				if strings.HasPrefix(f.Name, "2023-h1/") {
					dir = "2023-h1"
				}
			}
			_, diags := source.Load(files, dir)
			if *update {
				want.Data = []byte(list(diags))
				require.NoError(t, os.WriteFile(name, txtar.Format(archive), 0o644))
			}
			require.Equal(t, string(want.Data), list(diags))
		})
	}
}

// list gives diagnostics as the command line does, a line each.
func list(diags diag.List) string {
	var b strings.Builder
	for _, d := range diags {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}

// folder is a report with one area, whose file holds data.
func folder(data string) fstest.MapFS {
	return fstest.MapFS{
		"report.yaml":  {Data: []byte("单位: xx县公安局\n标题: 工作总结\n期间: 2023上半年\n工作: [a]\n")},
		"areas/a.yaml": {Data: []byte(data)},
	}
}

// Files that are no UTF-8 text, or too large or too deep, are refused with
// the place and what to do.
func TestUnreadableFiles(t *testing.T) {
	const saveAs = "（用记事本或 WPS 打开，另存为 UTF-8 编码）"
	for name, c := range map[string]struct{ data, want string }{
		"GBK":              {"工作: \xbd\xfb\xb6\xbe\n", "areas/a.yaml:1:5: 错误：不是 UTF-8 编码（可能是 GBK）" + saveAs},
		"GBK, later line":  {"a: 1\r\nb:\r\n  \xbd\xfb\xb6\xbe\n", "areas/a.yaml:3:3: 错误：不是 UTF-8 编码（可能是 GBK）" + saveAs},
		"UTF-16":           {"\xff\xfe\xe5\x5d", "areas/a.yaml:1:1: 错误：文件是 UTF-16 或 UTF-32 编码，不是 UTF-8 编码" + saveAs},
		"UTF-16, big end":  {"\xfe\xff\x5d\xe5", "areas/a.yaml:1:1: 错误：文件是 UTF-16 或 UTF-32 编码，不是 UTF-8 编码" + saveAs},
		"NUL":              {"工作: 禁\x00毒\n", "areas/a.yaml:1:6: 错误：有控制字符 U+0000（文件可能不是文本，或是 UTF-16 编码；用记事本或 WPS 打开，另存为 UTF-8 编码）"},
		"control":          {"工作: 禁毒\n标题: \x07甲\x07\n", "areas/a.yaml:2:5: 错误：有控制字符 U+0007，全文共 2 处这样的字符（删去它，重新输入这一处）"},
		"zero width":       {"工作: 禁\u200b毒\n", "areas/a.yaml:1:6: 错误：有看不见的字符 U+200B（删去它，重新输入这一处）"},
		"line separator":   {"工作: 禁毒\u2028标题: 甲\n", "areas/a.yaml:1:7: 错误：有看不见的字符 U+2028（删去它，重新输入这一处）"},
		"second BOM":       {"\ufeff\ufeff工作: 禁毒\n", "areas/a.yaml:1:1: 错误：有看不见的字符 U+FEFF（删去它，重新输入这一处）"},
		"empty":            {"", "areas/a.yaml:1:1: 错误：文件是空的（写上内容，或删去这个文件）"},
		"blank":            {"\n \n", "areas/a.yaml:1:1: 错误：文件是空的（写上内容，或删去这个文件）"},
		"50 MB":            {strings.Repeat("工作: 禁毒\n", 50<<20/14), "areas/a.yaml: 错误：文件超过 8 MB（检查是不是放错了文件，或分成几个文件）"},
		"long line":        {"正文: " + strings.Repeat("文", 1<<19), "areas/a.yaml:1:1: 错误：这一行太长，超过 1 MB（检查是不是放错了文件，或分成几段）"},
		"many values":      {"指标:\n" + strings.Repeat("  甲: 1起\n", 290_000), "areas/a.yaml:249996:6: 错误：数据太多，连这个文件超过 500000 项（分成几份报告）"},
		"many lines":       {strings.Repeat("\n", 300_000), "areas/a.yaml:1:1: 错误：文件超过 300000 行（检查是不是放错了文件，或分成几个文件）"},
		"deep brackets":    {"正文: " + strings.Repeat("[", 10_000), "areas/a.yaml:1:54: 错误：数据套了 50 层以上（检查缩进和括号）"},
		"deep dashes":      {strings.Repeat("- ", 10_000) + "甲", "areas/a.yaml:1:101: 错误：数据套了 50 层以上（检查缩进和括号）"},
		"deep indentation": {staircase(1_500), "areas/a.yaml:51:51: 错误：数据套了 50 层以上（检查缩进和括号）"},
	} {
		_, diags := source.Load(folder(c.data), ".")
		require.Equal(t, c.want+"\n", list(diags), name)
	}
}

func staircase(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "甲:\n")
	}
	return b.String()
}

// Names for values would let a few lines stand for millions.
func TestAliasBomb(t *testing.T) {
	bomb := "工作: &a [甲, 甲]\n"
	for i := 'b'; i < 'z'; i++ {
		bomb += string(i) + ": &" + string(i) + " [*" + string(i-1) + ", *" + string(i-1) + "]\n"
	}
	report, diags := source.Load(folder(bomb), ".")
	require.Empty(t, report.Areas)
	require.Contains(t, list(diags), "areas/a.yaml:1:5: 错误：不能用“&”起名（YAML 锚点）（删去“&a”；如果是文字，整段加上双引号）\n")
	require.Contains(t, list(diags), "areas/a.yaml:2:8: 错误：不能用“*”引用别处（YAML 别名）（把内容写全；如果是文字，整段加上双引号）\n")
}

// A byte order mark and the line ends of Windows and of old Macs are
// accepted, and places still hold.
func TestLineEnds(t *testing.T) {
	for name, data := range map[string]string{
		"LF":           "工作: 禁毒\n标题: 甲\n正文: |\n  一\n  二\n",
		"BOM and CRLF": "\ufeff工作: 禁毒\r\n标题: 甲\r\n正文: |\r\n  一\r\n  二\r\n",
		"CR":           "工作: 禁毒\r标题: 甲\r正文: |\r  一\r  二\r",
	} {
		report, diags := source.Load(folder(data), ".")
		require.Empty(t, diags, name)
		area := report.Areas[0]
		require.Equal(t, "一\n二", area.Body.Value, name)
		require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 1, Col: 5}, area.Name.Pos(), name)
		require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 5, Col: 3}, area.Body.At(len("一\n")), name)
	}
}

// What was mended is read, at the places of the file as it was typed.
func TestMendedFileIsRead(t *testing.T) {
	report, diags := source.Load(folder("工作：禁毒\n指标:\n\t破获：{数: 22起，去年同期：20起}\n标题: {{统计期}}\"甲\"\n"), ".")
	require.Len(t, diags, 6, list(diags))
	area := report.Areas[0]
	require.Equal(t, "禁毒", area.Name.Value)
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 1, Col: 4}, area.Name.Pos())
	require.Equal(t, `{{统计期}}"甲"`, area.Title.Value)
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 4, Col: 7}, area.Title.At(len("{{")))
	indicator := area.Indicators[0]
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 3, Col: 2}, indicator.Pos)
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 3, Col: 9}, indicator.Given.Pos)
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 3, Col: 18}, indicator.LastYear.Pos)
}

func TestReportFolderWithoutReport(t *testing.T) {
	report, diags := source.Load(fstest.MapFS{"areas/a.yaml": {Data: []byte("工作: 禁毒\n标提: 甲\n")}}, ".")
	require.Nil(t, report)
	require.Equal(t, `areas/a.yaml:2:1: 错误：一项工作里没有“标提”这个键（是否想写“标题”？）
report.yaml: 错误：没有 report.yaml（报告文件夹里要有 report.yaml；新建用 banwen init）
`, list(diags))
}

// A link is not followed, wherever it leads.
func TestLinkOutOfFolder(t *testing.T) {
	outside, inside := t.TempDir(), t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(outside, "a.yaml"), []byte("工作: 禁毒\n"), 0o600))
	require.NoError(t, os.Mkdir(filepath.Join(inside, "areas"), 0o700))
	require.NoError(t, os.Symlink(filepath.Join(outside, "a.yaml"), filepath.Join(inside, "areas", "a.yaml")))
	require.NoError(t, os.WriteFile(filepath.Join(inside, "report.yaml"), folder("")["report.yaml"].Data, 0o600))
	root, err := os.OpenRoot(inside)
	require.NoError(t, err)
	report, diags := source.Load(root.FS(), ".")
	require.NoError(t, root.Close())
	require.Empty(t, report.Areas)
	require.Equal(t, "areas/a.yaml: 错误：不能读取：它是链接；请换成文件本身\n", list(diags))
}

// 上期 stays within the files that the program may read.
func TestBeforeOutsideOfFiles(t *testing.T) {
	for before, want := range map[string]string{
		"../../2022-h1": "“../../2022-h1”在允许的文件夹之外（写成“../2022-h1”这样，与本期的文件夹放在一起）",
		"/etc":          "“/etc”在允许的文件夹之外（写成“../2022-h1”这样，与本期的文件夹放在一起）",
		`..\2022-h1`:    "文件夹之间用“/”，不用“\\”（写成“../2022-h1”）",
		".":             "“.”就是本期的文件夹（写去年同期报告的文件夹，如“../2022-h1”）",
	} {
		files := fstest.MapFS{
			"2023-h1/report.yaml":  {Data: []byte("单位: xx县公安局\n标题: 工作总结\n期间: 2023上半年\n工作: [a]\n上期: '" + before + "'\n")},
			"2023-h1/areas/a.yaml": {Data: []byte("工作: 禁毒\n")},
		}
		report, diags := source.Load(files, "2023-h1")
		require.Nil(t, report.Before)
		require.Equal(t, "report.yaml:5:6: 错误：", list(diags)[:len("report.yaml:5:6: 错误：")], before)
		require.Contains(t, list(diags), want, before)
	}
}
