// What is shown: the report, its state, and the comparison if there is one.

export const app = {
  reports: [],
  report: '', // id
  state: null,
  comparison: null, // {a, b, answer}
}

const bus = new EventTarget()

export function on(name, listener) {
  bus.addEventListener(name, event => listener(event.detail))
}

export function emit(name, detail) {
  bus.dispatchEvent(new CustomEvent(name, {detail}))
}

// shown is what the pages are of: the comparison or the draft.
export const shown = () => app.comparison?.answer ?? app.state

// address is an address of the report's.
export const address = (...parts) => ['/api/reports', app.report, ...parts].map((part, i) => i ? encodeURIComponent(part) : part).join('/')

// ask asks the server; what is wrong comes as an Error with a text to show.
export async function ask(path, {method = 'GET', body} = {}) {
  let response
  try {
    response = await fetch(path, {
      method,
      headers: body ? {'Content-Type': 'application/json', 'X-Banwen': '1'} : {},
      body: body && JSON.stringify(body),
    })
  } catch {
    throw new Error('连不上服务，请看它是否还在运行')
  }
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw Object.assign(new Error(answer.message || `没有办成（${response.status}）`), {status: response.status})
  return answer
}

export const where = pos => pos?.file ? `${pos.file}${pos.line ? `:${pos.line}` : ''}${pos.line && pos.col ? `:${pos.col}` : ''}` : ''

export const traceOf = name => app.state?.figures.find(figure => figure.name === name)

// stands tells whether a finding waits for someone.
export const stands = finding => (finding.state === '不符' || finding.state === '存疑') && !finding.accepted

// sectionAt is the last heading before a place; -1 before the first.
export function sectionAt(outline, page, y) {
  let found = -1
  for (let i = 0; i < outline.length; i++) {
    if (outline[i].page < page || outline[i].page === page && outline[i].y <= y + 1) found = i
  }
  return found
}

// sectionName words the headings over a place as the files do: 一、…＞（三）….
export function sectionName(outline, at) {
  if (at < 0) return '开头'
  const path = []
  for (let i = at, level = Infinity; i >= 0; i--) {
    if (outline[i].level < level) {
      path.unshift(outline[i].text)
      level = outline[i].level
    }
  }
  return path.join('＞')
}
