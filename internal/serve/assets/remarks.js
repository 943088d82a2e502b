// Remarks: written on words of a page, listed, answered, closed; each has its
// sign in the margin. They are kept in files beside the data.
import {$, announce, button, fill, h, kept} from './dom.js'
import {mark} from './marks.js'
import {badge, close, current, list, open} from './panel.js'
import {allSheets, goTo, heightOf, pixelsPerPoint, placeOf} from './pages.js'
import {address, app, ask, on, sectionAt, sectionName, where} from './state.js'
import {time} from './figure.js'
import {find, selected} from './words.js'

let filter = 'open'
const kinds = {open: ['待办', remark => remark.state === '待办'], done: ['已办', remark => remark.state === '已办'], refused: ['不采纳', remark => remark.state === '不采纳'], all: ['全部', () => true]}

const keyOf = remark => remark.fingerprint || `${remark.file}:${remark.line}`
const remarkOf = key => app.state?.remarks.find(remark => keyOf(remark) === key)

const wordsOf = remark => remark.quote ? find(remark.node, '', remark.quote) : []

function placeOfRemark(remark) {
  const [first] = wordsOf(remark)
  return first ? placeOf(first.text) : app.state.places[remark.node] ?? null
}

// ---- The list

function render() {
  const {remarks} = app.state
  const waiting = remarks.filter(remark => remark.state === '待办').length
  $('remarks-count').textContent = waiting || ''
  fill($('remarks-filter'),
    h('label', null, h('span', {class: 'away'}, '状态'), h('select', {onchange: event => { filter = event.target.value; rows() }},
      Object.entries(kinds).map(([value, [name, is]]) => h('option', {value, selected: value === filter}, `${name}（${remarks.filter(is).length}）`)))),
    h('p', {class: 'quiet small'}, kept.get('name') ? [`以“${kept.get('name')}”批注 `, button('改名', askName, {class: 'link'})] : '选中文中的字，点“批注”或按 m。'))
  rows()
}

function rows() {
  const all = app.state.remarks.filter(kinds[filter][1])
  fill($('remarks-list'), all.length
    ? all.map(remark => h('li', null, h('button', {type: 'button', class: 'row', onclick: () => openRemark(keyOf(remark))},
      h('span', {class: 'head'}, badge(remark.state), h('span', {class: 'what'}, remark.text)),
      h('span', {class: 'why'}, [remark.who, time(remark.when), remark.quote && `“${remark.quote}”`].filter(Boolean).join(' · ')))))
    : h('li', {class: 'empty'}, app.state.remarks.length ? '没有这样的批注' : '还没有批注'))
}

// ---- The margin

function signs() {
  for (const sheet of allSheets()) fill(sheet.margin)
  if (app.comparison || !app.state) return
  const taken = new Map()
  const apart = 27 / pixelsPerPoint()
  app.state.remarks.forEach(remark => {
    const words = wordsOf(remark)[0]
    const place = placeOfRemark(remark)
    const sheet = place && allSheets()[place.page - 1]
    if (!sheet) return
    const height = Number(sheet.svg?.getAttribute('viewBox').split(' ')[3]) || 842
    let y = words ? heightOf(words.text) - 14 : place.y
    const others = taken.get(sheet) ?? []
    while (others.some(other => Math.abs(other - y) < apart)) y += apart
    taken.set(sheet, [...others, y])
    const sign = h('button', {type: 'button', class: 'sign', 'data-kind': remark.state, 'aria-label': `${remark.who}的批注：${remark.text}（${remark.state}）`, title: `${remark.who}：${remark.text}`, onclick: () => openRemark(keyOf(remark), {move: false})}, '批')
    sign.style.top = `${y / height * 100}%`
    sheet.margin.append(sign)
  })
}

// ---- One remark

const unsaved = new Map() // replies being typed, by the remark's key: another's answer to it does not take them away

export function openRemark(key, {move = true} = {}) {
  const remark = remarkOf(key)
  if (!remark) return
  open({kind: 'remark', key, title: '批注', data: () => JSON.stringify(remarkOf(key) ?? null), render: body => details(body, key)})
  mark('current', () => remarkOf(key) ? wordsOf(remarkOf(key)) : [])
  const place = placeOfRemark(remark)
  if (move && place) goTo(place)
}

function details(body, key) {
  const remark = remarkOf(key)
  if (!remark) {
    body.append(h('p', {class: 'empty'}, '这条批注已经不在了。'))
    return
  }
  const reply = h('textarea', {id: 'reply', rows: 3, maxlength: 2000, oninput: () => unsaved.set(key, reply.value)})
  reply.value = unsaved.get(key) ?? remark.reply
  const problem = h('p', {class: 'problem', role: 'alert'})
  const set = async state => {
    const who = kept.get('name') || await askName()
    if (!who) return
    try {
      await ask(address('remarks', remark.fingerprint), {method: 'PATCH', body: {who, state, reply: reply.value.trim()}})
      unsaved.delete(key)
      announce(`批注：${state}`)
    } catch (error) {
      problem.textContent = error.message
    }
  }
  body.append(...[
    h('header', {class: 'lead'}, h('p', null, badge(remark.state)), h('p', {class: 'opinion'}, remark.text), h('p', {class: 'quiet'}, [remark.who, time(remark.when)].filter(Boolean).join('，'))),
    remark.quote && h('blockquote', null, remark.quote),
    remark.quote && !wordsOf(remark).length && h('p', {class: 'quiet small'}, '文中已经没有这几个字了。'),
    list(['节', remark.section], ['回复的是', remark.answers], ['答复', remark.reply], ['文件', h('code', null, where({file: remark.file, line: remark.line}))]),
    remark.fingerprint
      ? h('form', {class: 'part', onsubmit: event => event.preventDefault()}, h('label', {for: 'reply'}, '答复'), reply, problem, h('p', {class: 'actions'},
        remark.state === '待办'
          ? [button('已办', () => set('已办'), {class: 'main'}), button('不采纳', () => set('不采纳')), button('只存答复', () => set('待办'))]
          : [button('存答复', () => set(remark.state)), button('重新打开', () => set('待办'))]))
      : h('p', {class: 'quiet small'}, '这条是直接写进文件的，没有指纹，请在文件里改。'),
  ].filter(Boolean))
}

// ---- Writing

export function write() {
  const words = selected()
  $('remark-here').hidden = true
  if (!words) {
    announce('先选中文中的字')
    return
  }
  const place = placeOf(words.text)
  const outline = app.state.outline
  const draft = {node: words.node, quote: words.quote, section: words.text.dataset.kind === 'title' ? '标题' : sectionName(outline, sectionAt(outline, place.page, place.y))}
  getSelection().removeAllRanges()
  compose(draft)
}

async function compose(draft) {
  if (!kept.get('name') && !await askName()) return
  const text = h('textarea', {id: 'opinion', rows: 5, maxlength: 2000, required: true})
  const problem = h('p', {class: 'problem', role: 'alert'})
  const send = h('button', {type: 'submit', class: 'main'}, '写批注')
  const submit = async event => {
    event.preventDefault()
    if (!text.value.trim()) return
    send.disabled = true
    try {
      const made = await ask(address('remarks'), {method: 'POST', body: {who: kept.get('name'), ...draft, text: text.value.trim()}})
      announce('批注写好了')
      written = made?.fingerprint ?? made?.remark?.fingerprint ?? ''
      if (current()?.kind === 'compose') close()
      if (written && remarkOf(written)) openRemark(written, {move: false})
    } catch (error) {
      problem.textContent = error.message
      send.disabled = false
    }
  }
  open({kind: 'compose', key: draft.quote, title: '写批注', render: body => body.append(
    h('blockquote', null, draft.quote), h('p', {class: 'quiet small'}, draft.section),
    h('form', {class: 'part', onsubmit: submit, onkeydown: event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit() }},
      h('label', {for: 'opinion'}, '意见'), text, problem, h('p', {class: 'actions'}, send, button('不写了', close), h('span', {class: 'quiet small'}, 'Ctrl+Enter')))),
  close: () => mark('current', null)})
  mark('current', () => find(draft.node, '', draft.quote))
  text.focus()
}

let written = ''

// askName asks who it is that writes, once for this browser.
function askName() {
  const dialog = $('name-dialog'), field = $('name')
  field.value = kept.get('name')
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise(resolve => dialog.addEventListener('close', () => {
    const name = dialog.returnValue === 'ok' ? field.value.trim() : ''
    if (name) kept.set('name', name)
    if (app.state) render()
    resolve(name)
  }, {once: true}))
}

// offer shows the button beside what is selected.
function offer() {
  const words = !app.comparison && app.state?.current !== undefined ? selected() : null
  const offered = $('remark-here')
  offered.hidden = !words
  if (!words) return
  const box = words.range.getBoundingClientRect()
  offered.style.left = `${Math.max(8, Math.min(box.right + 6, innerWidth - 80))}px`
  offered.style.top = `${Math.max(60, Math.min(box.bottom + 4, innerHeight - 48))}px`
}

export function start() {
  on('state', () => {
    render()
    signs()
    if (written && remarkOf(written)) {
      const key = written
      written = ''
      if (!current() || current().kind === 'compose') openRemark(key, {move: false})
    }
  })
  on('comparison', signs)
  on('pages', changed => { if (changed.length) signs() })
  let timer
  document.addEventListener('selectionchange', () => { clearTimeout(timer); timer = setTimeout(offer, 120) })
  $('main').addEventListener('scroll', () => { $('remark-here').hidden = true }, {passive: true})
  $('remark-here').addEventListener('pointerdown', event => event.preventDefault()) // which would end the selection
  $('remark-here').addEventListener('click', write)
  $('name-form').addEventListener('submit', event => {
    event.preventDefault()
    if ($('name').value.trim()) $('name-dialog').close('ok')
  })
  $('name-cancel').addEventListener('click', () => $('name-dialog').close(''))
}
