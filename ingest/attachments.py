"""Attachments: files that lie beside what is read in folders and zips, and are not read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

_PICTURES = "jpg jpeg png gif webp bmp tif tiff svg ico heic heif avif tgs was thumb"
_RECORDINGS = "mp4 m4v mov 3gp avi mkv webm opus ogg oga m4a mp3 aac amr wav flac"
_DOCUMENTS = "pdf vcf ics doc docx odt rtf ppt pptx odp pages key epub apk"
_FURNITURE = "css js map woff woff2 ttf otf eot"
_SUFFIXES = frozenset(
    f".{suffix}"
    for kind in (_PICTURES, _RECORDINGS, _DOCUMENTS, _FURNITURE)
    for suffix in kind.split()
)
_CHAT = "_chat.txt"
_OF_IPHONE = re.compile(r"\d{8}-.")
_OF_ANDROID = re.compile(r"[A-Z]{3}-\d{8}-WA\d{4,}\.")


def chat_folders(paths: Iterable[str]) -> frozenset[str]:
    """Name the folders that hold a chat as an iPhone exports it, by the paths of all files."""
    found = map(PurePosixPath, paths)
    return frozenset(str(path.parent) for path in found if path.name == _CHAT)


def is_attachment(path: str, chats: frozenset[str] = frozenset()) -> bool:
    """Whether a file in a folder or zip is a picture, recording, document or page furniture.

    Parameters
    ----------
    path : str
        Its path, with forward slashes.
    chats : frozenset of str
        The folders that hold a chat: what an iPhone numbered beside it was sent in it, whatever
        kind of file it is.
    """
    file = PurePosixPath(path)
    if file.suffix.lower() in _SUFFIXES or _OF_ANDROID.match(file.name):
        return True
    return str(file.parent) in chats and _OF_IPHONE.match(file.name) is not None
