// Makes what the npm package has besides dist/: reads {dist, modules, target} as JSON, writes the form
// for `require` of each module, and the module for tests in both forms.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

const HERE = import.meta.dirname
/** @type {import('esbuild').BuildOptions} */
const COMMON = { bundle: true, target: 'es2022', charset: 'ascii', platform: 'node', minifyWhitespace: true, minifySyntax: true }

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
/** @type {{ dist: string, modules: string[], target: string }} */
const { dist, modules, target } = JSON.parse(Buffer.concat(chunks).toString())

// platform `node` names the exports for Node, which reads them without running the file.
const entryPoints = modules.map((name) => path.join(dist, `${name}.mjs`))
await build({ ...COMMON, entryPoints, outdir: target, format: 'cjs', target: 'es2018' })

for (const [format, extension] of /** @type {const} */ ([['esm', '.mjs'], ['cjs', '.js']])) {
  await build({
    ...COMMON,
    entryPoints: [path.join(HERE, 'testing/testing.mjs')],
    outfile: path.join(target, `testing${extension}`),
    format,
    alias: { core: path.join(dist, 'core.mjs') },
    // `core` sees the page of the module for tests; that itself sees the real one.
    plugins: [{
      name: 'page',
      setup({ onLoad }) {
        onLoad({ filter: /core\.mjs$/ }, async ({ path: file }) => {
          const text = (await readFile(file, 'utf8')).replaceAll('globalThis.', 'STAND_IN.')
          return { contents: `import { STAND_IN } from ${JSON.stringify(path.join(HERE, 'testing/page.mjs'))}\n${text}` }
        })
      },
    }],
  })
}
