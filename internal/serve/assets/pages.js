// The pages: sheets of paper that hold SVG. All are in the document, so that
// the browser's own search finds their text; those out of sight are not laid out.
import {$, announce, fill, h, kept, readPage, s} from './dom.js'
import {address, emit, sectionAt, shown} from './state.js'

const pagesElement = () => $('pages')
let sheets = [] // {element, hash, svg, marks, margin, texts}
let byNode = new Map() // texts of each block, in order
let asked = 0

// show brings the pages with these hashes in sight, asking only for those that
// are not there. A page that is the same stays as it is.
export async function show(hashes, paper) {
  const turn = ++asked
  const have = new Map(sheets.map(sheet => [sheet.hash, sheet.svg]))
  const missing = [...new Set(hashes)].filter(hash => !have.has(hash))
  const got = new Map(await Promise.all(missing.map(async hash => [hash, await load(hash)])))
  if (turn !== asked) return false
  setPaper(paper)
  while (sheets.length > hashes.length) sheets.pop().element.remove()
  const changed = []
  hashes.forEach((hash, i) => {
    const sheet = sheets[i] ??= addSheet(i)
    if (sheet.hash === hash) return
    const svg = got.get(hash) ?? have.get(hash)
    if (!svg) return // gone meanwhile; the next revision is on its way
    setPage(sheet, hash, svg.parentNode && svg !== sheet.svg ? svg.cloneNode(true) : svg)
    changed.push(i + 1)
  })
  if (changed.length) index()
  $('page-count').textContent = hashes.length
  emit('pages', changed)
  return changed
}

async function load(hash) {
  const response = await fetch(address('pages', hash))
  return response.ok ? readPage(await response.text()) : null
}

function setPaper({width, height}) {
  const style = pagesElement().style
  style.setProperty('--paper-width', `${width}pt`)
  style.setProperty('--paper-ratio', `${width} / ${height}`)
  size.width = width
}

function addSheet(i) {
  const marks = s('svg', {class: 'marks', 'aria-hidden': 'true'})
  const margin = h('div', {class: 'margin'})
  const element = h('div', {class: 'sheet', id: `page-${i + 1}`, 'data-page': i + 1}, margin)
  element.prepend(marks)
  pagesElement().append(element)
  return {element, marks, margin, hash: '', svg: null, texts: []}
}

function setPage(sheet, hash, svg) {
  const focused = sheet.svg?.contains(document.activeElement) ? [...sheet.svg.querySelectorAll('[tabindex]')].indexOf(document.activeElement) : -1
  const isNews = !!sheet.svg
  svg.classList.add('page')
  sheet.svg?.remove()
  sheet.svg = svg
  sheet.hash = hash
  sheet.marks.setAttribute('viewBox', svg.getAttribute('viewBox'))
  sheet.marks.after(svg)
  sheet.texts = [...svg.querySelectorAll('text')]
  emit('page', sheet)
  if (focused >= 0) svg.querySelectorAll('[tabindex]')[focused]?.focus({preventScroll: true})
  sheet.element.classList.remove('fresh')
  if (isNews) requestAnimationFrame(() => sheet.element.classList.add('fresh'))
}

function index() {
  byNode = new Map()
  for (const sheet of sheets) {
    for (const text of sheet.texts) {
      const node = text.dataset.node
      if (!node) continue
      if (!byNode.has(node)) byNode.set(node, [])
      byNode.get(node).push(text)
    }
  }
}

export const allSheets = () => sheets
export const textsOf = node => byNode.get(node) ?? []
export const sheetOf = element => sheets.find(sheet => sheet.element.contains(element))

// reset empties the desk for another report.
export function reset() {
  asked++
  sheets = []
  byNode = new Map()
  fill(pagesElement())
}

// goTo scrolls to a place on the pages, in points from the page's top.
export function goTo({page, y}, {smooth = true, focus = false} = {}) {
  const sheet = sheets[page - 1]
  if (!sheet) return
  const main = $('main')
  const scale = sheet.element.clientWidth / size.width
  const top = sheet.element.offsetTop + y * scale - main.clientHeight * (matchMedia('(max-width: 820px)').matches && document.documentElement.dataset.detail === 'open' ? 0.16 : 0.3)
  main.scrollTo({top: Math.max(0, top), behavior: smooth && calm() ? 'smooth' : 'instant'})
  if (focus) main.focus({preventScroll: true})
}

const calm = () => !matchMedia('(prefers-reduced-motion: reduce)').matches

// placeOf tells where on the pages an element of a page is.
export function placeOf(text) {
  const sheet = sheetOf(text)
  return sheet && {page: Number(sheet.element.dataset.page), y: heightOf(text)}
}

// heightOf is the y of a text's baseline on its page, in points.
export function heightOf(text) {
  const turned = text.closest('g[transform]')
  return turned ? size.width - Number(text.getAttribute('x').split(' ')[0]) : Number(text.getAttribute('y'))
}

// ---- Size

const size = {width: 595.28, zoom: 'fit', now: 0}
const steps = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]
const pixels = 96 / 72 // CSS pixels a point

export function setZoom(zoom) {
  size.zoom = zoom
  kept.set('zoom', String(zoom))
  layOut()
  announce(zoom === 'fit' ? '适合宽度' : `${zoom}％`)
}

export function zoomBy(direction) {
  const now = Math.round(scale() * 100)
  const next = direction > 0 ? steps.find(step => step > now + 1) : steps.findLast(step => step < now - 1)
  if (next) setZoom(next)
}

function scale() {
  if (size.zoom !== 'fit') return size.zoom / 100
  const main = $('main')
  const inner = main.clientWidth - (main.clientWidth > 560 ? 56 : 12)
  return Math.max(0.3, Math.min(inner / (size.width * pixels), document.documentElement.dataset.large ? 2.4 : 1.35))
}

export const pixelsPerPoint = () => scale() * pixels

// layOut sets the pages' size; what is at the top of the window stays there.
function layOut() {
  const at = scale(), main = $('main')
  if (at !== size.now) {
    const sheet = sheets.findLast(one => one.element.offsetTop <= main.scrollTop + 1)?.element
    const share = sheet && (main.scrollTop - sheet.offsetTop) / sheet.clientHeight
    size.now = at
    pagesElement().style.setProperty('--zoom', at)
    if (sheet) main.scrollTop = sheet.offsetTop + share * sheet.clientHeight
  }
  $('zoom-value').textContent = `${Math.round(at * 100)}％`
  $('zoom-fit').setAttribute('aria-pressed', String(size.zoom === 'fit'))
}

// here is the page, and the height on it, that is a third down the window.
export function here() {
  const main = $('main')
  const line = main.scrollTop + main.clientHeight * 0.34
  let low = 0
  for (let high = sheets.length - 1; low < high;) {
    const middle = Math.ceil((low + high) / 2)
    if (sheets[middle].element.offsetTop <= line) low = middle
    else high = middle - 1
  }
  const sheet = sheets[low]?.element
  if (!sheet) return {page: 1, y: 0}
  return {page: low + 1, y: (line - sheet.offsetTop) / sheet.clientWidth * size.width}
}

export function start() {
  const zoom = kept.get('zoom')
  if (Number(zoom)) size.zoom = Number(zoom)
  new ResizeObserver(layOut).observe($('main'))
  $('zoom-out').addEventListener('click', () => zoomBy(-1))
  $('zoom-in').addEventListener('click', () => zoomBy(1))
  $('zoom-value').addEventListener('click', () => setZoom(100))
  $('zoom-fit').addEventListener('click', () => setZoom('fit'))
  let due = false
  $('main').addEventListener('scroll', () => {
    if (due) return
    due = true
    requestAnimationFrame(() => {
      due = false
      const at = here()
      $('page-now').textContent = at.page
      emit('here', sectionAt(shown()?.outline ?? [], at.page, at.y))
    })
  }, {passive: true})
}

export {layOut}
