"""What became of the pictures that a source's posts name, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.images.looks import Outcome

BEGINNING = "Pictures: "


@dataclass
class Tally:
    """How many of the names that posts give led to what.

    Attributes
    ----------
    found : dict of Outcome or None to int
        Pictures that are there, by what came of looking at them; None: nothing here decodes their
        format.
    missing : int
        Names of nothing beside the source.
    refused : int
        Files that could not be read or were not safe to unpack.
    no_picture : int
        Files that are empty or hold no picture.
    """

    found: dict[Outcome | None, int] = field(default_factory=dict)
    missing: int = 0
    refused: int = 0
    no_picture: int = 0

    def count_found(self, outcome: Outcome | None) -> None:
        """Count a picture that is there."""
        self.found[outcome] = self.found.get(outcome, 0) + 1

    def sentence(self) -> str | None:
        """Say what is wrong with the pictures that posts name; None where nothing is.

        Returns
        -------
        str or None
            Begins with `BEGINNING`.
        """
        kept = sum(self.found.values())
        absent = _listed(
            (self.missing, "not there"),
            (self.no_picture, "empty or no picture"),
            (self.refused, "not to be read safely"),
        )
        unlike = _listed(
            (self.found.get(Outcome.PLAIN, 0), "too plain to tell from others"),
            (self.found.get(Outcome.BROKEN, 0), "broken"),
            (self.found.get(Outcome.LARGE, 0), "too large to be decoded"),
            (self.found.get(None, 0), "in a format that is not decoded here (HEIC)"),
        )
        if not absent and not unlike:
            return None
        if not kept and not self.no_picture and not self.refused:
            return (
                f"{BEGINNING}none of the {self.missing:,} that posts name lies beside it; once "
                "they do, ingest it again to have them compared."
            )
        named = kept + self.missing + self.no_picture + self.refused
        said = f"{BEGINNING}of {named:,} that posts name, {kept:,} were found and kept"
        if absent:
            said += f", {absent}"
        return f"{said}; not compared: {unlike}." if unlike else f"{said}."


def _listed(*counted: tuple[int, str]) -> str:
    """List what there is any of."""
    return ", ".join(f"{many:,} {what}" for many, what in counted if many)
