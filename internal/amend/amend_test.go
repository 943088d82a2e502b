package amend_test

import (
	"strings"
	"testing"

	"banwen/internal/amend"

	"github.com/stretchr/testify/require"
)

const typed = `# 说明
标题: 甲乙丙   # 后面的说明
单引: '它''s 好'
双引: "一\"二\"三"
折行: >
  前半句
  后半句

正文: |
  第一段，共{{立案}}。
   
  第二段。  
表: {名: 甲乙, 数: 3}
多行: 前面
  后面
`

// replaced puts new where old stands in the file.
func replaced(t *testing.T, text string, pairs ...string) (string, error) {
	t.Helper()
	f, err := amend.Open("a.yaml", []byte(text))
	require.NoError(t, err)
	var edits []amend.Edit
	for i := 0; i < len(pairs); i += 2 {
		edits = append(edits, found(t, f, pairs[i], pairs[i+1]))
	}
	data, err := f.Apply(edits)
	return string(data), err
}

func found(t *testing.T, f *amend.File, old, text string) amend.Edit {
	t.Helper()
	for i := range f.Len() {
		if at := strings.Index(f.Value(i), old); at >= 0 {
			return amend.Edit{Scalar: i, From: at, To: at + len(old), Text: text}
		}
	}
	require.Fail(t, "no such text", old)
	return amend.Edit{}
}

func TestOnlyWhatIsChangedChanges(t *testing.T) {
	for _, c := range []struct{ name, old, text, typed, want string }{
		{"plain", "乙", "丁", "甲乙丙   # 后", "甲丁丙   # 后"},
		{"plain that needs quotes", "甲乙丙", "甲: 乙", "标题: 甲乙丙 ", `标题: "甲: 乙" `},
		{"single quotes", "好", "不好", `'它''s 好'`, `'它''s 不好'`},
		{"double quotes", "三", "四", `"一\"二\"三"`, `"一\"二\"四"`},
		{"folded", "后半句", "另半句", ">\n  前半句\n  后半句\n", "|\n  前半句 另半句\n"},
		{"literal", "第一段", "首段", "  第一段，", "  首段，"},
		{"literal, a new line", "第二段。", "第二段。\n第三段。", "  第二段。  \n", "  第二段。\n  第三段。  \n"},
		{"flow", "甲乙", "甲，乙", "{名: 甲乙,", "{名: 甲，乙,"},
		{"flow that needs quotes", "甲乙", "甲, 乙", "{名: 甲乙,", `{名: "甲, 乙",`},
		{"over several lines", "后面", "尽头", "前面\n  后面\n", "前面 尽头\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, end := range []string{"\n", "\r\n"} {
				with := strings.NewReplacer("\n", end).Replace
				text := typed
				if strings.HasPrefix(c.name, "flow") {
					text = strings.Replace(typed, "标题: 甲乙丙", "标题: 丙", 1)
				}
				got, err := replaced(t, with(text), c.old, c.text)
				require.NoError(t, err)
				require.Equal(t, with(strings.Replace(text, c.typed, c.want, 1)), got)
			}
		})
	}
}

func TestSeveralChangesOfOneText(t *testing.T) {
	got, err := replaced(t, typed, "第一段", "首段", "共", "合计", "第二段", "次段")
	require.NoError(t, err)
	want := strings.NewReplacer("第一段", "首段", "共", "合计", "第二段", "次段").Replace(typed)
	require.Equal(t, want, got)
}

func TestWhatWouldReadOtherwiseIsRefused(t *testing.T) {
	_, err := replaced(t, typed, "第一段", "首段", "一段，", "重叠")
	require.Error(t, err)
	_, err = replaced(t, typed, "第一段", " 首段") // the first line's blanks are its indentation
	require.Error(t, err)
}

func TestPlacesAreFound(t *testing.T) {
	f, err := amend.Open("a.yaml", []byte("\ufeff"+typed))
	require.NoError(t, err)
	scalar, offset, ok := f.Find(10, 7)
	require.True(t, ok)
	require.True(t, strings.HasPrefix(f.Value(scalar)[offset:], "共{{立案}}"), f.Value(scalar)[offset:])
	_, _, ok = f.Find(10, 99)
	require.False(t, ok)
}

func TestAByteOrderMarkStays(t *testing.T) {
	got, err := replaced(t, "\ufeff"+typed, "第一段", "首段")
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(got, "\ufeff# 说明"))
}
