// The details of a figure: where it comes from and where it goes.
import {button, h} from './dom.js'
import {mark} from './marks.js'
import {badge, current, list, open, part, sentence} from './panel.js'
import {goTo, placeOf} from './pages.js'
import {choose, hideTip, prints} from './prints.js'
import {address, app, ask, emit, on, traceOf, where} from './state.js'
import {isSmall} from './drawers.js'
import {find} from './words.js'

export function openFigure(name, options) {
  const trace = traceOf(name)
  hideTip()
  if (!trace) return
  open({
    kind: 'figure', key: name, title: '数字',
    data: () => JSON.stringify([traceOf(name), app.state.current]),
    render: body => render(body, name),
  }, options)
  choose(name)
  if (isSmall() && options?.from) goTo(placeOf(options.from)) // above the panel
}

on('view', view => { if (view?.kind !== 'figure') choose(''); else choose(view.key) })

function render(body, name) {
  const trace = traceOf(name)
  if (!trace) {
    body.append(h('p', {class: 'empty'}, `数据里已经没有“${name}”了。`))
    return
  }
  const history = h('dd', {class: 'quiet'}, '……')
  const tree = h('div')
  body.append(...[
    h('header', {class: 'lead'},
      h('p', {class: 'value'}, trace.value || '算不出', trace.pending && badge('待补', '警告')),
      h('h3', {class: 'name'}, trace.indicator),
      h('p', {class: 'quiet'}, [trace.area, trace.department].filter(Boolean).join(' · '))),
    list(['来源', trace.source], ['口径', trace.definition], ['截至', trace.asOf], ['计划', trace.target], ['出处', h('code', null, where(trace.pos))]),
    comparison('去年同期', '同比', trace.lastYear), comparison('上期', '环比', trace.previous),
    trace.formula && part('公式',
      h('p', {class: 'formula'}, trace.formula.text),
      list(['精确值', trace.formula.exact !== trace.value && trace.formula.exact], ['', trace.formula.checks && '数是填的，公式只作核对'], ['位置', h('code', null, where(trace.formula.pos))]),
      tree),
    h('section', {class: 'part'}, h('h3', null, '谁改的'), h('dl', {class: 'facts'}, h('div', null, h('dt', {class: 'away'}, '最后改的人'), history))),
    trace.checks.length > 0 && part(`参与的核对（${trace.checks.length}）`, h('ul', {class: 'rows'}, trace.checks.map(check))),
    trace.uses.length > 0 && part(`由它算出的（${trace.uses.length}）`, h('ul', {class: 'rows'}, trace.uses.map(use => h('li', null, figureButton(use.name, use.value))))),
    part(`印在文中（${trace.printed.length}处）`, trace.printed.length ? h('ul', {class: 'rows'}, trace.printed.map(place => printing(name, place))) : h('p', {class: 'quiet'}, '没有印在文中')),
  ].filter(Boolean))
  if (trace.formula) growTree(tree, trace.formula.inputs.map(input => ({...input, depth: 1})))
  more(name, tree, history)
}

// more asks for what the state does not hold: the formula's whole tree and who
// changed the figure.
async function more(name, tree, history) {
  try {
    const {figure, history: known} = await ask(address('figures', name))
    if (current()?.key !== name) return
    if (figure.tree?.length) growTree(tree, figure.tree)
    history.textContent = historyText(known)
    history.classList.toggle('quiet', known?.state === 'none')
  } catch (error) {
    history.textContent = error.message
  }
}

function historyText(known) {
  const last = [known?.who, time(known?.when), known?.message].filter(Boolean).join('，')
  switch (known?.state) {
    case 'committed': return last
    case 'changed': return `改了，还没有提交${last ? `；上次：${last}` : ''}`
    case 'untracked': return '新填的，还没有提交'
    default: return '不在版本库里，不知道是谁改的'
  }
}

export function time(when) {
  if (!when) return ''
  const at = new Date(when)
  if (isNaN(at) || !/T/.test(when)) return when
  const two = n => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

function comparison(base, change, compared) {
  return compared && part(base, list([base, compared.value], [change, compared.change && (compared.byHand ? `${compared.change}（手填，无从核验）` : compared.change)], ['出处', h('code', null, where(compared.pos))]))
}

// growTree shows steps, each before what it is computed from, as nested lists
// whose branches can be closed.
function growTree(host, steps) {
  let at = 0
  const branch = depth => {
    const items = []
    while (at < steps.length && steps[at].depth >= depth) {
      const step = steps[at++]
      const below = at < steps.length && steps[at].depth > step.depth ? branch(step.depth + 1) : null
      const facts = h('p', {class: 'quiet small'}, [step.formula && `＝ ${step.formula}`, step.above && '见上', step.source && `来源：${step.source}`, step.definition && `口径：${step.definition}`, step.asOf && `截至：${step.asOf}`].filter(Boolean).join('；') || where(step.pos))
      items.push(h('li', null, below
        ? h('details', {open: step.depth < 3}, h('summary', null, h('span', {class: 'away'}, '展开：'), step.name.split('.').pop(), ' ', h('b', null, step.value)), figureButton(step.name, '看这个数'), facts, below)
        : [figureButton(step.name, step.value), facts]))
    }
    return h('ul', {class: 'tree'}, items)
  }
  host.replaceChildren(branch(1))
}

export function figureButton(name, value) {
  if (!traceOf(name)) return h('span', null, name, ' ', h('b', null, value ?? ''))
  return button([name, ' ', h('b', null, value ?? '')], () => openFigure(name), {class: 'link'})
}

function check(found) {
  const stands = (found.state === '不符' || found.state === '存疑') && !found.accepted
  return h('li', null, badge(found.accepted ? '已豁免' : found.state, stands ? found.severity : found.state), ' ',
    button(found.relation || found.name || found.reason, () => emit('open-finding', found), {class: 'link'}),
    h('p', {class: 'quiet small'}, found.reason))
}

function printing(name, place) {
  return h('li', null, h('button', {type: 'button', class: 'place', onclick: () => goToPrinting(name, place)},
    h('span', {class: 'quiet small'}, place.section, place.manner && place.manner !== '印出' ? `（${place.manner}）` : ''),
    h('span', null, place.caption ? place.caption : sentence(place))))
}

export function goToPrinting(name, place) {
  const pieces = () => {
    const found = find(place.node, place.sentence, place.text, place.at)
    return found.length ? found : prints().filter(print => print.dataset.figure === name && print.dataset.node === place.node).map(text => ({text, from: 0, to: text.textContent.length}))
  }
  const first = pieces()[0]
  goTo(first ? placeOf(first.text) : app.state.places[place.node] ?? {page: 1, y: 0})
  mark('current', first && pieces)
  emit('went')
}
