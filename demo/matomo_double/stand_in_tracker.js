/*
 * A stand-in for Matomo's tracker (piwik.js, matomo.js), for the demo and the tests.
 *
 * It is our own work, written from what the real file was measured to do, traps
 * included: a destination that survives this file survives the real one. The same
 * table of cases (tests/tracker/cases) runs on both.
 *
 * MODELLED, as the real file behaves in those cases
 *   queue        replay order, complaints of repeats, death by one bad command, the
 *                object that replaces window._paq, several trackers
 *   requests     parameters, encoding, beacon, image and POST, pace, pending requests
 *                sent when the page goes away
 *   calls        page views, events, goals, site search, ecommerce, links, downloads,
 *                custom variables and dimensions, custom data, user and visitor id,
 *                consent, cookies, do-not-track
 *   plugins      their text on requests of their kind, and functions that begin them
 *
 * SIMPLER THAN THE REAL FILE
 *   content      blocks are found by data-content-* attributes or class names, "visible"
 *                means rendered, and clicks on blocks are not reported
 *   attribution  _rcn, _rck and _ref are never sent, _refts is 0
 *   performance  pf_* is never sent; the real file sends it once even where nothing else
 *                may go (do-not-track, file://), and the server rejects that request
 *   cookies      the four letters that end a cookie's name are made differently
 *   links        setDomains knows hosts and *.hosts, no paths
 *
 * ACCEPTED ONLY: see the table ACCEPTED. Those calls are taken and do nothing.
 *
 * FOR TESTS, as parameters of the script's address or as properties of a global
 * object named standInTracker, set before this file loads:
 *   wait, gap    milliseconds before the second request and between later ones
 *   batch        milliseconds for which what leaves as one bulk is gathered
 *   lacks        comma-separated methods that this tracker shall not have, as old ones
 *
 * Loops and plain assignments stand where array methods would read better: this file
 * runs in pages that replace Array.prototype.push or Symbol.iterator on purpose.
 */
(function (window, document, navigator) {
  'use strict';

  // A second copy of the script does nothing, even where the first one died.
  if (typeof window.Matomo === 'object') { return; }

  // ---------------------------------------------------------------- tables

  // Run before everything else in a queue filled before load, in this order.
  const REPLAYED_FIRST = [
    'addTracker', 'enableFileTracking', 'forgetCookieConsentGiven', 'requireCookieConsent',
    'disableBrowserFeatureDetection', 'disableCampaignParameters', 'disableCookies',
    'setTrackerUrl', 'setAPIUrl', 'enableCrossDomainLinking', 'setCrossDomainLinkingTimeout',
    'setSessionCookieTimeout', 'setVisitorCookieTimeout', 'setCookieNamePrefix',
    'setCookieSameSite', 'setSecureCookie', 'setCookiePath', 'setCookieDomain', 'setDomains',
    'setUserId', 'setVisitorId', 'setSiteId', 'alwaysUseSendBeacon',
    'disableAlwaysUseSendBeacon', 'enableLinkTracking', 'setCookieConsentGiven',
    'requireConsent', 'setConsentGiven', 'disablePerformanceTracking',
    'setPagePerformanceTiming', 'setExcludedQueryParams', 'setExcludedReferrers'
  ];
  // Run on the first tracker only, where addTracker made several.
  const FIRST_ONLY = ['addTracker', 'setTrackerUrl', 'setAPIUrl', 'setSiteId'];
  const MAY_REPEAT = ['addTracker', 'enableLinkTracking'];

  const ACCEPTED = [
    'addDownloadExtensions', 'disableHeartBeatTimer', 'disablePerformanceTracking',
    'enableHeartBeatTimer', 'enableJSErrorTracking', 'killFrame', 'logAllContentBlocksOnPage',
    'redirectFile', 'removeDownloadExtensions', 'setAPIUrl', 'setCampaignKeywordKey',
    'setCampaignNameKey', 'setConversionAttributionFirstReferrer', 'setCountPreRendered',
    'setCrossDomainLinkingTimeout', 'setDownloadClasses', 'setDownloadExtensions',
    'setIgnoreClasses', 'setLinkClasses', 'setPagePerformanceTiming', 'setReferralCookieTimeout',
    'storeCustomVariablesInCookie'
  ];

  const CAMPAIGN_PARAMETER = /^(?:mtm|matomo|pk|piwik|utm)_/;

  const DOWNLOADS = ('7z aac apk arc arj asc asf asx avi azw3 bin bz bz2 csv deb dmg doc docx ' +
    'epub exe flv gif gz gzip hqx ibooks jar jpeg jpg js mobi mov movie mp2 mp3 mp4 mpeg mpg ' +
    'msi msp odb odf odg ods odt ogg ogv pdf phps png ppt pptx qt qtm ra ram rar rpm rtf sea ' +
    'sig sit tar tbz tbz2 tgz torrent txt wav wma wmv wpd xls xlsx xml xz z zip').split(' ');

  const UNTRACKED_SCHEMES = /^(?:javascript|mailto|tel|vbscript|jscript|ecmascript):/i;

  // scope argument of the custom variable methods -> request parameter, in wire order
  const SCOPES = { page: 'cvar', 3: 'cvar', event: 'e_cvar', visit: '_cvar', 2: '_cvar' };
  const SCOPE_PARAMETERS = ['cvar', 'e_cvar', '_cvar'];

  // What the browser tells of itself in `uadata`, names of the brands' fields included
  const UADATA = ['formFactors', 'fullVersionList', 'brand', 'version', 'mobile', 'model',
    'platform', 'platformVersion'];

  const TEST_COOKIE = '_pk_testcookie';
  const CONSENT = 'mtm_consent';
  const REMOVED = 'mtm_consent_removed';
  const COOKIE_CONSENT = 'mtm_cookie_consent';
  const HEX = '0123456789abcdef';
  const DIGITS = '0123456789';
  const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

  const IS_SECURE = window.location.protocol === 'https:';
  const BODY_ABOVE = 2000;
  const BATCH_AFTER = 2500;
  const HALF_HOUR = 1800000;
  const THIRTEEN_MONTHS = 33955200000;
  const THIRTY_YEARS = 946080000000;

  // --------------------------------------------------------------- helpers

  // Throws URIError on a lone surrogate, which is one of the traps.
  const encode = window.encodeURIComponent;

  /** @type {(value: any) => boolean} */
  const isString = (value) => typeof value === 'string' || value instanceof String;
  const isNumber = (value) => typeof value === 'number' || value instanceof Number;
  const isFilled = (value) => isNumber(value) || (isString(value) && value.length > 0);
  const isGiven = (value) => typeof value !== 'undefined';
  const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
  const seconds = () => Math.round(Date.now() / 1000);
  const pair = (name, value) => name + '=' + encode(value);

  function complain(text) {
    if (window.console && window.console.error) { window.console.error(text); }
  }

  function each(list, visit) {
    for (let i = 0; i < list.length; i += 1) { visit(list[i], i); }
  }

  function add(list, value) { list[list.length] = value; }

  function includes(list, value) {
    for (let i = 0; i < list.length; i += 1) { if (list[i] === value) { return true; } }
    return false;
  }

  // Commands take one value or a list of them for the same argument.
  const asList = (value) => (isString(value) ? [String(value)] : value);

  function randomText(length, alphabet) {
    let text = '';
    while (text.length < length) { text += alphabet.charAt(Math.random() * alphabet.length); }
    return text;
  }

  // Not the hash of the real file: only the cookie's name depends on it.
  function shortHash(text) {
    let sum = 0;
    for (let i = 0; i < text.length; i += 1) { sum = (sum * 31 + text.charCodeAt(i)) % 65536; }
    return ('000' + sum.toString(16)).slice(-4);
  }

  // ------------------------------------------------- addresses and titles

  // Done to addresses that the tracker reads itself, `%26` included: a trap.
  function decoded(url) {
    try { return window.decodeURIComponent(url); } catch (e) { return window.unescape(url); }
  }

  function splitUrl(url) {
    const parts = /** @type {string[]} */ (/^([^?#]*)(?:\?([^#]*))?(#[\s\S]*)?$/.exec(url));
    return { path: parts[1], query: parts[2], hash: parts[3] || '' };
  }

  function withoutParameters(url, unwanted) {
    const parts = splitUrl(url);
    if (!parts.query) { return url; }
    const kept = [];
    each(parts.query.split('&'), (item) => { if (!unwanted(item.split('=')[0])) { add(kept, item); } });
    return parts.path + (kept.length > 0 ? '?' + kept.join('&') : '') + parts.hash;
  }

  function parameterOf(url, name) {
    const parts = splitUrl(url);
    const match = new RegExp('(?:^|&)' + name + '=([^&]*)').exec(parts.query || '');
    return match ? window.decodeURIComponent(match[1]) : '';
  }

  // Only a lower-case scheme makes an address absolute, and a path is put behind the
  // host name without its port: the real file does the same.
  function resolve(url, base) {
    if (/^[a-z]+:/.test(url)) { return url; }
    if (url.slice(0, 1) === '/') {
      const host = /** @type {string[]} */ (/^(\w+:\/\/)(?:[^/@]*@)?([^/:]*)/.exec(base));
      return host[1] + host[2] + url;
    }
    return splitUrl(base).path.replace(/[^/]*$/, '') + url;
  }

  const hostOf = (url) =>
    (/^(?:\w+:)?\/\/(?:[^/@?#]*@)?([^/:?#]*)/.exec(url) || ['', ''])[1].toLowerCase();

  // Own are this page's host and those of setDomains, where *. and . stand for subdomains.
  function isOwnHost(t, host) {
    let isOwn = false;
    each(t.domains, (entry) => {
      const domain = entry.toLowerCase();
      const bare = domain.replace(/^\*?\./, '');
      isOwn = isOwn || host === bare || (bare !== domain && host.slice(-bare.length - 1) === '.' + bare);
    });
    return isOwn;
  }

  function titleText(title) {
    if (title && isString(title.text)) { return title.text; }
    return isString(title) ? String(title) : undefined;
  }

  // An element of the name "title" may stand in its way.
  function ownTitle() {
    const element = document.querySelector('title');
    return titleText(document.title) ?? (element ? element.text || '' : '');
  }

  function pageUrl(t) {
    const url = t.dropHash ? t.url.replace(/#[\s\S]*$/, '') : t.url;
    const unwanted = t.excludedParameters.concat('pk_vid');
    return withoutParameters(url, (name) =>
      includes(unwanted, name) || (!t.campaigns && CAMPAIGN_PARAMETER.test(name)));
  }

  function pageReferrer(t) {
    // `.length` throws where setReferrerUrl was given undefined or null: a trap.
    if (!t.referrer.length || includes(t.excludedReferrers, hostOf(t.referrer))) { return ''; }
    return t.referrer;
  }

  // --------------------------------------------------------------- cookies

  function readCookie(name) {
    const pattern = '(?:^|;\\s*)' + name.replace(/[^\w]/g, '\\$&') + '=([^;]*)';
    const match = new RegExp(pattern).exec(document.cookie);
    return match ? window.decodeURIComponent(match[1]) : null;
  }

  function writeCookie(t, name, value, life) {
    document.cookie = name + '=' + encode(value) +
      (life ? ';expires=' + new Date(Date.now() + life).toUTCString() : '') +
      ';path=' + (t.cookiePath || '/') +
      (t.cookieDomain ? ';domain=' + t.cookieDomain : '') +
      (t.secureCookie ? ';secure' : '') + ';SameSite=' + t.sameSite;
  }

  const eraseCookie = (t, name) => writeCookie(t, name, '', -86400000);

  function cookieName(t, base) {
    const place = (t.cookieDomain || window.location.hostname) + (t.cookiePath || '/');
    return t.cookiePrefix + base + '.' + t.siteId + '.' + shortHash(place);
  }

  function setCookieDomain(t, domain) {
    const before = t.cookieDomain;
    t.cookieDomain = domain;
    writeCookie(t, TEST_COOKIE, '1', 10000);
    if (readCookie(TEST_COOKIE)) { eraseCookie(t, TEST_COOKIE); return; }
    t.cookieDomain = before;
    complain('Cookies cannot be written on domain ' + domain);
  }

  function deleteTrackingCookies(t) {
    each(['id', 'ses'], (base) => {
      if (readCookie(cookieName(t, base)) !== null) { eraseCookie(t, cookieName(t, base)); }
    });
  }

  // [is new, id, time of creation]; without cookies the real file sends an empty id.
  function visitor(t) {
    const kept = t.cookies ? readCookie(cookieName(t, 'id')) : null;
    if (kept) { return ['0'].concat(kept.split('.')); }
    return ['1', t.visitorId || (t.cookies ? randomText(16, HEX) : ''), seconds()];
  }

  function keepVisitor(t, person) {
    if (!t.cookies || t.siteId === '') { return; }
    writeCookie(t, cookieName(t, 'id'), person[1] + '.' + person[2] + '.', t.visitorLife);
  }

  // -------------------------------------------------- what a request says

  function visitParameters(t, list) {
    const now = new Date();
    const person = visitor(t);
    const referrer = pageReferrer(t);
    add(list, 'idsite=' + t.siteId);
    add(list, 'rec=1&r=' + randomText(6, DIGITS));
    add(list, 'h=' + now.getHours() + '&m=' + now.getMinutes() + '&s=' + now.getSeconds());
    add(list, pair('url', pageUrl(t)));
    if (referrer) { add(list, pair('urlref', referrer)); }
    if (t.userId) { add(list, pair('uid', t.userId)); }
    add(list, '_id=' + person[1] + '&_idn=' + person[0]);
    if (document.characterSet.toLowerCase() !== 'utf-8') { add(list, pair('cs', document.characterSet)); }
    add(list, 'send_image=0&_refts=0');
    keepVisitor(t, person);
    if (t.cookies) { writeCookie(t, cookieName(t, 'ses'), '1', t.sessionLife); }
    else { deleteTrackingCookies(t); }
  }

  // Dimensions of one call leave its custom data and become parameters of their own: the object of
  // the caller has them no more.
  function dataParameters(t, list, data) {
    const rest = data && typeof data === 'object' && !Array.isArray(data) ? {} : data;
    const seen = {};
    if (rest !== data) {
      each(Object.keys(data), (key) => {
        if (!/^dimension\d+$/.test(key)) { rest[key] = data[key]; return; }
        seen[key] = true;
        add(list, pair(key, data[key]));
        delete data[key];
      });
    }
    each(t.view, (parameter) => add(list, parameter));
    each(Object.keys(t.dimensions), (id) => {
      if (!own(seen, 'dimension' + id)) { add(list, pair('dimension' + id, t.dimensions[id])); }
    });
    const isSaid = isString(rest) || (rest && typeof rest === 'object' && Object.keys(rest).length > 0);
    const said = isSaid ? rest : t.customData;
    if (said) { add(list, pair('data', JSON.stringify(said))); }
  }

  // Variables stay for every later request; blank ones of the visit go once they were told.
  function variableParameters(t, list) {
    each(SCOPE_PARAMETERS, (parameter) => {
      const text = JSON.stringify(t.variables[parameter]);
      if (text.length > 2) { add(list, pair(parameter, text)); }
    });
    each(Object.keys(t.variables._cvar), (index) => {
      const variable = t.variables._cvar[index];
      if (variable[0] === '' || variable[1] === '') { delete t.variables._cvar[index]; }
    });
  }

  // Plugins, by name: methods by the kind of request, whose text goes onto those requests.
  const plugins = {};

  function pluginText(kind) {
    let text = '';
    each(Object.keys(plugins), (name) => {
      const method = plugins[name] && kind && plugins[name][kind];
      const said = typeof method === 'function' ? method({}) : '';
      if (said) { text += said; }
    });
    return text;
  }

  function requestText(t, parameters, data, kind) {
    const list = [parameters];
    visitParameters(t, list);
    dataParameters(t, list, data);
    variableParameters(t, list);
    if (t.pageViewId) { add(list, 'pv_id=' + t.pageViewId); }
    if (kind) { list[list.length - 1] += pluginText(kind); }
    if (t.appended.length) { add(list, t.appended); }
    const check = parameterOf(t.url, 'tracker_install_check');
    if (check) { add(list, pair('tracker_install_check', check)); }
    const text = list.join('&');
    return t.processing ? t.processing(text) : text;
  }

  function featureParameters(t) {
    const list = [''];
    if (t.consentRequired) { add(list, 'consent=1'); }
    if (clientHints.text) { add(list, pair('uadata', t.features ? clientHints.text : '{}')); }
    if (t.features) {
      // Only where the browser shows PDF files itself: a headless shell does not
      if (navigator.mimeTypes.length) { add(list, 'pdf=1&qt=0&realp=0&wma=0&fla=0&java=0&ag=0'); }
      add(list, 'cookie=' + (navigator.cookieEnabled ? 1 : 0));
      add(list, 'res=' + window.screen.width + 'x' + window.screen.height);
    }
    return list.join('&');
  }

  // ---------------------------------------------------- how a request goes

  // Nothing leaves before the browser has said what it is: `uadata` is part of every request.
  const clientHints = { ready: false, text: '', waiting: [] };

  function hintsAreIn(values) {
    clientHints.text = values ? JSON.stringify(values, UADATA) : '';
    clientHints.ready = true;
    each(clientHints.waiting, (send) => send());
  }

  function askForHints() {
    const agent = navigator.userAgentData;
    const wanted = ['platform', 'platformVersion', 'model', 'fullVersionList', 'formFactors'];
    if (!agent || !agent.getHighEntropyValues) { hintsAreIn(null); return; }
    agent.getHighEntropyValues(wanted).then(hintsAreIn, () => hintsAreIn(null));
  }

  function transmit(t, text, callback) {
    const inBody = t.method.toUpperCase() === 'POST' || text.length > BODY_ABOVE;
    const mark = t.trackerUrl.indexOf('?') < 0 ? '?' : '&';
    const address = inBody ? t.trackerUrl : t.trackerUrl + mark + text;
    const done = (success, isSendBeacon) => {
      const result = { request: text, trackerUrl: t.trackerUrl, success: success };
      if (isSendBeacon) { result.isSendBeacon = true; }
      if (typeof callback === 'function') { callback(result); }
    };
    if (t.beacon && sendBeacon(t, address, inBody ? [text] : [])) { done(true, true); }
    else if (inBody) { sendPost(t, address, text, done); }
    else { sendImage(address, done); }
  }

  function sendBeacon(t, address, parts) {
    try {
      return navigator.sendBeacon(address, new window.Blob(parts, { type: t.contentType }));
    } catch (e) {
      return false;
    }
  }

  function sendPost(t, address, text, done) {
    const request = new window.XMLHttpRequest();
    request.open('POST', address, true);
    request.onload = () => done(request.status < 300);
    request.onerror = () => done(false);
    request.setRequestHeader('Content-Type', t.contentType);
    request.send(text);
  }

  function sendImage(address, done) {
    const image = new window.Image(1, 1);
    image.onload = () => done(true);
    image.onerror = () => done(false);
    image.src = address;
  }

  // The first request goes at once; those that follow within `wait` go after it, `gap`
  // apart; once that time is over nothing waits any more.
  function pace(t, text, callback) {
    const now = Date.now();
    const whole = text + featureParameters(t);
    const isFirst = !t.gate;
    t.hasSent = true;
    if (isFirst) { t.gate = now + options.wait; }
    if (isFirst || now >= t.gate) { transmit(t, whole, callback); return; }
    add(t.pending, () => transmit(t, whole, callback));
    window.setTimeout(() => sendPending(t, 1), t.gate - now);
    t.gate += options.gap;
  }

  function sendPending(t, count) {
    for (let i = 0; i < count && t.pending.length > 0; i += 1) { t.pending.shift()(); }
  }

  // Another tab may have refused; a consent given there is not seen without cookies.
  function lookForConsent(t) {
    if (readCookie(REMOVED) !== null) { t.consented = false; }
    else if (t.cookies && readCookie(CONSENT) !== null) { t.consented = true; }
  }

  // Consent is asked for here and, after the wait, once more.
  function deliver(t, text, callback) {
    const again = () => deliver(t, text, callback);
    if (!text) { return; }
    lookForConsent(t);
    if (!t.consented) { add(t.held, again); return; }
    if (!clientHints.ready) { add(clientHints.waiting, again); return; }
    pace(t, text, callback);
  }

  function track(t, parameters, data, callback, kind) {
    const isFile = t.url.slice(0, 5) === 'file:' && !t.tracksFiles;
    if (t.noTracking || isFile) { return; }
    deliver(t, requestText(t, parameters, data, kind), callback);
  }

  // Requests of a batch travel as one JSON body; a single one travels like any other.
  function trackInBatch(t, text) {
    if (t.noTracking) { return; }
    if (!t.batching) { deliver(t, text); return; }
    add(t.batch, text);
    if (t.batch.length === 1) { window.setTimeout(() => sendBatch(t), t.batchAfter); }
  }

  function sendBatch(t) {
    const batch = t.batch;
    t.batch = [];
    if (batch.length < 2) { each(batch, (text) => deliver(t, text)); return; }
    if (!t.consented) { add(t.held, () => { t.batch = batch; sendBatch(t); }); return; }
    const requests = [];
    each(batch, (text) => add(requests, '?' + text + featureParameters(t)));
    const body = JSON.stringify({ requests: requests, send_image: 0 });
    if (!sendBeacon(t, t.trackerUrl, [body])) { sendPost(t, t.trackerUrl, body, () => undefined); }
  }

  window.addEventListener('beforeunload', () => {
    each(trackers, (t) => {
      if (t.state.consentRequired && !t.state.consented) { deleteTrackingCookies(t.state); }
    });
  });

  window.addEventListener('pagehide', () => {
    each(trackers, (t) => {
      sendBatch(t.state);
      sendPending(t.state, t.state.pending.length);
    });
  });

  // ---------------------------------------------------- methods, by area

  function setupMethods(t) {
    return {
      setTrackerUrl: (url) => { t.trackerUrl = url; },
      getTrackerUrl: () => t.trackerUrl,
      getMatomoUrl: () => resolve(t.trackerUrl, t.firstUrl).replace(/[^/]*$/, ''),
      getPiwikUrl: () => resolve(t.trackerUrl, t.firstUrl).replace(/[^/]*$/, ''),
      setSiteId: (id) => { t.siteId = id; },
      getSiteId: () => t.siteId,
      addTracker: (url, id) => addTracker(url || t.trackerUrl, id)
    };
  }

  function pageMethods(t) {
    return {
      // What waits for consent is lost at each page view, before anything else: a trap.
      trackPageView: (title, data, callback) => {
        t.held = [];
        const text = titleText(title) || titleText(t.customTitle);
        t.pageViews += 1;
        t.shownContent.clear();
        if (!t.fixedPageViewId) { t.pageViewId = randomText(6, LETTERS + DIGITS); }
        track(t, pair('action_name', isGiven(text) ? text : t.documentTitle), data, callback, 'log');
      },
      // `.slice` throws on what is no text: a trap.
      setCustomUrl: (url) => { t.url = `${resolve(url, t.firstUrl)}`; },
      setDocumentTitle: (title) => { t.customTitle = title; },
      setReferrerUrl: (url) => { t.referrer = url; },
      getCurrentUrl: () => t.url,
      getNumTrackedPageViews: () => t.pageViews,
      setPageViewId: (id) => { t.pageViewId = id; t.fixedPageViewId = true; },
      getPageViewId: () => t.pageViewId,
      discardHashTag: (flag) => { t.dropHash = flag; },
      setExcludedQueryParams: (names) => { t.excludedParameters = asList(names); },
      setExcludedReferrers: (hosts) => { t.excludedReferrers = asList(hosts); },
      disableCampaignParameters: () => { t.campaigns = false; },
      enableFileTracking: () => { t.tracksFiles = true; },
      setGenerationTimeMs: () => complain('setGenerationTimeMs is no longer supported and does nothing.')
    };
  }

  function eventMethods(t) {
    return {
      trackEvent: (category, action, name, value, data, callback) => {
        if (!isFilled(category) || !isFilled(action)) {
          complain('Event not sent: category and action must not be empty.');
          return;
        }
        const list = [pair('e_c', category), pair('e_a', action)];
        if (isGiven(name)) { add(list, pair('e_n', name)); }
        if (isGiven(value)) { add(list, pair('e_v', value)); }
        track(t, list.join('&') + '&ca=1', data, callback, 'event');
      },
      trackSiteSearch: (keyword, category, count, data) => {
        t.shownContent.clear();
        track(t, pair('search', keyword) + (category ? '&' + pair('search_cat', category) : '') +
          (isGiven(count) ? '&search_count=' + count : ''), data, undefined, 'sitesearch');
      },
      // Neither argument is encoded, and a revenue of 0 is not sent: two traps.
      trackGoal: (id, revenue, data, callback) => {
        track(t, 'idgoal=' + id + (revenue ? '&revenue=' + revenue : ''), data, callback, 'goal');
      },
      trackLink: (url, type, data, callback) =>
        track(t, type + '=' + encode(url), data, callback, 'link'),
      trackRequest: (parameters, data, callback, kind) =>
        track(t, parameters, data, callback, kind),
      ping: () => track(t, 'ping=1', undefined, undefined, 'ping')
    };
  }

  function commerceMethods(t) {
    const orderLines = () => {
      const lines = [];
      each(Object.keys(t.cart), (sku) => {
        const line = [];
        each(['', '', '', 0, 1], (standard, i) => {
          add(line, isGiven(t.cart[sku][i]) ? t.cart[sku][i] : standard);
        });
        add(lines, line);
      });
      return pair('ec_items', JSON.stringify(lines));
    };
    return {
      addEcommerceItem: (sku, name, category, price, quantity) => {
        if (isFilled(sku)) { t.cart[sku] = [String(sku), name, category, price, quantity]; }
      },
      removeEcommerceItem: (sku) => { if (isFilled(sku)) { delete t.cart[sku]; } },
      clearEcommerceCart: () => { t.cart = {}; },
      getEcommerceItems: () => JSON.parse(JSON.stringify(t.cart)),
      trackEcommerceCartUpdate: (total) => {
        if (!isGiven(total)) { return; }
        track(t, 'idgoal=0&revenue=' + total + '&' + orderLines(), undefined, undefined, 'ecommerce');
      },
      // Text is made of whatever comes, so an absent id or total is told as "undefined".
      trackEcommerceOrder: (id, total, ...amounts) => {
        if (!String(id).length || !isGiven(total)) { return; }
        const list = ['idgoal=0', pair('ec_id', id), 'revenue=' + total];
        each(['ec_st', 'ec_tx', 'ec_sh', 'ec_dt'], (name, i) => {
          if (String(amounts[i]).length) { add(list, name + '=' + amounts[i]); }
        });
        add(list, orderLines());
        t.cart = {};
        track(t, list.join('&'), undefined, undefined, 'ecommerce');
      },
      // The view stays for every later request until the next call, and even then `_pkc`.
      setEcommerceView: (sku, name, category, price) => {
        const group = Array.isArray(category) && category.length > 0 ? JSON.stringify(category) : category;
        t.view = [pair('_pkc', isFilled(group) ? group : '')];
        if (isFilled(price)) { add(t.view, pair('_pkp', price)); }
        if (isFilled(sku)) { add(t.view, pair('_pks', sku)); }
        if (isFilled(sku) || isFilled(name)) { add(t.view, pair('_pkn', isFilled(name) ? name : '')); }
      }
    };
  }

  function variableMethods(t) {
    const m = t.methods;
    const place = (scope) => {
      const isKnown = scope === 2 || scope === 3 || (typeof scope === 'string' && !/\d/.test(scope));
      return isGiven(scope) ? isKnown && own(SCOPES, scope) && SCOPES[scope] : '_cvar';
    };
    const text = (value) => (isGiven(value) ? String(value).slice(0, 200) : '');
    return {
      setCustomVariable: (index, name, value, scope) => {
        if (!isGiven(name) || !(index > 0) || !place(scope)) { return; }
        t.variables[place(scope)][index] = [text(name), text(value)];
      },
      getCustomVariable: (index, scope) => {
        const variable = (t.variables[place(scope)] || {})[index];
        return variable && variable[0] !== '' ? variable : false;
      },
      // A deleted variable is told as two blanks, so that the server forgets it as well.
      deleteCustomVariable: (index, scope) => {
        if (m.getCustomVariable(index, scope)) { m.setCustomVariable(index, '', '', scope); }
      },
      deleteCustomVariables: (scope) => { if (place(scope)) { t.variables[place(scope)] = {}; } },
      setCustomDimension: (id, value) => {
        const number = parseInt(id, 10);
        if (number > 0) { t.dimensions[number] = isGiven(value) ? String(value) : ''; }
      },
      getCustomDimension: (id) => t.dimensions[parseInt(id, 10)],
      deleteCustomDimension: (id) => { delete t.dimensions[parseInt(id, 10)]; },
      setCustomData: (key, value) => {
        if (typeof key === 'object') { t.customData = key; return; }
        t.customData = t.customData || {};
        t.customData[key] = value;
      },
      getCustomData: () => t.customData
    };
  }

  function identityMethods(t) {
    return {
      // What is no text or number is ignored and the old id stays: use resetUserId.
      setUserId: (id) => { if (isFilled(id)) { t.userId = String(id); } },
      resetUserId: () => { t.userId = ''; },
      getUserId: () => t.userId,
      setVisitorId: (id) => {
        if (!/^[0-9a-f]{16}$/i.test(String(id))) { complain('Invalid visitorId set: ' + id); return; }
        t.visitorId = id;
        keepVisitor(t, ['0', id, seconds()]);
      },
      getVisitorId: () => t.methods.getVisitorInfo()[1],
      getVisitorInfo: () => {
        const person = visitor(t);
        keepVisitor(t, person);
        return person;
      },
      getAttributionInfo: () => ['', '', 0, ''],
      getAttributionCampaignName: () => '',
      getAttributionCampaignKeyword: () => '',
      getAttributionReferrerTimestamp: () => 0,
      getAttributionReferrerUrl: () => ''
    };
  }

  // -------------------------------------------------- consent and cookies

  // Fewer than none delete what was to be remembered, what is no number ends with the browser.
  const hours = (count) => (count ? count * 3600000 : THIRTY_YEARS);

  function consentMethods(t) {
    const m = t.methods;
    return {
      requireConsent: () => {
        t.consentRequired = true;
        t.consented = m.hasRememberedConsent();
        // Its cookies stay until a request is built, or the page is left.
        if (!t.consented) { t.cookies = false; }
      },
      setConsentGiven: (withCookies) => {
        const held = t.held;
        t.consented = true;
        t.held = [];
        eraseCookie(t, REMOVED);
        each(held, (send) => send());
        // Null is a no to cookies: a trap.
        if (withCookies === undefined || withCookies) { m.setCookieConsentGiven(); }
      },
      rememberConsentGiven: (count) => {
        m.setConsentGiven();
        writeCookie(t, CONSENT, Date.now(), hours(count));
      },
      forgetConsentGiven: (count) => {
        eraseCookie(t, CONSENT);
        writeCookie(t, REMOVED, Date.now(), hours(count));
        m.forgetCookieConsentGiven();
        m.requireConsent();
      },
      hasConsent: () => t.consented,
      isConsentRequired: () => t.consentRequired,
      // Without cookies a tracker reads no yes that it has remembered: a trap.
      getRememberedConsent: () => (readCookie(REMOVED) || !t.cookies ? null : readCookie(CONSENT)),
      hasRememberedConsent: () => Boolean(m.getRememberedConsent()),
      optUserOut: (count) => m.forgetConsentGiven(count),
      forgetUserOptOut: () => m.setConsentGiven(false),
      isUserOptedOut: () => !t.consented,
      setDoNotTrack: (asked) => {
        const wish = navigator.doNotTrack || window.doNotTrack;
        t.noTracking = Boolean(asked) && (wish === '1' || wish === 'yes');
        if (t.noTracking) { m.disableCookies(); }
      }
    };
  }

  function cookieConsentMethods(t) {
    const m = t.methods;
    return {
      requireCookieConsent: () => { if (!m.getRememberedCookieConsent()) { m.disableCookies(); } },
      // A request tells the server of the visitor id that the earlier ones did not have.
      setCookieConsentGiven: () => {
        if (t.cookies) { return; }
        t.cookies = true;
        if (t.hasSent) { keepVisitor(t, visitor(t)); m.ping(); }
      },
      rememberCookieConsentGiven: (count) => {
        m.setCookieConsentGiven();
        writeCookie(t, COOKIE_CONSENT, Date.now(), hours(count));
      },
      forgetCookieConsentGiven: () => { eraseCookie(t, COOKIE_CONSENT); m.disableCookies(); },
      getRememberedCookieConsent: () => (t.cookies && readCookie(COOKIE_CONSENT)) || 0
    };
  }

  function cookieMethods(t) {
    return {
      disableCookies: () => { t.cookies = false; deleteTrackingCookies(t); },
      deleteCookies: () => deleteTrackingCookies(t),
      areCookiesEnabled: () => t.cookies,
      hasCookies: () => t.cookies && navigator.cookieEnabled,
      setCookieNamePrefix: (prefix) => { t.cookiePrefix = prefix; },
      setCookieDomain: (domain) => setCookieDomain(t, domain.replace(/^\*/, '')),
      getCookieDomain: () => t.cookieDomain,
      setCookiePath: (path) => { t.cookiePath = path; },
      getCookiePath: () => t.cookiePath,
      setCookieSameSite: (policy) => {
        const word = String(policy).toLowerCase();
        const known = word.charAt(0).toUpperCase() + word.slice(1);
        const isRefused = word === 'none' && !IS_SECURE;
        if (!includes(['Lax', 'None', 'Strict'], known)) {
          complain('Ignored value for sameSite: ' + policy);
          return;
        }
        if (isRefused) { complain('sameSite=None cannot be used on http, Lax is used.'); }
        t.sameSite = isRefused ? 'Lax' : known;
        // A browser takes None with Secure alone.
        t.secureCookie = t.secureCookie || t.sameSite === 'None';
      },
      setSecureCookie: (flag) => {
        if (flag && !IS_SECURE) { complain('setSecureCookie: `Secure` cannot be used on http.'); return; }
        t.secureCookie = flag;
      },
      setVisitorCookieTimeout: (life) => { t.visitorLife = life * 1000; },
      setSessionCookieTimeout: (life) => { t.sessionLife = life * 1000; },
      getSessionCookieTimeout: () => t.sessionLife,
      setSessionCookie: (name, value, life) => {
        if (t.cookies) { writeCookie(t, cookieName(t, name), value, life || t.sessionLife); }
      },
      getCookie: (name) => (t.cookies ? readCookie(cookieName(t, name)) : 0)
    };
  }

  // ------------------------------------------------------ links, content

  function hasClass(element, purpose) {
    const classes = (element.getAttribute('class') || '').split(/\s+/);
    return includes(classes, 'piwik_' + purpose) || includes(classes, 'matomo_' + purpose);
  }

  function isDownload(t, link) {
    let is = hasClass(link, 'download') || link.hasAttribute('download');
    each(link.href.replace(/#.*$/, '').toLowerCase().split(/[/?&=]/), (part) => {
      is = is || includes(DOWNLOADS, (/\.(\w+)$/.exec(part) || [])[1]);
    });
    return is;
  }

  function linkType(t, link) {
    if (hasClass(link, 'ignore') || UNTRACKED_SCHEMES.test(link.href)) { return ''; }
    if (hasClass(link, 'link')) { return 'link'; }
    if (isDownload(t, link)) { return 'download'; }
    return isOwnHost(t, hostOf(link.href)) ? '' : 'link';
  }

  function clickOn(t) {
    return (event) => {
      const link = event.target.closest && event.target.closest('a[href], area[href]');
      const type = link ? linkType(t, link) : '';
      if (type) { t.methods.trackLink(decoded(link.href), type); }
    };
  }

  function linkMethods(t) {
    const onClick = clickOn(t);
    const listenTo = (target, enable) => {
      target.addEventListener('click', onClick, true);
      if (enable === false) { return; }
      target.addEventListener('mousedown', (event) => { t.pressed = event.target; }, true);
      target.addEventListener('mouseup', (event) => {
        if (event.button === 1 && event.target === t.pressed) { onClick(event); }
      }, true);
      target.addEventListener('contextmenu', onClick, true);
    };
    return {
      enableLinkTracking: (enable) => {
        if (t.tracksLinks) { return; }
        t.tracksLinks = true;
        listenTo(document, enable);
      },
      addListener: (element, enable) => listenTo(element, enable),
      setLinkTrackingTimer: (ms) => { t.linkTimer = ms; },
      getLinkTrackingTimer: () => t.linkTimer,
      setDomains: (hosts) => { t.domains = asList(hosts).concat(window.location.hostname); },
      enableCrossDomainLinking: () => { t.crossDomain = true; },
      disableCrossDomainLinking: () => { t.crossDomain = false; },
      isCrossDomainLinkingEnabled: () => t.crossDomain,
      getCrossDomainLinkingUrlParameter: () =>
        'pk_vid=' + t.methods.getVisitorId() + seconds() + randomText(6, HEX)
    };
  }

  const IGNORED =
    '[data-content-ignoreinteraction], .matomoContentIgnoreInteraction, .piwikContentIgnoreInteraction';
  const BLOCKS = '[data-track-content], .matomoTrackContent, .piwikTrackContent';

  // What has the attribute `data-content-piece`, say, or the class `matomoContentPiece`
  function contentNode(block, name) {
    const word = name.slice('data-content-'.length);
    const mark = 'Content' + word[0].toUpperCase() + word.slice(1);
    const found = ['[' + name + ']', '.matomo' + mark + ', .piwik' + mark]
      .map((one) => (block.matches(one) ? block : block.querySelector(one)));
    return found[0] || found[1];
  }

  // [name, piece, target] of a content block
  function contentOf(block) {
    const read = (name, fallback) => {
      const holder = contentNode(block, name);
      return (holder && ((holder.getAttribute(name) || '').trim() || holder[fallback])) || '';
    };
    const piece = read('data-content-piece', 'src');
    const target = read('data-content-target', 'href') || block.href || '';
    const name = read('data-content-name') || piece.replace(window.location.origin, '');
    return [name || block.title, piece, target];
  }

  function contentParameters(interaction, content) {
    const list = interaction ? [pair('c_i', interaction)] : [];
    add(list, pair('c_n', content[0] || 'Unknown'));
    add(list, pair('c_p', content[1] || 'Unknown'));
    if (content[2]) { add(list, pair('c_t', content[2])); }
    return list.join('&') + '&ca=1';
  }

  // A block that was shown tells of clicks on its target by itself, unless a link does.
  function hearClicks(t, block) {
    const target = contentNode(block, 'data-content-target') || block;
    if (t.heardContent.has(target) || target.matches(IGNORED)) { return; }
    t.heardContent.add(target);
    target.addEventListener('click', (event) => {
      const link = target.closest('a[href], area[href]');
      if (!(t.tracksLinks && link && linkType(t, link))) {
        t.methods.trackContentInteractionNode(event.target, 'click');
      }
    });
  }

  const isRendered = (block) => block.getClientRects().length > 0;

  function contentMethods(t) {
    const trim = (value) => (isString(value) ? value.trim() : value || '');
    const tell = (interaction, content) =>
      trackInBatch(t, requestText(t, contentParameters(interaction, content)));
    const show = (block, isShown) => {
      const key = JSON.stringify(contentOf(block));
      if (t.shownContent.has(key) || !isShown(block)) { return; }
      t.shownContent.add(key);
      tell('', contentOf(block));
      hearClicks(t, block);
    };
    const showAll = (root, isShown) => {
      if (root.matches && root.matches(BLOCKS)) { show(root, isShown); }
      each(root.querySelectorAll(BLOCKS), (block) => show(block, isShown));
    };
    const showVisible = () => showAll(document, isRendered);
    return {
      trackAllContentImpressions: () => showAll(document, () => true),
      // From the first call on it looks again and again, so that what a page view made it forget is
      // told once more: a trap for whoever calls it before the first view.
      trackVisibleContentImpressions: (onScroll, ms) => {
        if (!t.looksForContent) { t.looksForContent = setInterval(showVisible, ms || 750); }
        showVisible();
      },
      trackContentImpressionsWithinNode: (node) => {
        // Where the page has asked for what is visible, that alone.
        if (node) { showAll(node, t.looksForContent ? isRendered : () => true); }
      },
      trackContentImpression: (name, piece, target) => {
        if (trim(name)) { tell('', [trim(name), trim(piece), trim(target)]); }
      },
      trackContentInteraction: (interaction, name, piece, target) => {
        if (!trim(interaction) || !trim(name)) { return; }
        tell(trim(interaction), [trim(name), trim(piece), trim(target)]);
      },
      trackContentInteractionNode: (node, interaction) => {
        const block = node && node.closest && node.closest(BLOCKS);
        if (block) { track(t, contentParameters(trim(interaction) || 'Unknown', contentOf(block))); }
      }
    };
  }

  function requestMethods(t) {
    return {
      alwaysUseSendBeacon: () => { t.beacon = true; },
      disableAlwaysUseSendBeacon: () => { t.beacon = false; },
      setRequestMethod: (method) => {
        t.method = method || 'GET';
        if (t.method.toUpperCase() === 'GET') { t.beacon = false; }
      },
      setRequestContentType: (type) => { t.contentType = type || t.contentType; },
      getRequest: (parameters) => requestText(t, parameters),
      queueRequest: (text, isWhole) => trackInBatch(t, isWhole ? text : requestText(t, text)),
      setRequestQueueInterval: (ms) => { t.batchAfter = Math.max(1000, ms); },
      disableQueueRequest: () => { t.batching = false; },
      addPlugin: (name, plugin) => { plugins[name] = plugin; },
      appendToTrackingUrl: (parameters) => { t.appended = parameters; },
      setCustomRequestProcessing: (change) => { t.processing = change; },
      disableBrowserFeatureDetection: () => { t.features = false; },
      enableBrowserFeatureDetection: () => { t.features = true; }
    };
  }

  // -------------------------------------------------------------- trackers

  // The address and the title are read once, here: single-page navigation goes unseen.
  function newState(trackerUrl, siteId) {
    return {
      trackerUrl: trackerUrl || '', siteId: isGiven(siteId) ? siteId : '', methods: {},
      firstUrl: decoded(window.location.href), url: decoded(window.location.href),
      referrer: decoded(document.referrer),
      documentTitle: ownTitle(), customTitle: undefined, dropHash: false, tracksFiles: false,
      pageViews: 0, pageViewId: undefined, fixedPageViewId: false,
      shownContent: new Set(), heardContent: new Set(), looksForContent: 0,
      userId: '', visitorId: '', variables: { cvar: {}, e_cvar: {}, _cvar: {} },
      dimensions: {}, customData: undefined, cart: {}, view: [],
      excludedParameters: [], excludedReferrers: [], campaigns: true,
      consentRequired: false, consented: readCookie(REMOVED) === null, held: [], noTracking: false,
      cookies: true, cookiePrefix: '_pk_', cookieDomain: undefined, cookiePath: undefined,
      sameSite: 'Lax', secureCookie: false, visitorLife: THIRTEEN_MONTHS, sessionLife: HALF_HOUR,
      tracksLinks: false, pressed: null, linkTimer: 500,
      domains: [window.location.hostname],
      crossDomain: false, beacon: true, method: 'GET',
      contentType: 'application/x-www-form-urlencoded; charset=UTF-8', appended: '', processing: null,
      features: true, batching: true, batch: [], batchAfter: options.batch,
      gate: 0, hasSent: false, pending: []
    };
  }

  const AREAS = [setupMethods, pageMethods, eventMethods, commerceMethods, variableMethods,
    identityMethods, consentMethods, cookieConsentMethods, cookieMethods, linkMethods,
    contentMethods, requestMethods];

  function newTracker(trackerUrl, siteId) {
    const state = newState(trackerUrl, siteId);
    each(ACCEPTED, (name) => { state.methods[name] = () => undefined; });
    each(AREAS, (area) => {
      const methods = area(state);
      each(Object.keys(methods), (name) => { state.methods[name] = methods[name]; });
    });
    const offered = {};
    each(Object.keys(state.methods), (name) => {
      if (!includes(options.lacks, name)) { offered[name] = state.methods[name]; }
    });
    return { state: state, methods: offered };
  }

  const trackers = [];

  function addTracker(trackerUrl, siteId) {
    const tracker = newTracker(trackerUrl, siteId);
    add(trackers, tracker);
    return tracker.methods;
  }

  function asyncTracker(trackerUrl, siteId) {
    let found;
    each(trackers, (tracker) => {
      const t = tracker.state;
      const isIt = !trackerUrl || (t.trackerUrl === trackerUrl && String(t.siteId) === String(siteId));
      found = found || (isIt ? tracker.methods : undefined);
    });
    return found || addTracker(trackerUrl, siteId);
  }

  // ----------------------------------------------------------------- queue

  function call(methods, name, command) {
    if (!isString(name)) { name.apply(methods, command); return; }
    if (methods[name]) { methods[name].apply(methods, command); return; }
    // Names of plugins' methods: the real file shrugs where no such plugin is there.
    if (/\w(?:\.|::)\w/.test(name)) { return; }
    const text = 'The method \'' + name + '\' was not found in "_paq" variable.';
    complain(text);
    throw new TypeError(text);
  }

  // Takes the array it is given apart, and lets whatever goes wrong out: both are traps.
  function run(command) {
    if (trackers.length === 0) {
      complain('_paq.push() was used but the tracker was not initialized: the queue was empty at load.');
      return;
    }
    const name = command.shift();
    const count = includes(FIRST_ONLY, name) ? 1 : trackers.length;
    for (let i = 0; i < count; i += 1) { call(trackers[i].methods, name, command); }
  }

  function replayFirst(queue) {
    each(REPLAYED_FIRST, (name) => {
      let seen = 0;
      each(queue, (command, i) => {
        if (!command || command[0] !== name) { return; }
        seen += 1;
        if (seen > 1 && !includes(MAY_REPEAT, name)) {
          complain('The method ' + name + ' is registered more than once: the last one counts.');
        }
        delete queue[i];
        run(command);
      });
    });
  }

  function start() {
    const queue = window._paq;
    if (queue.length > 0) { addTracker(); }
    replayFirst(queue);
    each(queue, (command) => { if (command) { run(command); } });
    window._paq = { push: function () { each(arguments, run); } };
  }

  function readOptions() {
    const given = window.standInTracker || {};
    const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
    const address = (script && script.src) || '';
    const read = (name, standard) =>
      parameterOf(address, name) || (own(given, name) ? given[name] : standard);
    return {
      wait: Number(read('wait', 800)),
      gap: Number(read('gap', 50)),
      batch: Number(read('batch', BATCH_AFTER)),
      lacks: String(read('lacks', '')).split(',')
    };
  }

  const options = readOptions();

  window.Matomo = window.Piwik = {
    initialized: false,
    getTracker: (trackerUrl, siteId) => newTracker(trackerUrl, siteId).methods,
    getAsyncTracker: asyncTracker,
    getAsyncTrackers: () => trackers.map((tracker) => tracker.methods),
    addTracker: addTracker,
    addPlugin: (name, plugin) => { plugins[name] = plugin; }
  };

  if (typeof window._paq !== 'object') { window._paq = []; }
  // Before the queue is looked at: here plugins add themselves.
  each(window.matomoPluginAsyncInit || [], (begin) => {
    if (typeof begin === 'function') { begin(); }
  });
  each(['piwikAsyncInit', 'matomoAsyncInit'], (name) => {
    if (typeof window[name] === 'function') { /** @type {any} */ (window)[name](); }
  });
  askForHints();
  start();
  window.Matomo.initialized = true;
}(window, document, navigator));
