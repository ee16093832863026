"""Names on messengers and platforms, links to them, invitations and e-mail addresses."""

from __future__ import annotations

from functools import partial
from random import Random

from tests.bench.contact_cases import names
from tests.bench.contact_cases.detail import Detail, Ways

_MARKS = {"telegram": "_", "instagram": "._", "tiktok": "._", "line": "._-", "kakao": "_"}
_HEX = "0123456789ABCDEF"
_DISGUISES = {
    "微信": ["微信", "微信"],
    "homophones": ["薇信", "威信", "徽信", "维信"],
    "letters": ["vx", "VX", "wx", "WX", "V信", "v信", "weixin", "WeChat"],
    "pictures": ["卫星", "微❤️", "微🌟", "V/X", "v/x"],
}
_SAYS = {"letters": "wechat_letters", "pictures": "wechat_letters"}
_ADDED = ["加V", "加v", "加微", "＋V", "➕V", "➕v", "+V"]


def _named(rng: Random, _: str, __: str, *, platform: str, way: str) -> Detail:
    """A name after a word that tells the platform."""
    name = names.account_name(rng, _MARKS[platform])
    if way == "@" and platform != "kakao" and rng.random() < 0.3:
        name = names.plain_name(rng)
    return Detail(
        names.hide_name(rng, name, way), (f"handle:{platform}:{name}",), say=platform, region="any"
    )


def _at_home(rng: Random, _: str, __: str, *, platform: str) -> Detail:
    """A name with ``@`` in a post on its own platform."""
    name = names.account_name(rng, _MARKS[platform])
    return Detail(f"@{name}", (f"handle:{platform}:{name}",), "bare", "any", platform)


def _page(rng: Random, _: str, __: str, *, way: str) -> Detail:
    """A page's name on Facebook."""
    name = f"{names.plain_name(rng)}.{rng.randint(10, 999)}"
    written = names.hide_name(rng, name, way)
    return Detail(written, (f"handle:facebook:{name}",), say="facebook", region="any")


def _link(rng: Random, _: str, __: str, *, platform: str, way: str) -> Detail:
    """A link to a profile."""
    name = names.account_name(rng, "." if platform == "facebook" else "_")
    number = f"1000000{rng.randint(10**7, 10**8 - 1)}"
    links = {
        "telegram": [f"t.me/{name}", f"telegram.me/{name}"],
        "instagram": [f"instagram.com/{name}", f"www.instagram.com/{name}/"],
        "tiktok": [f"tiktok.com/@{name}", f"www.tiktok.com/@{name}"],
        "facebook": [f"facebook.com/{name}", f"fb.com/{name}", f"m.me/{name}"],
        "line": [f"line.me/ti/p/~{name}", f"line.me/R/ti/p/@{name}"],
    }
    if platform == "facebook" and way in ("none", "scheme") and rng.random() < 0.3:
        links, name = {platform: [f"www.facebook.com/profile.php?id={number}"]}, number
    written = names.hide_link(rng, rng.choice(links[platform]), way)
    return Detail(written, (f"handle:{platform}:{name}",), say=f"{platform}_link", region="any")


def _invitation(rng: Random, _: str, __: str, *, way: str) -> Detail:
    """An invitation to a group."""
    code = names.code(rng, 22)
    short = names.code(rng, 10)
    made = {
        "whatsapp": (f"chat.whatsapp.com/{code}", f"invite:*{code}"),
        "telegram +": (f"t.me/+{code[:16]}", f"invite:t.me/+{code[:16]}"),
        "telegram joinchat": (f"t.me/joinchat/{code[:16]}", f"invite:t.me/+{code[:16]}"),
        "line": (f"line.me/R/ti/g/{short}", f"invite:*{short}"),
        "zalo": (f"zalo.me/g/{short.lower()}", f"invite:*{short.lower()}"),
        "signal": (f"signal.group/#{code}", f"invite:*{code}"),
        "discord": (f"discord.gg/{short}", f"invite:discord.gg/{short}"),
    }
    link, key = made[way]
    scheme = rng.choice(["https://", "https://", ""])
    return Detail(scheme + link, (key,), say="invite", region="any")


def _hidden_invitation(rng: Random, country: str, name: str) -> Detail:
    """An invitation that hides."""
    detail = _invitation(rng, country, name, way=rng.choice(["whatsapp", "telegram +"]))
    way = rng.choice(["hxxp", "[.]", "spaced"])
    return detail._replace(
        written=names.hide_link(rng, detail.written.removeprefix("https://"), way)
    )


def _wechat(rng: Random, _: str, __: str, *, cues: list[str], way: str, say: str) -> Detail:
    """A name on WeChat after one of the words that stand for it."""
    name = names.wechat_name(rng)
    written = names.hide_name(rng, name, way).lstrip("@＠")
    return Detail(written, (f"wechat:{name}",), say, "any", parts={"cue": rng.choice(cues)})


def _wechat_abroad(rng: Random, _: str, __: str, *, way: str) -> Detail:
    """A name on WeChat in another language."""
    name = names.wechat_name(rng)
    written = names.hide_name(rng, name, way).lstrip("@＠")
    return Detail(written, (f"wechat:{name}",), say="wechat", region="any")


def _qq(rng: Random, _: str, __: str, *, way: str) -> Detail:
    """A number on QQ."""
    number = str(rng.randint(1, 9)) + "000" + str(rng.randint(10, 999999))
    written = {
        "none": number,
        "spacing": " ".join(number[at : at + 3] for at in range(0, len(number), 3)),
        "keycaps": "".join(f"{each}\ufe0f\u20e3" for each in number),
        "full width": names.wide(number),
        "zero width": names.with_nothing(rng, number),
    }
    return Detail(written[way], (f"qq:{number}",), region="any")


def _bbm(rng: Random, _: str, __: str, *, way: str) -> Detail:
    """A PIN of BlackBerry Messenger."""
    pin = rng.choice("2578D") + "".join(rng.choice(_HEX) for _ in range(6)) + rng.choice("ABCDEF")
    written = {"none": pin, "small letters": pin.lower(), "spacing": f"{pin[:4]} {pin[4:]}",
               "full width": names.wide(pin)}  # fmt: skip
    return Detail(written[way], (f"bbm:{pin.lower()}",), say="bbm", region="any")


def _mail(rng: Random, _: str, name: str, *, way: str) -> Detail:
    """An e-mail address."""
    address = names.mail_address(rng, names.COMMON_HOSTS if way == "at dot" else None)
    return Detail(
        names.hide_mail(rng, address, way, name), (f"email:{address}",), say="email", region="any"
    )


def _qq_mail(rng: Random, _: str, __: str) -> Detail:
    """An e-mail address that is a number of QQ."""
    address = f"{rng.randint(1, 9)}000{rng.randint(10000, 999999)}@qq.com"
    return Detail(address, (f"email:{address}",), say="email", region="any")


def accounts(country: str) -> dict[str, Ways]:
    """Names and addresses in use in a country, by channel."""
    made: dict[str, Ways] = {"e-mail": {way: partial(_mail, way=way) for way in names.MAIL_WAYS}}
    for platform in ("telegram", "instagram", "tiktok"):
        made[platform] = _with_links(platform)
        made[platform]["@ at home"] = partial(_at_home, platform=platform)
    made["facebook"] = {way: partial(_page, way=way) for way in ("none", "@", "capitals")}
    for way in ("none", "scheme", "hxxp", "[.]"):
        made["facebook"][f"link, {way}"] = partial(_link, platform="facebook", way=way)
    made["invite"] = {
        way: partial(_invitation, way=way)
        for way in ("whatsapp", "telegram +", "telegram joinchat", "discord", "signal")
    }
    made["invite"]["hidden"] = _hidden_invitation
    if country in {"TH", "ID", "KR"}:
        made["line"] = _with_links("line") if country == "TH" else _names_of("line")
        made["invite"]["line"] = partial(_invitation, way="line")
    if country == "VN":
        made["invite"]["zalo"] = partial(_invitation, way="zalo")
    if country == "KR":
        made["kakao"] = _names_of("kakao", ("none", "full width", "zero width", "capitals"))
    if country in {"ID", "NG"}:
        made["bbm"] = {way: partial(_bbm, way=way)
                       for way in ("none", "small letters", "spacing", "full width")}  # fmt: skip
    if country == "CN":
        made |= _chinese()
        made["e-mail"]["qq"] = _qq_mail
    elif country in {"MY", "TH", "VN", "AE", "KE"}:
        made["wechat"] = {way: partial(_wechat_abroad, way=way) for way in ("none", "capitals")}
    return made


def _names_of(platform: str, ways: tuple[str, ...] = tuple(names.NAME_WAYS)) -> Ways:
    """Names alone."""
    return {way: partial(_named, platform=platform, way=way) for way in ways}


def _with_links(platform: str) -> Ways:
    """Names and links."""
    return _names_of(platform) | {
        f"link, {way}": partial(_link, platform=platform, way=way) for way in names.LINK_WAYS
    }


def _chinese() -> dict[str, Ways]:
    """WeChat in its disguises, and QQ."""
    wechat: Ways = {
        disguise: partial(_wechat, cues=cues, way="none", say=_SAYS.get(disguise, "wechat_cued"))
        for disguise, cues in _DISGUISES.items()
    }
    wechat["added"] = partial(_wechat, cues=_ADDED, way="none", say="wechat_add")
    for way in ("full width", "zero width", "capitals"):
        wechat[way] = partial(_wechat, cues=_DISGUISES["微信"], way=way, say="wechat_cued")
    ways = ("none", "spacing", "keycaps", "full width", "zero width")
    return {"wechat": wechat, "qq": {way: partial(_qq, way=way) for way in ways}}
