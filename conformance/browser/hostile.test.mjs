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
  const text = payload.replaceAll('{{', '\\{{') // that a text says {{ is written so
  const q = words => JSON.stringify(`${words}${text}`)
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
  子: {数: 12起, 去年同期: 10起, 来源: ${q('源')}, 口径: ${q('径')}, 截至: ${q('至')}}
  丑: {数: 5起, 来源: ${q('源')}}
  寅: {公式: 子 + 丑, 口径: ${q('径')}}
正文: ${q('文')}
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

for (const payload of payloads) {
  test(`text stays text: ${payload}`, async t => {
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
      for (const row of await page.locator('#findings-list .row').all()) {
        if (!await row.isVisible()) await tab(page, 'findings')
        await row.click()
      }
      await tab(page, 'remarks')
      await page.locator('#remarks-list .row').click()
      const said = await page.locator('#detail-body').textContent()
      assert.ok(said.includes(`意${payload}`) && said.includes(`王${payload}`))
      await page.keyboard.press('Escape')
      // Nothing but the program's own elements is there.
      assert.deepEqual(await page.evaluate(() => [document.scripts.length, document.querySelectorAll('style, img, iframe, object, embed, [onload], [onerror], a[href^="javascript"]').length]), [2, 0])
      // An error that quotes it.
      writeFileSync(join(report, 'areas/b.yaml'), '')
      writeFileSync(join(report, 'extra.yaml'), '')
    }
    writeFileSync(join(report, 'report.yaml'), `单位: 局\n标题: 题\n期间: 2023上半年\n模板: ${JSON.stringify(payload)}\n版式: plain\n工作: [a]\n`)
    const page = await open(t, url)
    await page.locator('#banner').waitFor()
    assert.ok((await page.locator('#banner').textContent()).includes(payload), await page.locator('#banner').textContent())
  })
}
