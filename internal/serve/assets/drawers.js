// What can be opened over, or beside, the pages: the tabs at the left, which
// on a small screen are a drawer, and menus.
import {$} from './dom.js'
import {on} from './state.js'

const root = document.documentElement
const tabs = ['outline', 'findings', 'remarks']

export function showTab(name, focus = false) {
  for (const tab of tabs) {
    $(`tab-${tab}`).setAttribute('aria-selected', String(tab === name))
    $(`tab-${tab}`).tabIndex = tab === name ? 0 : -1
    $(tab).hidden = tab !== name
  }
  if (!focus) return
  root.dataset.drawer = 'open'
  $(`tab-${name}`).focus()
}

export const isSmall = () => matchMedia('(max-width: 820px)').matches

function setDrawer(isOpen) {
  root.dataset.drawer = isOpen ? 'open' : ''
  $('drawer').setAttribute('aria-expanded', String(isOpen))
  if (isOpen) document.querySelector('[role=tab][aria-selected=true]').focus()
}

// closeDrawers tells whether there was one to close.
export function closeDrawers() {
  if (!isSmall() || root.dataset.drawer !== 'open') return false
  setDrawer(false)
  $('drawer').focus()
  return true
}

// closeMenus tells whether there was one to close.
export function closeMenus() {
  const menu = document.querySelector('details.menu[open]')
  if (!menu) return false
  menu.open = false
  menu.querySelector('summary').focus()
  return true
}

export function start() {
  for (const [i, tab] of tabs.entries()) {
    $(`tab-${tab}`).addEventListener('click', () => showTab(tab))
    $(`tab-${tab}`).addEventListener('keydown', event => {
      const move = {ArrowRight: 1, ArrowLeft: -1}[event.key]
      if (!move) return
      const next = tabs[(i + move + tabs.length) % tabs.length]
      showTab(next)
      $(`tab-${next}`).focus()
      event.preventDefault()
    })
  }
  $('drawer').addEventListener('click', () => setDrawer(root.dataset.drawer !== 'open'))
  $('shade').addEventListener('click', closeDrawers)
  on('went', () => { if (isSmall()) setDrawer(false) })
  on('view', view => { if (view && isSmall()) setDrawer(false) })
  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false
  })
}
