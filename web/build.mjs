// Bundles charts.js with the parts of ECharts it uses into one script, and
// gathers the licences of what is in it, for the program to embed.
import {readFile, writeFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const assets = new URL('../internal/render/html/assets/', import.meta.url)

const packages = ['echarts', 'zrender', 'tslib']
const versions = await Promise.all(packages.map(async name => {
  const {version} = JSON.parse(await readFile(new URL(`node_modules/${name}/package.json`, import.meta.url)))
  return `${name} ${version}`
}))

const {outputFiles: [bundle]} = await build({
  entryPoints: [fileURLToPath(new URL('charts.js', import.meta.url))],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  define: {'process.env.NODE_ENV': '"production"', __DEV__: 'false'},
  banner: {js: `/* ${versions.join(', ')}; licences: banwen licenses */`},
  write: false,
})
if (/<\/script|<!--|\r/i.test(bundle.text)) throw new Error('the bundle cannot stand in a script element')

const licences = ['echarts/LICENSE', 'echarts/NOTICE', 'zrender/LICENSE', 'tslib/LICENSE.txt']
const texts = await Promise.all(licences.map(async file =>
  `== ${file} ==\n\n${await readFile(new URL(`node_modules/${file}`, import.meta.url), 'utf8')}`))

await writeFile(new URL('echarts.licenses.txt', assets), texts.join('\n\n'))
await writeFile(new URL('echarts.bundle.js', assets), bundle.contents) // last: its being there says all is
console.log(`${bundle.contents.length} bytes`)
