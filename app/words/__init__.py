"""The pages' words and numbers for a person, in English, in one place."""

from __future__ import annotations

from datetime import datetime

NOT_ASSESSED = "Not assessed"
UNKNOWN = "unknown"

WHAT_IS_COUNTED = {
    "accounts": "profiles on a platform, each once",
    "groups": "groups, channels and pages that accounts post in or belong to",
    "posts": "messages and advertisements, each once however often it was seen",
    "contact_details": "distinct numbers, addresses, handles and links published",
    "sources": "files taken in, withdrawn ones left out",
}
CONNECTEDNESS = (
    "Mean probability of the ties that hold the cluster together at the best. Measured; it says "
    "nothing about what the accounts do."
)
TRADE_RELEVANCE = (
    "Share of the accounts with a post that offers or seeks goods and names a listed taxon, a "
    "product or a code word for one. Measured; a species that no list holds does not count."
)
LEGALITY = "A named person decides this, under a named law. The program never does."
LEGALITY_SAID = {
    "permitted": "as far as known lawful",
    "unclear": "it cannot be said from what is known",
    "contrary": "would be contrary to a law that is named",
}
JUDGED_SAID = {
    "confirm": "confirmed",
    "reject": "rejected",
    "withdraw": "not judged any more",
    **{verdict: f"{verdict}, {meaning}" for verdict, meaning in LEGALITY_SAID.items()},
}
STABILITY = "Share of repeated runs, with evidence left out at random, that keep the account here."
BY_SEED = "Share of runs on all the evidence, each with another seed, that keep the account here."
BITS = (
    "Each bit doubles the odds that both accounts belong to one operation; negative bits speak "
    "against it. Evidence that is not counted depends on stronger evidence from the same posts."
)
INTERACTION = (
    "Who answers, vouches for, pays or passes on whom: how accounts deal with each other. It is no "
    "evidence that they belong together, and is never added to it."
)
SENSITIVITY = (
    "How far this picture depends on single pieces of evidence: these are worth checking first. "
    "It says nothing of anybody’s importance."
)
MEASURED = (
    "How an account lies in this picture of ties, not what it does: it may lie between others "
    "because it was copied, quoted, or collected more thoroughly."
)
BETWEENNESS = "Share of the shortest paths between other members that lead through it."
CONSTRAINT = (
    "Burt’s constraint: low where those whom the account is tied to are not tied to each other."
)
CORE = "The largest k such that it is tied to k accounts here that are each tied to k of these."
LEAD = (
    "A lead, not a verdict: these accounts may be part of one operation. A person checks and "
    "decides."
)

PLATFORMS = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "telegram": "Telegram",
    "whatsapp": "WhatsApp",
    "tiktok": "TikTok",
    "wechat": "WeChat",
    "discord": "Discord",
    "youtube": "YouTube",
    "line": "LINE",
    "x": "X",
    "vk": "VK",
    "ebay": "eBay",
    "etsy": "Etsy",
    "amazon": "Amazon",
}
KINDS = {
    "phone": "Phone number",
    "email": "E-mail address",
    "telegram": "Telegram handle",
    "instagram": "Instagram handle",
    "facebook": "Facebook handle",
    "tiktok": "TikTok handle",
    "line": "LINE id",
    "wechat": "WeChat id",
    "qq": "QQ number",
    "bbm": "BBM PIN",
    "zalo": "Zalo name",
    "kakao": "KakaoTalk id",
    "signal": "Signal name",
    "bank": "Bank account",
    "iban": "IBAN",
    "pix": "PIX key",
    "upi": "UPI address",
    "till": "Till number",
    "promptpay": "PromptPay id (hidden)",
    "btc": "Bitcoin address",
    "eth": "Ethereum address",
    "trx": "TRON address",
    "permit": "Permit number",
    "ring": "Ring number",
    "chip": "Microchip number",
    "parcel": "Parcel number",
    "plate": "Vehicle plate",
    "company": "Company number",
    "url": "Web address",
    "invite": "Group invitation",
    "unresolved": "Number of an unknown country",
}
LANGUAGES = {
    "ar": "Arabic", "bn": "Bengali", "cs": "Czech", "de": "German", "en": "English",
    "es": "Spanish", "fa": "Persian", "fr": "French", "ha": "Hausa", "hi": "Hindi",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "jv": "Javanese", "km": "Khmer",
    "ko": "Korean", "lo": "Lao", "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "su": "Sundanese", "sw": "Swahili",
    "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
ALTERNATIVES = {
    "licensed business": "Licensed business",
    "family": "Family",
    "breeders' club": "Breeders’ club",
    "rescue": "Rescue",
    "campaign": "Campaign",
    "advance-fee scam": "Advance-fee scam",
    "same market or language": "Same market or language",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def platform(name: str) -> str:
    """Name a platform as people write it; one that is not known, as the source does."""
    return PLATFORMS.get(name, name)


def kind(name: str) -> str:
    """Name a kind of contact detail."""
    return KINDS.get(name, name)


def role(name: str) -> str:
    """Name a role as the question that it is; a plain member is none."""
    return name if name == "member" else f"{name}?"


def language(code: str) -> str:
    """Name a language by its ISO 639-1 code."""
    return LANGUAGES.get(code, code)


def account(name: str | None, handle: str | None, key: str) -> str:
    """Call an account by its name, else its handle, else the platform's own id."""
    if name:
        return name
    return f"@{handle}" if handle else key.partition(":")[2]


def count(number: int, one: str, many: str | None = None) -> str:
    """Write a number with what it counts."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(value: float | None) -> str:
    """Write a share or probability in per cent; what is not quite all or nothing stays so."""
    if value is None:
        return UNKNOWN
    if 0.995 <= value < 1:
        return "> 99%"
    if 0 < value < 0.005:
        return "< 1%"
    return f"{value:.0%}"


def hub(probability: float | None) -> str:
    """Write how likely a contact detail serves strangers; None where nothing points to it."""
    return "no sign of it" if probability is None else share(probability)


def bits(value: float) -> str:
    """Write bits with their sign."""
    return f"{value:+.1f}".replace("-", "−")


def day(moment: datetime | None) -> str:
    """Write a day (UTC)."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}" if moment else UNKNOWN


def minute(moment: datetime | None) -> str:
    """Write a time (UTC)."""
    return f"{day(moment)}, {moment:%H:%M} UTC" if moment else "time unknown"


def span(first: datetime | None, last: datetime | None) -> str:
    """Write a period (UTC), its first part no longer than needed."""
    if first is None or last is None:
        return UNKNOWN
    if first.date() == last.date():
        return day(first)
    start = day(first) if first.year != last.year else day(first).rpartition(" ")[0]
    return f"{start} – {day(last)}"


def showing(first: int, last: int, in_all: int, what: str) -> str:
    """Say which part of how many is shown; ``what`` is a plural that ends in s."""
    return f"Showing {part(first, last, in_all, what)}"


def part(first: int, last: int, in_all: int, what: str) -> str:
    """Write a part of how many; ``what`` is a plural that ends in s."""
    if in_all == 0:
        return f"no {what}"
    if (first, last) == (1, in_all):
        return f"{'' if in_all == 1 else 'all '}{count(in_all, what[:-1], what)}"
    return f"{first:,}–{last:,} of {in_all:,} {what}"
