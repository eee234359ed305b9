// Turns the emitted modules into the files of dist/. Reads a job as JSON from standard input and
// prints a report as JSON: see pipeline.py, which runs it.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { parse } from 'acorn'
import { minify } from 'terser'
import { foreignNames, leakedRuntime, namesAsTexts } from './bundle_checks.mjs'
import { pythonPlace } from './bundle_places.mjs'
import { specialize } from './specialize.mjs'

const TARGET = 'es2018'
// Names of our records' entries alone have an underscore in the middle: settings, messages and what
// browsers have are in camel case. No such name is ever asked for as a text.
const OURS = /^[a-z]+(_[a-z]+)+$/
// Everything is minified as a module, whose names are its own; a classic script is wrapped after
// that, since terser would unwrap a function around it and make its names the page's.
/** @type {import('terser').MinifyOptions} */
const TERSER = {
  ecma: 2018,
  module: true,
  // Its declarations do not know this one: the tree of a script instead of its text.
  parse: /** @type {import('terser').ParseOptions} */ ({ spidermonkey: true }),
  keep_fnames: /^Piwik$/, // hosts read the constructor's name
  compress: { ecma: 2018, passes: 4, inline: 1, unsafe_arrows: true, lhs_constants: false, keep_fargs: false, pure_getters: true },
  format: { ascii_only: true, comments: false },
}
/** @type {import('acorn').Options} */
const PARSING = { ecmaVersion: 2018, sourceType: 'module', ranges: true }
const WRAPPER = { esm: ['', ''], iife: ['(()=>{', '})();'] }
// Chromium then compiles all functions while the file arrives, on another thread, instead of each
// one in the page's way when it is called first. It must be the first line.
const EAGER = '//# allFunctionsCalledOnLoad\n'

class BuildError extends Error {}

// The build-time constants of flags.py, with this bundle's values.
function flagsPlugin(module, flags) {
  return {
    name: 'flags',
    setup(build) {
      build.onLoad({ filter: /\.flags\.js$/ }, async ({ path: file }) => {
        if (path.basename(file) !== module + '.js') return undefined
        let contents = await readFile(file, 'utf8')
        for (const [name, value] of Object.entries(flags)) {
          const before = new RegExp(`^export var ${name} = .*$`, 'm')
          if (!before.test(contents)) throw new BuildError(`${module} has no flag ${name}`)
          contents = contents.replace(before, `export const ${name} = ${JSON.stringify(value)};`)
        }
        return { contents, resolveDir: path.dirname(file) }
      })
    },
  }
}

// A module that re-exports the names that importers may use, or that only runs the entry.
function entryOf(bundle, staging) {
  const names = Object.entries(bundle.exports).map(([outer, inner]) => `${inner} as ${outer}`)
  const what = names.length ? `export { ${names.join(', ')} } from` : 'import'
  return { stdin: { contents: `${what} './${bundle.entry}.js'`, resolveDir: staging } }
}

async function joined(bundle, job) {
  const result = await build({
    ...entryOf(bundle, job.staging),
    absWorkingDir: job.top,
    outfile: path.join(job.dist, bundle.file),
    bundle: true,
    write: false,
    format: 'esm',
    target: TARGET,
    sourcemap: 'external',
    metafile: true,
    logLevel: 'silent',
    plugins: [flagsPlugin(job.flags, bundle.flags)],
  })
  const leaked = await leakedRuntime(result.metafile, job)
  if (leaked) throw new BuildError(leaked)
  const file = (extension) => result.outputFiles.find((f) => f.path.endsWith(extension))
  const text = (extension) => /** @type {import('esbuild').OutputFile} */ (file(extension)).text
  return { code: text(path.extname(bundle.file)), map: text('.map') }
}

// Paths in a map are relative to dist/; ours name the file in the repository.
function named(sources, job) {
  return sources.map((source) => path.relative(job.staging, path.resolve(job.dist, source)))
}

async function minified(bundle, job) {
  const whole = await joined(bundle, job)
  const [opening, after] = WRAPPER[bundle.format]
  const before = (bundle.eager ? EAGER : '') + opening
  // As a tree, which keeps its places in the text, so that source maps lead where they did.
  const tree = specialize(parse(whole.code, { ...PARSING, locations: true }), PARSING)
  const mangle = { properties: { regex: OURS, reserved: namesAsTexts(tree, OURS) } }
  const compress = { .../** @type {object} */ (TERSER.compress), ...bundle.compress }
  const options = { ...TERSER, compress, mangle, format: { ...TERSER.format, preamble: before } }
  const { code, map } = await minify(tree, { ...options, sourceMap: { content: whole.map } })
  const chart = JSON.parse(/** @type {string} */ (map))
  chart.file = bundle.file
  chart.sources = named(chart.sources, job)
  return { code: `${code}${after}\n//# sourceMappingURL=${bundle.file}.map\n`, chart }
}

async function finished(bundle, job) {
  const { code, chart } = await minified(bundle, job)
  const foreign = foreignNames(code, job.globals)
  if (foreign.length) throw new BuildError(`${bundle.file} uses unknown names: ${foreign.join(', ')}`)
  await writeFile(path.join(job.dist, bundle.file), code)
  await writeFile(path.join(job.dist, bundle.file + '.map'), JSON.stringify(chart))
  return { file: bundle.file, brotli: brotliCompressSync(code).length }
}

async function place(location, top) {
  const file = path.resolve(top, location.file)
  return pythonPlace(file, location.line).catch(() => `${location.file}:${location.line}`)
}

// One line a mistake: where in the Python, what, and the JavaScript that it stands in.
async function said(error, top) {
  const lines = (error.errors || []).map(async ({ text, location, detail }) => {
    if (detail instanceof BuildError) return detail.message
    return location ? `${await place(location, top)}: ${text}: ${location.lineText.trim()}` : text
  })
  if (lines.length) return (await Promise.all(lines)).join('\n')
  return error instanceof BuildError ? error.message : error.stack
}

async function main() {
  const chunks = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  const job = JSON.parse(Buffer.concat(chunks).toString())
  try {
    const report = await Promise.all(job.bundles.map((bundle) => finished(bundle, job)))
    process.stdout.write(JSON.stringify(report))
  } catch (error) {
    process.stderr.write((await said(error, job.top)) + '\n')
    process.exitCode = 1
  }
}

await main()
