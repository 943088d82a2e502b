package source_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"banwen/internal/source"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// schema is a JSON Schema, decoded.
type schema = map[string]any

func decodeSchema(t *testing.T) schema {
	t.Helper()
	var s schema
	require.NoError(t, json.Unmarshal(source.Schema(), &s))
	return s
}

func TestSchemaIsTheSameEveryTime(t *testing.T) {
	require.True(t, bytes.Equal(source.Schema(), source.Schema()))
	require.Equal(t, "https://json-schema.org/draft/2020-12/schema", decodeSchema(t)["$schema"])
}

// The keys of data-model are all there, each with its meaning, and no key
// that the reader would refuse.
func TestSchemaListsEveryKey(t *testing.T) {
	item := "标题 正文 顺序"
	want := map[string]string{
		"report":    "单位 标题 期间 模板 版式 参考样式 成文日期 导语 结语前言 上期 取自 前期 字数上限 用词表 豁免 舍入 百分号 工作 发文机关标志 发文字号 签发人 份号 密级 紧急程度 主送 附件 附注 抄送 印发机关 印发日期 用印",
		"area":      "工作 责任单位 统计期 时段 标题 指标 校核 正文 图表 表格 问题 计划 落实 豁免",
		"indicator": "数 公式 格式 单位 去年同期 上期 同比 环比 同比位数 计划 约 待补 来源 口径 截至",
		"check":     "关系 名称 容差 说明 豁免",
		"waiver":    "指纹 理由 确认人 日期",

		"listedWaiver": "指纹 理由 确认人 日期",
		"chart":        "名称 标题 类型 指标 对比 类别 系列 合计 说明",
		"table":        "名称 标题 指标 列 系列 行名 项目 横排 说明",
		"series":       "名称 指标",
		"problem":      item,
		"attachment":   "标题 正文",
		"plan":         item + " 对应问题",
		"review":       "批注",
		"remark":       "谁 时间 位置 节 引文 回复 意见 状态 答复 指纹",
	}
	defs := decodeSchema(t)["$defs"].(schema)
	require.Len(t, defs, len(want))
	for id, keys := range want {
		def := defs[id].(schema)
		require.Equal(t, false, def["additionalProperties"], id)
		properties := def["properties"].(schema)
		require.Len(t, properties, len(strings.Fields(keys)), id)
		for _, key := range strings.Fields(keys) {
			require.Contains(t, properties, key, id)
			require.NotEmpty(t, properties[key].(schema)["description"], "%s.%s", id, key)
		}
	}
	require.Equal(t, []any{
		schema{"required": []any{"单位", "标题", "期间", "工作"}}, schema{"required": []any{"取自"}},
	}, defs["report"].(schema)["anyOf"])
	require.Equal(t, []any{"工作"}, defs["area"].(schema)["required"])
}

// What the reader accepts the schema accepts, and what has an unknown key or
// lacks one neither does.
func TestSchemaAgreesWithReader(t *testing.T) {
	s := decodeSchema(t)
	require.Empty(t, mistakes(t, s, "report", wholeReport))
	require.Empty(t, mistakes(t, s, "area", wholeArea))
	require.NotEmpty(t, mistakes(t, s, "report", "单位: 甲\n标题: 乙\n期间: 2023上半年\n"))
	require.NotEmpty(t, mistakes(t, s, "report", strings.Replace(wholeReport, "上半年", "半年", 1)))
	require.NotEmpty(t, mistakes(t, s, "area", wholeArea+"附件: 甲\n"))
	require.NotEmpty(t, mistakes(t, s, "area", strings.Replace(wholeArea, "柱状图", "柱形图", 1)))
	require.NotEmpty(t, mistakes(t, s, "area", strings.Replace(wholeArea, "顺序: 2", "顺序: 0", 1)))
}

func TestSchemaAcceptsSample(t *testing.T) {
	s, data := decodeSchema(t), os.DirFS("../../data/2023-h1")
	areas, err := fs.Glob(data, "areas/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, areas)
	for _, name := range append(areas, "report.yaml") {
		text, err := fs.ReadFile(data, name)
		require.NoError(t, err)
		def := "area"
		if name == "report.yaml" {
			def = "report"
		}
		require.Empty(t, mistakes(t, s, def, string(text)), name)
	}
}

func mistakes(t *testing.T, whole schema, def, text string) []string {
	t.Helper()
	var node yaml.Node
	require.NoError(t, yaml.Unmarshal([]byte(text), &node))
	return validate(whole, whole["$defs"].(schema)[def].(schema), node.Content[0])
}

// validate checks a value against as much of JSON Schema as Schema uses.
func validate(whole, s schema, n *yaml.Node) (mistakes []string) {
	if ref, ok := s["$ref"].(string); ok {
		return validate(whole, whole["$defs"].(schema)[strings.TrimPrefix(ref, "#/$defs/")].(schema), n)
	}
	if choices, ok := s["anyOf"].([]any); ok {
		fits := false
		for _, c := range choices {
			found := validate(whole, c.(schema), n)
			fits = fits || len(found) == 0
			mistakes = append(mistakes, found...)
		}
		if !fits {
			return mistakes
		}
		mistakes = nil
	}
	if values, ok := s["enum"].([]any); ok && !slices.ContainsFunc(values, func(v any) bool { return fmt.Sprint(v) == n.Value }) {
		mistakes = append(mistakes, "not one of the values: "+n.Value)
	}
	if want, ok := s["type"]; ok && !slices.ContainsFunc(typeNames(n), func(have string) bool {
		return strings.Contains(" "+strings.Trim(fmt.Sprint(want), "[]")+" ", " "+have+" ")
	}) {
		return append(mistakes, fmt.Sprintf("line %d: %v is not %v", n.Line, typeNames(n), want))
	}
	if pattern, ok := s["pattern"].(string); ok && !regexp.MustCompile(pattern).MatchString(n.Value) {
		mistakes = append(mistakes, n.Value+" does not match")
	}
	mistakes = append(mistakes, validateNumber(s, n)...)
	switch n.Kind {
	case yaml.SequenceNode:
		for _, item := range n.Content {
			mistakes = append(mistakes, validate(whole, s["items"].(schema), item)...)
		}
	case yaml.MappingNode:
		mistakes = append(mistakes, validateObject(whole, s, n)...)
	}
	return mistakes
}

func typeNames(n *yaml.Node) []string {
	return map[string][]string{
		"!!map": {"object"}, "!!seq": {"array"}, "!!int": {"integer", "number"}, "!!float": {"number"}, "!!bool": {"boolean"},
		"!!str": {"string"}, "!!timestamp": {"string"},
	}[n.ShortTag()]
}

func validateNumber(s schema, n *yaml.Node) (mistakes []string) {
	var value float64
	if least, ok := s["minimum"].(float64); ok && n.Decode(&value) == nil && value < least {
		mistakes = append(mistakes, n.Value+" is too small")
	}
	return mistakes
}

func validateObject(whole, s schema, n *yaml.Node) (mistakes []string) {
	properties, _ := s["properties"].(schema)
	given := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		name := n.Content[i].Value
		given[name] = true
		switch p, other := properties[name], s["additionalProperties"]; {
		case p != nil:
			mistakes = append(mistakes, validate(whole, p.(schema), n.Content[i+1])...)
		case other == false:
			mistakes = append(mistakes, "unknown key "+name)
		case other != nil:
			mistakes = append(mistakes, validate(whole, other.(schema), n.Content[i+1])...)
		}
	}
	required, _ := s["required"].([]any)
	for _, name := range required {
		if !given[name.(string)] {
			mistakes = append(mistakes, "missing key "+name.(string))
		}
	}
	return mistakes
}
