package amend_test

import (
	"strings"
	"testing"

	"banwen/internal/amend"

	"github.com/stretchr/testify/require"
)

// added puts 答复 behind 状态.
func added(t *testing.T, text, value string) (string, error) {
	t.Helper()
	f, err := amend.Open("a.yaml", []byte(text))
	require.NoError(t, err)
	for i := range f.Len() {
		if f.Value(i) == "状态" {
			data, err := f.Add(i+1, "答复", value)
			return string(data), err
		}
	}
	require.Fail(t, "no such key")
	return "", nil
}

func TestAnEntryIsAddedAsTheOneBeforeIsWritten(t *testing.T) {
	for _, c := range []struct{ name, typed, value, want string }{
		{"a line", "甲:\n  - 谁: 张三\n    状态: 待办  # 说明\n    指纹: a\n", "改了", "    状态: 待办  # 说明\n    答复: 改了\n    指纹: a\n"},
		{"behind the dash", "甲:\n- 状态: \"待办\"\n  谁: 张三\n", "a: b", "- 状态: \"待办\"\n  答复: \"a: b\"\n  谁: 张三\n"},
		{"at the end without a line end", "甲:\n  - 谁: 张三\n    状态: 待办", "改了", "    状态: 待办\n    答复: 改了"},
		{"braces", "甲:\n  - {谁: 张三, 状态: 待办, 指纹: a}\n", "改了, 好", "{谁: 张三, 状态: 待办, 答复: \"改了, 好\", 指纹: a}\n"},
		{"braces over lines", "甲:\n  - {谁: 张三,\n     状态: 待办}\n", "改了", "     状态: 待办, 答复: 改了}\n"},
		{"several lines", "甲:\n  - 状态: 待办\n", "一\n二", "  - 状态: 待办\n    答复: \"一\\n二\"\n"},
		{"a number", "甲:\n  - 状态: 待办\n", "12", "    答复: \"12\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, end := range []string{"\n", "\r\n"} {
				with := strings.NewReplacer("\n", end).Replace
				got, err := added(t, with(c.typed), c.value)
				require.NoError(t, err)
				require.True(t, strings.HasSuffix(got, with(c.want)), "%s", got)
			}
		})
	}
}

func TestNothingIsAddedBehindABlockText(t *testing.T) {
	_, err := added(t, "甲:\n  - 状态: |\n      待办\n", "改了")
	require.ErrorContains(t, err, "请手工改")
}

func TestAnEmptyValueIsFilled(t *testing.T) {
	f, err := amend.Open("a.yaml", []byte("甲:\n  - 状态: 待办\n    答复:\n    指纹: a\n"))
	require.NoError(t, err)
	for i := range f.Len() {
		if f.Value(i) == "答复" {
			data, err := f.Apply([]amend.Edit{{Scalar: i + 1, Text: "改了"}})
			require.NoError(t, err)
			require.Equal(t, "甲:\n  - 状态: 待办\n    答复: 改了\n    指纹: a\n", string(data))
			return
		}
	}
	require.Fail(t, "no such key")
}
