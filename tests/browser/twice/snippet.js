// The snippet of the README.
window.analytics = window.analytics || [];
["load", "page", "identify", "track", "reset", "ready"].forEach(function (method) {
  analytics[method] = function () {
    analytics.push([method].concat([].slice.call(arguments)));
  };
});
analytics.mine = 5;
analytics.load({ siteId: 1, serverUrl: location.origin });
