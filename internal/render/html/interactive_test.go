package html_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/html"

	"github.com/stretchr/testify/require"
)

// chartOptions are the options on an interactive page that has one chart.
func chartOptions(t *testing.T, c *doc.Chart) string {
	t.Helper()
	_, root := writeInteractive(t, &doc.Document{Blocks: []doc.Block{c}})
	return textOf(all(root, named("script"))[0])
}

func TestOptionsHaveTheDocumentsNumbersLabelsColoursAndAxis(t *testing.T) {
	c := doctest.Charts()[1]
	c.Series[0].Points[2].Origin = &doc.Origin{Name: "反诈.返还", Value: "18.90万元", Place: doc.Place{File: "areas/anti-fraud.yaml", Line: 4, Col: 3}}
	require.JSONEq(t, `{
		"xAxis": {"type": "value", "name": "万元", "min": 0, "max": 1200, "interval": 200},
		"yAxis": {"type": "category", "data": ["冻结涉案账户金额", "止付涉案账户金额", "返还受害人被骗资金"], "inverse": true},
		"series": [{"type": "bar", "name": "金额", "color": "#1F4E79", "data": [
			{"value": 1038.65, "label": {"show": true, "formatter": "1038.65万元", "position": "right"}, "tooltip": {"formatter": "冻结涉案账户金额：1038.65万元"}},
			{"value": 980.48, "label": {"show": true, "formatter": "980.48万元", "position": "right"}, "tooltip": {"formatter": "止付涉案账户金额：980.48万元"}},
			{"value": 18.90, "label": {"show": true, "formatter": "18.90万元", "position": "right"},
				"tooltip": {"formatter": "返还受害人被骗资金：18.90万元\n反诈.返还 18.90万元\n出处：areas/anti-fraud.yaml:4:3"}}
		]}]}`, chartOptions(t, c))
}

func TestOptionsKeepTheDigitsTyped(t *testing.T) {
	require.Contains(t, chartOptions(t, doctest.Charts()[1]), `"value":18.90,`)
}

func TestOptionsOfAMissingValueHaveNone(t *testing.T) {
	var o struct {
		Series []struct{ Data []struct{ Value any } }
	}
	require.NoError(t, json.Unmarshal([]byte(chartOptions(t, doctest.Charts()[5])), &o))
	require.Equal(t, "-", o.Series[0].Data[2].Value)
	require.Equal(t, 101.0, o.Series[0].Data[3].Value)
}

func TestOptionsOfStackedColumnsHaveTotalsAndLegend(t *testing.T) {
	type item struct {
		Value any
		Label struct{ Formatter, Position, Color string }
	}
	var o struct {
		Legend struct{ Data []string }
		Series []struct {
			Stack  string
			Silent bool
			Data   []item
		}
	}
	require.NoError(t, json.Unmarshal([]byte(chartOptions(t, doctest.Charts()[4])), &o))
	require.Equal(t, []string{"现场", "网上"}, o.Legend.Data)
	require.Len(t, o.Series, 3)
	for _, s := range o.Series {
		require.Equal(t, "all", s.Stack)
	}
	totals := o.Series[2]
	require.True(t, totals.Silent)
	require.Equal(t, "114", totals.Data[0].Label.Formatter)
	require.Equal(t, "834", totals.Data[1].Label.Formatter)
	require.Equal(t, "right", o.Series[0].Data[0].Label.Position, "72 of 1000 is lower than its label")
	require.Equal(t, "inside", o.Series[1].Data[1].Label.Position)
	require.Equal(t, "#FFFFFF", o.Series[0].Data[1].Label.Color, "white on dark")
}

func TestOptionsOfADoughnutHaveSlicesAndTheTotal(t *testing.T) {
	type slice struct {
		Name      string
		Value     json.Number
		ItemStyle struct{ Color string }
		Label     struct{ Formatter string }
	}
	var o struct {
		Title  struct{ Text string }
		XAxis  any
		Series []struct {
			Radius []string
			Data   []slice
		}
	}
	require.NoError(t, json.Unmarshal([]byte(chartOptions(t, doctest.Charts()[2])), &o))
	require.Equal(t, "共171起", o.Title.Text)
	require.Nil(t, o.XAxis)
	require.NotEqual(t, "0%", o.Series[0].Radius[0], "it has a hole")
	first := o.Series[0].Data[0]
	require.Equal(t, "已化解", first.Name)
	require.Equal(t, json.Number("99"), first.Value)
	require.Equal(t, "#1F4E79", first.ItemStyle.Color)
	require.Equal(t, "已化解 99起（57.89％）", first.Label.Formatter)
}

func TestANumberThatIsNoneIsAnErrorThatNamesTheChart(t *testing.T) {
	defer html.SetBundle("draw()")()
	broken := map[string]func(*doc.Chart){
		"point": func(c *doc.Chart) { c.Series[0].Points[1].Value = "许多" },
		"axis":  func(c *doc.Chart) { c.Axis.Step = "大" },
		"none":  func(c *doc.Chart) { c.Axis = nil },
	}
	for name, spoil := range broken {
		c := doctest.Charts()[0]
		spoil(c)
		options := func() error {
			var b bytes.Buffer
			err := html.WriteInteractive(&b, &doc.Document{Blocks: []doc.Block{c}}, plain(t))
			require.Zero(t, b.Len(), "nothing is written")
			return err
		}
		if name == "none" {
			require.NotPanics(t, func() { _ = options() })
		}
		require.ErrorContains(t, options(), "图1　涉毒人员与去年同期对比", name)
	}
}

func TestInteractivePageKeepsTheStaticCharts(t *testing.T) {
	_, root := writeInteractive(t, full())
	require.Len(t, all(root, named("svg")), 2*len(doctest.Charts()), "a wide and a narrow one each")
	require.Len(t, all(root, named("script")), len(doctest.Charts())+1)
}

func TestWithoutTheBundleThereIsNoInteractivePage(t *testing.T) {
	defer html.SetBundle("")()
	require.False(t, html.HasInteractive())
	var b bytes.Buffer
	require.ErrorIs(t, html.WriteInteractive(&b, full(), plain(t)), html.ErrNotInteractive)
	require.Zero(t, b.Len())
}
