// A chart to look into: drawn from the same options as that of the HTML page,
// with its numbers as a table. Without the bundle of ECharts there is the table.
import {button, h} from './dom.js'
import {isSmall} from './drawers.js'
import {open} from './panel.js'
import {goTo} from './pages.js'
import {shown} from './state.js'

let library
const load = () => library ??= import('/assets/charts.js').then(() => globalThis.banwenCharts ?? null, () => null)

const plotOf = node => shown()?.charts?.find(chart => chart.node === node)

let live = null // the chart that is drawn
const end = () => { live?.dispose(); live = null }

export function openChart(node, options) {
  const plot = plotOf(node)
  if (!plot) return
  open({kind: 'chart', key: node, title: '图', data: () => JSON.stringify(plotOf(node) ?? null), close: end, render: body => { end(); render(body, node) }}, options)
  if (isSmall()) goToChart(node) // above the panel
}

function goToChart(node) {
  const place = shown().places[node]
  if (place) goTo(place)
}

let asTable = false

function render(body, node) {
  const plot = plotOf(node)
  if (!plot) {
    body.append(h('p', {class: 'empty'}, '这张图已经不在文中了。'))
    return
  }
  const canvas = h('div', {class: 'canvas', tabindex: '0', role: 'group', 'aria-roledescription': '图', 'aria-label': plot.alt})
  const said = h('p', {class: 'said', role: 'status'})
  const hint = h('p', {class: 'quiet small'}, '方向键逐个看数')
  const picture = h('div', null, canvas, said, hint)
  const numbers = h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `${plot.caption}的数据`}, table(plot))
  const toggle = button('看数据表', () => { asTable = !asTable; choose() }, {'aria-pressed': 'false'})
  const choose = () => {
    picture.hidden = asTable
    numbers.hidden = !asTable
    toggle.setAttribute('aria-pressed', String(asTable))
  }
  body.append(
    h('header', {class: 'lead'}, h('h3', {class: 'name'}, plot.caption)),
    h('p', {class: 'actions'}, toggle, button('到文中这张图', () => goToChart(node))),
    picture, numbers, plot.note ? h('p', {class: 'quiet small'}, plot.note) : '')
  choose()
  load().then(charts => {
    if (!canvas.isConnected) return
    if (!charts) {
      asTable = true
      choose()
      toggle.hidden = true
      numbers.before(h('p', {class: 'quiet small'}, '这个程序没有带上交互图，只有数据。'))
      return
    }
    end()
    live = charts.draw(canvas, plot.options, plot.alt)
    steps(canvas, said)
  })
}

function steps(canvas, said) {
  let at = -1
  const chart = live
  canvas.addEventListener('keydown', event => {
    const move = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key]
    const points = chart.points
    if (event.key === 'Home') at = 0
    else if (event.key === 'End') at = points.length - 1
    else if (move) at = at < 0 ? (move > 0 ? 0 : points.length - 1) : (at + move + points.length) % points.length
    else return
    event.preventDefault()
    chart.point(points[at])
    said.textContent = points[at].text.split('\n')[0]
  })
  canvas.addEventListener('blur', () => chart.hide())
}

function table({caption, header, rows}) {
  return h('table', null, h('caption', {class: 'away'}, `${caption}的数据`),
    h('thead', null, h('tr', null, header.map(text => h('th', {scope: 'col'}, text)))),
    h('tbody', null, rows.map(row => h('tr', null, row.map((text, i) => h(i ? 'td' : 'th', i ? {} : {scope: 'row'}, text))))))
}
