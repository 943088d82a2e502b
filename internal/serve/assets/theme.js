// Before anything is painted: the theme and the size that were chosen.
(() => {
  const root = document.documentElement
  let theme, large
  try {
    theme = localStorage.getItem('banwen-theme')
    large = localStorage.getItem('banwen-large')
  } catch { /* as the system has it */ }
  root.dataset.theme = theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  if (large) root.dataset.large = 'true'
})()
