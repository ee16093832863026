"""What facebook-scraper says of a post and its comments, from JSON or from a table."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.readers.facebook.addresses import is_number, post_of
from ingest.readers.facebook.kept import rest
from ingest.readers.facebook.people import Place, author, exact, group
from ingest.readers.facebook.threads import Comment, comments_in
from ingest.readers.json_lines import Item
from ingest.readers.json_values import inner, items, text, texts
from ingest.readers.looks import Looks
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows

_NAMES = frozenset({"post_id", "post_url", "username"})
_TELLTALE = frozenset({
    "post_text", "shared_text", "comments_full", "user_url", "factcheck", "is_live", "available",
    "w3_fb_url", "shared_username",
})  # fmt: skip
_TAKEN = (
    "post_id",
    "post_url",
    "timestamp",
    "time",
    "user_id",
    "username",
    "user_url",
    "text",
    "post_text",
    "listing_price",
    "listing_location",
    "source",
)
_OF_COMMENTS = (
    "comment_id",
    "comment_url",
    "comment_time",
    "comment_text",
    "comment_image",
    "commenter_id",
    "commenter_name",
    "commenter_url",
)
_MARKUP = "The posts' markup, which facebook-scraper saved as 'source', is not kept."


def has_its_names(looks: Looks) -> bool:
    """Whether the names are those of its posts."""
    return looks.names >= _NAMES and not looks.names.isdisjoint(_TELLTALE)


class Posts:
    """Tells posts and their comments.

    Parameters
    ----------
    group_id : str or None
        Id of the group of posts whose address does not name one; null: such a post is of none.
    """

    def __init__(self, group_id: str | None) -> None:
        self._group_id = group_id

    def tell(self, item: Item, rows: ToldRows) -> None:
        """Tell a post and its comments, each as a row."""
        place = self._place(text(item.value, "post_url"))
        row = _post_row(item.value, place)
        if text(item.value, "source") is not None:
            rows.note(_MARKUP)
        rows.tell(item.locator, row)
        comments = inner(item.value, "comments_full")
        if isinstance(comments, str):
            rows.refuse(f"{item.locator}, comments", "they cannot be read", comments)
        beneath = f"{item.locator}, comment"
        answered = _post_id(item.value)
        for comment in comments_in(items(comments), beneath, answered, _comment_id):
            try:
                rows.tell(comment.locator, _comment_row(comment, place))
            except Refusal as refusal:
                rows.refuse(comment.locator, refusal.reason, comment.value, refusal.field)

    def _place(self, url: str | None) -> Place:
        """Name the group of a post."""
        place = group(None, None, url)
        if self._group_id is None or any(place.values()):
            return place
        name = "group_id" if is_number(self._group_id) else "group_handle"
        return {**place, name: self._group_id}


def _post_row(post: object, place: Place) -> dict[str, object]:
    """Tell what a post says."""
    if not isinstance(post, Mapping):
        raise Refusal(None, "it is no post")
    url, post_id = text(post, "post_url"), _post_id(post)
    words, passed_on = _words(post)
    image, title = text(post, "image"), text(post, "listing_title")
    shown = texts(post, "images") or texts([image])
    if not (post_id or url or words or shown or title):
        raise Refusal("post_id", "the post has neither an id nor an address nor words")
    user, name = text(post, "user_id"), text(post, "username")
    told = [*_TAKEN, *(["image"] if image in shown else [])]
    return {
        "platform": "facebook",
        **place,
        **author(user, name, text(post, "user_url"), place, post_id),
        "post_id": post_id,
        "post_url": url,
        "posted_at": text(post, "timestamp") or text(post, "time"),
        "text": words or title,
        "image": "\n".join(shown) or None,
        "price": text(post, "listing_price"),
        "location": text(post, "listing_location"),
        "forwarded_from": passed_on,
        **rest(
            post,
            *told,
            *(["shared_text"] if passed_on else []),
            *([] if words else ["listing_title"]),
            lists={"comments_full", "images"},
        ),
    }


def _post_id(post: object) -> str | None:
    """Read a post's id."""
    return exact(text(post, "post_id")) or post_of(text(post, "post_url"))


def _comment_id(comment: object) -> str | None:
    """Read a comment's id."""
    return exact(text(comment, "comment_id"))


def _words(post: object) -> tuple[str | None, str | None]:
    """Give a post's own words; where it has none but passes on another's, those and whose."""
    own, shared = text(post, "post_text"), text(post, "shared_text")
    if own is None and shared is None:
        own = text(post, "text")
    if own is not None or shared is None:
        return own, None
    whose = text(post, "shared_username") or text(post, "shared_user_id")
    return shared, whose or "another post"


def _comment_row(comment: Comment, place: Place) -> dict[str, object]:
    """Tell what a comment says."""
    said = comment.value
    number, words = _comment_id(said), text(said, "comment_text")
    shown = text(said, "comment_image")
    if not (number or words or shown):
        raise Refusal("comment_id", "the comment has neither an id nor words")
    commenter, name = text(said, "commenter_id"), text(said, "commenter_name")
    return {
        "platform": "facebook",
        **place,
        **author(commenter, name, text(said, "commenter_url"), place, number),
        "post_id": number,
        "post_url": text(said, "comment_url"),
        "posted_at": text(said, "comment_time"),
        "text": words,
        "image": shown,
        "reply_to": comment.answered,
        **rest(said, *_OF_COMMENTS, lists={"replies"}),
    }
