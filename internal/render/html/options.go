package html

import (
	"encoding/json"
	"fmt"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/svg"

	"github.com/shopspring/decimal"
)

// option is a chart for ECharts: its numbers, colours, texts and value axis,
// as the document has them. How it looks otherwise is the script's business
// (web/charts.js). A formatter is the text itself: the script shows it as it
// is, ECharts' own {b} and the like mean nothing in it.
//
// The types are our own, as go-echarts can give neither the points of a line
// a label nor an axis its interval.
type option struct {
	Title  *optionTitle   `json:"title,omitempty"`
	Legend *optionLegend  `json:"legend,omitempty"`
	XAxis  *optionAxis    `json:"xAxis,omitempty"`
	YAxis  *optionAxis    `json:"yAxis,omitempty"`
	Series []optionSeries `json:"series"`
}

// optionTitle is the text in the hole of a doughnut.
type optionTitle struct {
	Text string `json:"text"`
}

type optionLegend struct {
	Data []string `json:"data"`
}

type optionAxis struct {
	Type     string      `json:"type"`
	Name     string      `json:"name,omitempty"`
	Data     []string    `json:"data,omitempty"`
	Inverse  bool        `json:"inverse,omitempty"`
	Min      json.Number `json:"min,omitempty"`
	Max      json.Number `json:"max,omitempty"`
	Interval json.Number `json:"interval,omitempty"`
}

type optionSeries struct {
	Type   string       `json:"type"`
	Name   string       `json:"name"`
	Stack  string       `json:"stack,omitempty"`
	Radius []string     `json:"radius,omitempty"`
	Color  string       `json:"color,omitempty"`
	Silent bool         `json:"silent,omitempty"`
	Data   []optionItem `json:"data"`
}

// optionItem is one point. Value is a json.Number, or noValue.
type optionItem struct {
	Name      string        `json:"name,omitempty"`
	Value     any           `json:"value"`
	ItemStyle *optionColor  `json:"itemStyle,omitempty"`
	Label     optionText    `json:"label"`
	Tooltip   optionTooltip `json:"tooltip"`
}

type optionColor struct {
	Color string `json:"color"`
}

type optionText struct {
	Show      bool   `json:"show"`
	Formatter string `json:"formatter"`
	Position  string `json:"position,omitempty"`
	Color     string `json:"color,omitempty"`
}

type optionTooltip struct {
	Formatter string `json:"formatter"`
}

// noValue is what ECharts takes for a point that is not there.
const noValue = "-"

// options are the chart's options as JSON. The error names the chart and the
// number that is none.
func options(c *doc.Chart) (json.RawMessage, error) {
	build := cartesianOption
	if c.Kind == doc.Pie || c.Kind == doc.Doughnut {
		build = pieOption
	} else if c.Axis == nil {
		return nil, fmt.Errorf("%s：没有数值轴", c.Caption())
	}
	data, err := json.Marshal(build(c))
	if err != nil {
		return nil, fmt.Errorf("%s：%w", c.Caption(), err)
	}
	return data, nil
}

func pieOption(c *doc.Chart) option {
	o := option{}
	radius := []string{"0%", "62%"}
	if c.Kind == doc.Doughnut {
		radius[0] = "38%"
		if totals := chart.Totals(c); totals[0] != "" {
			o.Title = &optionTitle{Text: totals[0]}
		}
	}
	for _, s := range c.Series {
		slices := optionSeries{Type: "pie", Name: s.Name, Radius: radius}
		for i, p := range s.Points {
			item := point(c, s, i)
			item.Name = category(c, i)
			item.Label.Position = "outside"
			item.ItemStyle = &optionColor{svg.Color(p.Color)}
			slices.Data = append(slices.Data, item)
		}
		o.Series = append(o.Series, slices)
	}
	return o
}

// cartesianOption is the option of every kind that has a value axis.
func cartesianOption(c *doc.Chart) option {
	o := option{
		XAxis: &optionAxis{Type: "category", Data: c.Categories},
		YAxis: &optionAxis{
			Type: "value", Name: c.Unit,
			Min: json.Number(c.Axis.Min), Max: json.Number(c.Axis.Max), Interval: json.Number(c.Axis.Step),
		},
	}
	if c.Kind == doc.Bar {
		o.XAxis, o.YAxis = o.YAxis, o.XAxis
		o.YAxis.Inverse = true
	}
	for i, s := range c.Series {
		v := cartesianSeries(c, s)
		if c.Kind == doc.StackedColumn {
			labelSegments(c, &v, i)
		}
		o.Series = append(o.Series, v)
	}
	if len(c.Series) > 1 {
		o.Legend = &optionLegend{}
		for _, s := range c.Series {
			o.Legend.Data = append(o.Legend.Data, s.Name)
		}
		if c.Kind == doc.StackedColumn {
			o.Series = append(o.Series, stackTotals(c))
		}
	}
	return o
}

func cartesianSeries(c *doc.Chart, s doc.Series) optionSeries {
	v := optionSeries{Type: "bar", Name: s.Name, Color: svg.Color(s.Color)}
	position := "top"
	switch c.Kind {
	case doc.Line:
		v.Type = "line"
	case doc.Bar:
		position = "right"
	case doc.StackedColumn:
		v.Stack, position = "all", "inside"
	}
	for i := range s.Points {
		item := point(c, s, i)
		item.Label.Position = position
		if c.Kind == doc.Bar {
			item.Label.Formatter = chart.WithUnit(s.Points[i], c.Unit)
		}
		v.Data = append(v.Data, item)
	}
	return v
}

// labelSegments puts the labels of series i of a stacked column into its
// segments, or beside them where these are lower than a line of text: left
// and right in turn, as low ones may lie on each other.
func labelSegments(c *doc.Chart, s *optionSeries, i int) {
	for j, p := range c.Series[i].Points {
		label := &s.Data[j].Label
		if isLow(p.Value, c.Axis.Max) {
			label.Position = []string{"right", "left"}[i%2]
			continue
		}
		label.Color = svg.Color(chart.TextOn(p.Color))
	}
}

// isLow says whether a value is less than 8 percent of the axis.
func isLow(value, most string) bool {
	v, err := decimal.NewFromString(value)
	m, errMost := decimal.NewFromString(most)
	hundred, lowest := decimal.NewFromInt(100), decimal.NewFromInt(8)
	return err == nil && errMost == nil && v.Mul(hundred).LessThan(m.Mul(lowest))
}

// stackTotals is a series without height on top of the stack, which carries
// the totals.
func stackTotals(c *doc.Chart) optionSeries {
	v := optionSeries{Type: "bar", Stack: "all", Silent: true}
	for _, total := range chart.Totals(c) {
		v.Data = append(v.Data, optionItem{
			Value: json.Number("0"),
			Label: optionText{Show: total != "", Formatter: total, Position: "top"},
		})
	}
	return v
}

// point is point i of a series, with all it says to those who point at it.
func point(c *doc.Chart, s doc.Series, i int) optionItem {
	p := s.Points[i]
	item := optionItem{Value: json.Number(p.Value), Label: optionText{Show: p.Label != "", Formatter: p.Label}}
	if p.Missing || p.Value == "" {
		item.Value = noValue
	}
	what := category(c, i)
	if len(c.Series) > 1 {
		what += "，" + s.Name
	}
	item.Tooltip.Formatter = what + "：" + pointText(p, c.Unit)
	if c.Unit != "" && !p.Missing {
		item.Tooltip.Formatter += c.Unit
	}
	if p.Origin != nil {
		item.Tooltip.Formatter += "\n" + tip(p.Origin, facts(p.Origin))
	}
	return item
}

func category(c *doc.Chart, i int) string {
	if i < len(c.Categories) {
		return c.Categories[i]
	}
	return ""
}
