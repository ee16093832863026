"""Which columns of a list of taxa hold what, told by their names in several languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from graph.errors import UsageError

SCIENTIFIC_NAME = "scientific_name"
STATUS = "status"
SYNONYMS = "synonyms"
NOTE = "note"
RANK = "rank"
EPITHET = "species_epithet"
NAMES = "names."
HIGHER = ("kingdom", "phylum", "class", "order", "family", "subfamily", "genus")
UNDETERMINED = "und"

_CALLED = {
    SCIENTIFIC_NAME: (
        "full name", "scientific name", "latin name", "taxon name", "accepted name", "taxon",
        "species name", "nama ilmiah", "nama latin", "nama spesies", "nama saintifik",
        "tên khoa học", "ชื่อวิทยาศาสตร์", "学名", "拉丁名", "拉丁学名", "學名",
        "nombre científico", "nome científico", "nom scientifique", "wissenschaftlicher name",
        "الاسم العلمي", "nome scientifico", "научное название", "species", "spesies", "especie",
        "espécie", "espèce", "art",
    ),
    STATUS: (
        "current listing", "listing", "appendix", "cites appendix", "status", "schedule",
        "protection status", "protection", "category", "legal status", "status perlindungan",
        "perlindungan", "keterangan status", "jadual", "nhóm", "tình trạng", "phụ lục", "สถานะ",
        "บัญชี", "保护级别", "级别", "附录", "保護等級", "estado", "categoría", "apéndice",
        "categoria", "apêndice", "situação", "statut", "annexe", "catégorie", "schutzstatus",
        "anhang", "schutz", "الحالة", "الملحق",
    ),
    SYNONYMS: (
        "synonyms with authors", "synonyms", "synonym", "sinonim", "sinónimos", "sinônimos",
        "synonymes", "synonyme", "异名", "tên đồng nghĩa", "ชื่อพ้อง",
    ),
    NOTE: ("note", "notes", "remarks", "annotation", "full annotation english", "keterangan",
           "ghi chú", "หมายเหตุ", "备注", "notas", "observaciones", "observações", "remarques",
           "bemerkung", "bemerkungen", "ملاحظات"),
    RANK: ("rank name", "rank", "taxon rank", "rang", "rango", "tingkat takson"),
    "kingdom": ("kingdom",),
    "phylum": ("phylum", "filum"),
    "class": ("class", "kelas", "lớp", "纲", "clase", "classe", "klasse"),
    "order": ("order", "ordo", "bộ", "目", "orden", "ordem", "ordre", "ordnung"),
    "family": ("family", "famili", "suku", "họ", "วงศ์", "科", "familia", "família", "famille",
               "familie", "الفصيلة"),
    "subfamily": ("subfamily",),
    "genus": ("genus", "marga", "属", "género", "gênero", "genre", "gattung"),
    EPITHET: ("species epithet", "species", "specific epithet"),
    NAMES + "en": ("english names", "english name", "english", "name in english",
                   "common name english", "nama inggris", "tên tiếng anh", "英文名",
                   "nombre en inglés", "nom anglais", "englischer name"),
    NAMES + "es": ("spanish names", "spanish name", "nombre común", "nombres comunes",
                   "nombre en español", "nombre vernáculo", "nombre"),
    NAMES + "fr": ("french names", "french name", "nom commun", "noms communs", "nom français",
                   "nom vernaculaire"),
    NAMES + "id": ("nama indonesia", "nama lokal", "nama daerah", "nama umum",
                   "indonesian name", "nama jenis"),
    NAMES + "ms": ("nama melayu", "nama tempatan", "malay name"),
    NAMES + "vi": ("tên việt nam", "tên tiếng việt", "tên thông thường", "tên phổ thông",
                   "vietnamese name"),
    NAMES + "th": ("ชื่อไทย", "ชื่อสามัญ", "ชื่อภาษาไทย", "thai name"),
    NAMES + "zh": ("中文名", "中文名称", "中名", "中文名稱", "chinese name"),
    NAMES + "pt": ("nome comum", "nome popular", "nomes comuns", "portuguese name"),
    NAMES + "de": ("deutscher name", "deutsche namen", "trivialname", "german name"),
    NAMES + "ar": ("الاسم العربي", "الاسم الشائع", "arabic name"),
    NAMES + "it": ("nome comune", "nome italiano"),
    NAMES + UNDETERMINED: ("common name", "common names", "vernacular name", "vernacular names",
                           "local name", "local names"),
}  # fmt: skip

FIELDS = tuple(_CALLED)


def columns_of(header: Sequence[str], told: Mapping[str, str], place: str) -> dict[str, str]:
    """Tell which column holds what.

    Parameters
    ----------
    header : sequence of str
        The names of the columns.
    told : mapping
        What a person says, from field to column; it goes before what the names tell.
    place : str
        The file, for messages.

    Returns
    -------
    dict
        From field (``scientific_name status synonyms note rank family … names.id``) to column.

    Raises
    ------
    UsageError
        If a column that was told is not there, a field is none, or no column holds the
        scientific names.
    """
    _check(header, told, place)
    plain = {_plain(name): name for name in reversed(header)}
    found = dict(told)
    for field, called in _CALLED.items():
        column = next((plain[_plain(name)] for name in called if _plain(name) in plain), None)
        if column is not None and column not in found.values():
            found.setdefault(field, column)
    if SCIENTIFIC_NAME not in found:
        raise UsageError(
            f"{place}: no column is known to hold scientific names (there is "
            f"{', '.join(name[:40] for name in header[:12])}); name it with "
            "--column scientific_name=COLUMN."
        )
    return found


def _check(header: Sequence[str], told: Mapping[str, str], place: str) -> None:
    """Raise `UsageError` for what was told and cannot be."""
    for field, column in told.items():
        if field not in FIELDS and not field.startswith(NAMES):
            raise UsageError(
                f"--column {field}={column}: name one of {', '.join(FIELDS[:5])}, family or "
                "names.LANGUAGE, such as names.id."
            )
        if column not in header:
            raise UsageError(
                f"--column {field}={column}: {place} has no such column (there is "
                f"{', '.join(name[:40] for name in header[:12])})."
            )


def _plain(name: str) -> str:
    """Write a column's name without case, accents, signs and the joints of camel case."""
    spaced = "".join(
        f" {letter}" if letter.isupper() and before.islower() else letter
        for before, letter in zip(" " + name, name, strict=False)
    )
    letters = unicodedata.normalize("NFKD", spaced.casefold())
    kept = (
        letter if letter.isalnum() else "" if unicodedata.combining(letter) else " "
        for letter in letters
    )
    return " ".join("".join(kept).split())
