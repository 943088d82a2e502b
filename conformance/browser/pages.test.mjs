import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {closeBrowser, inSight, open, picture, sample, serve, sizes, tab, text} from './site.mjs'

after(closeBrowser)

for (const size of sizes) {
  test(`the report, its outline, its figures and findings: ${size.name}`, async t => {
    const {url} = await serve(t, sample(t))
    const page = await open(t, url, size)

    await t.test('opening', async () => {
      assert.match(await page.locator('#title').textContent(), /2023年上半年工作总结/)
      await page.locator('#connection[data-state=on]').waitFor()
      assert.equal(await page.locator('.sheet svg.page').count(), Number(await page.locator('#page-count').textContent()))
      const all = await text(page)
      assert.ok(all.includes('创人民满意公安') && all.includes('下半年工作计划'), 'the text of all pages is there to be searched')
      const faces = await page.evaluate(() => [...document.fonts].filter(face => face.status === 'loaded').map(face => face.family))
      assert.ok(faces.length >= 3, `the pages are set in their own fonts: ${faces}`)
      await picture(page, `open-${size.name}`)
    })

    await t.test('the browser finds text on any page', async () => {
      const found = await page.evaluate(() => window.find('外出务工异地管控难度较大') && getSelection().anchorNode.parentElement.closest('.sheet')?.id)
      assert.equal(found, 'page-9')
      await page.evaluate(() => getSelection().removeAllRanges())
    })

    await t.test('outline', async () => {
      await tab(page, 'outline')
      assert.ok(await page.locator('#outline-list .row').count() > 10)
      assert.ok(await page.locator('#outline-list .count').count() > 3, 'findings are counted')
      await page.locator('#outline-list .row', {hasText: '二、存在问题'}).click()
      await inSight(page, page.locator('text[data-node="section/存在问题"]').first())
    })

    await t.test('a finding', async () => {
      await tab(page, 'findings')
      const row = page.locator('#findings-list .row', {hasText: '截止目前'})
      const [fingerprint] = (await row.getAttribute('data-key')).split('@')
      await row.click()
      const words = page.locator('.marks rect.current')
      await inSight(page, words.first())
      const detail = page.locator('#detail')
      await detail.getByText('截止目前').first().waitFor()
      assert.match(await detail.textContent(), new RegExp(`areas/anti-drug.yaml:27.*${fingerprint}`, 's'))
      await detail.getByRole('button', {name: '复制指纹'}).click()
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), fingerprint)
      await picture(page, `finding-${size.name}`)
      // What is marked are the very words.
      const marked = await page.evaluate(() => {
        const rect = document.querySelector('.marks rect.current').getBoundingClientRect()
        const text = document.elementsFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2).find(element => element.matches('svg.page text'))
        const from = text.getCharNumAtPosition(at(rect.left + 3, rect))
        const to = text.getCharNumAtPosition(at(rect.right - 3, rect))
        return text.textContent.slice(from, to + 1)
        function at(x, box) { return new DOMPoint(x, box.top + box.height / 2).matrixTransform(text.getScreenCTM().inverse()) }
      })
      assert.equal(marked, '截止目前')
      await page.keyboard.press('Escape')
    })

    await t.test('filters of findings', async () => {
      await tab(page, 'findings')
      const all = await page.locator('#findings-list .row').count()
      await page.locator('[data-severity=提示]').click()
      assert.ok(await page.locator('#findings-list .row').count() < all)
      await page.locator('[data-severity=提示]').click()
      await page.locator('#findings-filter select').selectOption('passed')
      assert.ok(await page.locator('#findings-list .row').count() > all)
      await page.locator('#findings-filter select').selectOption('open')
      await page.keyboard.press('Escape')
    })

    await t.test('a figure', async () => {
      const print = page.locator('text[data-figure="反诈.劝返率"]').first()
      await print.scrollIntoViewIfNeeded()
      await print.click()
      const detail = page.locator('#detail-body')
      await detail.locator('.value').waitFor()
      const said = await detail.textContent()
      for (const part of ['66.37％', '刑侦大队', 'areas/anti-fraud.yaml:17:3', '劝返人员 / 涉诈高危人员', '148人', '223人', '参与的核对', '印在文中']) assert.ok(said.includes(part), part)
      await detail.getByText('不在版本库里').waitFor()
      assert.ok(await page.locator('.marks rect.chosen').count() >= 1, 'its places are marked')
      await inSight(page, print)
      await picture(page, `figure-${size.name}`)
      // To a number it is computed from, and back.
      await detail.locator('.tree').getByRole('button', {name: /涉诈高危人员/}).click()
      await page.locator('#detail-body .value', {hasText: '223人'}).waitFor()
      await page.locator('#detail-body .place').first().click()
      await inSight(page, page.locator('.marks rect.current').first())
      await page.locator('#detail-back').click()
      await page.locator('#detail-body .value', {hasText: '66.37％'}).waitFor()
      await page.keyboard.press('Escape')
    })

    await t.test('figures by keyboard', async () => {
      await page.evaluate(() => document.getElementById('main').scrollTo({top: 0, behavior: 'instant'}))
      await page.locator('#main').focus()
      await page.keyboard.press('Tab')
      const at = () => page.evaluate(() => document.activeElement.dataset.print ? [...document.querySelectorAll('[data-print]')].indexOf(document.activeElement) : -1)
      const first = await at()
      assert.ok(first >= 0, 'Tab goes to what is printed')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press(']')
      assert.equal(await at(), first + 2)
      await page.keyboard.press('[')
      assert.equal(await at(), first + 1)
      const name = await page.evaluate(() => document.activeElement.dataset.figure)
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate(() => document.activeElement.id), 'detail-title')
      assert.ok(name.endsWith(await page.locator('#detail-body .name').textContent()))
      await page.keyboard.press('Escape')
      assert.equal(await at(), first + 1, 'and back to where it came from')
      await page.keyboard.press('?')
      await page.locator('#help[open]').waitFor()
      await page.keyboard.press('Escape')
      assert.equal(await page.locator('#help[open]').count(), 0)
    })
  })
}

test('hovering tells where a figure comes from, and marks its places', async t => {
  const {url} = await serve(t, sample(t))
  const page = await open(t, url)
  const print = page.locator('text[data-figure="禁毒.现有吸毒人员"]').first()
  await print.scrollIntoViewIfNeeded()
  await print.hover()
  await page.locator('.tip').waitFor()
  assert.match(await page.locator('.tip').textContent(), /1285人.*areas\/anti-drug.yaml:17/s)
  assert.ok(await page.locator('.marks rect.hovered').count() >= 1)
})

test('several reports', async t => {
  const report = sample(t), other = sample(t)
  const {url} = await serve(t, [report, other])
  const page = await open(t, url)
  await page.locator('#report').selectOption('2023-h1-2')
  await page.waitForFunction(() => location.hash === '#2023-h1-2' && document.querySelector('#pages svg.page'))
  await page.locator('#connection[data-state=on]').waitFor()
})
