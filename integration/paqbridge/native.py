r"""The one place where Python and JavaScript differ.

``@js`` puts the browser's body above the body that CPython runs; ``js_value`` does the same for a
constant.  Built-ins are taken once, when the script starts, so that a page which replaces them
later changes nothing here.  Everything that reads page data answers ``None`` where a getter or a
Proxy throws: one bad property costs that property only.

In this order: page data, texts and numbers, JSON and URLs, lists and dicts of ours, functions and
promises, objects that a host keeps.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard, TypeVar, cast

from paqbridge.flags import DATES
from paqbridge.native_support import (
    BLANKS,
    MONEY_FORM,
    PLAIN_FORM,
    SIGNS,
    BrokenPromise,
    Lazy,
    amount_of,
    arity,
    concatenated,
    decoded_component,
    decoded_uri,
    full_url,
    is_index,
    is_swallowing,
    iso_text,
    js,
    js_text,
    js_value,
    number_of,
    ordered,
    whole_part,
)

if TYPE_CHECKING:
    from paqbridge.types.hosts import Notes
    from paqbridge.types.page import Action, Guarded, Untrusted
    from paqbridge.types.source import Answered

    S = TypeVar("S")
    T = TypeVar("T")
    Pattern: TypeAlias = re.Pattern[str]

HAS_OWN: Any = js_value("Object.hasOwn || Object.getOwnPropertyDescriptor", None)
NULL: Any = js_value("null", None)
SURROGATE: Any = js_value(r"/[\ud800-\udfff]/", None)
LONE_SURROGATE: Any = js_value(r"/[\ud800-\udfff]/gu", re.compile("[\ud800-\udfff]"))
NOT_IN_NAMES: Any = js_value(r"/[\s\p{P}$+<=>^`|~]+/gu", None)
NOT_IN_PROPERTY_NAMES: Any = js_value(r"/[^a-z0-9.]+/gi", re.compile("[^a-zA-Z0-9.]+"))
CURRENCIES: Any = js_value(
    r"/\s?(?!MI|MRD|\s?\xa2$|[BLT]\s|[KM]+\s?\p{Sc})(?:[A-Z]{0,3}\s?\p{Sc}[A-Z]{0,3}|[A-Z]{3}"
    r"|(?:lei|kr|Fr|Ft|Kč|\u0440\u0443\u0431|zł|R[sp]?)\.?)\s?/gu",
    None,
)
MONEY: Any = js_value(
    r"/^([-+]?)R?([-+]?)([1-9]\d{0,2}([,.\s'\u2019])(?:\d{2,3}\4)*\d{3}|\d*)"
    r"(?:(?!\4\d)[.,](\d*|-+))?R?$/",
    MONEY_FORM,
)
PLAIN: Any = js_value(r"/^[-+]?\d*\.?\d*$/", PLAIN_FORM)
OTHER_DIGITS: Any = js_value(r"/(?=[\u0660-\u1049])\p{Nd}/gu", re.compile("(?=[\u0660-\u1049])\\d"))
IN_THOUSANDTHS: Any = js_value(
    r"/^(?=(?:.*\P{L})?(?:BHD|JOD|KWD|LYD|OMR|TND|DT|[BJK]D"
    r"|\u062f\.[\u0623\u0628\u062a\u0643\u0644]|\u0631\.\u0639))(\D*\d+[.,]\d{3})(?!.*\d)/u",
    re.compile(
        r"^(?=(?:.*[\W\d_])?(?:BHD|JOD|KWD|LYD|OMR|TND|DT|[BJK]D"
        r"|\u062f\.[\u0623\u0628\u062a\u0643\u0644]|\u0631\.\u0639))"
        r"([^0-9]*[0-9]+[.,][0-9]{3})(?!.*[0-9])"
    ),
)
SHORTENED: Any = js_value(
    r"/\d\s?(?:(?:[BT]N?|CR|L|M[DN])(?=\s?\p{Sc})|B(?:I[LNO]|LN)|LAC|M(?:L|KR|D[DPRS])"
    r"|T(?:IS|YS|SD|KR))/u",
    re.compile(
        rf"[0-9][{BLANKS}]?(?:(?:[BT]N?|CR|L|M[DN])(?=[{BLANKS}]?[{SIGNS}])|B(?:I[LNO]|LN)|LAC"
        r"|M(?:L|KR|D[DPRS])|T(?:IS|YS|SD|KR))"
    ),
)
RARER: Any = js_value(
    r"/(^|\P{L})(?:TL|RM|SR|LE|[KTU][Ss]h|Tk|[BS]\/|B[rs]|Gs|Kz|D[AHT]|[Dd]hs?|[BJK]D|F\s?CFA|SFr|Php"
    r"|VN\u0110|\$\s(?:US|CAD?)|[Ee]uro|Kr|Lei|zl|Kc|din|\u0111|\u0434\u0438\u043d|\u043b\u0432"
    r"|\u0433\u0440\u043d|\u0440|[\u5143\u5186\uc6d0]"
    r"|[\u0623\u062c\u062f\u0631\u0644]\.[\u0621-\u064a])\.?(?!\p{L})/u",
    re.compile(
        r"(^|[\W\d_])(?:TL|RM|SR|LE|[KTU][Ss]h|Tk|[BS]/|B[rs]|Gs|Kz|D[AHT]|[Dd]hs?|[BJK]D|F\s?CFA|SFr|Php"
        r"|VN\u0110|\$\s(?:US|CAD?)|[Ee]uro|Kr|Lei|zl|Kc|din|\u0111|\u0434\u0438\u043d|\u043b\u0432"
        r"|\u0433\u0440\u043d|\u0440|[\u5143\u5186\uc6d0]"
        r"|[\u0623\u062c\u062f\u0631\u0644]\.[\u0621-\u064a])\.?(?![^\W\d_])"
    ),
)


# Page data, which may throw when it is looked at.


@js(
    """
    try {
      if (data != null && HAS_OWN(data, key)) {
        var value = data[key]
        return DATES && value instanceof Date ? date_text(value) : value
      }
    } catch (e) {}
    """
)
def read(data: Untrusted, key: Untrusted) -> Untrusted:
    """Return an own property of untrusted ``data``, or None where there is none to be had.

    In a build for hosts that turn texts of ISO form into dates, a date is its text again.
    """
    if isinstance(data, list):
        index = int(key) if isinstance(key, str) and is_index(key) else len(data)
        return data[index] if index < len(data) else None
    value = data.get(key) if isinstance(data, dict) else None
    return date_text(value) if DATES and isinstance(value, datetime) else value


@js("try { return data != null && !!HAS_OWN(data, key) } catch (e) { return false }")
def has_own(data: Untrusted, key: str) -> bool:
    """Tell whether ``data`` has a property of its own, whatever its value."""
    return isinstance(data, dict) and key in data


@js("data = read(data, key); return data === null || data === ''")
def is_emptied(data: Untrusted, key: str) -> bool:
    """Tell whether ``data`` says itself that there is nothing: null, or an empty text.

    What is undefined is not said; CPython has one word for both.
    """
    return has_own(data, key) and read(data, key) in (None, "")


@js("delete data[key]")
def drop(data: dict[str, Any], key: str) -> None:
    """Take an entry out of a dict of ours."""
    data.pop(key, None)


@js("return value.toISOString().replace('T00:00:00.000Z', '')")
def date_text(value: datetime) -> str:
    """Return the ISO text of a date (a datetime on CPython), midnight as the day alone."""
    return iso_text(value).replace("T00:00:00.000Z", "")


@js("try { return is_dict(value) && value.toJSON ? value.toJSON() : value } catch (e) {}")
def in_json(value: Untrusted) -> Untrusted:
    """Return what an object says that it is in JSON, as dates, URLs and the decimals of libraries
    do; all else stays what it is."""
    return iso_text(value) if isinstance(value, datetime) else value


@js("try { if (data && typeof data == 'object') return Object.keys(data) } catch (e) {} return []")
def keys(data: Untrusted) -> list[str]:
    """Return the own keys of ``data`` in object order: whole numbers first, then as written."""
    if isinstance(data, list):
        return [str(index) for index in range(len(data))]
    if not isinstance(data, dict):
        return []
    numbers = sorted((key for key in data if is_index(key)), key=int)
    return numbers + [key for key in data if not is_index(key)]


@js("items[items.length] = item")
def append(items: list[T], item: T) -> None:
    """Put an item at the end; a page may have replaced ``push``."""
    items.append(item)


@js("for (var i = 0; i < items.length; i++) visit(items[i], i)")
def loop(items: list[T], visit: Callable[[T, int], object]) -> None:
    """Call ``visit`` with each item; ``for`` is lowered to this where nothing leaves the loop."""
    for index, item in enumerate(items):
        visit(item, index)


@js("for (var i = 0; i < items.length; i++) if (test(items[i])) return true\nreturn false")
def some(items: list[T], test: Callable[[T], object]) -> bool:
    """Tell whether an item passes; ``any`` and ``all`` are lowered to this."""
    return any(test(item) for item in items)


@js(
    """
    var found = []
    loop(items, item => { if (test(item)) append(found, item) })
    return found
    """
)
def chosen(items: list[T], test: Callable[[T], object]) -> list[T]:
    """Return the items that pass; ``[x for x in xs if test]`` is lowered to this."""
    return [item for item in items if test(item)]


@js(
    """
    var found = []
    loop(items, item => { append(found, made(item)) })
    return found
    """
)
def mapped(items: list[T], made: Callable[[T], S]) -> list[S]:
    """Return what is made of each item; ``[made(x) for x in xs]`` is lowered to this."""
    return [made(item) for item in items]


@js(
    """
    var names = keys(data)
    for (var i = 0; i < names.length && i < 1e4; i++) visit(read(data, names[i]), names[i])
    """
)
def each(data: Untrusted, visit: Callable[[Untrusted, str], object]) -> None:
    """Call ``visit`` with the value and the key of each own property of untrusted ``data``.

    Of an object with more than 10,000 properties the first 10,000: a page must not stall.
    """
    for key in keys(data)[:10000]:
        visit(read(data, key), key)


@js("each(data, (value, key) => visit(value, property_name(key)))")
def each_named(data: Untrusted, visit: Callable[[Untrusted, str], object]) -> None:
    """Call ``visit`` with the value and the folded name of each own property of ``data``."""
    each(data, lambda value, key: visit(value, property_name(key)))


@js(
    """
    var found = {}
    each_named(data, (value, name) => { if (read(found, name) == null) found[name] = value })
    return found
    """
)
def by_name(data: Untrusted) -> dict[str, Untrusted]:
    """Return the own properties of ``data`` by folded name; the first with a value counts."""
    found: dict[str, Untrusted] = {}

    def take(value: Untrusted, name: str) -> None:
        if found.get(name) is None:
            found[name] = value

    each_named(data, take)
    return found


@js("try { return Array.isArray(value) } catch (e) {}")
def is_list(value: Untrusted) -> TypeGuard[list[Untrusted]]:
    """Tell whether ``value`` is a list; None where nobody can tell: of a revoked Proxy."""
    return isinstance(value, list)


@js("return value && typeof value == 'object' && is_list(value) === false")
def is_dict(value: Untrusted) -> TypeGuard[dict[str, Untrusted]]:
    """Tell whether ``value`` is an object that is no list."""
    return isinstance(value, dict)


@js("return typeof value")
def type_name(value: Untrusted) -> str:
    """Return JavaScript's name for the type of ``value``."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if callable(value):
        return "function"
    return "string" if isinstance(value, str) else "undefined" if value is None else "object"


@js(
    """
    for (var i = 0; i < kinds.length;)
      if (kinds[i].indexOf((typeof command[++i])[0]) < 0) return false
    return command.length <= i + 1
    """
)
def has_kinds(command: list[Any], kinds: Sequence[str]) -> bool:
    """Tell whether each argument of a command is of a kind that ``kinds`` has at its place.

    A kind is the first letter of a type; what is left out is undefined.
    """
    found = [type_name(argument)[0] for argument in command[1:]]
    pairs = zip_longest(kinds, found, fillvalue="u")
    return len(found) <= len(kinds) and all(one in allowed for allowed, one in pairs)


# Texts and numbers.


@js(
    """
    if (text.length * 6 > limit) {
      for (var size = 0, end = 0; end < text.length; end += part.length) {
        var part = text.slice(end, end + (text.codePointAt(end) > 65535 ? 2 : 1))
        var weight = in_bytes ? encodeURIComponent(part).length : 1
        size += /[&<>"']/.test(part) ? 6 : weight > 3 ? weight / 3 : part.length
        if (size > limit) return text.slice(0, end)
      }
    }
    return text
    """
)
def fitting(text: str, limit: int, in_bytes: bool) -> str:
    """Return as much of a text without lone surrogates as fits once Matomo has escaped it.

    Its server makes up to six characters of one that is special in HTML, before it looks at the
    length: in bytes of UTF-8, or in UTF-16 units.
    """
    size = 0
    for index, part in enumerate(text):
        units = len(part.encode()) if in_bytes else 1 + (part > "\uffff")
        size += 6 if part in "&<>\"'" else units
        if size > limit:
            return text[:index]
    return text


@js("return text.trim()")
def trimmed(text: str) -> str:
    """Remove blanks at both ends, by ECMAScript's idea of a blank."""
    return text.strip(BLANKS)


@js(
    r"""
    var type = typeof value
    if (type == 'string' || type == 'boolean' || (type == 'number' && isFinite(value))) {
      value += ''
      if (value.length > limit) value = value.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
      // The first look is much faster, and enough for almost every text.
      return SURROGATE.test(value) ? value.replace(LONE_SURROGATE, '\ufffd') : value
    }
    """
)
def any_text(value: Untrusted, limit: int) -> str | None:
    """Write a text, a boolean or a finite number as JavaScript does; None for anything else.

    Cut to ``limit`` UTF-16 units without splitting a pair; lone surrogates become U+FFFD.
    """
    if not isinstance(value, str | int | float):
        return None
    if not isinstance(value, str) and not math.isfinite(value):
        return None
    units = js_text(value).encode("utf-16-le", "surrogatepass")
    cut = units[: 2 * limit].decode("utf-16-le", "surrogatepass")
    if len(units) > 2 * limit and "\ud800" <= cut[-1:] <= "\udbff":
        cut = cut[:-1]
    return str(LONE_SURROGATE.sub("\ufffd", cut))


@js("value = any_text(value, limit); return value && value.trim() ? value : undefined")
def text(value: Untrusted, limit: int) -> str | None:
    """Return the text for a slot, numbers and booleans written out; None where it is blank.

    None too for every other kind of value.
    """
    written = any_text(value, limit)
    return written if written and trimmed(written) else None


@js(
    r"""
    if (typeof value == 'string') {
      value = value.trim()
      value = parseFloat(PLAIN.test(value) ? value
        : (value = MONEY.exec(value.replace(CURRENCIES, 'R')))
          && value[1] + value[2] + value[3].replace(/\D/g, '') + '.' + value[5])
    }
    if (typeof value == 'number' && isFinite(value)) return value + 0
    """
)
def number(value: Untrusted) -> int | float | None:
    """Return a finite number, or None; text counts as people of any country write money.

    Of two kinds of separators the last is the decimal one; a kind that stands more than once
    groups. One comma groups as well where it stands before exactly three digits and behind one to
    three that do not begin with 0; so does one point, but only beside a currency. Any three
    capitals count as one, but for MIN, MIO and the like: the list of codes would take 300 bytes.
    Neither does a K or M before a sign: "1,2K €" are thousands.
    """
    if isinstance(value, str):
        value = amount_of(trimmed(value))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value + 0 if math.isfinite(value) else None


@js(
    r"""
    return text.replace(/&(?:#(x[\da-f]{1,5}|\d{1,5})|(nbsp)|euro|pound|yen);/g, (_, code, blank) =>
        code ? String.fromCharCode(code.replace('x', '0x')) : blank ? ' ' : '\xa4')
      .replace(/[\uff04-\uff3a]/g, (sign) => sign.normalize('NFKC'))
      .replace(/[\p{Cf}\u066c]/gu, '')
      .replace(OTHER_DIGITS, (digit) => {
        var code = digit.charCodeAt()
        return code - (code > 2303 && code < 3584 ? 6 : 0) & 15
      })
      .replace(/\u066b(\d+)/, '.$1000')
      .replace(/[\p{Pd}\u2212]/gu, '-').replace(/[\u2018\u02bc`\xb4]/g, "'")
      .replace(/\((.+)\)|^(.*[.,]\d\d)-(\D*)$/, '-$1$2$3').replace(/[/:]-$/, '\xa4')
      .replace(IN_THOUSANDTHS, '$1000').replace(SHORTENED, '?')
      .replace(RARER, '$1\xa4')
    """
)
def figures(text: str) -> str:
    """Return an amount of money that ``number`` does not know in signs that it knows.

    Entities, as WooCommerce writes currencies and Django apostrophes; signs in full width; digits
    of Arabic, Persian, Indian, Thai and Burmese texts, and Arabic separators, of which the decimal
    one never groups; minus signs and dashes; the negatives of bookkeepers, in brackets or with the
    sign behind the cents; other apostrophes; rarer short forms of currencies. Marks of direction
    go. Of a dinar or a rial with a thousand parts three decimals are no group; with a short word
    for thousands, lakhs or billions it is no amount. What is none of that stays. (Found by all
    locales and currencies of ``Intl.NumberFormat``.)
    """

    def sign_of(one: re.Match[str]) -> str:
        code = one[1]
        if code is None:
            return " " if one[2] else "\xa4"
        return chr(int(code.strip("x"), 16 if code.startswith("x") else 10) % 0x10000)

    entity = re.compile("&(?:#(x[0-9a-f]{1,5}|[0-9]{1,5})|(nbsp)|euro|pound|yen);")
    text = entity.sub(sign_of, text)
    text = re.sub("[\uff04-\uff3a]", lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    text = "".join(one for one in text if unicodedata.category(one) != "Cf" and one != "\u066c")
    text = OTHER_DIGITS.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    text = re.sub("\u066b([0-9]+)", ".\\g<1>000", text, count=1)
    dashes = [one for one in text if one == "\u2212" or unicodedata.category(one) == "Pd"]
    for dash in dashes:
        text = text.replace(dash, "-")
    text = re.sub("[\u2018\u02bc`\xb4]", "'", text)
    negative = re.compile(r"\((.+)\)|^(.*[.,][0-9]{2})-([^0-9]*)$")
    text = negative.sub(lambda found: f"-{found[1] or found[2] + found[3]}", text, count=1)
    text = re.sub("[/:]-$", "\xa4", text)
    text = IN_THOUSANDTHS.sub("\\g<1>000", text, count=1)
    text = SHORTENED.sub("?", text, count=1)
    return str(RARER.sub("\\1\xa4", text, count=1))


@js("return +digits")
def whole(digits: str) -> int:
    """Return the number that digits stand for."""
    return int(digits)


@js("return Math.floor(value)")
def floored(value: float) -> int:
    """Return the whole number at or below a number; what is none stays so."""
    return math.floor(value) if math.isfinite(value) else cast("int", value)


@js("return Math.round(value)")
def rounded_whole(value: float) -> int:
    """Return the nearest whole number, halves up."""
    return math.floor(value + 0.5)


@js("try { value = +new Date(value ?? NaN) } catch (e) {} return value >= 0 ? value : undefined")
def milliseconds(value: Untrusted) -> float | None:
    """Return the time that a date, its ISO text or a number stands for; None where it is none.

    In milliseconds since 1970.
    """
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value.timestamp() * 1000
    return number(value)


@js("try { return value && JSON.parse(JSON.stringify(value)) } catch (e) { return value }")
def snapshot(value: Untrusted) -> Untrusted:
    """Return a copy, so that what a page changes later is not seen; what is no JSON is not copied.

    A date becomes its text, and so does what a page says that it is in JSON. Nothing is not tried,
    since what throws takes its time.
    """
    try:
        return json.loads(json.dumps(value, default=lambda one: iso_text(one)))
    except (TypeError, ValueError, RecursionError, AttributeError):
        return value


@js("return Math.round(value * 100) / 100")
def rounded(value: float) -> float:
    """Round to two decimals, halves up."""
    return math.floor(value * 100 + 0.5) / 100


@js("return name.toLowerCase().replace(NOT_IN_NAMES, '') || name")
def folded(name: str) -> str:
    """Fold the case styles of one event name into one; a name of nothing but marks stays."""
    kept = (c for c in name.lower() if c not in BLANKS + "$+<=>^`|~")
    return "".join(c for c in kept if unicodedata.category(c)[0] not in "PZ") or name


@js("return name.replace(NOT_IN_PROPERTY_NAMES, '').toLowerCase()")
def property_name(name: str) -> str:
    """Fold the name of a property: ``Event Value`` and ``event_value`` are ``eventvalue``."""
    return str(NOT_IN_PROPERTY_NAMES.sub("", name)).lower()


@js("return new RegExp('^(?:' + source + ')$', 'i')")
def pattern(source: str) -> Pattern:
    """Compile a pattern for whole texts; use only syntax that both languages share."""
    return re.compile(source, re.IGNORECASE | re.ASCII)


@js("return (compiled.exec(any_text(value, 2001) || '') || '')[1]")
def captured(compiled: Pattern, value: Untrusted) -> str | None:
    """Return the first group where a text, a boolean or a finite number has the form, else None."""
    text = any_text(value, 2001)
    found = compiled.fullmatch(text) if text else None
    return found[1] if found else None


# Other notations: JSON and URLs.


@js("try { return text && JSON.parse(text) } catch (e) {}")
def parsed(text: Untrusted) -> Untrusted:
    """Read JSON; None or nothing where it is none.

    Nothing is not tried: what throws has the browser read the whole script once more, to say where.
    """
    try:
        return json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None


@js(r"return /[[{]/.test(text)")
def is_table(text: Untrusted) -> bool:
    """Tell whether a text may be an object or a list in JSON: it is tried only then."""
    return isinstance(text, str) and ("[" in text or "{" in text)


@js("return JSON.stringify(value)")
def json_text(value: Untrusted) -> str:
    """Write a value as JSON."""
    return json.dumps(ordered(value), separators=(",", ":"), ensure_ascii=False)


@js(r"""return fields.replace(/[\0-\x1f"\\]/g, encodeURIComponent)""")
def within_quotes(fields: str) -> str:
    """Write the fields of a URL so that they can stand in a text of JSON as they are."""
    from urllib.parse import quote

    return re.sub(r'[\0-\x1f"\\]', lambda sign: quote(sign[0]), fields)


@js("return encodeURIComponent(text)")
def url_encoded(text: str) -> str:
    """Escape a text for a cookie."""
    from urllib.parse import quote

    return quote(text, safe="!'()*-._~")


@js(
    """
    var found = ('; ' + cookies).split('; ' + name + '=')[1]
    if (found != null) {
      found = found.split(';')[0]
      try { return decodeURIComponent(found) } catch (e) { return found }
    }
    """
)
def cookie_in(cookies: str, name: str) -> str | None:
    """Find one cookie in the text that a document has of them; one that is badly escaped stays as
    it is."""
    from urllib.parse import unquote

    parts = ("; " + cookies).split("; " + name + "=")
    return unquote(parts[1].split(";")[0]) if len(parts) > 1 else None


@js("try { return new URL(address, base).href } catch (e) {}")
def resolved(address: str, base: str) -> str | None:
    """Return the full URL that a page at ``base`` means, None where it is none.

    Scheme and host are in lower case then, and a scheme's own port is left out.
    """
    return full_url(address, base)


@js(
    """
    // Most calls have none, and to throw would cost them more than all the rest.
    if (typeof url == 'string') try {
      url = url.replace(/^(\\w+:\\/\\/)[^/?#]*@/, '$1')
      var written = url.replace(/[^\\0-\\x7f]+/g, encodeURIComponent)
      return fitting(written, limit, true) == written ? decodeURI(written) : written
    } catch (e) {}
    return url
    """
)
def readable_url(url: str | None, limit: int) -> str | None:
    """Undo the escapes of letters in a URL, not those of its own signs, such as ``%26``.

    One that takes more than ``limit`` characters with all its escapes, those of HTML as well, has
    them all: where Matomo cuts it, it cuts no letter, and its campaign is read from the whole.
    A user and a password, which nobody but their server is to read, go.
    """
    if not isinstance(url, str):
        return url
    url = re.sub(r"^(\w+://)[^/?#]*@", r"\1", url)
    written = re.sub("[^\\0-\\x7f]+", lambda letters: url_encoded(letters[0]), url)
    is_short = fitting(written, limit, True) == written
    return decoded_uri(written) or url if is_short else written


@js("try { address && new URL(address).searchParams.forEach(visit) } catch (e) {}")
def each_in_query(address: str | None, visit: Callable[[Untrusted, str], object]) -> None:
    """Call ``visit`` with each value of a URL's query and its name.

    An empty address, as each script has that is written into the page, is not tried as a URL: an
    error, though it is caught, has Chromium read the whole of our script once more.
    """
    from urllib.parse import parse_qsl, urlsplit

    for name, value in parse_qsl(urlsplit(address or "").query, keep_blank_values=True):
        visit(value, name)


@js(
    """
    value += ''
    return SURROGATE.test(value) ? value.replace(LONE_SURROGATE, '\\ufffd') : value
    """
)
def written(value: Untrusted) -> str:
    """Write any value as JavaScript's concatenation does; lone surrogates become U+FFFD.

    CPython, which has one word for both, writes null as undefined.
    """
    return str(LONE_SURROGATE.sub("\ufffd", concatenated(value)))


@js("return !!value")
def is_true(value: Untrusted) -> bool:
    """Tell whether JavaScript takes any value for true."""
    if isinstance(value, list | dict):
        return True
    return not not value and not (isinstance(value, float) and math.isnan(value))


@js("return /^(nu|st)/.test(typeof value) && value !== ''")
def is_filled(value: Untrusted) -> bool:
    """Tell a number, or a text that is not empty; blanks count."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number or (isinstance(value, str) and value != "")


@js("return value !== undefined")
def is_given(value: Untrusted) -> bool:
    """Tell a value from none; null is one, which only JavaScript has."""
    return value is not None


@js("try { return decodeURIComponent(text) } catch (e) { return unescape(text) }")
def unescaped(text: str) -> str:
    """Undo escapes, of UTF-8 or, where they are none of that, of Latin-1."""
    return decoded_component(text)


@js("return (new RegExp(source).exec(text) || ['', ''])[1]")
def captured_in(source: str, text: str) -> str:
    """Return the first group of a pattern's first match; empty where there is none."""
    found = re.search(source, text)
    return found[1] if found else ""


@js("return new RegExp(source, 'i').test(text)")
def fits_in(source: str, text: str) -> bool:
    """Tell whether a pattern fits a part of a text; use only syntax that both languages share."""
    return re.search(source, text, re.IGNORECASE) is not None


@js("return text.split(part).join(other)")
def with_all(text: str, part: str, other: str) -> str:
    """Return a text with each occurrence of a part replaced."""
    return text.replace(part, other)


@js("return parseInt(value)")
def leading_number(value: Untrusted) -> float:
    """Return the whole number that a value begins with; NaN where it begins with none."""
    return whole_part(value)


@js("return Number(value)")
def as_number(value: Untrusted) -> float:
    """Return what a value counts in arithmetic; NaN where it is no number."""
    return number_of(value)


@js(
    """
    text = unescape(encodeURIComponent(text)) + '\\x80'
    var size = text.length, words = []
    var h = [0x67452301, -0x10325477, ~0x67452301, 0x10325476, -0x3c2d1e10]
    for (var i = 0; i < size; i++) words[i >> 2] |= text.charCodeAt(i) << (3 - i % 4) * 8
    words[(size + 7 >> 6) * 16 + 15] = size * 8 - 8
    for (i = 0; i < words.length; i += 16) {
      var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], w = []
      for (var j = 0; j < 80; j++) {
        var x = j < 16 ? words[i + j] : w[j - 3] ^ w[j - 8] ^ w[j - 14] ^ w[j - 16]
        w[j] = j < 16 ? x | 0 : x << 1 | x >>> 31
        x = (a << 5 | a >>> 27) + e + w[j] + (j < 20 ? (b & c | ~b & d) + 0x5a827999
          : j < 40 ? (b ^ c ^ d) + 0x6ed9eba1
          : j < 60 ? (b & c | b & d | c & d) - 0x70e44324 : (b ^ c ^ d) - 0x359d3e2a)
        e = d; d = c; c = b << 30 | b >>> 2; b = a; a = x | 0
      }
      h = [h[0] + a | 0, h[1] + b | 0, h[2] + c | 0, h[3] + d | 0, h[4] + e | 0]
    }
    return (h[0] >>> 0).toString(16).padStart(8, '0')
    """
)
def sha1(text: str) -> str:
    """Return the first eight digits of a text's SHA-1, in hexadecimal.

    crypto.subtle answers later, or not at all.
    """
    from hashlib import sha1 as digest

    return digest(text.encode(), usedforsecurity=False).hexdigest()[:8]


@js("return method(first, args[0], args[1], args[2], args[3], args[4], args[5])")
def called_with(
    method: Callable[..., Untrusted], first: Untrusted, args: list[Untrusted]
) -> Untrusted:
    """Call a function with a value and a list of arguments, of which it gets what it takes."""
    six = [*args, None, None, None, None, None, None]
    return method(first, *six[: arity(method) - 1])


@js("return (...args) => method(args)")
def listing(method: Callable[[list[Untrusted]], Untrusted]) -> Guarded:
    """Return a function for the page's hands whose arguments ``method`` gets as a list.

    A place that the page has given nothing for is none in JavaScript, and None in CPython.
    """
    return lambda *given: method([*given, *[None] * (6 - len(given))])


@js(
    """
    return new Proxy({}, { get: (own, name) => own[name] || (
      /^(?!then|toJ|ini)[a-z]/.test(String(name)) ? (...args) => method([name].concat(args))
      : undefined
    ) })
    """
)
def answering(method: Callable[[list[Untrusted]], Untrusted]) -> dict[str, Guarded]:
    """Return an object for the page's hands that has a function by any name with a small letter.

    ``method`` gets the name ahead of the arguments. What is put on it comes first. It has no
    ``then``, which would make a promise of it, no ``toJSON``, and no ``initialized`` of itself.
    CPython has no page: there it is empty.
    """
    return {}


# Lists and dicts of ours: what operators are lowered to.


@js("return places.indexOf(one) >= 0")
def contains(places: Sequence[object], one: object) -> bool:
    """Tell whether a list has an item of the same type, or a text a part."""
    if isinstance(places, str):
        return isinstance(one, str) and one in places
    return any(item == one and type(item) is type(one) for item in places)


@js("return first.concat(second)")
def joined(first: list[T], second: list[T]) -> list[T]:
    """Return a new list with the items of both."""
    return first + second


@js("return { ...first, ...second }")
def merged(first: Any, second: Any) -> Any:
    """Return a new dict with the entries of both; what is none has no entries."""
    return {**(first or {}), **(second or {})}


@js("return { ...table, [key]: value }")
def changed(table: dict[str, T], key: str, value: T) -> dict[str, T]:
    """Return a copy of a dict with an entry set."""
    return {**table, key: value}


@js(
    """
    var inside = (depth || 0) + 1
    if (inside < 10) try {
      if (is_list(value)) return value.map((one) => copied(one, inside))
      var prototype = typeof value == 'object' && value !== null && Object.getPrototypeOf(value)
      if (prototype === null || (prototype && !Object.getPrototypeOf(prototype))) {
        var copy = {}
        each(value, (one, key) => { copy[key] = copied(one, inside) })
        return copy
      }
    } catch (e) {}
    return value
    """
)
def copied(value: Untrusted, depth: int | None = None) -> Untrusted:
    """Return a copy of lists and plain objects, nine deep; dates and the like stay themselves.

    What the page's own functions change in it is not seen in what the page gave.
    """
    inside = (depth or 0) + 1
    if inside < 10 and isinstance(value, list):
        return [copied(one, inside) for one in value]
    if inside < 10 and isinstance(value, dict):
        return {key: copied(one, inside) for key, one in value.items()}
    return value


@js("try { return !!pattern.test(value) } catch (error) { return false }")
def matches(pattern: Any, value: Untrusted) -> bool:
    """Tell whether a pattern of the page's fits a text; what is no pattern fits none."""
    return isinstance(pattern, re.Pattern) and bool(pattern.search(str(value)))


@js("return value == null ? NULL : value")
def or_null(value: Untrusted) -> Untrusted:
    """Return a value as pages expect it where Segment says null for none."""
    return value


@js("return value === null")
def is_null(value: Untrusted) -> bool:
    """Tell null, by which a page empties things, from what it has not given.

    CPython has one None only, which counts as not given.
    """
    return False


@js("return new Date(time)")
def date_of(time: float) -> datetime:
    """Return a time, in milliseconds since 1970, as a date."""
    return datetime.fromtimestamp(time / 1000, UTC)


# Functions and promises.


@js("return (a, b, c, d, e, f) => { try { return method(a, b, c, d, e, f) } catch (error) {} }")
def guarded(method: Callable[..., object]) -> Guarded:
    """Return ``method`` for the page's hands; where it would throw, it answers None.

    Six arguments are as many as any call of Segment's has, with what a snippet adds; of those
    ``method`` gets as many as it takes.
    """

    def call_guarded(*given: Untrusted) -> Untrusted:
        six = [*given, None, None, None, None, None, None]
        try:
            return method(*six[: arity(method)])
        except Exception:
            if not is_swallowing():
                raise
            return None

    return call_guarded


@js("return Object.assign(method, members)")
def with_members(method: Guarded, members: dict[str, Untrusted]) -> Guarded:
    """Give a function for the page's hands members besides."""
    for name, value in members.items():
        setattr(method, name, value)
    return method


@js("try { return action() } catch (error) {}")
def guard(action: Callable[[], T]) -> T | None:
    """Return what ``action`` of ours returns, None where it would throw."""
    try:
        return action()
    except Exception:
        if not is_swallowing():
            raise
        return None


@js("for (var i = 0; i < items.length; i++) try { visit(items[i]) } catch (error) {}")
def each_guarded(items: list[T], visit: Callable[[T], object]) -> None:
    """Call ``visit`` of ours with each item; one that would throw costs that item only."""
    for item in items:
        guard(partial(visit, item))


@js("return method(args[0], args[1], args[2], args[3], args[4], args[5])")
def call(method: Guarded, args: list[Untrusted]) -> Untrusted:
    """Call a function with a list of arguments, of which it gets six; apply may be the page's."""
    return method(*args)


@js("return Promise.resolve()")
def kept_promise() -> Untrusted:
    """Return a promise that is kept, and may have members besides. CPython has an object's."""
    return {}


@js("return (a, b, c, d, e, f) => { method(a, b, c, d, e, f); return answer }")
def answered(method: Guarded, answer: Untrusted) -> Guarded:
    """Return ``method`` with this for an answer."""

    def call(*given: Untrusted) -> Untrusted:
        method(*given)
        return answer

    return call


@js("return new Promise(starter)")
def promised(starter: Callable[[Action], object]) -> Untrusted:
    """Return a promise of what ``starter`` hands to the function that it gets.

    CPython gets a list, which is empty until then.
    """
    kept: list[Any] = []
    starter(lambda *given: kept.append(given[0] if given else None))
    return kept


@js(
    """
    // Where the page has another Symbol, who lists the members finds one more.
    var ASK = guard(Symbol) || 'ask'
    var chained = function (ask) { this[ASK] = ask }
    var own = Object.getOwnPropertyDescriptors(methods)
    own.then = {
      value: function (on_result, on_error) { return this[ASK]().then(on_result, on_error) }
    }
    chained.prototype = Object.defineProperties(Object.create(Promise.prototype), own)
    return (call, given) => {
      var promise, resolve, make
      // A promise for it, since what makes it may throw.
      var look = () => { if (resolve && make) resolve(new Promise((settle) => settle(make()))) }
      try {
        call(given, (found) => { make = found; look() })
      } catch (error) { make = make || (() => {}) }
      return new chained(() => promise = promise || new Promise((settle) => {
        resolve = settle
        look()
      }))
    }
    """
)
def chaining(methods: dict[str, Untrusted]) -> Callable[[Answered, list[Untrusted]], Untrusted]:
    """Return what makes a call, and a promise for it that has ``methods`` besides, to be chained.

    What they are chained from need not be a promise: whoever waits for that would wait for ever.
    The value is handed over as what makes it, and made when somebody waits for it; where that
    throws, the promise is broken, and only who waits hears of it. Till then there
    is but the look of a promise: the browser's own, or one of a class, costs more than the mapping.
    """

    def make_call(call: Answered, given: list[Untrusted]) -> Untrusted:
        kept: list[Untrusted] = []
        guard(lambda: call(given, lambda make: kept.append(make)))
        return kept

    return make_call


@js(
    """
    try { var result = action() } catch (error) { return on_error(error) }
    if (is_promise(result)) return Promise.resolve(result).then(on_result, on_error)
    return on_result(result)
    """
)
def settled(
    action: Callable[[], Untrusted],
    on_result: Callable[[Untrusted], object],
    on_error: Callable[[Untrusted], object],
) -> Untrusted:
    """Do something of the page's; one of the two hears how it ended, at once if it can.

    CPython has no promises.
    """
    try:
        result = action()
    except Exception as error:
        return on_error(error)
    return on_result(result)


@js("try { return owner && owner[name] } catch (error) {}")
def read_member(owner: Untrusted, name: str) -> Untrusted:
    """Return a property of a page's object, its own or of its class; nothing where it has none."""
    if isinstance(owner, dict):
        return owner.get(name)
    return getattr(owner, name, None)


@js("return Reflect.apply(method, owner, args)")
def call_member(method: Any, owner: Untrusted, args: list[Untrusted]) -> Untrusted:
    """Call a method of a page's object, which may throw."""
    return method(*args[: arity(method)])


@js("throw new Error(text)")
def break_with(text: str) -> Untrusted:
    """Break the promise that this is to make the value of."""
    raise BrokenPromise(text)


@js("throw reason")
def stop_with(reason: Untrusted) -> Untrusted:
    """Stop the function of the page's that has called this one."""
    raise RuntimeError(reason)


@js("try { return value && typeof value.then == 'function' } catch (error) {}")
def is_promise(value: Untrusted) -> bool:
    """Tell whether a value is one that has to be waited for."""
    return False


@js(
    """
    return Object.defineProperty(record, name, {
      configurable: true, enumerable: true, get: function () { return set(make()) }, set: set
    })
    function set(value) {
      Object.defineProperty(record, name, { value, writable: true, enumerable: true,
        configurable: true })
      return value
    }
    """
)
def lazy(
    record: dict[str, Untrusted], name: str, make: Callable[[], Untrusted]
) -> dict[str, Untrusted]:
    """Give a record for the page's hands a value that is made when somebody looks at it.

    CPython gets another dict.
    """
    found = record if isinstance(record, Lazy) else Lazy(record)
    found.makers[name] = make
    return found


@js("return Object.defineProperty(record, name, { configurable: true, enumerable: true, get })")
def live(record: dict[str, Untrusted], name: str, get: Callable[[], Untrusted]) -> Untrusted:
    """Give a record for the page's hands a value that is looked up each time.

    CPython looks it up once.
    """
    record[name] = get()
    return record


@js("return Promise.resolve(value).then(action)")
def after(value: Untrusted, action: Callable[[Untrusted], Untrusted]) -> Untrusted:
    """Return a promise of what ``action`` makes of a value that may be a promise itself.

    CPython has no promises: it gets the result.
    """
    return action(value)


# Objects that a host or a page keeps.


@js(
    """
    var notes = new WeakMap()
    return {
      note: (owner, value) => { notes.set(owner, value) },
      of: (owner) => notes.get(owner)
    }
    """
)
def create_notes() -> Notes:
    """Return notes on objects of a host, which go with these; there is none on what is no object.

    CPython keeps both.
    """
    kept: list[tuple[Untrusted, Untrusted]] = []
    return {
        "note": lambda owner, value: kept.append((owner, value)),
        "of": lambda owner: next((note for one, note in kept if one is owner), None),
    }


@js(
    """
    try {
      Object.defineProperties(stub, Object.getOwnPropertyDescriptors(members)).length = 0
      return stub
    } catch (error) { return members }
    """
)
def adopt(stub: Any, members: Mapping[str, Untrusted]) -> Untrusted:
    """Empty a snippet's array, put ``members`` onto it, and return it; or them, if it is frozen.

    Defined, not assigned: on a page with frozen prototypes nobody can assign an array's ``push``.
    """
    stub.clear()
    if not hasattr(stub, "update"):
        return members
    stub.update(members)
    return stub


@js(
    """
    function Piwik(options) {
      try { if (options.addIntegration) return options.addIntegration(Piwik) } catch (e) {}
      if (this) set_up(this, options)
    }
    Object.assign(Piwik, statics)
    Object.assign(Piwik.prototype, statics, {name: 'Piwik'})
    return Piwik
    """
)
def constructor(
    statics: dict[str, Untrusted], set_up: Callable[[dict[str, Untrusted], Untrusted], None]
) -> Untrusted:
    """Make the constructor ``Piwik``, which hosts can ``new`` or call as a plugin.

    CPython gets a factory of dicts.
    """

    def build(options: Untrusted = None) -> Untrusted:
        if isinstance(options, dict) and "addIntegration" in options:
            return options["addIntegration"](build)
        instance = {**statics, "name": "Piwik"}
        set_up(instance, options)
        return instance

    return build
