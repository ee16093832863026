"""PIX keys: random ones, tax numbers of people (hidden) and of companies."""

from __future__ import annotations

import re

from stdnum.br import cnpj, cpf

from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.phones import numbers
from ingest.extract.setting import Setting

_FILLER = re.compile(
    r"(?:[ \t:=.,/()\[\]|*\"'>→_-]|\n|(?:chave|key|cpf|cnpj|aleat[óo]ria|é|eh|da|do|no|n[ºo°]|"
    r"is|para|a|o|e|meu|minha|nosso|nossa|pix|via|por|como|na|ao|n[úu]mero|seguinte|esse|este|"
    r"aqui|tipo|key)(?![^\W_])){0,14}",
    re.IGNORECASE,
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}(?![0-9A-Za-z])", re.IGNORECASE)
_COMPANY = re.compile(
    r"[0-9]{2}\.?[0-9]{3}\.?[0-9]{3} ?[/ ]? ?[0-9]{4} ?[- ]? ?[0-9]{2}(?![0-9A-Za-z])"
)
_PERSON = re.compile(
    r"[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3} ?[-. /]? ?[0-9]{2}(?![0-9A-Za-z]|[ -]?[0-9]{3})"
)


def read(text: str, cue: Cue, setting: Setting) -> Found | None:
    """Read the key that follows ``pix``; after ``chave`` alone only a random one.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
    setting : Setting

    Returns
    -------
    Found or None
        Kind ``pix`` with a random key, or with a keyed stand-in for a person's tax number (CPF,
        also where the digits could be a telephone number's: the key is the same either way);
        kind ``company`` for a CNPJ. Telephone numbers and e-mail addresses are left to those who
        read these.
    """
    gap = _FILLER.match(text, cue.end, cue.end + 40)
    start = gap.end() if gap else cue.end
    said = text[cue.end : start].lower()
    match = _UUID.match(text, start)
    if match is not None:
        value = _dashed(match.group().lower())
        return Found(start, match.end(), "pix", value, f"pix:{value}", "random key", 0.97, "pix")
    match = _COMPANY.match(text, start) if "pix" in cue.word else None
    if match is not None and cnpj.is_valid(match.group()):
        value = cnpj.compact(match.group())
        key = f"company:BR:{value}"
        rule = "cnpj + check digits"
        return Found(start, match.end(), "company", value, key, rule, 0.97, "pix")
    match = _PERSON.match(text, start) if "pix" in cue.word else None
    if match is None or not cpf.is_valid(re.sub(r"[^0-9]", "", match.group())):
        return None
    digits = re.sub(r"[^0-9]", "", match.group())
    is_plain = match.group() == digits and "cpf" not in said
    is_phone = is_plain and numbers.clean(digits, "BR") is not None
    value = setting.hidden("pix", digits)
    confidence = 0.6 if is_phone else 0.95
    return Found(
        start, match.end(), "pix", value, f"pix:{value}", "cpf + check digits", confidence, "pix"
    )


def _dashed(written: str) -> str:
    """Write a random key with its dashes."""
    bare = written.replace("-", "")
    return "-".join((bare[:8], bare[8:12], bare[12:16], bare[16:20], bare[20:]))
