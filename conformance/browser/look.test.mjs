import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {closeBrowser, open, picture, replace, sample, serve, sizes, tab} from './site.mjs'

after(closeBrowser)

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// audit lists what axe-core calls serious or critical. The pages, which are
// long, are looked at the first time only.
async function audit(page, what) {
  const isFirst = what === 'open'
  if (isFirst) await page.evaluate(axe)
  const {violations} = await page.evaluate(isFirst => axe.run(isFirst ? document : {exclude: ['#pages']}, {resultTypes: ['violations']}), isFirst)
  const grave = violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(grave.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`), [], what)
}

test('nothing grave for axe-core', async t => {
  const report = sample(t)
  const {url} = await serve(t, report)
  for (const size of sizes) {
    for (const [colorScheme, large] of size.name === 'desk' ? [['light', false], ['dark', true]] : [['light', true], ['dark', false]]) {
      await t.test(`${size.name}, ${colorScheme}${large ? ', large' : ''}`, async t => {
        const page = await open(t, url, {...size, colorScheme})
        const name = `${size.name}-${colorScheme}${large ? '-large' : ''}`
        assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), colorScheme, 'as the system has it')
        if (large) await page.locator('#large').click()
        await audit(page, 'open')
        const print = page.locator('text[data-figure="反诈.劝返率"]').first()
        await print.scrollIntoViewIfNeeded()
        await print.click()
        await page.locator('#detail-body .tree').waitFor()
        await page.locator('#detail').getByText('不在版本库里').waitFor()
        await audit(page, 'a figure')
        await picture(page, `look-${name}`)
        await page.keyboard.press('Escape')
        await tab(page, 'findings')
        await audit(page, 'findings')
        await page.locator('#findings-list .row').first().click()
        await audit(page, 'a finding')
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
        if (large) return
        await page.locator('.chart-button').first().focus()
        await page.keyboard.press('Enter')
        await page.locator('.canvas svg').waitFor()
        await audit(page, 'a chart')
        await page.keyboard.press('Escape')
        await page.locator('#download-menu summary').click()
        await audit(page, 'a menu')
        await page.keyboard.press('Escape')
        await page.keyboard.press('?')
        await audit(page, 'the keys')
        await page.keyboard.press('Escape')
        replace(report, 'areas/crime.yaml', '工作:', '乱写: 1\n工作:')
        await page.locator('#banner').waitFor()
        await audit(page, 'an error')
        replace(report, 'areas/crime.yaml', '乱写: 1\n', '')
        await page.locator('#banner').waitFor({state: 'hidden'})
      })
    }
  }
})

test('what was chosen is kept', async t => {
  const {url} = await serve(t, sample(t))
  const page = await open(t, url, {...sizes[0], colorScheme: 'light'})
  await page.locator('#theme').click()
  await page.locator('#large').click()
  await page.reload()
  await page.waitForSelector('#pages svg.page text')
  assert.deepEqual(await page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.dataset.large]), ['dark', 'true'])
  assert.equal(await page.locator('#large').getAttribute('aria-pressed'), 'true')
})

for (const size of sizes) {
  test(`nothing lies outside of the window: ${size.name}`, async t => {
    const {url} = await serve(t, sample(t))
    const page = await open(t, url, size)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= size.viewport.width, `${width} pixels`)
    const outside = await page.locator('.top button, .top summary, .zoom button').evaluateAll(all => all.filter(element => { const box = element.getBoundingClientRect(); return box.width && (box.left < 0 || box.right > innerWidth) }).map(element => element.textContent))
    assert.deepEqual(outside, [])
  })
}
