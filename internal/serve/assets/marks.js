// What is marked on the pages lies in a drawing under each: the pages' own text
// is left as it is. A layer is a function that gives the pieces to be marked.
import {s} from './dom.js'
import {allSheets, sheetOf} from './pages.js'
import {on} from './state.js'

const layers = new Map() // name → function that gives pieces, each with a class of its own if it has one

// mark sets what a layer marks.
export function mark(layer, pieces) {
  if (pieces) layers.set(layer, pieces)
  else layers.delete(layer)
  draw(layer)
}

function draw(layer) {
  for (const sheet of allSheets()) {
    for (const old of [...sheet.marks.children]) if (old.dataset.layer === layer) old.remove()
  }
  for (const piece of layers.get(layer)?.() ?? []) {
    const sheet = sheetOf(piece.text)
    if (sheet) sheet.marks.append(rectangle(layer, piece))
  }
}

function rectangle(layer, {text, from, to, class: own = ''}) {
  const xs = text.getAttribute('x').split(' ').map(Number)
  const size = Number(text.getAttribute('font-size')), y = Number(text.getAttribute('y'))
  const left = xs[from] ?? xs.at(-1)
  const end = to < xs.length ? xs[to] : xs.at(-1) + lastAdvance(text, xs, size)
  const line = layer === 'findings'
  const rect = s('rect', {x: left, width: Math.max(2, end - left), class: `${layer} ${own}`,
    y: line ? y + size * 0.2 : y - size * 0.95, height: line ? size * 0.1 : size * 1.22, rx: line ? 0 : 1.5})
  rect.dataset.layer = layer
  const turned = text.closest('g[transform]')
  if (turned) rect.setAttribute('transform', turned.getAttribute('transform'))
  return rect
}

// lastAdvance guesses how wide the last character is: as the one before, if
// that is alike, else by what it is.
function lastAdvance(text, xs, size) {
  const last = text.textContent.at(-1)
  return /[ -~]/.test(last) ? size * 0.5 : size
}

// Pages that were replaced, or moved, get their marks anew.
on('pages', changed => { if (changed.length) for (const layer of layers.keys()) draw(layer) })

