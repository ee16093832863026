"""Media in a chat: files that lie beside it, and words in place of files that were left out."""

from __future__ import annotations

import polars as pl

from ingest.readers.whatsapp.marks import MARKS, unmarked
from ingest.readers.whatsapp.phrases import ATTACHED, KINDS, PLACEHOLDERS, alike

_M = f"[{MARKS}]"
_FILE = r"(?P<file>[^\n<>/\\:*?\"|]+\.[A-Za-z0-9]{1,5})"
_IN_ANGLES = (
    rf"(?s)^(?:(?P<before>.*?)\s?{_M}+)?<\s*{_M}*(?P<word>[^<>:\n]{{1,60}}):\s?{_FILE}\s*>{_M}*"
    r"(?P<after>\s.*)?$"
)
_NAMED = rf"(?s)^{_M}*{_FILE} [(<]{_M}*(?P<word>[^()<>\n]+)[)>]{_M}*(?P<after>\n.*)?$"
_LEFT_OUT = rf"(?s)^{_M}*<\s?{_M}*(?P<word>[^<>\n]+?){_M}*\s?>{_M}*(?P<after>\n.*)?$"
_LEFT_OUT_MARKED = (
    rf"(?s)^(?:(?P<before>.*?)\s?(?:• ?{_M}[^\n{MARKS}]*)?)?{_M}+(?P<word>[^<>\n{MARKS}]+)"
    rf"(?P<after>\n[^{MARKS}]*)?$"
)
_OWN_NAME = r"^(?:IMG|VID|AUD|PTT|STK|DOC)-\d{8}-WA\d+\."
_SEVERAL_WORDS = r"^\p{L}+(?:[ '’]\p{L}+)+$"
_PAGES = rf"\s•\s?{_M}.*$"
_DOCUMENT = r"^[^\n]+\.[A-Za-z0-9]{1,5}$"
_KIND_OF_FILE = {
    "contact": r"\.vcf$",
    "gif": r"(?:\.gif$|-gif-)",
    "sticker": r"(?:^stk-|-sticker-|\.webp$|\.was$)",
    "image": r"\.(?:jpe?g|png|heic|heif|bmp)$",
    "video": r"\.(?:mp4|mov|3gp|m4v|avi|webm|mkv)$",
    "audio": r"\.(?:opus|ogg|m4a|mp3|aac|amr|wav)$",
    "document": r".",
}
SPECIAL = rf"[<{MARKS}]|\.[A-Za-z0-9]{{1,5}} \("
"""What a text holds that may stand for media."""


def read_media(said: pl.DataFrame, *, is_iphone: bool) -> pl.DataFrame:
    """Tell which messages are media.

    Parameters
    ----------
    said : polars.DataFrame
        ``said``, a message's text with the marks in it, and ``has_lead``, whether a mark stands
        before its heading, as an iPhone puts it where there is a file or one was left out.
    is_iphone : bool
        Whether an iPhone wrote the chat.

    Returns
    -------
    polars.DataFrame
        One row each: ``kind`` (null: not media), ``file`` (its name; null: not named),
        ``is_included``, ``caption``, and ``placeholder``: words that are taken for media by their
        form only.
    """
    frame = said.with_columns(
        _groups("angles", _IN_ANGLES, "before", "word", "file", "after"),
        _groups("named", _NAMED, "word", "file", "after"),
        _groups("left", _LEFT_OUT, "word", "after"),
        _groups("marked", _LEFT_OUT_MARKED, "before", "word", "after"),
        is_left_out_in_words=alike(unmarked(pl.col("said"))).is_in(PLACEHOLDERS),
    )
    rules = [_in_angles(), _named(), _left_out(), _in_words()]
    if is_iphone:
        rules.insert(3, _marked())
    frame = frame.with_columns(pl.coalesce(rules).alias("media")).unnest("media")
    return frame.select(
        _kind().alias("kind"),
        "file",
        "is_included",
        pl.when(pl.col("is_media")).then(_text(pl.col("caption"))).alias("caption"),
        "placeholder",
    )


def _groups(name: str, pattern: str, *groups: str) -> pl.Expr:
    """Match a pattern; the struct's fields are null where it does not match."""
    return pl.col("said").str.extract_groups(pattern).struct.field(*groups).name.prefix(f"{name}_")


def _rule(
    condition: pl.Expr,
    *,
    is_included: bool,
    file: pl.Expr | None = None,
    word: pl.Expr | None = None,
    caption: pl.Expr | None = None,
    placeholder: pl.Expr | None = None,
) -> pl.Expr:
    """What a message is where a condition holds, else null."""
    nothing = pl.lit(None, pl.String)
    return pl.when(condition.fill_null(False)).then(
        pl.struct(
            is_media=pl.lit(True),
            is_included=pl.lit(is_included),
            file=file if file is not None else nothing,
            word=word if word is not None else nothing,
            caption=caption if caption is not None else nothing,
            placeholder=placeholder if placeholder is not None else nothing,
        )
    )


def _in_angles() -> pl.Expr:
    """``<attached: 00000042-PHOTO.jpg>``, a caption or a document's title before it."""
    before = pl.col("angles_before").str.replace(_PAGES, "")
    file = pl.col("angles_file").str.strip_chars()
    is_title = file.str.replace(r"^\d+-", "") == before
    caption = _lines(pl.when(~is_title.fill_null(False)).then(before), pl.col("angles_after"))
    return _rule(file.is_not_null(), is_included=True, file=file, caption=caption)


def _named() -> pl.Expr:
    """``IMG-20210428-WA0001.jpg (file attached)``, the caption on the lines after it."""
    file = pl.col("named_file")
    sure = (
        alike(unmarked(pl.col("named_word"))).is_in(ATTACHED)
        | pl.col("said").str.contains(f"^{_M}|<{_M}")
        | file.str.contains(_OWN_NAME)
    )
    return _rule(
        file.is_not_null() & sure, is_included=True, file=file, caption=pl.col("named_after")
    )


def _left_out() -> pl.Expr:
    """``<Media omitted>`` in a known language, or other words alone in angle brackets."""
    word = pl.col("left_word")
    known = alike(unmarked(word)).is_in(PLACEHOLDERS)
    return _rule(
        word.is_not_null() & (known | word.str.contains(_SEVERAL_WORDS)),
        is_included=False,
        word=word,
        caption=pl.col("left_after"),
        placeholder=pl.when(~known).then(word),
    )


def _marked() -> pl.Expr:
    """An iPhone's ``image omitted`` after a mark, a caption or a document's name before it."""
    before = _text(pl.col("marked_before"))
    is_document = before.str.contains(_DOCUMENT).fill_null(False)
    return _rule(
        pl.col("has_lead") & pl.col("marked_word").is_not_null(),
        is_included=False,
        file=pl.when(is_document).then(before),
        word=pl.col("marked_word"),
        caption=_lines(pl.when(~is_document).then(before), pl.col("marked_after")),
    )


def _in_words() -> pl.Expr:
    """``image omitted`` where marks and brackets were lost."""
    return _rule(pl.col("is_left_out_in_words"), is_included=False, word=pl.col("said"))


def _kind() -> pl.Expr:
    """Name the kind of media, by the file or by the words in its place."""
    name, words = pl.col("file").str.to_lowercase(), pl.col("word").str.to_lowercase()
    by_file = pl.coalesce(
        pl.when(name.str.contains(pattern)).then(pl.lit(kind))
        for kind, pattern in _KIND_OF_FILE.items()
    )
    by_words = pl.coalesce(
        pl.when(words.str.contains(pattern)).then(pl.lit(kind)) for kind, pattern in KINDS.items()
    )
    return pl.when(pl.col("is_media")).then(pl.coalesce(by_file, by_words, pl.lit("media")))


def _lines(before: pl.Expr, after: pl.Expr) -> pl.Expr:
    """Join what stands before and after the name of a file or the words in its place."""
    return pl.concat_str(before, after.str.strip_chars(), separator="\n", ignore_nulls=True)


def _text(text: pl.Expr) -> pl.Expr:
    """A text without marks and blanks at its ends; null where nothing is left."""
    bare = text.str.replace(f"^[{MARKS}\\s]+", "").str.replace(f"[{MARKS}\\s]+$", "")
    return pl.when(bare != "").then(bare)
