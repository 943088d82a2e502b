// The interactive charts of banwen's pages. banwenCharts.draw draws one into
// an element. In the HTML page each figure.chart holds a static SVG and the
// chart's options as JSON; there the options are drawn beside the SVG, which
// stays for print and takes over again should anything fail. No text of the
// document is ever markup or an ECharts template here: formatters give it back
// as it is.
import {init, use} from 'echarts/core'
import {BarChart, LineChart, PieChart} from 'echarts/charts'
import {AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent} from 'echarts/components'
import {SVGRenderer} from 'echarts/renderers'

use([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent, SVGRenderer])

const ink = '#000'
const axisColor = '#404040'
const gridColor = '#d0d0d0'
const narrow = 480 // CSS pixels: a phone
const textSize = 14 // CSS pixels: 10.5 pt (5号)

globalThis.banwenCharts = {draw}

for (const figure of document.querySelectorAll('figure.chart')) {
  try {
    drawBeside(figure)
  } catch (error) {
    figure.classList.remove('live')
    console.error(error)
  }
}

function drawBeside(figure) {
  const plot = [...figure.querySelectorAll('.plot')].find(isShown)
  const options = JSON.parse(figure.querySelector('script').textContent)
  const host = document.createElement('div')
  host.className = 'interactive'
  host.style.height = `${plot.clientHeight}px`
  plot.after(host)
  const font = getComputedStyle(plot.querySelector('text') ?? figure).fontFamily
  draw(host, options, plot.querySelector('svg').getAttribute('aria-label'), font)
  figure.classList.add('live')
}

// draw draws a chart into an element that has a size, and draws it anew when
// that changes. What it gives back steps through the points and ends the chart.
function draw(host, options, alt, font = getComputedStyle(host).fontFamily) {
  const chart = init(host, null, {renderer: 'svg'})
  const show = () => chart.setOption(withLooks(JSON.parse(JSON.stringify(options)), host.clientWidth, font, alt), true)
  show()
  const observer = new ResizeObserver(() => {
    if (!isShown(host)) return // printing
    chart.resize()
    show()
  })
  observer.observe(host)
  return {
    points: pointsOf(options),
    point({seriesIndex, dataIndex}) {
      chart.dispatchAction({type: 'showTip', seriesIndex, dataIndex})
    },
    hide() {
      chart.dispatchAction({type: 'hideTip'})
    },
    dispose() {
      observer.disconnect()
      chart.dispose()
    },
  }
}

// pointsOf lists a chart's points, each with the text that tells of it.
function pointsOf(options) {
  return options.series.flatMap((series, seriesIndex) =>
    series.data.map((item, dataIndex) => ({seriesIndex, dataIndex, text: String(item?.tooltip?.formatter ?? '')})))
}
function isShown(element) {
  return element.clientWidth > 0
}

function withLooks(option, width, font, alt) {
  option.animation = false
  option.textStyle = {fontFamily: font, fontSize: textSize, color: ink}
  option.aria = {enabled: true, label: {description: alt}}
  option.tooltip = {trigger: 'item', confine: true, textStyle: {fontFamily: font, fontSize: textSize}}
  if (option.legend) Object.assign(option.legend, {top: 0, right: 0, icon: 'rect', itemWidth: 14, itemHeight: 14, textStyle: {fontSize: textSize, color: ink}})
  if (option.title) Object.assign(option.title, {left: 'center', top: 'middle', textStyle: {fontFamily: font, fontSize: textSize, fontWeight: 'normal', color: ink}})
  if (option.xAxis) {
    option.grid = {left: 4, right: rankedBars(option) ? 84 : 4, top: rankedBars(option) && option.legend ? 30 : 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all'}
    setAxis(option.xAxis, width / Math.max(1, option.xAxis.data?.length ?? 1), rankedBars(option))
    setAxis(option.yAxis, width * 0.38, rankedBars(option))
  }
  for (const series of option.series) setSeries(series, width)
  return option
}

// rankedBars says whether the bars lie: then the labels carry the numbers and
// the value axis is not drawn.
function rankedBars(option) {
  return option.yAxis.type === 'category'
}

function setAxis(axis, roomForName, ranked) {
  axis.axisLine = {show: true, lineStyle: {color: axisColor}}
  axis.axisTick = {show: false}
  axis.axisLabel = {fontSize: textSize, color: ink}
  if (axis.type === 'category') {
    Object.assign(axis.axisLabel, {interval: 0, width: Math.floor(roomForName * 0.94), overflow: 'break'})
    return
  }
  axis.splitLine = {lineStyle: {color: gridColor}}
  axis.axisLabel.formatter = String
  axis.nameGap = 14
  axis.nameTextStyle = {fontSize: textSize, color: ink, align: 'left', padding: [0, 0, 0, -36]}
  if (axis.name) axis.name = `单位：${axis.name}`
  if (ranked) axis.show = false
  else axis.axisLine.show = false
}

function setSeries(series, width) {
  series.label = {fontSize: textSize, color: ink, overflow: 'break'}
  series.itemStyle = {color: series.color, borderColor: axisColor, borderWidth: 0.7}
  if (series.type === 'line') Object.assign(series, {symbol: 'circle', symbolSize: 7, lineStyle: {width: 2, color: series.color}, connectNulls: false})
  if (series.type === 'bar') Object.assign(series, {barMaxWidth: 64, barGap: '0%', barCategoryGap: width < narrow ? '22%' : '45%'})
  if (series.type === 'pie') {
    series.startAngle = 90
    series.itemStyle = {borderColor: '#fff', borderWidth: 2}
    series.labelLine = {length: 12, length2: 12, lineStyle: {color: axisColor}}
    series.label.overflow = 'none'
    if (width < narrow) {
      Object.assign(series.label, {alignTo: 'edge', edgeDistance: 0})
      series.radius = series.radius.map(share => `${parseInt(share) * 0.75}%`)
    }
  }
  for (const item of series.data) {
    item.label.formatter = constant(series.type === 'pie' ? inTwoLines(item) : item.label.formatter)
    item.tooltip.formatter = asText(item.tooltip.formatter)
  }
}

// inTwoLines breaks a slice's label after its name.
function inTwoLines({name, label: {formatter: text}}) {
  return text.startsWith(`${name} `) ? `${name}\n${text.slice(name.length + 1)}` : text
}

// constant makes a text a formatter that gives just this text.
function constant(text) {
  return () => text
}

// asText makes a text a formatter that gives it as an element, not as markup.
function asText(text) {
  return () => {
    const element = document.createElement('div')
    element.className = 'tip'
    element.textContent = text
    return element
  }
}
