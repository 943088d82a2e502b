import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {closeBrowser, folder, open, program, run, sample, serve, sizes} from './site.mjs'

after(closeBrowser)

for (const size of sizes) {
  test(`downloads open: ${size.name}`, async t => {
    const {url} = await serve(t, sample(t))
    const page = await open(t, url, size)
    for (const [name, begins] of [['DOCX', 'PK'], ['PDF', '%PDF'], ['HTML', '<!'], ['TXT', '']]) {
      await page.locator('#download-menu summary').click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#download-draft a', {hasText: name}).click()])
      assert.match(download.suggestedFilename(), new RegExp(`工作总结.*\\.${name.toLowerCase()}$`))
      const data = readFileSync(await download.path())
      assert.ok(data.length > 1000 && data.subarray(0, 4).toString().toLowerCase().startsWith(begins.toLowerCase()), `${name} begins with ${data.subarray(0, 4)}`)
      await page.keyboard.press('Escape')
    }
  })
}

const lines = pdf => run('.', 'pdftotext', '-layout', pdf, '-').split(/\n|\f/).map(line => line.replace(/\s/g, '')).filter(Boolean)
const pageCount = pdf => Number(/Pages:\s+(\d+)/.exec(run('.', 'pdfinfo', pdf))[1])

for (const colorScheme of ['light', 'dark']) {
  test(`what the browser prints is what the PDF is: ${colorScheme}`, async t => {
    const report = sample(t), out = folder(t)
    run('.', program, 'build', report, '-o', out, '--format', 'pdf')
    const [name] = readdirSync(out).filter(file => file.endsWith('.pdf'))
    const {url} = await serve(t, report)
    const page = await open(t, url, {...sizes[0], colorScheme})
    // What is open beside the pages is not printed.
    await page.locator('#tab-findings').click()
    await page.locator('#findings-list .row').first().click()
    const printed = join(out, 'printed-by-browser.pdf')
    writeFileSync(printed, await page.pdf({preferCSSPageSize: true, printBackground: true}))
    assert.equal(pageCount(printed), pageCount(join(out, name)))
    assert.deepEqual(lines(printed), lines(join(out, name)))
    assert.match(run('.', 'pdfinfo', printed), /Page size:.*A4/)
  })
}
