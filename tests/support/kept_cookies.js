// The page's cookies are a table in it: each look at the browser's own asks another process.
{
  /** @type {Map<string, string>} */
  const jar = new Map()
  Object.defineProperty(document, 'cookie', {
    get: () => [...jar].map((pair) => pair.join('=')).join('; '),
    set: (text) => {
      const [, name, value, rest] = /^([^=;]*)=([^;]*)(.*)/.exec(text) || []
      const [, expires] = /expires=([^;]*)/i.exec(rest) || []
      const isOver = /max-age=0/i.test(rest) || (expires && new Date(expires) <= new Date())
      if (name && isOver) jar.delete(name)
      else if (name) jar.set(name, value)
    },
  })
}
