"""A submit of a tracked form is held until its event is delivered, then sends what it would have."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import HELD, PATIENCE, Shop

FORM = """<form id="form" action="/next" method="post">
  <input name="mail" value="a@shop.test" required>
  <button id="yes" name="answer" value="yes">Yes</button>
  <button id="no" name="answer" value="no">No</button>
</form>"""
TRACK = "analytics.trackForm(document.querySelector('form'), 'Answered', {place: 'top'})"
SENT = ("/next", [("mail", "a@shop.test"), ("answer", "yes")])


def goes_on(shop: Shop) -> None:
    """Press the button; see that the form is sent once, with its fields, when the event is."""
    shop.click("#yes")
    shop.later()
    shop.arrive("/next")
    assert shop.sent == [SENT]


def test_it_is_held_and_goes_on(shop: Shop) -> None:
    """The form is not sent before the event is, and then once, with the button's value."""
    shop.open(FORM, TRACK)
    shop.click("#yes")
    shop.later(HELD - 1)
    assert (shop.notes(), shop.sent) == ([], [])
    shop.later(1)
    shop.arrive("/next")
    assert shop.sent == [SENT]
    assert shop.events(1) == ["Answered"]


def test_the_other_button(shop: Shop) -> None:
    """The value is that of the button which was pressed."""
    shop.open(FORM, TRACK)
    shop.click("#no")
    shop.later()
    shop.arrive("/next")
    assert shop.sent[0][1][1] == ("answer", "no")


def test_the_enter_key(shop: Shop) -> None:
    """Enter in a field presses the first button, as ever."""
    shop.open(FORM, TRACK)
    shop.page.press("input", "Enter")
    shop.later()
    shop.arrive("/next")
    assert shop.sent == [SENT]


@pytest.mark.parametrize(
    ("button", "target", "is_called"),
    [
        ("<button>", "_self", True),
        ("<button>", "_blank", True),
        ('<button name="answer">', "_self", False),
    ],
)
def test_a_submit_of_the_page(button: str, target: str, is_called: bool, shop: Shop) -> None:
    """A function that a page has put over its form's is called, as by both of Segment's libraries,
    but where a button's value would be lost."""
    form = f'<form target="{target}" action="/next" method="post">{button}Go</button></form>'
    shop.open(form, f"{TRACK}; document.forms[0].submit = () => note(1)")
    shop.click("button")
    shop.later()
    if is_called:
        shop.stays()
        assert (shop.notes(), shop.sent) == ([1], [])
    else:
        shop.arrive("/next")
        assert shop.sent == [("/next", [("answer", "")])]


@pytest.mark.parametrize("other", ["trackForm", "trackSubmit"])
def test_two_trackers_on_one_form(other: str, shop: Shop) -> None:
    """Two events, one submit."""
    shop.open(FORM, f"{TRACK}; {TRACK.replace('trackForm', other).replace('Answered', 'Seen')}")
    goes_on(shop)
    assert shop.events(2) == ["Answered", "Seen"]


def test_the_page_sees_one_submit(shop: Shop) -> None:
    """Neither a listener nor an attribute of the page's hears of the second."""
    code = f"""document.addEventListener('submit', () => note('early'), true); {TRACK}
      form.addEventListener('submit', () => note('own')); form.onsubmit = () => {{ note('attribute') }}
      addEventListener('submit', () => note('late'))"""
    shop.open(FORM, code)
    shop.click("#yes")
    shop.later()
    shop.arrive("/next")
    notes = shop.visit.run("JSON.parse(sessionStorage.notes)")
    assert notes == ["early", "own", "attribute", "late", "to /next"]


def test_an_invalid_form(shop: Shop) -> None:
    """The browser does not submit it, and nothing is tracked."""
    shop.open(FORM, TRACK)
    shop.page.fill("input", "")
    shop.click("#yes")
    shop.stays()
    assert shop.events(0) == []


def test_emptied_by_the_page(shop: Shop) -> None:
    """What the page does to the fields meanwhile does not keep the form from being sent."""
    shop.open(FORM, f"{TRACK}; form.addEventListener('submit', () => {{ form.mail.value = '' }})")
    shop.click("#yes")
    shop.later()
    shop.arrive("/next")
    assert shop.sent == [("/next", [("mail", ""), ("answer", "yes")])]


def test_checks_stay_on(shop: Shop) -> None:
    """A form that stays on the page, since its answer is a download, is checked as before."""
    shop.open(FORM, TRACK)
    shop.visit.site.answers["next"] = lambda: shop.take(204)
    shop.click("#yes")
    with shop.page.expect_response("**/next"):
        shop.later()
    assert shop.visit.run("form.noValidate") is False
    shop.page.fill("input", "")
    shop.click("#yes")
    shop.later()
    assert len(shop.sent) == 1


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("place", ["form", "document", "window"])
def test_prevented(when: str, place: str, shop: Shop) -> None:
    """A page that sends the form itself goes on doing so; the event is tracked."""
    prevent = f"{place}.addEventListener('submit', (e) => {{ e.preventDefault(); note('page') }})"
    shop.open(FORM, f"{prevent}; {TRACK}" if when == "before" else f"{TRACK}; {prevent}")
    shop.click("#yes")
    shop.stays()
    assert (shop.notes(), shop.sent) == (["page"], [])
    assert shop.events(1) == ["Answered"]


@pytest.mark.parametrize(
    "name",
    [
        "submit",
        "requestSubmit",
        "action",
        "target",
        "method",
        "getAttribute",
        "matches",
        "addEventListener",
        "ownerDocument",
        "nodeType",
        "setAttribute",
    ],
)
def test_a_field_of_that_name(name: str, shop: Shop) -> None:
    """Whatever a field is called, the form is tracked and sent."""
    shop.open(FORM.replace("mail", name), TRACK)
    shop.run("yes.click()")  # Playwright's own click stumbles over some of these names
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")
    assert shop.sent == [("/next", [(name, "a@shop.test"), ("answer", "yes")])]
    assert shop.events(1) == ["Answered"]


@pytest.mark.parametrize(
    "body",
    [
        FORM.replace("<form", '<form target="_blank"'),
        FORM.replace("<button", '<button formtarget="other"'),
        '<base target="_blank">' + FORM,
    ],
    ids=["form", "button", "base"],
)
def test_another_window(body: str, shop: Shop) -> None:
    """The browser opens it at once, and this page stays; the submit is tracked."""
    shop.open(body, TRACK)
    with shop.page.context.expect_page() as opened:
        shop.click("#yes")
    opened.value.wait_for_url("**/next")
    shop.stays()
    assert shop.events(1) == ["Answered"]


def test_a_dialog(shop: Shop) -> None:
    """A form that closes its dialog closes it at once."""
    body = '<dialog open><form method="dialog"><button id="yes">Yes</button></form></dialog>'
    shop.open(body, TRACK)
    shop.click("#yes")
    assert shop.visit.run("document.querySelector('dialog').open") is False
    assert shop.events(1) == ["Answered"]


def test_an_event_of_a_script(shop: Shop) -> None:
    """A submit event that a script makes submits nothing, and does not with us."""
    shop.open(FORM, TRACK)
    shop.run("form.dispatchEvent(new Event('submit', {cancelable: true, bubbles: true}))")
    shop.stays()
    assert shop.sent == []


def test_a_button_that_is_disabled(shop: Shop) -> None:
    """A page that disables the button against a second press does not lose its value."""
    disable = "form.onsubmit = () => { setTimeout(() => { yes.disabled = true }) }"
    shop.open(FORM, f"{disable}; {TRACK}")
    shop.visit.site.answers["next"] = lambda: shop.take(204)
    shop.click("#yes")
    with shop.page.expect_response("**/next"):
        shop.later()
    assert shop.sent == [SENT]
    assert shop.visit.run("yes.disabled")


def test_a_button_that_is_disabled_at_once(shop: Shop) -> None:
    """Of one that is disabled by the end of the submit browsers send no value, where it leads they do."""
    form = FORM.replace('name="answer"', 'name="answer" formaction="/next?there"')
    shop.open(form, f"form.onsubmit = () => {{ yes.disabled = true }}; {TRACK}")
    shop.click("#yes")
    shop.later()
    shop.arrive("/next?there")
    assert shop.sent == [("/next?there", SENT[1][:-1])]


def test_a_button_that_is_gone(shop: Shop) -> None:
    """A page that takes the button away meanwhile does not keep the form from being sent."""
    shop.open(FORM, TRACK)
    shop.click("#yes")
    shop.run("yes.remove()")
    shop.later()
    shop.arrive("/next")
    assert shop.sent == [SENT]


@pytest.mark.parametrize(
    "later",
    [
        "form.mail.disabled = true",
        "form.reset(); form.mail.value = ''",
        "for (const field of [...form.elements]) field.disabled = true",
        "form.innerHTML = '<p>Sending</p>'",
        "form.remove()",
        "form.remove(); form.innerHTML = ''",
    ],
)
def test_what_becomes_of_the_fields(later: str, shop: Shop) -> None:
    """What the page does when a browser would have read the fields takes nothing from them."""
    shop.open(FORM, f"{TRACK}; form.onsubmit = () => {{ setTimeout(() => {{ {later} }}) }}")
    goes_on(shop)


def test_it_is_as_the_page_has_left_it(shop: Shop) -> None:
    """Of a form that stays nothing is changed, and what is filled in next is what is sent next."""
    shop.open(FORM, TRACK)
    shop.visit.site.answers["next"] = lambda: shop.take(204)
    shop.click("#yes")
    for mail in ("b@shop.test", "c@shop.test"):
        shop.run(f"form.mail.value = '{mail}'")
        with shop.page.expect_response("**/next"):
            shop.later()
        shop.click("#yes")
    assert [fields[0][1] for _, fields in shop.sent] == ["a@shop.test", "b@shop.test"]
    assert shop.visit.run("[...new FormData(form)].join()") == "mail,c@shop.test"


def test_a_form_that_the_page_takes_away(shop: Shop) -> None:
    """It is there for as long as it takes to send it."""
    shop.open(FORM, f"{TRACK}; var gone = form")
    shop.visit.site.answers["next"] = lambda: shop.take(204)
    shop.click("#yes")
    shop.run("gone.remove()")
    with shop.page.expect_response("**/next"):
        shop.later()
    assert shop.sent == [SENT]
    assert shop.visit.run("gone.isConnected") is False


def test_a_form_that_no_browser_would_send(shop: Shop) -> None:
    """One that is taken away while its submit is heard of is not sent, as without us."""
    shop.open(FORM, f"{TRACK}; form.onsubmit = () => {{ form.remove() }}")
    shop.visit.expect("Form submission canceled")
    shop.click("#yes")
    shop.stays()
    assert shop.sent == []
    assert shop.events(1) == ["Answered"]


def test_a_browser_without_request_submit(shop: Shop) -> None:
    """Where nobody can submit as a button does, the browser does it, at once."""
    shop.open(FORM, f"delete HTMLFormElement.prototype.requestSubmit; {TRACK}")
    shop.click("#yes")
    shop.arrive("/next")
    assert shop.sent == [SENT]
    assert shop.events(1) == ["Answered"]


def test_the_form_in_what_is_tracked(shop: Shop) -> None:
    """What the form stands in may be tracked."""
    shop.open(f'<div id="box">{FORM}</div>', "analytics.trackForm(box, 'Answered')")
    goes_on(shop)


def test_no_timer_of_the_calls(shop: Shop) -> None:
    """Where no callback comes the form is sent nevertheless, after a second."""
    lose = f"const plain = setTimeout; setTimeout = (f, ms) => ms === {HELD} ? 0 : plain(f, ms)"
    shop.open(FORM, f"{TRACK}; {lose}")
    shop.click("#yes")
    shop.later(PATIENCE - 1)
    assert shop.notes() == []
    shop.later(1)
    shop.arrive("/next")
    assert shop.sent == [SENT]
