// The findings: their list, their places on the pages, their details.
import {$, button, copy, fill, h} from './dom.js'
import {mark} from './marks.js'
import {badge, list, open, part, sentence} from './panel.js'
import {goTo, placeOf} from './pages.js'
import {app, emit, on, stands, where} from './state.js'
import {figureButton} from './figure.js'
import {find} from './words.js'

const severities = ['错误', '警告', '提示']
const filter = {severities: new Set(severities), state: 'open'}
const kinds = {
  open: ['待处理', stands],
  unchecked: ['无法核验', finding => finding.state === '无法核验'],
  accepted: ['已豁免', finding => !!finding.accepted],
  passed: ['通过', finding => finding.state === '通过'],
  all: ['全部', () => true],
}

// Findings of the same words have the same fingerprint: a key adds where each
// was typed, and which of those it is.
let byKey = new Map(), keys = new Map()

function setKeys() {
  byKey = new Map()
  keys = new Map()
  for (const finding of app.state.findings) {
    const base = `${finding.fingerprint}@${where(finding.pos)}`
    let key = base
    for (let n = 2; byKey.has(key); n++) key = `${base}#${n}`
    byKey.set(key, finding)
    keys.set(finding, key)
  }
}

const found = key => byKey.get(key)
const keyOf = finding => keys.get(finding)
const nameOf = finding => finding.quote ? `“${finding.quote}”` : finding.name || finding.relation || finding.figures[0] || finding.id
const kindOf = finding => stands(finding) ? finding.severity : finding.accepted ? '已豁免' : finding.state

export const openFindings = () => app.state?.findings.filter(stands) ?? []

// placeOfFinding is where a finding is on the pages, if it is there.
export function placeOfFinding(finding) {
  for (const printed of finding.printed ?? []) {
    const first = pieces(printed)[0]
    if (first) return placeOf(first.text)
    if (app.state.places[printed.node]) return app.state.places[printed.node]
  }
  return null
}

const pieces = printed => find(printed.node, printed.sentence, printed.text, printed.at)

function selection() {
  return app.state.findings.filter(finding => kinds[filter.state][1](finding) && (filter.state === 'passed' || filter.severities.has(finding.severity)))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

function render() {
  const waiting = openFindings()
  $('findings-count').textContent = waiting.length || ''
  $('findings-count').dataset.kind = severities.find(severity => waiting.some(finding => finding.severity === severity)) ?? ''
  fill($('findings-filter'),
    h('div', {class: 'chips', role: 'group', 'aria-label': '轻重'}, severities.map(severity => button(
      [severity, ' ', h('b', null, waiting.filter(finding => finding.severity === severity).length)],
      () => { filter.severities.has(severity) ? filter.severities.delete(severity) : filter.severities.add(severity); render(); focusChip(severity) },
      {class: 'chip', 'data-kind': severity, 'data-severity': severity, 'aria-pressed': String(filter.severities.has(severity))}))),
    h('label', null, h('span', {class: 'away'}, '结果'), h('select', {onchange: event => { filter.state = event.target.value; rows() }},
      Object.entries(kinds).map(([value, [name, is]]) => h('option', {value, selected: value === filter.state}, `${name}（${app.state.findings.filter(is).length}）`)))))
  rows()
}

const focusChip = severity => $('findings-filter').querySelector(`[data-severity="${severity}"]`).focus()

function rows() {
  const all = selection()
  fill($('findings-list'), all.length
    ? all.map(finding => h('li', null, h('button', {type: 'button', class: 'row', 'data-key': keyOf(finding), 'aria-current': keyOf(finding) === chosen ? 'true' : null, onclick: () => openFinding(keyOf(finding))},
      h('span', {class: 'head'}, badge(kindOf(finding)), h('span', {class: 'what'}, nameOf(finding))),
      h('span', {class: 'why'}, finding.reason))))
    : h('li', {class: 'empty'}, filter.state === 'open' && filter.severities.size === 3 ? '没有待处理的问题' : '没有这样的'))
}

let chosen = ''

export function openFinding(key, {focus = true} = {}) {
  const finding = found(key)
  if (!finding) return
  chosen = key
  rows()
  open({kind: 'finding', key, title: '问题', data: () => JSON.stringify(found(key) ?? null), render: body => details(body, key)}, {focus})
  go(key, finding.printed?.[0])
}

function go(key, printed) {
  const words = () => (found(key)?.printed ?? []).flatMap(pieces)
  mark('current', words)
  const first = printed && pieces(printed)[0]
  if (first) goTo(placeOf(first.text))
  else if (printed && app.state.places[printed.node]) goTo(app.state.places[printed.node])
}

function details(body, key) {
  const finding = found(key)
  if (!finding) {
    body.append(h('p', {class: 'empty'}, '这一处已经改好，或不再是这样了。'))
    return
  }
  const {accepted} = finding
  body.append(...[
    h('header', {class: 'lead'},
      h('p', null, badge(finding.severity), ' ', badge(accepted ? '已豁免' : finding.state, kindOf(finding))),
      h('h3', {class: 'name'}, nameOf(finding)),
      h('p', {class: 'reason'}, finding.reason)),
    (finding.relation || finding.left) && part('核对', finding.relation && h('p', {class: 'formula'}, finding.relation),
      list(['左边', finding.left], ['右边', finding.right], ['相差', finding.difference], ['允许差', finding.left && (finding.tolerance || '不许差')])),
    accepted && part('豁免', list(['理由', accepted.reason], ['确认人', accepted.who], ['日期', accepted.date])),
    finding.figures.length > 0 && part('数字', h('ul', {class: 'rows'}, finding.figures.map(name => h('li', null, figureButton(name, app.state.figures.find(figure => figure.name === name)?.value), finding.suspect === name && badge('多半是它错了', '警告'))))),
    finding.printed?.length > 0 && part(`文中（${finding.printed.length}处）`, h('ul', {class: 'rows'}, finding.printed.map(printed => h('li', null,
      h('button', {type: 'button', class: 'place', onclick: () => { go(key, printed); emit('went') }}, h('span', {class: 'quiet small'}, printed.section), h('span', null, sentence(printed))))))),
    list(['出处', h('code', null, where(finding.pos))], ['规则', h('code', null, finding.id)],
      ['指纹', [h('code', {class: 'fingerprint'}, finding.fingerprint), ' ', button('复制指纹', event => copy(finding.fingerprint, event.currentTarget))]]),
    stands(finding) && h('p', {class: 'quiet small'}, '确认无误的，把指纹写进“豁免”。'),
  ].filter(Boolean))
}

// step goes to the next finding that waits, or the one before.
export function step(direction) {
  const all = selection()
  if (!all.length) return
  const at = all.findIndex(finding => keyOf(finding) === chosen)
  openFinding(keyOf(all[at < 0 ? direction > 0 ? 0 : all.length - 1 : (at + direction + all.length) % all.length]), {focus: false})
}

// underlined are the words of all findings that wait, the gravest last, on top.
const underlined = () => app.comparison ? [] : openFindings().filter(finding => finding.quote || finding.severity !== '提示')
  .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))
  .flatMap(finding => (finding.printed ?? []).flatMap(pieces).map(piece => ({...piece, class: `severity-${severities.indexOf(finding.severity)}`})))

export function start() {
  on('state', () => { setKeys(); render(); mark('findings', underlined) })
  on('comparison', () => mark('findings', underlined))
  on('view', view => { if (view?.kind !== 'finding' && chosen) { chosen = ''; rows() } })
  on('open-finding', ({fingerprint, pos}) => openFinding(`${fingerprint}@${where(pos)}`))
}
