// The outline: the headings, each with how many findings wait under it.
import {$, fill, h} from './dom.js'
import {goTo} from './pages.js'
import {app, emit, on, sectionAt, shown} from './state.js'
import {openFindings, placeOfFinding} from './findings.js'

const grave = {错误: 0, 警告: 1, 提示: 2}
let told = ''

function render() {
  const {outline} = shown()
  const counts = app.comparison ? [] : count(outline)
  const now = JSON.stringify([outline, counts])
  if (now === told) return
  told = now
  const had = $('outline-list').contains(document.activeElement) ? document.activeElement.dataset.at : null
  fill($('outline-list'), outline.map((entry, i) => h('li', {'data-level': entry.level}, h('button', {type: 'button', class: 'row', 'data-at': i, onclick: () => go(i)},
    h('span', {class: 'what'}, entry.text),
    counts[i] && h('span', {class: 'count', 'data-kind': counts[i].kind}, counts[i].number, h('span', {class: 'away'}, '个问题')),
    h('span', {class: 'page-number'}, h('span', {class: 'away'}, '第'), entry.page, h('span', {class: 'away'}, '页'))))))
  if (had !== null) $('outline-list').querySelector(`[data-at="${had}"]`)?.focus()
}

// count counts the findings under each heading, those of the parts within
// it among them where it is not itself a part.
function count(outline) {
  const counts = outline.map(() => null)
  for (const finding of openFindings()) {
    const place = placeOfFinding(finding)
    if (!place) continue
    let at = sectionAt(outline, place.page, place.y)
    for (let level = Infinity; at >= 0; at--) {
      if (outline[at].level >= level) continue
      level = outline[at].level
      counts[at] ??= {number: 0, kind: '提示'}
      counts[at].number++
      if (grave[finding.severity] < grave[counts[at].kind]) counts[at].kind = finding.severity
    }
  }
  return counts
}

function go(i) {
  goTo(shown().outline[i], {focus: innerWidth <= 820})
  emit('went')
}

export function start() {
  on('state', render)
  on('comparison', render)
  on('pages', changed => { if (changed.length && shown()) render() })
  let last = -1
  on('here', at => {
    if (at === last) return
    last = at
    for (const row of $('outline-list').querySelectorAll('.row')) {
      if (Number(row.dataset.at) === at) {
        row.setAttribute('aria-current', 'location')
        const list = $('outline'), box = row.getBoundingClientRect(), around = list.getBoundingClientRect()
        if (!list.contains(document.activeElement) && (box.top < around.top || box.bottom > around.bottom)) list.scrollTop += box.top - around.top - around.height / 2
      } else row.removeAttribute('aria-current')
    }
  })
}
