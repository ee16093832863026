"""The workspace's settings that decide a detection, read from ``spoor.toml``."""

from __future__ import annotations

import tomllib
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import WorkspaceError
from graph.workspace import Workspace

Section = TypeVar("Section", bound=BaseModel)


def known_layers() -> tuple[str, ...]:
    """Name the layers of evidence; only now is what weighs them loaded."""
    from graph.ties.layers.known import LAYERS

    return LAYERS


class DetectionSettings(BaseModel):
    """How communities are detected.

    Attributes
    ----------
    seed : int
        Seed of everything random.
    method : str
        One of `graph.communities.methods.METHODS`.
    layers : tuple of str
        Layers of evidence that take part.
    resolution, threshold_bits : float, optional
        Instead of the calibration's, for one detection.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    seed: int = 1
    method: str = "leiden-cpm"
    layers: tuple[str, ...] = Field(default_factory=known_layers)
    resolution: float | None = Field(default=None, gt=0)
    threshold_bits: float | None = None


def read_settings(workspace: Workspace) -> DetectionSettings:
    """Read the section ``[detection]`` of a workspace's settings.

    Raises
    ------
    WorkspaceError
        If a key is unknown, a value is of the wrong kind, or a layer does not exist.
    """
    place = workspace.settings_file
    settings = checked_section(workspace, "detection", DetectionSettings)
    if unknown := set(settings.layers) - set(known_layers()):
        raise WorkspaceError(
            f"{place}: [detection] layers: {', '.join(sorted(unknown))} does not exist; "
            f"take of {', '.join(known_layers())}."
        )
    return settings


def settings_section(workspace: Workspace, name: str) -> dict[str, Any] | None:
    """Read a section of a workspace's settings as it stands; None where there is none.

    Raises
    ------
    WorkspaceError
        If the file cannot be read, or the section is no table.
    """
    place = workspace.settings_file
    try:
        found = tomllib.loads(place.read_text(encoding="utf-8")).get(name)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WorkspaceError(f"{place}: cannot be read ({error}); mend it.") from None
    if found is not None and not isinstance(found, dict):
        raise WorkspaceError(f"{place}: {name} is no section; write [{name}] above its values.")
    return found


def checked_section(workspace: Workspace, name: str, model: type[Section]) -> Section:
    """Read a section of a workspace's settings; what is not set there has its default.

    Raises
    ------
    WorkspaceError
        If a key is unknown or missing, or a value is of the wrong kind; the value itself is not
        repeated.
    """
    try:
        return model.model_validate(settings_section(workspace, name) or {})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        where = f"[{name}] {key}".strip()
        what = first["msg"].removeprefix("Value error, ")
        raise WorkspaceError(
            f"{workspace.settings_file}: {where}: {what[:1].lower()}{what[1:]}; correct it."
        ) from None
