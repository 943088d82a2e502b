import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {closeBrowser, inSight, open, picture, sample, serve, sizes} from './site.mjs'

after(closeBrowser)

for (const size of sizes) {
  test(`a chart: ${size.name}`, async t => {
    const {url} = await serve(t, sample(t))
    const page = await open(t, url, size)
    assert.equal(await page.locator('.chart-button').count(), 7)
    const chart = page.locator('.chart-button').first()
    await chart.scrollIntoViewIfNeeded()
    await chart.click({position: {x: 3, y: 3}})
    await page.locator('.canvas svg').waitFor()
    await inSight(page, page.locator('text[data-node="chart/anti-drug/涉毒人员"]').first())
    await page.locator('.canvas').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.said', {hasText: '户籍地实有吸毒人员，今年：4957人'}).waitFor()
    await page.keyboard.press('End')
    await page.locator('.said', {hasText: '去年同期：1460人'}).waitFor()
    assert.ok(await page.locator('.canvas .tip').isVisible(), 'the number shows at its bar')
    await picture(page, `chart-${size.name}`)
    await page.getByRole('button', {name: '看数据表'}).press('Enter')
    const table = await page.locator('#detail-body table').innerText()
    assert.match(table, /户籍地实有吸毒人员\s+4957\s+4924/)
    assert.equal(await page.locator('.canvas').isVisible(), false)
    await picture(page, `table-${size.name}`)
    await page.getByRole('button', {name: '看数据表'}).press(' ')
    assert.ok(await page.locator('.canvas').isVisible())
    await page.keyboard.press('Escape')
    // By keyboard from the page.
    await chart.focus()
    await page.keyboard.press('Enter')
    await page.locator('.canvas svg').waitFor()
  })
}
