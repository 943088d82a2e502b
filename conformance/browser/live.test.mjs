import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {appendFileSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {closeBrowser, open, picture, replace, sample, serve, sizes, text, untilShown} from './site.mjs'

after(closeBrowser)

// painted resolves with the time at which words on the pages were painted: two
// frames after they came.
const painted = (page, words) => page.evaluate(words => new Promise(resolve => {
  const pages = document.getElementById('pages')
  const observer = new MutationObserver(() => {
    if (!pages.textContent.replace(/\s/g, '').includes(words)) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
  })
  observer.observe(pages, {childList: true, subtree: true})
}), words)

test('what is saved is painted', async t => {
  const report = sample(t)
  const {url} = await serve(t, report)
  const page = await open(t, url)
  await page.locator('#connection[data-state=on]').waitFor()
  const file = join(report, 'areas/crime.yaml'), was = readFileSync(file, 'utf8')
  const times = []
  for (const mark of '甲乙丙丁戊己庚辛') {
    const words = `乾坤朗朗${mark}`
    const seen = painted(page, words)
    await page.waitForTimeout(100)
    const at = Date.now()
    writeFileSync(file, was.replace('全力提升群众安全感', words))
    times.push(await seen - at)
  }
  times.sort((a, b) => a - b)
  t.diagnostic(`file written to text painted: median ${times[times.length >> 1]} ms, from ${times[0]} to ${times.at(-1)} ms`)
  console.log(`# file written to text painted: median ${times[times.length >> 1]} ms, from ${times[0]} to ${times.at(-1)} ms`)
})

test('pages that are the same stay, with what is selected and focused on them', async t => {
  const report = sample(t)
  const {url} = await serve(t, report)
  const page = await open(t, url)
  await page.locator('#connection[data-state=on]').waitFor()
  await page.evaluate(() => {
    const text = document.querySelector('#page-3 svg.page text[data-node]')
    document.getElementById('main').scrollTop = document.getElementById('page-3').offsetTop
    getSelection().setBaseAndExtent(text.firstChild, 1, text.firstChild, 5)
    window.kept = document.querySelector('#page-3 svg.page')
  })
  const before = await page.evaluate(() => [document.getElementById('main').scrollTop, getSelection().toString()])
  replace(report, 'areas/crime.yaml', '全力提升群众安全感', '乾坤朗朗')
  await untilShown(page, '乾坤朗朗')
  assert.deepEqual(await page.evaluate(() => [document.getElementById('main').scrollTop, getSelection().toString()]), before)
  assert.ok(await page.evaluate(() => window.kept === document.querySelector('#page-3 svg.page')))
  await page.waitForFunction(() => /更新/.test(document.getElementById('news').textContent))
})

for (const size of sizes) {
  test(`a mistake keeps the last good pages: ${size.name}`, async t => {
    const report = sample(t)
    const {url} = await serve(t, report)
    const page = await open(t, url, size)
    await page.locator('#connection[data-state=on]').waitFor()
    const before = await text(page)
    const file = join(report, 'areas/crime.yaml'), was = readFileSync(file, 'utf8')
    appendFileSync(file, '乱写: [\n')
    await page.locator('#banner').waitFor()
    assert.match(await page.locator('#banner').textContent(), /areas\/crime\.yaml:\d+/)
    assert.equal(await page.locator('#stale').textContent(), '显示的是上一次没有错误的稿')
    assert.equal(await text(page), before)
    if (await page.locator('#banner summary').count()) {
      await page.locator('#banner summary').click()
      assert.ok(await page.locator('#banner li').count() > 1)
    }
    await picture(page, `error-${size.name}`)
    writeFileSync(file, was)
    await page.locator('#banner').waitFor({state: 'hidden'})
    assert.ok(await page.locator('#stale').isHidden())
    assert.equal(await text(page), before)
  })
}

test('several browsers in step, and after the server was away', async t => {
  const report = sample(t)
  const {url, stop} = await serve(t, report)
  const pages = await Promise.all([1, 2, 3].map(() => open(t, url)))
  for (const page of pages) await page.locator('#connection[data-state=on]').waitFor()
  replace(report, 'areas/crime.yaml', '全力提升群众安全感', '乾坤朗朗')
  for (const page of pages) await untilShown(page, '乾坤朗朗')
  const [first, ...others] = await Promise.all(pages.map(text))
  for (const other of others) assert.equal(other, first)

  await stop()
  for (const page of pages) {
    await page.locator('#lost').waitFor()
    assert.equal(await page.locator('#connection').textContent(), '连接断了，正在重连')
  }
  replace(report, 'areas/crime.yaml', '乾坤朗朗', '海晏河清')
  await serve(t, report, new URL(url).host)
  for (const page of pages) {
    await untilShown(page, '海晏河清')
    await page.locator('#lost').waitFor({state: 'hidden'})
  }
})
