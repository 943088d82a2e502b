// The keys, and the list of them.
import {$, fill, h, isWriting} from './dom.js'
import {back, close} from './panel.js'
import {goTo, here, setZoom, zoomBy} from './pages.js'
import {step as stepFigure, hideTip} from './prints.js'
import {step as stepFinding} from './findings.js'
import {leave, step as stepChange} from './versions.js'
import {write} from './remarks.js'
import {app} from './state.js'
import {closeDrawers, closeMenus, showTab} from './drawers.js'
import {toggleLarge, toggleTheme} from './look.js'

const keys = [
  ['Tab', '进到页面里的数字'], ['方向键 [ ]', '上一个、下一个数字或图'], ['Enter', '看这个数字或图'],
  ['j k', '下一处、上一处问题'], ['n p', '对比时：下一处、上一处改动'], ['m', '给选中的字写批注'],
  ['1 2 3', '目录、问题、批注'], ['PageDown PageUp', '翻页'], ['+ − 0 w', '放大、缩小、100％、适合宽度'],
  ['l', '大字'], ['d', '深色、浅色'], ['Ctrl+F', '在全文里找字'], ['Ctrl+P', '打印'], ['Backspace', '退回上一个详情'], ['Esc', '关上、退出对比'], ['?', '这张表'],
]

const bound = {
  '[': () => stepFigure(-1), ']': () => stepFigure(1),
  j: () => app.comparison || stepFinding(1), k: () => app.comparison || stepFinding(-1),
  n: () => stepChange(1), p: () => stepChange(-1),
  m: () => app.comparison || write(),
  1: () => showTab('outline', true), 2: () => showTab('findings', true), 3: () => showTab('remarks', true),
  '+': () => zoomBy(1), '=': () => zoomBy(1), '-': () => zoomBy(-1), 0: () => setZoom(100), w: () => setZoom('fit'),
  l: toggleLarge, d: toggleTheme, Backspace: back,
  '?': help, '？': help,
}

function help() {
  if (!$('help').open) $('help').showModal()
}

function escape() {
  hideTip()
  if (closeMenus() || closeDrawers()) return
  if (app.comparison) leave()
  else close()
}

export function start() {
  fill($('help-list'), keys.map(([key, does]) => h('div', null, h('dt', null, key.split(' ').map((one, i) => [i ? ' ' : '', h('kbd', null, one)])), h('dd', null, does))))
  $('help-open').addEventListener('click', help)
  $('help-close').addEventListener('click', () => $('help').close())
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
    if (event.key === 'Escape') {
      if (isWriting(event.target) && event.target.tagName !== 'SELECT') event.target.blur()
      else escape()
      return
    }
    if (isWriting(event.target)) return
    if ((event.key === 'PageDown' || event.key === 'PageUp') && event.target.closest('main')) {
      const {page, y} = here()
      goTo({page: event.key === 'PageDown' ? page + 1 : y > 300 ? page : Math.max(1, page - 1), y: 235}, {smooth: false})
      event.preventDefault()
      return
    }
    const does = bound[event.key]
    if (!does || event.key === 'Backspace' && !event.target.closest('#detail')) return
    event.preventDefault()
    does()
  })
}
