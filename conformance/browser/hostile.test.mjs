import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {closeBrowser, folder, open, serve, sizes, tab, untilShown} from './site.mjs'

after(closeBrowser)

const payloads = [
  '</script><script>alert(1)</script>',
  '[点](javascript:alert(1))',
  '<svg onload=alert(1)>',
  '<img src=x onerror=alert(1)>',
  '{{7*7}}', '${7*7}', '<style>*{display:none}</style>',
]

// hostile is a report with a payload in every text that someone writes.
function hostile(t, payload) {
  const report = join(folder(t), 'hostile')
  mkdirSync(join(report, 'areas'), {recursive: true})
  mkdirSync(join(report, 'review'))
  const text = payload.replace(/[{}]+/g, '{{原文 "$&"}}') // in what is a template
  const q = words => JSON.stringify(`${words}${text}`), plain = words => JSON.stringify(`${words}${payload}`)
  writeFileSync(join(report, 'report.yaml'), `单位: ${q('局')}
标题: ${q('题')}
期间: 2023上半年
模板: half-year-summary
版式: plain
导语: ${q('导')}
工作: [a]
`)
  writeFileSync(join(report, 'areas/a.yaml'), `工作: 甲
责任单位: ${q('队')}
标题: ${q('节')}
指标:
  子: {数: 12起, 去年同期: 10起, 来源: ${plain('源')}, 口径: ${plain('径')}, 截至: ${plain('至')}}
  丑: {数: 5起, 去年同期: 4起, 来源: ${plain('源')}}
  寅: {公式: 子 + 丑, 口径: ${plain('径')}}
校核:
  - {关系: 子 > 丑 + 丑 + 丑, 说明: ${plain('说')}}
正文: ${q('文{{子}}、{{丑}}、{{寅}}')}
图表:
  - 名称: 图
    标题: ${plain('图')}
    类型: 柱状图
    指标: [子, 丑]
    对比: 去年同期
    说明: ${plain('注')}
问题:
  - 标题: ${q('问')}
    正文: ${q('文')}
`)
  writeFileSync(join(report, 'review/a.yaml'), `批注:
  - 谁: ${JSON.stringify(`王${payload}`)}
    时间: 2023-06-30 09:00
    位置: lead/p1
    节: ${JSON.stringify(payload)}
    引文: ${JSON.stringify(payload)}
    意见: ${JSON.stringify(`意${payload}`)}
    状态: 待办
    答复: ${JSON.stringify(payload)}
    指纹: 0123456789ab
`)
  return report
}

test('text stays text', async t => {
  const payload = payloads.join('')
  const report = hostile(t, payload)
  const {url} = await serve(t, report)
  for (const size of sizes) {
    const page = await open(t, url, size) // whose dialogs, errors and violations fail the test
    await untilShown(page, `导${payload}`)
    assert.ok((await page.locator('#title').textContent()).includes(payload))
    await tab(page, 'outline')
    assert.ok((await page.locator('#outline-list').textContent()).includes(payload))
    await tab(page, 'findings')
    await page.locator('#findings-filter select').selectOption('all')
    const keys = await page.locator('#findings-list .row').evaluateAll(rows => rows.map(row => row.dataset.key))
    assert.equal(new Set(keys).size, keys.length, 'each finding is one of its own')
    for (const key of keys) await page.locator(`[data-key="${key}"]`).evaluate(row => row.click())
    await page.keyboard.press('Escape')
    await tab(page, 'remarks')
    await page.locator('#remarks-list .row').click()
    const said = await page.locator('#detail-body').textContent()
    assert.ok(said.includes(`意${payload}`) && said.includes(`王${payload}`), said)
    await page.keyboard.press('Escape')
    for (const figure of ['甲.子', '甲.寅']) {
      await page.locator(`text[data-figure="${figure}"]`).first().focus()
      await page.keyboard.press('Enter')
      await page.locator('#detail-body .value').waitFor()
      assert.ok((await page.locator('#detail-body').textContent()).includes(`径${payload}`))
      await page.keyboard.press('Escape')
    }
    await page.locator('.chart-button').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.canvas svg').waitFor()
    await page.locator('.canvas').focus()
    await page.keyboard.press('ArrowRight')
    assert.ok((await page.locator('#detail-body').textContent()).includes(`图${payload}`))
    assert.ok((await page.locator('.canvas .tip').textContent()).includes(payload))
    // Nothing but the program's own elements is there.
    assert.deepEqual(await page.evaluate(() => [document.scripts.length, document.querySelectorAll('style, img, iframe, object, embed, [onload], [onerror], a[href^="javascript"]').length]), [2, 0])
  }
  // A mistake that quotes it.
  writeFileSync(join(report, 'report.yaml'), `单位: 局\n标题: 题\n期间: 2023上半年\n模板: ${JSON.stringify(payload)}\n版式: plain\n工作: [a]\n`)
  const page = await open(t, url)
  await page.locator('#banner').waitFor()
  assert.ok((await page.locator('#banner').textContent()).includes(payloads[0]), await page.locator('#banner').textContent())
})
