// As much of Node as the scripts here use; its own declarations would be one more package to pin.
declare const process: {
  argv: string[]
  exitCode?: number
  stdin: AsyncIterable<Uint8Array>
  stdout: { write(text: string): void }
  stderr: { write(text: string): void }
}

declare const console: { log(...parts: unknown[]): void; warn(...parts: unknown[]): void }
declare function setTimeout(action: () => void, milliseconds: number): unknown
declare function clearTimeout(timer: unknown): void
interface ImportMeta {
  dirname: string
}
declare const Buffer: { concat(parts: Uint8Array[]): { toString(): string } }

declare module 'node:fs/promises' {
  export function readFile(path: string, encoding: 'utf8'): Promise<string>
  export function writeFile(path: string, text: string): Promise<void>
}

declare module 'node:path' {
  const path: {
    basename(path: string): string
    dirname(path: string): string
    extname(path: string): string
    join(...parts: string[]): string
    relative(from: string, to: string): string
    resolve(...parts: string[]): string
  }
  export default path
}

declare module 'node:zlib' {
  export function brotliCompressSync(text: string): Uint8Array
}

declare module 'standalone' {
  export function create(globalThis: object): {
    load(settings: Record<string, unknown>, options?: Record<string, unknown>): Record<string, any>
  }
}
