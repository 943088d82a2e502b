// The panel of details: one view at a time, with a way back to those before.
// A view is {kind, key, title, render(body), data()}: it is rendered anew
// when what data gives has changed.
import {$, fill, h} from './dom.js'
import {emit, on} from './state.js'

let views = []
let told = ''

export const current = () => views.at(-1)

export function open(view, {from = document.activeElement, focus = true} = {}) {
  const last = current()
  if (last?.kind === view.kind && last.key === view.key) views.pop()
  else last?.close?.()
  if (!views.length) opener = from
  views.push({...view, top: 0})
  if (views.length > 30) views.shift()
  render()
  if (focus) $('detail-title').focus({preventScroll: true})
  emit('view', view)
}

let opener = null

export function back() {
  current()?.close?.()
  views.pop()
  if (!views.length) return close()
  render()
  $('detail-title').focus({preventScroll: true})
  emit('view', current())
}

export function close() {
  if (document.documentElement.dataset.detail !== 'open') return
  current()?.close?.()
  views = []
  document.documentElement.dataset.detail = ''
  fill($('detail-body'), h('p', {class: 'empty'}, '点文中的数字、图、问题或批注，这里说它的来龙去脉。'))
  $('detail-title').textContent = '详情'
  $('detail-back').hidden = true
  $('detail-close').hidden = true
  if (opener?.isConnected) opener.focus({preventScroll: true})
  else $('main').focus({preventScroll: true})
  emit('view', null)
}

function render() {
  const view = current()
  document.documentElement.dataset.detail = 'open'
  $('detail-title').textContent = view.title
  $('detail-back').hidden = views.length < 2
  $('detail-close').hidden = false
  const body = $('detail-body')
  fill(body)
  told = view.data?.() ?? ''
  view.render(body)
  body.scrollTop = 0
}

// refresh renders the view anew where its data has changed.
export function refresh() {
  const view = current()
  if (!view?.data) return
  if (view.data() === told) return
  const body = $('detail-body'), top = body.scrollTop, had = body.contains(document.activeElement)
  view.close?.()
  render()
  body.scrollTop = top
  if (had) $('detail-title').focus({preventScroll: true})
}

export function start() {
  on('state', refresh)
  $('detail-back').addEventListener('click', back)
  $('detail-close').addEventListener('click', close)
}

// ---- What views are made of

// list is a list of terms, without those that say nothing.
export function list(...pairs) {
  const said = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
  return said.length ? h('dl', {class: 'facts'}, said.map(([term, ...values]) => h('div', null, h('dt', null, term), values.map(value => h('dd', null, value))))) : null
}

export const part = (title, ...children) => h('section', {class: 'part'}, h('h3', null, title), children)

export const badge = (text, kind = text) => h('span', {class: 'badge', 'data-kind': kind}, text)

// sentence is a sentence with the words that are meant marked in it.
export function sentence({sentence: whole, text, at}) {
  const all = [...whole]
  const length = [...text].length
  if (!text || all.slice(at, at + length).join('') !== text) return [whole]
  return [all.slice(0, at).join(''), h('mark', null, text), all.slice(at + length).join('')]
}
