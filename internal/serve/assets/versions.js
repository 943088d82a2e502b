// Two versions compared: redlined pages in the place of the draft, the list of
// changes beside, and a way through them one by one.
import {$, announce, fill, h} from './dom.js'
import {mark} from './marks.js'
import {badge, close, current, list, open, part} from './panel.js'
import {goTo, placeOf, show, textsOf} from './pages.js'
import {address, app, ask, emit, on, where} from './state.js'
import {isSmall} from './drawers.js'
import {time} from './figure.js'
import {find, wholeText} from './words.js'

let versions = []
let at = -1 // of the steps

const labelOf = id => versions.find(version => version.id === id)?.label ?? id
const named = version => [version.label, time(version.when), version.who].filter(Boolean).join(' · ')

// ---- Choosing

export async function load() {
  try {
    versions = (await ask(address('versions'))).versions ?? []
  } catch {
    versions = []
  }
  const earlier = versions.find(version => version.kind !== 'working')
  options($('version-a'), earlier?.id)
  options($('version-b'), (versions.find(version => version.kind === 'working') ?? versions[0])?.id)
  $('versions-none').hidden = !!earlier
  $('versions-form').hidden = !earlier
  downloads()
}

const groups = {working: '正在改的', archive: '归档', commit: '提交'}

function options(select, first) {
  const was = select.value
  fill(select, Object.entries(groups).map(([kind, name]) => {
    const those = versions.filter(version => version.kind === kind)
    return those.length ? h('optgroup', {label: name}, those.map(version => h('option', {value: version.id}, named(version)))) : null
  }))
  select.value = versions.some(version => version.id === was) ? was : first ?? ''
}

// downloads sets where the redline and the list of changes come from: what is
// compared, or the last archived version and the draft.
function downloads() {
  const archived = versions.find(version => version.kind === 'archive') ?? versions.find(version => version.kind === 'commit')
  const [a, b] = app.comparison ? [app.comparison.a, app.comparison.b] : [archived?.id, versions.find(version => version.kind === 'working')?.id]
  $('download-changes').hidden = !(a && b)
  $('download-changes-title').textContent = a && b ? `${labelOf(a)} → ${labelOf(b)}` : ''
  for (const link of $('download-changes').querySelectorAll('a')) {
    link.href = `${address('compare', 'download')}?${new URLSearchParams({a: a ?? '', b: b ?? '', what: link.dataset.what, format: link.dataset.format})}`
  }
}

// ---- Comparing

export async function compare(a, b) {
  const before = app.comparison
  let answer
  try {
    answer = await ask(`${address('compare')}?${new URLSearchParams({a, b})}`)
  } catch (error) {
    $('versions-problem').textContent = error.message
    announce(error.message)
    return false
  }
  $('versions-problem').textContent = ''
  const isSame = before?.a === a && before.b === b
  app.comparison = {a, b, answer}
  document.documentElement.dataset.mode = 'compare'
  $('compare-bar').hidden = false
  $('compare-title').textContent = `${labelOf(a)} → ${labelOf(b)}`
  await show(answer.pages, answer.paper)
  if (!isSame) at = -1
  at = Math.min(at, answer.steps.length - 1)
  emit('comparison')
  counter()
  downloads()
  if (!isSame) {
    mark('current', null)
    if (!isSmall()) openList()
    announce(`改了${answer.steps.length}处`)
    if (answer.steps.length) go(0)
  }
  return true
}

export async function leave() {
  if (!app.comparison) return
  app.comparison = null
  document.documentElement.dataset.mode = ''
  $('compare-bar').hidden = true
  mark('current', null)
  if (current()?.kind === 'changes') close()
  await show(app.state.pages, app.state.paper)
  emit('comparison')
  downloads()
  announce('已回到工作稿')
  $('main').focus({preventScroll: true})
}

// refresh compares anew where what is compared has changed.
export async function refresh() {
  if (app.comparison) await compare(app.comparison.a, app.comparison.b)
}


// ---- Stepping

const steps = () => app.comparison?.answer.steps ?? []

export function step(direction) {
  if (steps().length) go(at < 0 && direction < 0 ? steps().length - 1 : (at + direction + steps().length) % steps().length)
}

function go(to) {
  at = to
  const {node, page, y, label} = steps()[at]
  const pieces = () => textsOf(node).filter(text => text.dataset.change).map(wholeText)
  const [first] = pieces()
  goTo(first ? placeOf(first.text) : {page, y})
  mark('current', pieces)
  counter()
  for (const row of document.querySelectorAll('#detail-body [data-step]')) {
    if (Number(row.dataset.step) === at) {
      row.setAttribute('aria-current', 'true')
      bringInto($('detail-body'), row)
    } else row.removeAttribute('aria-current')
  }
  announce(`第${at + 1}处，共${steps().length}处${label ? `：${label}` : ''}`)
}

// bringInto scrolls a box, and nothing else, until an element in it is in sight.
// (scrollIntoView would end the smooth scrolling of the pages.)
function bringInto(box, element) {
  const at = element.getBoundingClientRect(), around = box.getBoundingClientRect()
  if (at.top < around.top) box.scrollTop += at.top - around.top
  else if (at.bottom > around.bottom) box.scrollTop += Math.min(at.bottom - around.bottom, at.top - around.top)
}

function counter() {
  $('compare-count').textContent = steps().length ? `${at < 0 ? '–' : at + 1}／${steps().length}` : '没有改动'
  $('compare-next').disabled = $('compare-previous').disabled = !steps().length
}

// ---- The list

export function openList(focus = true) {
  open({kind: 'changes', key: 'changes', title: '改动', data: () => JSON.stringify(app.comparison?.answer.difference ?? null), render: changes}, {focus})
}

function changes(body) {
  if (!app.comparison) return
  const {difference: {remarks, figures, texts, moved, unchanged}, summary} = app.comparison.answer
  body.append(...[
    h('p', {class: 'quiet'}, typeof summary === 'string' && summary || `数字${figures.length}处，文字、表格和图${texts.length}处${moved ? `，移动${moved}处` : ''}；${unchanged}处没有改。`),
    remarks.length > 0 && part(`批注办理情况（${remarks.length}）`, h('ul', {class: 'rows'}, remarks.map(remark))),
    figures.length > 0 && part(`数字（${figures.length}）`, h('ul', {class: 'rows'}, figures.map(figure))),
    texts.length > 0 && part(`文字、表格和图（${texts.length}）`, bySection(texts)),
    !remarks.length && !figures.length && !texts.length && h('p', {class: 'empty'}, '两稿一样'),
  ].filter(Boolean))
}

function bySection(texts) {
  const sections = new Map()
  for (const text of texts) sections.set(text.section, [...sections.get(text.section) ?? [], text])
  return [...sections].map(([section, those]) => h('section', null, h('h4', null, section), h('ul', {class: 'rows'}, those.map(change))))
}

// remark tells what became of one.
function remark({who, text, quote, state, reply, before}) {
  return h('li', null, h('div', {class: 'row'},
    h('span', {class: 'head'}, badge(state), h('span', {class: 'what'}, text)),
    h('span', {class: 'why'}, [who, quote && `“${quote}”`, !before && '新批注', reply && `答复：${reply}`].filter(Boolean).join(' · '))))
}

const stepOf = node => steps().findIndex(one => one.node === node)

function figure(of) {
  const printed = of.printed.find(place => stepOf(place.node) >= 0) ?? of.printed[0]
  const changed = (name, value) => of.before && of.after && of.before[value] !== of.after[value] && [name, `${of.before[value] || '无'} → ${of.after[value] || '无'}`]
  return row(printed ? stepOf(printed.node) : -1, printed && [printed], h('span', {class: 'head'}, badge(of.kind), h('span', {class: 'what'}, of.name)),
    h('span', {class: 'values'}, of.before && h('del', null, of.before.value), of.before && of.after && ' → ', of.after && h('ins', null, of.after.value)),
    list(changed('去年同期', 'base') || [], changed('同比', 'change') || [], changed('上期', 'previous') || [], changed('公式', 'formula') || []),
    of.derived.length > 0 && h('span', {class: 'why'}, '跟着变的：', of.derived.map(derived => `${derived.name} ${derived.before ?? ''} → ${derived.after ?? ''}`).join('；')),
    h('span', {class: 'quiet small'}, where((of.after ?? of.before)?.pos)))
}

function change(of) {
  return row(stepOf(of.node || 'title'), null, h('span', {class: 'head'}, badge(of.kind), h('span', {class: 'what'}, of.what, of.moved && of.kind !== '移动' ? '，换了位置' : '')),
    h('span', {class: 'pieces'}, pieces(of.pieces ?? [])),
    (of.values ?? []).map(value => h('span', {class: 'values'}, [value.row, value.column].filter(Boolean).join('，'), ' ', h('del', null, value.before), value.before && value.after && ' → ', h('ins', null, value.after))))
}

// pieces is the text around what has changed; long stretches that have not are cut short.
function pieces(all) {
  return all.map(({text, change}, i) => {
    if (change) return h(change === 'inserted' ? 'ins' : 'del', null, text)
    const letters = [...text]
    if (letters.length < 40) return text
    return `${i ? letters.slice(0, 14).join('') : ''}……${i < all.length - 1 ? letters.slice(-14).join('') : ''}`
  })
}

function row(to, printed, ...children) {
  return h('li', null, h('button', {type: 'button', class: 'row', 'data-step': to, disabled: to < 0 && !printed?.length, onclick: () => {
    if (to >= 0) go(to)
    if (printed?.[0]) mark('current', () => printed.flatMap(place => find(place.node, place.sentence, place.text, place.at)))
    emit('went')
  }}, children))
}

export function start() {
  $('versions-form').addEventListener('submit', async event => {
    event.preventDefault()
    if ($('version-a').value === $('version-b').value) {
      $('versions-problem').textContent = '请选两个不同的版本'
      return
    }
    if (await compare($('version-a').value, $('version-b').value)) $('versions-menu').open = false
  })
  $('versions-menu').addEventListener('toggle', () => $('versions-menu').open && load())
  $('compare-next').addEventListener('click', () => step(1))
  $('compare-previous').addEventListener('click', () => step(-1))
  $('compare-list').addEventListener('click', () => openList())
  $('compare-leave').addEventListener('click', leave)
}
