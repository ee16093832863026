"""Numbers of bank accounts and wallets that prove themselves by their check digits."""

from __future__ import annotations

from ingest.extract.payments import crypto, ibans


def money_key(written: str) -> str | None:
    """Key of an IBAN or wallet, from how a person writes it; None where it is none.

    Examples
    --------
    >>> money_key("GB33 BUKB 2020 1555 5555 55")
    'iban:GB33BUKB20201555555555'
    >>> money_key("GB34 BUKB 2020 1555 5555 55") is None
    True
    """
    return ibans.key_of(written) or crypto.key_of("".join(written.split()))
