// The figures printed on the pages: one of them can be reached with Tab, the
// others from there; each tells where it comes from.
import {$, h} from './dom.js'
import {mark} from './marks.js'
import {allSheets, goTo, placeOf} from './pages.js'
import {on, shown, traceOf, where} from './state.js'
import {wholeText} from './words.js'

let tip, hovered = '', chosen = ''
let opens = () => {}

// prints lists what can be reached on the pages, in order: figures and charts.
export const prints = () => allSheets().flatMap(sheet => [...sheet.svg?.querySelectorAll('[data-print]') ?? []])

// partsOf are the texts of one printed figure: it may run over the end of a line.
function partsOf(print) {
  const parts = [print]
  for (let next = print.nextElementSibling; next?.dataset.figure === print.dataset.figure && !next.dataset.print; next = next.nextElementSibling) parts.push(next)
  return parts
}

const printOf = text => {
  let at = text
  while (at && !at.dataset.print) at = at.previousElementSibling
  return at
}

function prepare({svg}) {
  let last = null
  for (const text of svg.querySelectorAll('text[data-figure]')) {
    const goesOn = last && text.previousElementSibling === last && last.dataset.figure === text.dataset.figure && text.dataset.change === last.dataset.change
    last = text
    if (goesOn) continue
    text.dataset.print = 'figure'
    text.setAttribute('role', 'button')
    text.setAttribute('tabindex', '-1')
  }
  const charts = new Map()
  for (const text of svg.querySelectorAll('text[data-kind="chart"]')) {
    const node = text.dataset.node
    if (!charts.has(node)) charts.set(node, svg.querySelector(`g[data-node="${CSS.escape(node)}"]`) ?? text)
  }
  for (const [node, first] of charts) {
    const plot = shown()?.charts?.find(chart => chart.node === node) ?? {caption: '图'}
    const box = boxOf(svg, node)
    if (!box) continue
    const rect = document.createElementNS(svg.namespaceURI, 'rect')
    for (const [name, value] of Object.entries(box)) rect.setAttribute(name, value)
    rect.setAttribute('class', 'chart-button')
    rect.setAttribute('role', 'button')
    rect.setAttribute('tabindex', '-1')
    rect.setAttribute('aria-label', `${plot.caption}，打开可以查看的图和数据`)
    rect.dataset.print = 'chart'
    rect.dataset.chart = node
    first.before(rect)
  }
}

// boxOf is what a chart takes of a page, reckoned from what is drawn: it needs
// no layout, and so does not hold up the painting of the page.
function boxOf(svg, node) {
  let top = Infinity, bottom = -Infinity, left = Infinity, right = -Infinity
  for (const text of svg.querySelectorAll(`[data-node="${CSS.escape(node)}"][data-kind="chart"]`)) {
    const xs = text.getAttribute('x').split(' ').map(Number), y = Number(text.getAttribute('y')), size = Number(text.getAttribute('font-size'))
    top = Math.min(top, y - size)
    bottom = Math.max(bottom, y + size * 0.4)
    left = Math.min(left, xs[0])
    right = Math.max(right, xs.at(-1) + size)
  }
  if (top === Infinity) return null
  const width = Number(svg.getAttribute('viewBox').split(' ')[2])
  left = Math.min(left, width * 0.13)
  right = Math.max(right, width * 0.87)
  return {x: left - 4, y: top - 5, width: right - left + 8, height: bottom - top + 10}
}

// rove keeps one figure, and only one, within Tab's reach.
function rove(to) {
  const all = prints()
  const now = to ?? (all.find(print => print.getAttribute('tabindex') === '0') ?? all[0])
  for (const print of all) if (print !== now && print.getAttribute('tabindex') === '0') print.setAttribute('tabindex', '-1')
  now?.setAttribute('tabindex', '0')
}

// step goes to the next figure, or the one before.
export function step(direction) {
  const all = prints()
  if (!all.length) return
  const focused = all.indexOf(document.activeElement)
  let next = all[(focused + direction + all.length) % all.length]
  if (focused < 0) next = direction > 0 ? all.find(isBelow) ?? all[0] : all.filter(print => !isBelow(print)).at(-1) ?? all.at(-1)
  reach(next)
}

function isBelow(print) {
  const main = $('main').getBoundingClientRect()
  return print.getBoundingClientRect().top > main.top + 8
}

export function reach(print) {
  rove(print)
  const box = print.getBoundingClientRect(), main = $('main').getBoundingClientRect()
  if (box.top < main.top + 60 || box.bottom > main.bottom - 60) {
    const place = print.dataset.chart ? {page: Number(print.closest('.sheet').dataset.page), y: Number(print.getAttribute('y'))} : placeOf(print)
    goTo(place, {smooth: false})
  }
  print.focus({preventScroll: true})
}

// ---- Marks

const printedAs = name => () => name ? prints().filter(print => print.dataset.figure === name).flatMap(print => partsOf(print).map(wholeText)) : []

function hover(name) {
  if (name === hovered) return
  hovered = name
  mark('hovered', name && printedAs(name))
}

// choose marks all places of a figure, until another is chosen.
export function choose(name) {
  chosen = name
  mark('chosen', name && printedAs(name))
}

export const chosenName = () => chosen

// ---- Tip

function showTip(print) {
  const trace = traceOf(print.dataset.figure)
  hideTip()
  if (!trace) return
  tip = h('div', {class: 'tip', role: 'tooltip'},
    h('b', null, trace.value || '算不出'), ` ${trace.name}`,
    [trace.formula && `公式：${trace.formula.text}`, trace.source && `来源：${trace.source}`, trace.definition && `口径：${trace.definition}`,
      trace.asOf && `截至：${trace.asOf}`, `出处：${where(trace.pos)}`].filter(Boolean).map(line => h('div', null, line)))
  document.body.append(tip)
  const box = print.getBoundingClientRect()
  const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8))
  const below = box.bottom + 8 + tip.offsetHeight < innerHeight
  tip.style.left = `${left}px`
  tip.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - tip.offsetHeight - 8)}px`
}

export function hideTip() {
  tip?.remove()
  tip = null
}

// start makes the pages answer; open is what opens a figure or a chart.
export function start(open) {
  opens = open
  on('page', prepare)
  on('pages', changed => { if (changed.length) rove() })
  const pages = $('pages')
  let timer
  pages.addEventListener('pointerover', event => {
    const text = event.target.closest?.('text[data-figure]')
    clearTimeout(timer)
    if (!text) {
      hover(focusedName())
      hideTip()
      return
    }
    hover(text.dataset.figure)
    if (event.pointerType === 'mouse') timer = setTimeout(() => showTip(printOf(text)), 250)
  })
  pages.addEventListener('pointerleave', () => { clearTimeout(timer); hover(focusedName()); hideTip() })
  pages.addEventListener('focusin', event => {
    const print = event.target.closest?.('[data-print]')
    if (!print) return
    rove(print)
    hover(print.dataset.figure ?? '')
    if (print.dataset.figure && print.matches(':focus-visible')) showTip(print)
  })
  pages.addEventListener('focusout', () => { hover(''); hideTip() })
  $('main').addEventListener('scroll', hideTip, {passive: true})
  pages.addEventListener('click', event => {
    if (!getSelection().isCollapsed) return // the end of a selection
    const text = event.target.closest?.('text[data-figure]')
    const chart = event.target.closest?.('.chart-button, text[data-kind="chart"], g[data-node]')
    if (text) opens({figure: text.dataset.figure, print: printOf(text)})
    else if (chart) opens({chart: chart.dataset.chart ?? chart.dataset.node, print: pages.querySelector(`[data-chart="${CSS.escape(chart.dataset.chart ?? chart.dataset.node)}"]`)})
  })
  pages.addEventListener('keydown', event => {
    const print = event.target.closest?.('[data-print]')
    if (!print || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') opens({figure: print.dataset.figure, chart: print.dataset.chart, print})
    else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') step(-1)
    else return
    event.preventDefault()
  })
}

const focusedName = () => document.activeElement?.closest?.('#pages [data-print]')?.dataset.figure ?? ''
