"""What ``native`` needs on CPython only; the build leaves this module out."""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from inspect import Parameter, signature
from typing import Any, TypeVar
from urllib.parse import unquote, urljoin, urlsplit

BLANKS = (
    "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What ECMAScript's ``trim`` removes; CPython's ``strip`` removes other characters."""

SIGNS = "".join(chr(code) for code in range(0x20000) if unicodedata.category(chr(code)) == "Sc")
SHORT = r"lei|kr|Fr|Ft|Kč|\u0440\u0443\u0431|zł|R[sp]?"
CURRENCY = (
    rf"(?!MI|MRD|[{BLANKS}]?\xa2$|[BLT][{BLANKS}]|[KM]+[{BLANKS}]?[{SIGNS}])"
    rf"(?:[A-Z]{{0,3}}[{BLANKS}]?[{SIGNS}][A-Z]{{0,3}}"
    rf"|[A-Z]{{3}}|(?:{SHORT})\.?)"
)

PLAIN_FORM = re.compile(r"[-+]?[0-9]*\.?[0-9]*")
"""A number of which a point is the decimal one, or nothing."""

MONEY_FORM = re.compile(
    rf"([-+]?)(?:[{BLANKS}]?{CURRENCY}[{BLANKS}]?)?([-+]?)"
    rf"([1-9][0-9]{{0,2}}([,.{BLANKS}'\u2019])(?:[0-9]{{2,3}}\4)*[0-9]{{3}}|[0-9]*)"
    rf"(?:(?!\4[0-9])[.,]([0-9]*|-+))?(?:[{BLANKS}]?{CURRENCY})?"
)
"""A sign, a sign behind the currency, digits in groups or not, what groups them, decimals."""


def iso_text(value: datetime) -> str:
    """Return a date's text as ``toISOString`` writes it."""
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def amount_of(text: str) -> float | None:
    """Return the number that a text without blanks around it stands for, None where it is none."""
    if not PLAIN_FORM.fullmatch(text):
        money = MONEY_FORM.fullmatch(text)
        if money is None:
            return None
        before, sign, whole, _, cents = money.groups()
        digits = re.sub("[^0-9]", "", whole)
        text = f"{before}{sign}{digits}.{(cents or '').strip('-')}"
    try:
        return float(text)
    except ValueError:
        return None


class BrokenPromise(Exception):
    """Why a promise is broken: only who waits for it hears of that."""


class Lazy(dict[str, Any]):
    """A dict some of whose values are made when somebody looks at them."""

    def __init__(self, record: dict[str, Any]) -> None:
        super().__init__(record)
        self.makers: dict[str, Callable[[], Any]] = {}

    def __missing__(self, key: str) -> Any:
        """Make a value, and keep it."""
        if key not in self.makers:
            raise KeyError(key)
        self[key] = self.makers[key]()
        return self[key]

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, made or not."""
        return self[key] if key in self or key in self.makers else default


F = TypeVar("F", bound=Callable[..., Any])

GUARDS = {"swallow": False}
"""Whether guards swallow what is thrown under them, as they do in a browser. On CPython they let it
through, so that no test passes by it, unless a test is about the swallowing."""


def is_swallowing() -> bool:
    """Tell whether guards swallow now."""
    return GUARDS["swallow"]


def arity(function: Callable[..., Any]) -> int:
    """Return how many arguments a function can take by position."""
    kinds = [one.kind for one in signature(function).parameters.values()]
    if Parameter.VAR_POSITIONAL in kinds:
        return sys.maxsize
    return len(kinds) - kinds.count(Parameter.KEYWORD_ONLY) - kinds.count(Parameter.VAR_KEYWORD)


def js(body: str) -> Callable[[F], F]:
    """Give a function its body for the browser; CPython keeps the Python one."""
    assert body
    return lambda function: function


def js_value(expression: str, value: Any) -> Any:
    """Give a constant its value for the browser; CPython keeps ``value``."""
    assert expression
    return value


def is_index(key: str) -> bool:
    """Tell whether JavaScript sorts this key of an object before the others."""
    return key.isascii() and key.isdigit() and str(int(key)) == key and int(key) < 2**32 - 1


LETTERS = re.compile("(?:%(?!3b|2f|3f|3a|40|26|3d|2b|24|2c|23)[0-9a-f]{2})+", re.IGNORECASE)
"""The escapes that ECMAScript's ``decodeURI`` undoes."""


def decoded_uri(url: str) -> str | None:
    """Undo escapes as ECMAScript's ``decodeURI`` does; None where that throws."""
    if re.search("%(?![0-9a-fA-F]{2})", url):
        return None
    try:
        return LETTERS.sub(lambda escapes: unquote(escapes[0], errors="strict"), url)
    except UnicodeDecodeError:
        return None


def decoded_component(text: str) -> str:
    """Undo escapes as ECMAScript's ``decodeURIComponent``, where that throws as ``unescape``."""
    try:
        if not re.search("%(?![0-9a-fA-F]{2})", text):
            return unquote(text, errors="strict")
    except UnicodeDecodeError:
        pass
    return re.sub(
        "%u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})", lambda sign: chr(int(sign[1] or sign[2], 16)), text
    )


PORTS = {"http": 80, "https": 443}


def full_url(address: str, base: str) -> str | None:
    """Return a page's URL as ECMAScript's ``URL`` writes it, None where that throws."""
    try:
        whole = urlsplit(urljoin(base, address.strip()))
        port, host = whole.port, whole.hostname
    except ValueError:
        return None
    if whole.scheme not in PORTS:
        return whole.geturl() if whole.scheme else None
    if not host:
        return None
    user, at, _ = whole.netloc.rpartition("@")
    name = f"[{host}]" if ":" in host else host
    own = "" if port in (None, PORTS[whole.scheme]) else f":{port}"
    return whole._replace(netloc=f"{user}{at}{name}{own}", path=whole.path or "/").geturl()


def js_text(value: str | bool | float) -> str:
    """Write a text, a boolean or a number as JavaScript's concatenation does."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else js_number(value)


def js_number(value: float) -> str:
    """Write a number as ECMAScript's Number::toString does."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    digits, exponent = _shortest(abs(float(value)))
    return ("-" if value < 0 else "") + _placed(digits, exponent)


def _shortest(value: float) -> tuple[str, int]:
    """Return the shortest digits d1d2... and n with value = 0.d1d2... * 10**n."""
    mantissa, _, power = repr(value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    leading = len(whole + fraction) - len(digits) if whole == "0" else 0
    exponent = len(whole) - leading + int(power or 0)
    return digits.rstrip("0"), exponent


def _placed(digits: str, exponent: int) -> str:
    """Place the decimal point as ECMAScript does (section 6.1.6.1.20)."""
    count = len(digits)
    if count <= exponent <= 21:
        return digits + "0" * (exponent - count)
    if 0 < exponent <= 21:
        return digits[:exponent] + "." + digits[exponent:]
    if -6 < exponent <= 0:
        return "0." + "0" * -exponent + digits
    power = exponent - 1
    mantissa = digits if count == 1 else digits[0] + "." + digits[1:]
    return f"{mantissa}e{'+' if power > 0 else '-'}{abs(power)}"


def concatenated(value: object) -> str:
    """Write any value as JavaScript's concatenation does."""
    if value is None:
        return "undefined"
    if isinstance(value, str | int | float):
        return js_text(value)
    if isinstance(value, list):
        return ",".join("" if one is None else concatenated(one) for one in value)
    return "[object Object]" if isinstance(value, dict) else str(value)


def ordered(value: object) -> object:
    """Return a value as JSON has it in a browser: keys in the order of objects, no functions."""
    if isinstance(value, list | tuple):
        return [ordered(one) for one in value]
    if isinstance(value, dict):
        numbers = sorted((key for key in value if is_index(key)), key=int)
        names = numbers + [key for key in value if not is_index(key)]
        return {name: ordered(value[name]) for name in names if not callable(value[name])}
    is_endless = isinstance(value, float) and not math.isfinite(value)
    return None if callable(value) or is_endless else value


def whole_part(value: object) -> float:
    """Return the whole number that a value begins with, as ECMAScript's ``parseInt`` reads it."""
    found = re.match(r"\s*([-+]?[0-9]+)", concatenated(value))
    return int(found[1]) if found else math.nan


def number_of(value: object) -> float:
    """Return what a value counts in JavaScript's arithmetic; text as its number, else NaN."""
    if isinstance(value, bool | int | float):
        return value + 0
    text = concatenated(value).strip(BLANKS)
    if text == "":
        return 0
    plain = re.fullmatch(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", text)
    return float(text) if plain else math.nan
