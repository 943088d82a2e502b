import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {cpSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {closeBrowser, folder, inSight, open, picture, program, replace, run, sample, serve, sizes, text, untilShown} from './site.mjs'

after(closeBrowser)

// archived is a report in a repository with two archived versions and changes
// after them.
function archived(t) {
  const root = folder(t), report = join(root, 'data/2023-h1')
  mkdirSync(join(root, 'data'))
  cpSync(sample(t), report, {recursive: true})
  const git = (...args) => run(root, 'git', ...args)
  git('init', '-q')
  git('config', 'user.name', '张三')
  git('config', 'user.email', 'zhang@example.cn')
  git('add', '-A')
  git('commit', '-qm', '初稿')
  run(root, program, 'archive', 'data/2023-h1', '--stage', '送审稿')
  replace(report, 'areas/anti-drug.yaml', '破获毒品案件: 22起', '破获毒品案件: 24起')
  replace(report, 'areas/crime.yaml', '全力提升群众安全感', '全力提升群众获得感和安全感')
  git('commit', '-qam', '改毒品案件数')
  run(root, program, 'archive', 'data/2023-h1', '--stage', '送审稿')
  replace(report, 'areas/law-enforcement.yaml', '守正创新', '守正出新')
  return report
}

for (const size of sizes) {
  test(`two versions: ${size.name}`, async t => {
    const report = archived(t)
    const {url} = await serve(t, report)
    const page = await open(t, url, size)
    await page.locator('#versions-menu summary').click()
    await page.locator('#version-a').selectOption('2023-h1/送审稿-1')
    assert.match(await page.locator('#version-a').innerText(), /送审稿-2.*\n?.*送审稿-1/s)
    await page.locator('#versions-form button').click()
    await page.locator('#compare-bar').waitFor()
    await page.locator('#pages text[data-change=deleted]').first().waitFor({state: 'attached'})
    assert.ok((await text(page)).includes('22起24起'), 'both numbers stand on the page')

    const count = page.locator('#compare-count')
    assert.equal(await count.textContent(), '1／3')
    await inSight(page, page.locator('.marks rect.current').first())
    await picture(page, `redline-${size.name}`)
    for (const expected of ['2／3', '3／3', '1／3']) {
      await page.keyboard.press('n')
      assert.equal(await count.textContent(), expected)
      await inSight(page, page.locator('.marks rect.current').first())
    }
    await page.keyboard.press('p')
    assert.equal(await count.textContent(), '3／3')
    await page.locator('#compare-next').click()
    assert.equal(await count.textContent(), '1／3')

    if (size.name === 'phone') await page.locator('#compare-list').click()
    const list = await page.locator('#detail-body').innerText()
    assert.match(list, /禁毒\.破获毒品案件\s+22起 → 24起/)
    assert.ok(list.indexOf('22起') < list.indexOf('文字、表格和图（'), 'figures come first')
    await page.locator('#detail-body .row', {hasText: '获得感和'}).click()
    await inSight(page, page.locator('.marks rect.current').first())

    // The draft goes on changing, and the comparison with it.
    replace(report, 'areas/crime.yaml', '获得感和安全感', '获得感、幸福感和安全感')
    await untilShown(page, '幸福感')
    assert.ok(await page.locator('#compare-bar').isVisible())

    const [file] = await Promise.all([page.waitForEvent('download'), (async () => {
      await page.locator('#download-menu summary').click()
      await page.locator('#download-changes a', {hasText: '花脸稿 DOCX'}).click()
    })()])
    assert.match(file.suggestedFilename(), /花脸稿\.docx$/)
    await page.keyboard.press('Escape')
    if (await page.locator('#compare-bar').isVisible()) await page.keyboard.press('Escape')
    await page.locator('#compare-bar').waitFor({state: 'hidden'})
    await page.waitForFunction(() => !document.querySelector('#pages text[data-change]'))
    await untilShown(page, '幸福感')
  })
}

test('who changed a figure', async t => {
  const {url} = await serve(t, archived(t))
  const page = await open(t, url)
  const print = page.locator('text[data-figure="禁毒.破获毒品案件"]').first()
  await print.scrollIntoViewIfNeeded()
  await print.click()
  await page.locator('#detail-body', {hasText: '张三'}).getByText('改毒品案件数').waitFor()
})
