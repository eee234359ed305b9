// What each tracker command does when it arrives: send a request, or remember something for later ones.

/** @typedef {Record<string, string>} Parameters */

/** @type {(p: Parameters) => boolean} */
const isPage = (p) => !['e_c', 'e_a', 'idgoal', 'search', 'link', 'download', 'ping', 'c_n'].some((name) => name in p);
/** @type {(value: string, argument: unknown) => boolean} */
const same = (value, argument) => value === String(argument);

/** @type {Record<string, (p: Parameters, args: any[]) => boolean>} Command -> whether a request's parameters can be its doing. */
const SENDS = {
  trackPageView: (p) => isPage(p),
  trackEvent: (p, [category, action]) => same(p.e_c, category) && same(p.e_a, action),
  trackGoal: (p, [id]) => same(p.idgoal, id),
  trackSiteSearch: (p, [keyword]) => same(p.search, keyword),
  trackLink: (p, [url]) => same(p.link ?? p.download, url),
  trackEcommerceOrder: (p, [id]) => p.idgoal === '0' && same(p.ec_id, id),
  trackEcommerceCartUpdate: (p) => p.idgoal === '0' && !('ec_id' in p),
};

/** @type {Record<string, string>} */
const REMEMBERED = {
  setSiteId: 'Goes with every request as the site id.',
  setTrackerUrl: 'Where requests go.',
  enableLinkTracking: 'Clicks on outlinks and downloads are tracked.',
  setUserId: 'Remembered: goes with later requests as the user id.',
  resetUserId: 'Forgotten: later requests carry no user id.',
  setCustomVariable: 'Remembered: goes with this page’s later requests.',
  setCustomUrl: 'Remembered: the address of later requests.',
  setDocumentTitle: 'Remembered: the title of later page views.',
  setReferrerUrl: 'Remembered: the referrer of later requests.',
  setEcommerceView: 'Remembered: the product or category of later requests.',
  setCustomDimension: 'Remembered: goes with later requests.',
  addEcommerceItem: 'Remembered: a line of the cart.',
  clearEcommerceCart: 'Forgotten: the lines of the cart.',
  requireConsent: 'Nothing is sent before consent.',
  requireCookieConsent: 'No cookies before consent.',
  setConsentGiven: 'What has waited for consent is sent.',
};

/** @type {Record<string, RegExp>} Call -> commands it may cause: whose is one that was held back until the tracker was live? */
const CAUSES = {
  load: /^(setSiteId|setTrackerUrl|setDomains|setSecureCookie|setCookie\w+|setDoNotTrack|(enable|disable|require)\w+)$/,
  page: /^(trackPageView|setCustomUrl|setDocumentTitle|setReferrerUrl|setCustomVariable|setEcommerceView)$/,
  identify: /^setUserId$/,
  alias: /^setUserId$/,
  'consent.give': /^set(Cookie)?ConsentGiven$/,
  'consent.remember': /^remember(Cookie)?ConsentGiven$/,
  'consent.withdraw': /^forget(Cookie)?ConsentGiven$/,
  'consent.set': /^(set|forget)(Cookie)?ConsentGiven$/,
  track: /^(trackEvent|trackGoal|setCustomVariable|trackSiteSearch|trackLink|setEcommerceView|.*Ecommerce.*)$/,
  reset: /^(resetUserId|appendToTrackingUrl)$/,
};

/** @type {(command: Command) => boolean} */
export const sends = (command) => Object.hasOwn(SENDS, command[0]);

/** @type {(command: Command, parameters: Parameters) => boolean} Whether the request is what the command sent. */
export const sentBy = (command, parameters) => SENDS[command[0]](parameters, command.slice(1));

/** @type {(command: Command) => string} In words what a command does that sends nothing by itself. */
export const remembered = (command) => REMEMBERED[command[0]] ?? 'Changes the tracker; sends nothing by itself.';

/** @type {Record<string, string>} */
const SILENT = {
  identify: 'No user id, and traits are not sent to Matomo.',
  group: 'Kept for the dimensions of later requests.',
  'consent.give': 'Nothing waits for consent.',
  reset: 'Nobody is identified, so there is nothing to forget.',
};

/** @type {(call: Call) => string} In words why a call has no command. */
export const silent = (call) => SILENT[call.method] ?? 'Nothing is sent.';

/**
 * Whether the call can be what a late command belongs to.
 * @param {Call} call
 * @param {Command} command
 */
export function causedBy(call, command) {
  if (!CAUSES[call.method]?.test(command[0])) return false;
  return command[0] !== 'trackEvent' || command[2] === call.args[0];
}
