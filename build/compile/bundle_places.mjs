// Which line of which Python file a line of an emitted module stands for.
import { readFile } from 'node:fs/promises'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

// The numbers of one segment: five bits a digit, the lowest one of all the sign.
function numbers(segment) {
  const found = []
  let value = 0
  let shift = 0
  for (const digit of [...segment].map((character) => DIGITS.indexOf(character))) {
    value += (digit & 31) << shift
    shift += 5
    if (digit & 32) continue
    found.push(value & 1 ? -(value >> 1) : value >> 1)
    value = shift = 0
  }
  return found
}

// `file:line` in Python for a line (from 1) of the emitted module `file`; Transcrypt's maps have
// one segment a line.
export async function pythonPlace(file, line) {
  const chart = JSON.parse(await readFile(file.replace(/\.js$/, '.map'), 'utf8'))
  const steps = chart.mappings.split(';').slice(0, line).map((segment) => numbers(segment)[2] || 0)
  return `${chart.sources[0]}:${steps.reduce((sum, step) => sum + step, 1)}`
}
