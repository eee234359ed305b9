// Site id and server URL out of the tracking code that Matomo gives: JavaScript of any year, or the image.

const SITE = /\bsetSiteId['"]\s*,\s*['"]?([\da-z]+)['"]?\s*\]/i;
const TRACKER = /\bsetTrackerUrl['"]\s*,\s*['"]([^'"\s]+)/;
const BASE = /\bu\s*=\s*[^;]*?['"]((?:https?)?:?\/\/[^'"\s]+)['"]/;
const IMAGE = /\bsrc\s*=\s*["']((?:https?:)?\/\/[^"'\s]+?)\/(?:matomo|piwik)\.php\?([^"']*)/i;
const FILE = /\/*((?:matomo|piwik)\.(?:php|js))?\/*$/;
const CONTAINER = /_mtm\b|\/container_\w+\.js/;

/**
 * What a snippet says, or why it says nothing.
 * @param {string} text
 * @returns {{ siteId?: string, serverUrl?: string, trouble: string }}
 */
export function readSnippet(text) {
  const image = IMAGE.exec(text);
  const siteId = SITE.exec(text)?.[1] ?? new URLSearchParams(image?.[2].replaceAll('&amp;', '&')).get('idsite') ?? undefined;
  const server = TRACKER.exec(text)?.[1] ?? BASE.exec(text)?.[1] ?? image?.[1];
  // Old code puts the scheme before "://".
  const serverUrl = server?.replace(/^:/, '').replace(FILE, '');
  return { siteId, serverUrl, trouble: trouble(text, siteId, serverUrl) };
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
