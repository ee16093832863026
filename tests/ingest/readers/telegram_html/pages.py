"""Pages in the shape that Telegram Desktop gives its HTML exports; all content is fictional."""

from __future__ import annotations

from html import escape
from pathlib import Path

TITLE = "Kicau Mania Bandung"
DEFAULT_DATE = "09.03.2026 14:05:00 UTC+07:00"
HEAD = """<!DOCTYPE html>
<html>

 <head>

  <meta charset="utf-8"/>
<title>Exported Data</title>
  <meta content="width=device-width, initial-scale=1.0" name="viewport"/>

  <link href="css/style.css" rel="stylesheet"/>

  <script src="js/script.js" type="text/javascript">

  </script>

 </head>

 <body onload="CheckLocation();">

  <div class="page_wrap">
"""
TAIL = "\n  </div>\n\n </body>\n\n</html>\n"


def block(classes: str, content: str, **attributes: str) -> str:
    """A division as the program lays it out: tags on lines of their own."""
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f'\n       <div class="{classes}"{said}>\n{content}\n       </div>\n'


def userpic(name: str) -> str:
    """The round picture beside a name, with its initials."""
    initials = block("initials", escape(name[:1]), style="line-height: 42px")
    return block("pull_left userpic_wrap", block("userpic userpic3", initials))


def message(
    number: int,
    text: str | None = None,
    *,
    sender: str | None = "Budi Santoso",
    date: str | None = DEFAULT_DATE,
    before_text: str = "",
    after_text: str = "",
    forwarded: str | None = None,
    forwarded_name: str | None = None,
    forwarded_date: str = "01.03.2026 08:00:00 UTC+07:00",
) -> str:
    """A message; ``text`` and what stands around it are markup, names are not.

    Without a sender it is joined to the message before. ``forwarded`` marks it as passed on:
    from ``forwarded_name``, or, with an empty name, without a header of its own.
    """
    said = "" if text is None else block("text", text)
    inner = before_text + said + after_text
    if forwarded is not None or forwarded_name is not None:
        inner = _forwarded(forwarded_name, forwarded_date, inner)
    head = "" if date is None else block("pull_right date details", "14:05", title=date)
    if sender is not None:
        head += block("from_name", escape(sender, quote=True) + " ")
    body = block("body", head + inner)
    picture = userpic(sender) if sender is not None else ""
    joined = "" if sender is not None else " joined"
    return block(f"message default clearfix{joined}", picture + body, id=f"message{number}")


def _forwarded(name: str | None, date: str, inner: str) -> str:
    """The part of a message that is passed on."""
    if not name:
        return block("forwarded body", inner)
    span = f'<span class="date details" title="{date}"> {date[:19]}</span>'
    header = userpic(name) + block("from_name", f"{escape(name)} {span}")
    return block("pull_left forwarded userpic_wrap", "") + block("forwarded body", header + inner)


def reply(target: str) -> str:
    """The line that says which message is answered."""
    link = f'<a href="{target}" onclick="return GoToMessage(1)">this message</a>'
    return block("reply_to details", f"In reply to {link}")


def media(classes: str, *, href: str | None = None, **parts: str) -> str:
    """A media block with its title, description and status; their content is markup."""
    inner = block("fill pull_left", "")
    inner += block(
        "body",
        "".join(
            block({"title": "title bold", "status": "status details"}.get(part, part), said)
            for part, said in parts.items()
        ),
    )
    classes = f"media clearfix pull_left {classes}"
    if href is None:
        return block("media_wrap clearfix", block(classes, inner))
    link = f'\n<a class="{classes} block_link" href="{escape(href)}">\n{inner}\n</a>\n'
    return block("media_wrap clearfix", link)


def picture(kind: str, href: str) -> str:
    """A picture that stands in the page itself: photo, sticker, video_file or animated."""
    image = f'<img class="{kind}" src="{href}_thumb.jpg" style="width: 260px; height: 195px"/>'
    link = f'\n<a class="{kind}_wrap clearfix pull_left" href="{href}">\n{image}\n</a>\n'
    return block("media_wrap clearfix", link)


def service(number: int, text: str) -> str:
    """A service row; the text is markup."""
    inner = block("body details", text)
    return block("message service", inner, id=f"message{number}")


def day(number: int, date: str) -> str:
    """The line between days, with a negative number."""
    return service(-number, date)


def chat(*blocks: str, title: str | None = TITLE, account: bool = False, tail: str = TAIL) -> str:
    """The page of a chat; with ``account`` as a whole account's export writes it."""
    history = block("page_body chat_page", block("history", "".join(blocks)))
    return HEAD + header(title, "../../lists/chats.html" if account else None) + history + tail


def header(title: str | None, back: str | None = None) -> str:
    """The head of a page: its title, and the way back."""
    if title is None:
        return ""
    name = block("text bold", escape(title) + " ")
    if back is None:
        return block("page_header", block("content", name))
    link = f'<a class="content block_link" href="{back}" onclick="return GoBack(this)">'
    return block("page_header", f"{link}{name}</a>")


def list_page(title: str, entries: list[str]) -> str:
    """A list of a whole account's export: contacts, sessions, chats."""
    rows = "".join(block("entry clearfix", block("name bold", name)) for name in entries)
    body = block("page_body list_page", block("entry_list", rows))
    return HEAD + header(title, "../export_results.html") + body + TAIL


def front_page() -> str:
    """The first page of a whole account's export."""
    rows = block("row", block("label details", "First name") + block("value bold", "Sari"))
    personal = block("personal_info clearfix", block("rows names", rows))
    return HEAD + header("Exported Data") + block("page_body", personal) + TAIL


def save(path: Path, page: str, encoding: str = "utf-8") -> Path:
    """Write a page as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page.encode(encoding))
    return path
