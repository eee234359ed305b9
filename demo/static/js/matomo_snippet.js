// Site id and server URL out of the tracking code that Matomo gives: JavaScript of any year, minified or not, or the image.

const SITE = /\bsetSiteId['"]\s*,\s*(?:['"]([\da-z]+)['"]|(\d+))\s*\]|\bget(?:Async)?Tracker\([^,]*,\s*['"]?(\d+)/i;
// What stands before the server: its address, or the variable that has it, u where nobody has made the code smaller.
const SERVER = /\b(?:setTrackerUrl['"]\s*,|get(?:Async)?Tracker\()\s*/.source;
const TRACKER = new RegExp(`${SERVER}['"]([^'"\\s]+)`);
const NAME = new RegExp(`${SERVER}(?:\`\\$\\{)?(\\w+)`);
const IMAGE = /\bsrc\s*=\s*["']((?:https?:)?\/\/[^"'\s]+?)\/(?:matomo|piwik)\.php\?([^"']*)/i;
const FILE = /\/*((?:matomo|piwik)\.(?:php|js))?\/*$/;
const CONTAINER = /_mtm\b|\/container_\w+\.js/;

/**
 * What a snippet says, or why it says nothing.
 * @param {string} pasted
 * @returns {{ siteId?: string, serverUrl?: string, trouble: string }}
 */
export function readSnippet(pasted) {
  const text = asCode(pasted);
  const image = IMAGE.exec(text);
  const site = SITE.exec(text)?.slice(1).find(Boolean);
  const siteId = site ?? new URLSearchParams(image?.[2]).get('idsite') ?? undefined;
  const server = TRACKER.exec(text)?.[1] ?? baseIn(text) ?? image?.[1];
  // Old code puts the scheme before "://".
  const serverUrl = server?.replace(/^:/, '').replace(FILE, '');
  return { siteId, serverUrl, trouble: trouble(text, siteId, serverUrl) };
}

/** @type {(pasted: string) => string} Without what editors and word processors make of code, and lines that are switched off. */
const asCode = (pasted) => pasted.replace(/&quot;|[“”„]/g, '"').replace(/&#0*39;|[‘’‚]/g, "'").replaceAll('&amp;', '&').replace(/^\s*\/\/.*$/gm, '');

/** @type {(text: string) => string | undefined} The address that the variable of the server is given. */
function baseIn(text) {
  const name = NAME.exec(text)?.[1] ?? 'u';
  return new RegExp(`\\b${name}\\s*=\\s*[^;]*?['"\`]((?:https?)?:?//[^'"\`\\s]+)['"\`]`).exec(text)?.[1];
}

/** @type {(text: string, siteId?: string, serverUrl?: string) => string} */
function trouble(text, siteId, serverUrl) {
  if (siteId && serverUrl) return '';
  if (!siteId && CONTAINER.test(text)) {
    return 'This is a snippet of Matomo Tag Manager: it names a container, not a site. Matomo has the tracking code that names one under Administration, Websites, Tracking code.';
  }
  if (!siteId && !serverUrl) return 'This is no snippet of Matomo: it names neither a site id nor a server.';
  return siteId ? 'It names no server: enter the server URL yourself.' : 'It names no site: enter the site id yourself.';
}
