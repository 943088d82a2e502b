package source

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"banwen/internal/diag"
	"banwen/internal/textfile"
)

// parse reads a file's text as YAML. The file's root is nil, with a report,
// when that cannot be done; a slip that has only one meaning is reported and
// mended, and the file read all the same.
// values counts what the files of a report hold.
func parse(name, text string, values *int, diags *diag.List) *file {
	f := &file{name: name, diags: diags, before: len(*diags)}
	s := scan(text, *values)
	*values = s.values
	f.lines, f.sheet = s.lines, s.sheet
	if s.refused {
		f.reportSlips(s.slips)
		return f
	}
	root, err := unmarshal(text)
	failed := err != nil || root != nil && root.Kind != yaml.MappingNode
	switch {
	case len(s.slips) > 0 && (failed || s.hasSilent()):
		f.reportSlips(s.slips)
		root, _ = unmarshal(strings.Join(s.lines, "\n")) // what is still wrong then has been told
	case err != nil:
		f.reportSyntax(err)
	default:
		if len(s.slips) > 0 { // what looked like one was none
			f.lines, f.sheet = strings.Split(text, "\n"), nil
		}
		if root == nil {
			diags.Errorf(f.pos(1, 1), "写上内容，或删去这个文件", "文件是空的")
		}
	}
	if root != nil && f.plain(root) {
		f.root = root
	}
	return f
}

func (f *file) reportSlips(slips []slip) {
	for _, p := range slips {
		f.diags.Errorf(diag.Pos{File: f.name, Line: p.line, Col: p.col}, p.hint, "%s", p.message)
	}
}

// unmarshal parses YAML into nodes; nil without an error when there is nothing in it.
func unmarshal(text string) (root *yaml.Node, err error) {
	defer func() {
		// The library gives up on some broken input in this way.
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	var document, more yaml.Node
	decoder := yaml.NewDecoder(strings.NewReader(text))
	if err := decoder.Decode(&document); err != nil {
		if err == io.EOF {
			return nil, nil
		}
		return nil, err
	}
	// Whatever follows the first document would be lost.
	if err := decoder.Decode(&more); err != io.EOF {
		return nil, cmp.Or(err, errors.New("yaml: several documents"))
	}
	if len(document.Content) == 0 || isEmpty(document.Content[0]) {
		return nil, nil
	}
	return document.Content[0], nil
}

// plain reports what of YAML a report has no use for: names for values and
// their use elsewhere, which could also blow a small file up beyond measure,
// tags, and characters that no text may hold.
func (f *file) plain(n *yaml.Node) bool {
	before := len(*f.diags)
	switch {
	case n.Kind == yaml.AliasNode:
		f.diags.Errorf(f.nodePos(n), "把内容写全；如果是文字，整段加上双引号", "不能用“*”引用别处（YAML 别名）")
	case n.Anchor != "":
		f.diags.Errorf(f.nodePos(n), "删去“&"+n.Anchor+"”；如果是文字，整段加上双引号", "不能用“&”起名（YAML 锚点）")
	case n.Style&yaml.TaggedStyle != 0:
		f.diags.Errorf(f.nodePos(n), "删去“"+n.Tag+"”；如果是文字，整段加上双引号", "不能用“!”标类型（YAML 标签）")
	case n.Kind == yaml.ScalarNode:
		if i := strings.IndexFunc(n.Value, textfile.Unwanted); i >= 0 {
			f.diags.Errorf(f.text(n).At(i), "删去它", "%s", textfile.Describe([]rune(n.Value[i:])[0]))
		}
	}
	for _, child := range n.Content {
		if len(*f.diags)-before < maxSlips {
			f.plain(child)
		}
	}
	return len(*f.diags) == before
}

var lineInError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxMessages are the commonest complaints of the YAML parser, in Chinese.
var syntaxMessages = []struct{ says, message, hint string }{
	{"did not find expected key", "缩进或引号有误", "同一组的各行对齐；引号后面不能再有文字"},
	{"did not find expected '-' indicator", "列表里有一行没有“- ”", "同一列表的各行都以“- ”开头"},
	{"did not find expected ',' or ']'", "“[ ]”里的各项没有用半角逗号隔开，或没有收尾", "写成“[甲, 乙]”"},
	{"did not find expected ',' or '}'", "“{ }”里的各项没有用半角逗号隔开，或没有收尾", "写成“{数: 22起, 去年同期: 20起}”；以“{{”开头的文字加双引号"},
	{"did not find expected node content", "括号里少了一项", "删去多余的逗号"},
	{"mapping values are not allowed", "这里不能有“: ”", "检查缩进；文字里的冒号用全角“：”"},
	{"block sequence entries are not allowed", "这里不能有“- ”", "列表从下一行写起"},
	{"mapping keys are not allowed", "这里不能有“? ”", "整段文字加上双引号"},
	{"could not find expected ':'", "有一行不是“键: 值”", "补上半角冒号和空格；是上一项的文字就缩进两格"},
	{"cannot start any token", "文字不能以这个符号开头", "整段文字加上双引号"},
	{"tab character", "缩进用了制表符", "改用半角空格，每层两格"},
	{"unexpected end of stream", "引号没有收尾", "在文字末尾补上引号"},
	{"unexpected document indicator", "引号里不能有单独一行“---”", "删去这一行"},
	{"unknown escape character", "双引号里的“\\”写法不对", "写成“\\\\”，或改用单引号"},
	{"invalid Unicode character escape", "双引号里的“\\”写法不对", "直接写这个字"},
	{"hexdecimal number", "双引号里的“\\”写法不对", "直接写这个字"},
	{"expected comment or line break", "“|”后面不能有文字", "文字从下一行写起，缩进两格"},
	{"indentation indicator", "“|”后面的数字不对", "删去数字"},
	{"unknown anchor", "不能用“*”引用别处（YAML 别名）", "把内容写全；如果是文字，整段加上双引号"},
	{"did not find expected <document start>", "这一行不属于前面的内容", "与第一行对齐；整个文件是几项“键: 值”"},
	{"several documents", "一个文件只能有一份数据，不能用“---”隔开", "删去“---”"},
	{"exceeded max depth", "数据套得太深", "检查缩进和括号"},
}

// reportSyntax reports what the YAML parser says, in Chinese where it can.
func (f *file) reportSyntax(err error) {
	line, says := 1, err.Error()
	if m := lineInError.FindStringSubmatch(says); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = min(max(n, 1), len(f.lines))
		}
		says = m[2]
	}
	for _, s := range syntaxMessages {
		if strings.Contains(says, s.says) {
			f.diags.Errorf(diag.Pos{File: f.name, Line: line}, s.hint, "%s（在这一行或它后面）", s.message)
			return
		}
	}
	f.diags.Errorf(diag.Pos{File: f.name, Line: line}, "检查这一行前后的缩进、冒号和引号", "YAML 写法有误：%s", strings.ReplaceAll(says, "\n", " "))
}
