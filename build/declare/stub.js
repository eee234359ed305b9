// What a page has until the script is there. README.md shows it, dist/stub.min.js is for templates.
window.analytics = Array.isArray(window.analytics) ? analytics : [];
analytics.consent = analytics.consent || {};
("page screen pageview identify track group alias " + // these note the page of their moment
 "load ready reset on once off emit timeout debug use register deregister setAnonymousId " +
 "trackLink trackClick trackForm trackSubmit " +
 "addSourceMiddleware addDestinationMiddleware addIntegrationMiddleware " +
 "consent.give consent.remember consent.withdraw consent.set").split(" ").forEach(function (name, index) {
  var parts = name.split("."), place = parts[1] ? analytics.consent : analytics;
  place[parts.pop()] = function () {
    var call = [name].concat([].slice.call(arguments)), page = document;
    if (index < 7) call.push({ __t: "bpc", u: location.href, t: page.title, r: page.referrer, d: Date.now() });
    analytics.push(call);
    return analytics;
  };
});
