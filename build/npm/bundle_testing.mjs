// Makes `paqbridge/testing` in both forms: reads {dist, target} as JSON.
import path from 'node:path'
import { build } from 'esbuild'

const HERE = import.meta.dirname
/** @type {import('esbuild').BuildOptions} */
const COMMON = { bundle: true, target: 'es2022', charset: 'ascii', platform: 'node', minifyWhitespace: true, minifySyntax: true }

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
/** @type {{ dist: string, target: string }} */
const { dist, target } = JSON.parse(Buffer.concat(chunks).toString())

// The full standalone as a function of `globalThis`, so that each stand-in has a page of its own.
const whole = await build({
  ...COMMON,
  entryPoints: [path.join(dist, 'analytics.mjs')],
  format: 'iife',
  globalName: 'made',
  write: false,
})
const contents = `export function create(globalThis) { ${whole.outputFiles[0].text}\nreturn made }`
/** @type {import('esbuild').Plugin} */
const standalone = {
  name: 'standalone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^standalone$/ }, () => ({ path: 'standalone', namespace: 'made' }))
    onLoad({ filter: /./, namespace: 'made' }, () => ({ contents }))
  },
}
for (const [format, extension] of /** @type {const} */ ([['esm', '.mjs'], ['cjs', '.js']])) {
  await build({
    ...COMMON,
    entryPoints: [path.join(HERE, 'testing/testing.mjs')],
    outfile: path.join(target, `testing${extension}`),
    format,
    plugins: [standalone],
  })
}
