window.analytics = { mine: 5, calls: [], track: function (name) { this.calls.push(name); } };
