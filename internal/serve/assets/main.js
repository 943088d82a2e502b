// The review page: it opens a report, follows it, and hands its state to the parts.
import {$, announce, fill, h} from './dom.js'
import {address, app, ask, emit} from './state.js'
import {follow} from './live.js'
import {reset, show, start as startPages} from './pages.js'
import {start as startPrints} from './prints.js'
import {openFigure} from './figure.js'
import {openChart} from './chart.js'
import {start as startFindings} from './findings.js'
import {start as startOutline} from './outline.js'
import {start as startRemarks} from './remarks.js'
import {leave, load as loadVersions, refresh as refreshComparison, start as startVersions} from './versions.js'
import {close, start as startPanel} from './panel.js'
import {start as startBanner} from './banner.js'
import {start as startKeys} from './keys.js'
import {start as startDrawers} from './drawers.js'
import {start as startLook} from './look.js'

let latest = 0 // revision that was told of last; a server that starts anew counts anew
let anew = false // what is shown may be another server's
let busy = false

// refresh brings the page up to the latest revision: pages first.
async function refresh() {
  if (busy) return
  busy = true
  try {
    while (!app.state || anew || app.state.revision !== latest) {
      const report = app.report
      anew = false
      const state = await ask(address())
      if (report !== app.report) continue
      latest = Math.max(latest, state.revision)
      const first = !app.state
      app.state = state
      let changed = []
      if (!app.comparison) changed = await show(state.pages, state.paper)
      if (changed === false) continue
      header(state)
      emit('state', state)
      if (app.comparison?.b === 'working' || app.comparison?.a === 'working') await refreshComparison()
      else if (!first && changed.length) announce(changed.length > 3 ? `${changed.length}页有更新` : `第${changed.join('、')}页有更新`)
    }
  } catch (error) {
    announce(error.message)
    setTimeout(refresh, 1000)
  } finally {
    busy = false
  }
}

function header({title, organ, period, pages}) {
  const name = title || app.reports.find(report => report.id === app.report)?.title || app.report
  $('title').textContent = name
  $('title').title = [name, organ, period].filter(Boolean).join('，')
  document.title = `${name} - 办文`
  $('nothing').hidden = pages.length > 0
}

async function openReport(id) {
  await leave()
  app.report = id
  app.state = null
  latest = 0
  close()
  reset()
  $('main').scrollTop = 0
  $('fonts').href = address('fonts.css')
  for (const link of $('download-draft').querySelectorAll('a')) link.href = `${address('download')}?format=${link.dataset.format}`
  history.replaceState(null, '', `#${encodeURIComponent(id)}`)
  await refresh()
  follow(id, (revision, isBack) => {
    latest = revision
    anew ||= isBack
    refresh()
  })
  loadVersions()
}

async function start() {
  for (const begin of [startPages, startFindings, startOutline, startRemarks, startVersions, startPanel, startBanner, startDrawers, startLook, startKeys]) begin()
  startPrints(({figure, chart, print}) => figure ? openFigure(figure, {from: print}) : openChart(chart, {from: print}))
  try {
    app.reports = (await ask('/api/reports')).reports
  } catch (error) {
    $('nothing').hidden = false
    $('nothing').textContent = error.message
    return
  }
  const chooser = $('report')
  chooser.closest('label').hidden = app.reports.length < 2
  fill(chooser, app.reports.map(report => h('option', {value: report.id}, report.title)))
  let wanted = ''
  try { wanted = decodeURIComponent(location.hash.slice(1)) } catch { /* the first, then */ }
  const first = app.reports.find(report => report.id === wanted) ?? app.reports[0]
  chooser.addEventListener('change', () => openReport(chooser.value))
  if (!first) return
  chooser.value = first.id
  await openReport(first.id)
}

start()
