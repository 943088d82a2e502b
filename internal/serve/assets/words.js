// Where words stand on the pages. A block's text runs over many text elements;
// a stretch of it is a list of pieces {text, from, to}, in UTF-16 units.
import {textsOf} from './pages.js'

const space = /\s/

// letters lists the characters of a block, without what only spaces them.
function letters(node) {
  const all = []
  for (const text of textsOf(node)) {
    const words = text.textContent
    for (let i = 0; i < words.length; i++) {
      if (!space.test(words[i])) all.push({char: words[i], text, at: i})
    }
  }
  return all
}

const squeezed = words => words.replace(/\s/g, '')

// find finds words of a sentence in a block; at is how many characters of the
// sentence stand before them.
export function find(node, sentence, words, at = 0) {
  const all = letters(node)
  const whole = all.map(letter => letter.char).join('')
  const wanted = squeezed(words ?? '')
  const around = squeezed(sentence ?? '')
  const start = around ? whole.indexOf(around) : -1
  if (start < 0) return wanted ? pieces(all, whole.indexOf(wanted), wanted.length) : []
  const before = squeezed([...sentence].slice(0, at).join('')).length
  const exact = whole.startsWith(wanted, start + before) ? start + before : whole.indexOf(wanted, start)
  if (!wanted || exact < 0) return pieces(all, start, around.length)
  return pieces(all, exact, wanted.length)
}

// sentencePieces is the whole of a sentence.
export const findSentence = (node, sentence) => find(node, sentence, '')

function pieces(all, start, length) {
  const found = []
  if (start < 0) return found
  for (const {text, at} of all.slice(start, start + length)) {
    const last = found.at(-1)
    if (last?.text === text) last.to = at + 1
    else found.push({text, from: at, to: at + 1})
  }
  return found
}

export const wholeText = text => ({text, from: 0, to: text.textContent.length})

// selected is what of one block is selected on the pages.
export function selected() {
  const selection = getSelection()
  if (!selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const first = firstText(range)
  if (!first) return null
  const node = first.dataset.node
  let quote = ''
  for (const text of textsOf(node)) {
    if (!range.intersectsNode(text)) continue
    const words = text.textContent
    const from = text.contains(range.startContainer) ? offset(range.startContainer, range.startOffset, words) : 0
    const to = text.contains(range.endContainer) ? offset(range.endContainer, range.endOffset, words) : words.length
    quote += words.slice(from, to)
  }
  return quote.trim() ? {node, quote: quote.trim(), text: first, range} : null
}

const offset = (container, at, words) => container.nodeType === Node.TEXT_NODE ? at : at ? words.length : 0

function firstText(range) {
  const start = range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer
  const own = start?.closest?.('svg.page text[data-node]')
  if (own && !(range.startContainer.nodeType === Node.TEXT_NODE && range.startOffset === range.startContainer.length && range.endContainer !== range.startContainer)) return own
  const root = start?.closest?.('#pages') ?? document.getElementById('pages')
  return [...root.querySelectorAll('svg.page text[data-node]')].find(text => text !== own && range.intersectsNode(text))
}
