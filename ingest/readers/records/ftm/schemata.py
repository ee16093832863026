"""What the schemata of FollowTheMoney are to Spoor: relations, words, accounts, or nothing."""

from __future__ import annotations

EDGES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Associate": (("person",), ("associate",)),
    "Call": (("caller", "callerNumber"), ("receiver", "receiverNumber")),
    "ContractAward": (("supplier",), ("contract", "authority")),
    "CourtCaseParty": (("party",), ("case",)),
    "Debt": (("debtor",), ("creditor",)),
    "Directorship": (("director",), ("organization",)),
    "Documentation": (("document",), ("entity",)),
    "EconomicActivity": (("holder", "sender"), ("receiver", "contract")),
    "Employment": (("employee",), ("employer",)),
    "Family": (("person",), ("relative",)),
    "Membership": (("member",), ("organization",)),
    "Occupancy": (("holder",), ("post",)),
    "Ownership": (("owner",), ("asset",)),
    "Payment": (("payer", "payerAccount"), ("beneficiary", "beneficiaryAccount")),
    "ProjectParticipant": (("participant",), ("project",)),
    "Representation": (("agent",), ("client",)),
    "Similar": (("candidate",), ("match",)),
    "Succession": (("predecessor",), ("successor",)),
    "UnknownLink": (("subject",), ("object",)),
}
"""Relations, with the properties that name their ends; of several the first that is there."""

NUMBERS = frozenset({"callerNumber", "receiverNumber"})
"""Ends that are no entities but telephone numbers."""

HOLDERS = {"UserAccount": "owner", "CryptoWallet": "holder"}
"""What somebody holds, with the property that says who."""

SENDERS = {"Message": ("senderAccount", "sender"), "Email": ("emitters",)}
"""Messages, with the properties that name the entity whose words they are."""

NOTES = frozenset({"Note"})
DOCUMENTS = frozenset({
    "Document", "PlainText", "HyperText", "Article", "Pages", "Page", "Table", "Image", "Video",
    "Audio", "Folder", "Package", "Workbook",
})  # fmt: skip
"""Posts where they hold text."""

SECRETS = frozenset({"password", "privateKey", "indexText", "translatedText", "headers"})
"""Left out: secrets of others, and what only repeats the rest."""
