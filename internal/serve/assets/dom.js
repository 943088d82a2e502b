// Elements are made here and nowhere from markup: what a report says is text.

// h makes an element. Names that begin with "on" are listeners, "class" and
// "text" are what they say, true and false set and leave out; other names are
// attributes. What is null is left out, strings are text.
export function h(tag, given = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'class') element.className = value
    else if (name === 'text') element.textContent = value
    else element.setAttribute(name, value === true ? '' : value)
  }
  put(element, ...children)
  return element
}

// put appends children; lists are gone through.
export function put(element, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child)
  }
}

// fill puts children in the place of what an element has.
export function fill(element, ...children) {
  element.replaceChildren()
  put(element, ...children)
}

export const $ = id => document.getElementById(id)

const svgNamespace = 'http://www.w3.org/2000/svg'

// s makes an SVG element.
export function s(tag, attributes = {}) {
  const element = document.createElementNS(svgNamespace, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

// drawn are the elements and attributes that pages are drawn with.
const drawn = new Set(['svg', 'g', 'text', 'tspan', 'path', 'rect', 'line', 'circle', 'ellipse', 'polygon', 'polyline', 'title', 'desc', 'image', 'defs', 'clipPath'])
const isPlain = ({name, value}) => !/^on|href$|^style$/i.test(name) || name === 'href' && value.startsWith('data:image/')

// readPage makes a page of SVG, refusing whatever could do anything.
export function readPage(text) {
  const page = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (page.localName !== 'svg') throw new Error('这一页读不出来')
  for (const element of [page, ...page.querySelectorAll('*')]) {
    if (!drawn.has(element.localName) || element.namespaceURI !== svgNamespace || ![...element.attributes].every(isPlain)) throw new Error('这一页里有不该有的内容')
  }
  return document.importNode(page, true)
}

// announce tells those who listen to the page.
export function announce(text) {
  const news = $('news')
  news.textContent = ''
  requestAnimationFrame(() => { news.textContent = text })
}

// isWriting tells whether keys are text just now.
export function isWriting(target = document.activeElement) {
  return !!target?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]')
}

// button is a button with a text.
export function button(text, onclick, given = {}) {
  return h('button', {type: 'button', onclick, ...given}, text)
}

// kept is a setting that this browser keeps; without storage it lasts as long as the page.
const settings = new Map()
export const kept = {
  get(name) {
    try { return localStorage.getItem(`banwen-${name}`) ?? settings.get(name) ?? '' } catch { return settings.get(name) ?? '' }
  },
  set(name, value) {
    settings.set(name, value)
    try { localStorage.setItem(`banwen-${name}`, value) } catch { /* it lasts as long as the page */ }
  },
}

// copy puts a text into the clipboard and says so on the button.
export async function copy(text, on) {
  try {
    await navigator.clipboard.writeText(text)
  } catch { // no clipboard without a secure context
    const field = h('textarea', {readonly: true, class: 'away'}, text)
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
  const was = on.textContent
  on.textContent = '已复制'
  announce('已复制')
  setTimeout(() => { on.textContent = was }, 1500)
}
