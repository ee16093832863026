"""Bank accounts: numbers beside a bank's name or a word for account, and their holders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.payments import banks, cards, clusters, digits, holders, named_behind
from ingest.extract.payments.banks import Bank
from ingest.extract.payments.clusters import Cluster
from ingest.extract.payments.digits import Run
from ingest.extract.phones import numbers
from ingest.extract.setting import Setting

_SHORTEST, _LONGEST = 8, 19
_LOOSE = re.compile(r"[^0-9\n\x00+@$₫฿€£¥]{1,32}(?=[0-9])")
_BEFORE = re.compile(
    r"(?<![0-9.,+@A-Za-z])[0-9][0-9 .-]{6,24}[0-9](?=[ \t]{0,2}[(/,:-]?[ \t]{0,2}\Z)"
)
_IFSC = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{4})0[A-Za-z0-9]{6}(?![A-Za-z0-9])")
_IFSC_BANKS = {
    "SBIN": "SBI", "HDFC": "HDFC", "ICIC": "ICICI", "PUNB": "PNB", "UTIB": "AXIS",
    "KKBK": "KOTAK", "BARB": "BOB", "CNRB": "CANARA", "UBIN": "UNION", "BKID": "BOI",
    "IDFB": "IDFC", "YESB": "YES", "INDB": "INDUSIND", "FDRL": "FEDERAL", "IBKL": "IDBI",
}  # fmt: skip
_NOT_ACCOUNTS = frozenset({
    "rp", "idr", "rm", "usd", "harga", "price", "dp", "total", "hub", "hubungi", "call", "hp",
    "telp", "tel", "tlp", "phone", "sms", "contact", "kontak", "nik", "ktp", "cccd", "cmnd",
    "sđt", "sdt", "đt", "โทร", "เบอร์", "resi", "npwp", "id", "giá", "passport", "order", "invoice",
})  # fmt: skip
"""Words after which a number is no account's."""


def find(text: str, cues: list[Cue], setting: Setting) -> Iterator[Found]:
    """Find bank accounts.

    Parameters
    ----------
    text : str
        Unified.
    cues : list of Cue
        Words of all kinds of payments in the text, in order.
    setting : Setting

    Yields
    ------
    Found
        Kind ``bank``; the value is the digits. The country is the bank's, else the one that the
        word for account or the setting tells; ``?`` stands for what is not told. A number that
        reads as a telephone number as well counts only beside a word for account or a holder,
        and with as many digits as that bank's numbers have. Card numbers are hidden.
    """
    place, taken = 0, 0
    while place < len(cues):
        if cues[place].family not in clusters.FAMILIES:
            place += 1
            continue
        is_others = place > 0 and clusters.is_others(text, cues[place - 1], cues[place])
        cluster, place = clusters.gather(text, cues, place, setting)
        item = None
        if cluster.banks or (cluster.account and not is_others):
            item, place = _after(text, cues, place, cluster, setting)
        if item is None and cluster.banks:
            item = _in_front(text, cluster, taken, setting)
        if item is not None:
            taken = item.end
            yield item


def _after(
    text: str, cues: list[Cue], place: int, cluster: Cluster, setting: Setting
) -> tuple[Found | None, int]:
    """Read the account whose number follows the words."""
    start = announced.number_start(text, cluster.end)
    is_loose = start is None or not "0" <= text[start : start + 1] <= "9"
    if is_loose:
        start = _loose_start(text, cues, place, cluster, setting)
    if start is None:
        return None, place
    run = digits.read(text, start, _lengths(cluster, setting))
    if run is None:
        return None, place
    is_said = announced.names_number(text[cluster.end : start])
    around, place = clusters.follow(text, cues, place, cluster, run.end, setting)
    return _account(text, around, run, setting, is_said, is_loose), place


def _loose_start(
    text: str, cues: list[Cue], place: int, cluster: Cluster, setting: Setting
) -> int | None:
    """Where a number begins behind a few words, such as a branch's name."""
    match = _LOOSE.match(text, cluster.end)
    if match is None or (place < len(cues) and cues[place].start < match.end()):
        return None
    words = {word.strip(".:").lower() for word in match.group().split()}
    if words & _NOT_ACCOUNTS or words & holders.announcing(setting.cues):
        return None
    return match.end()


def _in_front(text: str, cluster: Cluster, taken: int, setting: Setting) -> Found | None:
    """Read the account whose number stands before the words."""
    begin = max(taken, cluster.start - 34)
    match = _BEFORE.search(text[begin : cluster.start])
    lengths = _lengths(cluster, setting)
    run = digits.read(text, begin + match.start(), lengths) if match else None
    if run is None or len(run.digits) not in lengths or run.end > cluster.start:
        return None
    around = cluster if cluster.holder else cluster._replace(account=None)
    return _account(text, around, run, setting, is_said=False, is_loose=True)


def _account(
    text: str, cluster: Cluster, run: Run, setting: Setting, is_said: bool, is_loose: bool
) -> Found | None:
    """Decide whether a number is an account's, and at which bank."""
    size = len(run.digits)
    if cards.is_card(run.digits):
        return cards.hidden(run, setting)
    if not _SHORTEST <= size <= _LONGEST:
        return None
    told = cluster.account.tells if cluster.account else None
    words = cluster.named()
    bank = banks.meant(words, size, (told, setting.region)) or _by_ifsc(text, run)
    if bank is None and not cluster.has_word:
        is_announced = cluster.account is not None and (is_said or cluster.holder is not None)
        if not is_announced:
            return None
    country = bank.country if bank else told or setting.region
    has_shape = bank is not None and size in bank.lengths
    is_wrong = bank is not None and bool(bank.lengths) and not has_shape
    if _is_phone(run.digits, country) and (is_wrong or is_loose or not cluster.is_sure):
        return None
    if not has_shape and (is_loose or not (cluster.is_sure or is_said)):
        return None
    name = bank.name if bank else "?"
    rules = ["bank" if words else "account", *(["shape"] if has_shape else [])]
    holder = cluster.holder
    if holder is None and bank is not None:
        end = max(run.end, cluster.end)
        holder = named_behind.read(text, end, setting.cues)
        if holder is None and country == "VN":
            following = holders.vietnamese(text, end, len(text), setting.cues)
            holder = following[0] if following else None
    return Found(
        run.start,
        run.end,
        "bank",
        run.digits,
        f"bank:{country or '?'}:{name}:{run.digits}",
        " + ".join([*rules, *(["holder"] if holder else [])]),
        (0.95 if cluster.is_sure else 0.9) if has_shape else (0.8 if bank else 0.7),
        holder=holder,
    )


def _lengths(cluster: Cluster, setting: Setting) -> set[int]:
    """How many digits the numbers of the named banks have."""
    named = [bank for word in cluster.banks for bank in banks.listed().by_word[word]]
    told = cluster.account.tells if cluster.account else None
    at_home = [bank for bank in named if bank.country in (told, setting.region)]
    return {length for bank in at_home or named for length in bank.lengths}


def _by_ifsc(text: str, run: Run) -> Bank | None:
    """Tell an Indian bank from the code of its branch, somewhere beside the number."""
    for part in (text[run.end : run.end + 80], text[max(0, run.start - 60) : run.start]):
        match = _IFSC.search(part)
        if match is not None:
            code = match.group(1).upper()
            return Bank("IN", _IFSC_BANKS.get(code, code), ())
    return None


def _is_phone(written: str, country: str | None) -> bool:
    """Whether digits also read as a telephone number as people write it in a country."""
    if country is None:
        return False
    return (written[0] == "0" or country in ("IN", "SG")) and (
        numbers.clean(written, country) is not None
    )
