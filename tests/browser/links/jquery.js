// As much of jQuery 3's events as `$(form).submit()` is: it tells its own listeners, up to the window,
// and then calls the form's method, of which the browser tells nobody. The library is not among the tools.
const heard = new Map()

class JQueryEvent {
  prevented = false
  stopped = false

  constructor(type, originalEvent = undefined) {
    this.type = type
    this.originalEvent = originalEvent
  }
  isDefaultPrevented() { return this.prevented }
  isPropagationStopped() { return this.stopped }
  preventDefault() {
    this.prevented = true
    this.originalEvent?.preventDefault()
  }
  stopPropagation() {
    this.stopped = true
    this.originalEvent?.stopPropagation()
  }
}

class JQueryObject {
  jquery = '3.7.1'
  length = 1

  constructor(element) {
    this[0] = element
  }

  on(type, hear) {
    const element = this[0]
    const all = heard.get(element) ?? heard.set(element, []).get(element)
    if (!all.length) {
      element.addEventListener(type, (original) => this.tell(element, new JQueryEvent(type, original)))
    }
    all.push(hear)
    return this
  }

  one(type, hear) {
    const once = (event) => {
      heard.set(this[0], heard.get(this[0]).filter((one) => one !== once))
      return hear(event)
    }
    return this.on(type, once)
  }

  tell(element, event) {
    for (const hear of [...(heard.get(element) ?? [])]) {
      if (hear.call(element, event) === false) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
  }

  submit() {
    const event = new JQueryEvent('submit')
    for (let at = this[0]; at && !event.stopped; at = at === document ? window : at.parentNode) {
      this.tell(at, event)
    }
    if (!event.prevented && typeof this[0].submit === 'function') this[0].submit()
    return this
  }
}

window.jQuery = (element) => new JQueryObject(element)
