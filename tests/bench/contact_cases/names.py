"""Made-up names on messengers and platforms, e-mail addresses, and ways of hiding them."""

from __future__ import annotations

import string
from random import Random

_WORDS = [
    "kicau", "burung", "exotic", "pets", "reptil", "aviary", "zoo", "parrot", "falcon", "jungle",
    "wild", "tropic", "fauna", "safari", "ivory", "hobi", "bird", "king", "petshop", "nature",
]  # fmt: skip
_HOSTS = ["example.com", "example.org", "example.net", "mail.example", "kicau.example"]
COMMON_HOSTS = ["example.com", "example.org", "example.net"]
_WIDE = {each: chr(ord(each) + 0xFEE0) for each in string.ascii_letters + string.digits + "_@.-"}


def account_name(rng: Random, marks: str = "_") -> str:
    """A name with a digit or a mark in it, as most are."""
    first, second = rng.sample(_WORDS, 2)
    mark = rng.choice(marks) if marks else ""
    number = str(rng.randint(10, 999))
    return rng.choice(
        [first + mark + second, first + number, first + mark + number, first + second + number]
        if marks
        else [first + number, first + second + number]
    )


def plain_name(rng: Random) -> str:
    """A name of letters alone."""
    return "".join(rng.sample(_WORDS, 2))


def wechat_name(rng: Random) -> str:
    """A letter, then 5 to 19 letters, digits, hyphens and underscores."""
    letters = "".join(rng.choice(string.ascii_lowercase) for _ in range(rng.randint(2, 5)))
    numbers = "".join(rng.choice(string.digits) for _ in range(rng.randint(4, 8)))
    return rng.choice([letters + numbers, f"wxid_{letters}{numbers}", f"{letters}_{numbers}",
                       f"{letters}-{numbers}", f"{account_name(rng)}"])  # fmt: skip


def code(rng: Random, length: int, letters: str = string.ascii_letters + string.digits) -> str:
    """A random code, as invitations have; letters of both cases and a digit in it."""
    return "Ab3" + "".join(rng.choice(letters) for _ in range(length - 3))


def wide(written: str) -> str:
    """Letters, digits and marks in full width."""
    return "".join(_WIDE.get(each, each) for each in written)


def with_nothing(rng: Random, written: str) -> str:
    """A sign without width somewhere inside."""
    at = rng.randint(1, len(written) - 1)
    return written[:at] + rng.choice("\u200b\u200c\u2060") + written[at:]


def mail_address(rng: Random, hosts: list[str] | None = None) -> str:
    """A made-up address at an example domain."""
    local = rng.choice([account_name(rng, "._"), account_name(rng, "._-"), plain_name(rng)])
    return f"{local}@{rng.choice(hosts or _HOSTS)}"


def hide_mail(rng: Random, address: str, way: str, language: str) -> str:
    """An address in one of the ways that hide it."""
    local, _, host = address.partition("@")
    head, _, top = host.rpartition(".")
    if way == "(at)":
        at = rng.choice(["(at)", " (at) ", "[at]", " [at] ", "{at}", "(@)"])
        return f"{local}{at}{host}"
    if way == "(at) [dot]":
        at, dot = rng.choice([("(at)", "(dot)"), ("[at]", "[dot]"), (" (at) ", " (dot) "),
                              (" [at] ", " [dot] ")])  # fmt: skip
        return f"{local}{at}{head}{dot}{top}"
    if way == "at dot":
        at, dot = {"es": ("arroba", "punto"), "pt": ("arroba", "ponto")}.get(
            language, ("at", "dot")
        )
        return f"{local} {at} {head} {dot} {top}"
    if way == "full width":
        return rng.choice([wide(address), f"{local}＠{host}", f"{local}＠{head}．{top}"])
    if way == "zero width":
        return with_nothing(rng, address)
    if way == "capitals":
        return rng.choice([address.upper(), address.capitalize()])
    return address


MAIL_WAYS = ["none", "capitals", "(at)", "(at) [dot]", "at dot", "full width", "zero width"]

NAME_WAYS = ["none", "@", "full width", "zero width", "capitals"]


def hide_name(rng: Random, name: str, way: str) -> str:
    """A name in one of the ways that hide it."""
    if way == "@":
        return f"@{name}"
    if way == "full width":
        return rng.choice([f"＠{name}", wide(name), wide(f"@{name}")])
    if way == "zero width":
        return rng.choice(["", "@"]) + with_nothing(rng, name)
    if way == "capitals":
        return rng.choice(["", "@"]) + rng.choice([name.upper(), name.capitalize()])
    return name


LINK_WAYS = ["none", "scheme", "hxxp", "spaced", "[.]", "zero width"]


def hide_link(rng: Random, link: str, way: str) -> str:
    """A link, written ``host/path``, in one of the ways that hide it."""
    host, _, path = link.partition("/")
    if way == "scheme":
        return rng.choice(["https://", "http://", "HTTPS://"]) + link
    if way == "hxxp":
        return rng.choice(["hxxps://", "hxxp://"]) + link
    if way == "spaced":
        return rng.choice([f"{host.replace('.', ' . ')} / {path}", f"{host} /{path}",
                           f"{host.replace('.', ' .')}/{path}"])  # fmt: skip
    if way == "[.]":
        dot = rng.choice(["[.]", "(.)", "(dot)", "[dot]"])
        return f"{host.replace('.', dot)}/{path}"
    if way == "zero width":
        return with_nothing(rng, host) + "/" + path
    return link
