import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {closeBrowser, open, picture, sample, serve, sizes, tab} from './site.mjs'

after(closeBrowser)

const written = report => readdirSync(join(report, 'review')).map(name => readFileSync(join(report, 'review', name), 'utf8')).join('')

for (const size of sizes) {
  test(`a remark is written, answered, closed and opened again: ${size.name}`, async t => {
    const report = sample(t)
    const {url} = await serve(t, report)
    const page = await open(t, url, size)
    const other = await open(t, url)

    // Words that run over the end of a line are selected as one does.
    const lines = page.locator('text[data-node="lead/p1"]')
    const [from, to] = [await lines.nth(0).boundingBox(), await lines.nth(1).boundingBox()]
    await page.mouse.move(from.x + from.width * 0.7, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width * 0.3, to.y + to.height / 2, {steps: 6})
    await page.mouse.up()
    const selected = (await page.evaluate(() => getSelection().toString())).replace(/\s/g, '')
    await page.locator('#remark-here').waitFor()
    if (size.name === 'phone') await page.locator('#remark-here').click()
    else await page.keyboard.press('m')
    await page.locator('#name').fill('李四')
    await page.keyboard.press('Enter')
    const opinion = '提法请再核对<b>一下</b>：# 不是注释'
    await page.locator('#opinion').fill(opinion)
    await page.keyboard.press('Control+Enter')
    await page.locator('#detail-body .opinion').waitFor()
    assert.equal(await page.locator('#detail-body .opinion').textContent(), opinion)
    assert.ok(await page.locator('.marks rect.current').count() >= 2, 'the words are marked, over two lines')
    assert.equal(await page.locator('.sign').count(), 1)
    await picture(page, `remark-${size.name}`)
    let file = written(report)
    for (const part of ['李四', selected, '提法请再核对<b>一下</b>', '待办', 'lead/p1']) assert.ok(file.includes(part), `${part} in ${file}`)
    await other.locator('.sign').click()
    await other.locator('#reply').fill('正在写的答复')

    await page.locator('#reply').fill('已经核对')
    await page.getByRole('button', {name: '不采纳'}).click()
    await page.locator('#detail-body .badge[data-kind=不采纳]').waitFor()
    file = written(report)
    assert.match(file, /状态: 不采纳/)
    assert.match(file, /答复: 已经核对/)
    await other.locator('.sign[data-kind=不采纳]').waitFor()
    await other.locator('#detail-body .badge[data-kind=不采纳]').waitFor()
    assert.equal(await other.locator('#reply').inputValue(), '正在写的答复', 'what is being typed stays')

    await page.getByRole('button', {name: '重新打开'}).click()
    await page.locator('#detail-body .badge[data-kind=待办]').waitFor()
    assert.match(written(report), /状态: 待办/)
    await page.getByRole('button', {name: '已办'}).click()
    await page.locator('#detail-body .badge[data-kind=已办]').waitFor()

    await tab(page, 'remarks')
    await page.locator('#remarks-list .empty').waitFor()
    await page.locator('#remarks-filter select').selectOption('done')
    assert.equal(await page.locator('#remarks-list .row').count(), 1)
    await page.reload()
    await page.waitForSelector('#pages svg.page text')
    await tab(page, 'remarks')
    assert.match(await page.locator('#remarks-filter').textContent(), /李四/, 'the name is kept')
  })
}
