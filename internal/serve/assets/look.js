// How the page looks: light or dark, large print.
import {$, announce, kept} from './dom.js'
import {layOut} from './pages.js'

const dark = matchMedia('(prefers-color-scheme: dark)')

function theme() {
  const chosen = kept.get('theme')
  const now = chosen || (dark.matches ? 'dark' : 'light')
  document.documentElement.dataset.theme = now
  $('theme').textContent = now === 'dark' ? '浅色' : '深色'
}

export function toggleTheme() {
  kept.set('theme', document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark')
  theme()
  announce(document.documentElement.dataset.theme === 'dark' ? '深色' : '浅色')
}

function large(on) {
  if (on) document.documentElement.dataset.large = 'true'
  else delete document.documentElement.dataset.large
  $('large').setAttribute('aria-pressed', String(on))
  layOut()
}

export function toggleLarge() {
  const on = !document.documentElement.dataset.large
  kept.set('large', on ? 'true' : '')
  large(on)
  announce(on ? '大字' : '平常的字')
}

export function start() {
  theme()
  large(kept.get('large') === 'true')
  dark.addEventListener('change', theme)
  $('theme').addEventListener('click', toggleTheme)
  $('large').addEventListener('click', toggleLarge)
}
