// The host library, our module, and an integration made with the host's own tools beside ours.
import core from '@segment/analytics.js-core'
import integration from '@segment/analytics.js-integration'
import Piwik from 'paqbridge/classic'

const Sibling = integration('Sibling')
Sibling.prototype.calls = []
for (const method of ['page', 'identify', 'track']) {
  Sibling.prototype[method] = function (facade) { this.calls.push(method + ' ' + (facade.obj.event || '')) }
}

window.modules = { Analytics: core.constructor, Sibling, module: Piwik }
