// A served report and the browsers that look at it.
import assert from 'node:assert/strict'
import {execFileSync, spawn} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {chromium} from 'playwright-core'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const program = join(root, 'bin/banwen')
const pictures = join(root, 'build/screenshots')

export const sizes = [
  {name: 'desk', viewport: {width: 1440, height: 900}},
  {name: 'phone', viewport: {width: 390, height: 844}, hasTouch: true},
]

const patience = 20_000 // of the tests; nothing is asserted of time

// folders holds what a test writes; it is gone when the test is.
export function folder(t) {
  const made = mkdtempSync(join(tmpdir(), 'banwen-browser-'))
  t.after(() => rmSync(made, {recursive: true, force: true}))
  return made
}

export function sample(t) {
  const report = join(folder(t), '2023-h1')
  cpSync(join(root, 'data/2023-h1'), report, {recursive: true})
  return report
}

export const run = (cwd, command, ...args) => execFileSync(command, args, {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})

// replace changes a file of a report.
export function replace(report, file, from, to) {
  const at = join(report, file), text = readFileSync(at, 'utf8')
  assert.ok(text.includes(from), `${file} holds ${from}`)
  writeFileSync(at, text.replace(from, () => to))
}

// serve starts the program and gives the address it names.
export async function serve(t, reports, address = '127.0.0.1:0') {
  const served = spawn(program, ['serve', ...[reports].flat(), '--addr', address], {stdio: ['ignore', 'pipe', 'pipe']})
  const ended = new Promise(resolve => served.once('exit', resolve))
  const stop = () => { served.kill('SIGTERM'); return ended }
  t.after(async () => {
    await Promise.all([...looking].map(context => context.close())) // or they would miss it
    await stop()
  })
  const url = await new Promise((resolve, reject) => {
    let said = ''
    const hear = data => {
      said += data
      const [found] = /http:\/\/\S+/.exec(said) ?? []
      if (found) resolve(found)
    }
    served.stdout.on('data', hear)
    served.stderr.on('data', hear)
    served.once('exit', code => reject(new Error(`serve ended with ${code}: ${said}`)))
  })
  return {url, stop}
}

const looking = new Set() // contexts that are open

let launched
async function browser() {
  launched ??= await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu']})
  return launched
}

export async function closeBrowser() {
  await launched?.close()
}

// open opens a report in a browser of its own. Whatever goes wrong in the page,
// in any test, fails the test.
export async function open(t, url, {name, ...options} = sizes[0]) {
  const context = await (await browser()).newContext({acceptDownloads: true, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'], ...options})
  looking.add(context)
  context.once('close', () => looking.delete(context))
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const wrong = []
  page.on('pageerror', error => wrong.push(`error: ${error.stack}`))
  page.on('dialog', dialog => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss() })
  page.on('console', message => { if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|WebSocket connection/.test(message.text())) wrong.push(`console: ${message.text()} ${message.location().url}`) })
  await context.exposeFunction('reportViolation', text => wrong.push(`CSP: ${text}`))
  await context.addInitScript(() => addEventListener('securitypolicyviolation', event => reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)))
  t.after(async () => {
    await context.close()
    assert.deepEqual(wrong, [], 'nothing went wrong in the page')
  })
  await page.goto(url)
  await page.waitForSelector('#pages svg.page text')
  await page.evaluate(() => document.fonts.ready)
  return page
}

// text is what stands on the pages, without what only spaces it.
export const text = page => page.evaluate(() => document.getElementById('pages').textContent.replace(/\s/g, ''))

export async function untilShown(page, words) {
  await page.waitForFunction(words => document.getElementById('pages').textContent.replace(/\s/g, '').includes(words), words.replace(/\s/g, ''))
}

// still waits until the pages have stopped scrolling.
export async function still(page) {
  for (let before = -1, now; (now = await page.evaluate(() => document.getElementById('main').scrollTop)) !== before; before = now) await page.waitForTimeout(60)
}

// isInSight tells whether something on the pages can be seen.
export async function inSight(page, locator) {
  await still(page)
  const box = await locator.boundingBox(), main = await page.locator('#main').boundingBox()
  assert.ok(box && box.y >= main.y - 2 && box.y + box.height <= main.y + main.height + 2, `in sight: ${JSON.stringify(box)} in ${JSON.stringify(main)}`)
}

// picture keeps what is seen, for people.
export async function picture(page, name) {
  mkdirSync(pictures, {recursive: true})
  await still(page)
  await page.waitForTimeout(250)
  await page.screenshot({path: join(pictures, `${name}.png`)})
}

// tab opens one of the lists at the left.
export async function tab(page, name) {
  if (await page.locator('#drawer').isVisible() && !await page.locator('#left').isVisible()) await page.locator('#drawer').click()
  await page.locator(`#tab-${name}`).click()
  await page.locator(`#${name}`).waitFor()
}
