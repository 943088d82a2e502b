// What is wrong with the files: as long as something is, the last good pages stay.
import {$, announce, fill, h} from './dom.js'
import {on, where} from './state.js'

let told = ''

function render({diagnostics, current, pages}) {
  const errors = diagnostics.filter(d => d.severity === '错误')
  const others = diagnostics.filter(d => d.severity !== '错误')
  const now = JSON.stringify([diagnostics, current])
  if (now === told) return
  const had = told && JSON.parse(told)[0].length
  told = now
  const banner = $('banner')
  banner.hidden = !diagnostics.length && current
  banner.dataset.kind = errors.length || !current ? '错误' : '提示'
  document.documentElement.dataset.stale = current ? '' : 'true'
  $('stale').hidden = current || !pages.length
  const was = banner.querySelector('details')?.open
  const [first, ...rest] = [...errors, ...others]
  fill(banner, h('h2', {class: 'away'}, '文件里的问题'),
    first && h('ul', null, row(first)),
    rest.length > 0 && h('details', {open: was}, h('summary', null, `还有${rest.length}处`), h('ul', null, rest.map(row))))
  if (errors.length) announce(`文件有${errors.length}处错误：${first.message}。显示的是上一次没有错误的稿`)
  else if (had) announce('错误已经改好')
}

function row({pos, severity, message, hint}) {
  return h('li', null, h('span', {class: 'badge', 'data-kind': severity}, severity), ' ', where(pos) && h('code', null, where(pos)), ' ', h('span', null, message), hint && h('span', {class: 'hint'}, hint))
}

export const start = () => on('state', render)
