"""Words of long work in the background, and of what is older than it should be."""

from __future__ import annotations

from app import words
from app.jobs.telling import WAITING

NAMES = {
    "ingest": "Taking in",
    "detect": "Detecting networks",
    "report": "Making a report",
    "withdraw": "Withdrawing a source",
    "own": "Noting our own side",
    "rebuild": "Making the graph again",
}
STEPS = {
    WAITING: "Waiting for another command to finish",
    "Finding contact details": "Finding contact details",
    "Loading": "Loading into the graph",
    "Emptying": "Emptying the graph, to make it again",
    "Weighing evidence": "Weighing evidence",
    "Writing networks": "Writing networks",
}
READING = "Reading "
MEGABYTE = 1 << 20

NOT_POSSIBLE = "This cannot be done just now."
LOOK_AT_THIS = "Please look at this."
STARTING = "Starting …"
ELSEWHERE = (
    "A command, perhaps in a terminal, is writing to this workspace. What you start waits for it."
)
STOP = "Stop"
STOP_HELP = "What is finished stays; starting the same again goes on from there."
STOPPING = "Stopping …"
REFRESH = "Show what is new"
NEW_DATA = "There is newer material than this page shows."
NEW_DETECTION = "There is a newer detection than this page shows."
SEE_OUTCOME = "What came of it"
DISMISS = "Close"
ENDED = {
    "done": "finished",
    "failed": "did not succeed",
    "stopped": "was stopped",
    "cut off": "was cut off: its process ended early. Starting the same again goes on from there.",
}

DETECT = "Detect networks"
DETECT_MEANS = (
    "Weighs all evidence taken in and everything that people have judged, and finds clusters anew. "
    "It runs in the background and may take some minutes with much material. Clusters may change "
    "and may get other members; the detection shown now is kept, and judgements stay."
)
DETECT_BUSY = "Something is being worked on already; wait until it has finished."
SAY_WHO = "Say who is working, in the sidebar, first."
NO_DETECTION = "No detection yet"
NO_DETECTION_MEANS = "The material is here, but nobody has looked for networks in it."
NOTHING_YET = "Nothing has been taken in yet"
NOTHING_YET_MEANS = (
    "Give Spoor the files that were collected, then let it look for networks: on the page below, "
    "or in a terminal:"
)
BEGIN_IN_TERMINAL = "spoor ingest FILE_OR_FOLDER\nspoor detect"
DETECT_IN_TERMINAL = "spoor detect"
NO_DETECTION_TERMINAL = "In a terminal, the same is:"
TAKE_IN = "Take files in"
BEING_LOADED_REMEDY = "Taking in the same files again goes on where it stopped."
BEING_WRITTEN = (
    "A detection is being written, or its writing was cut off: ties may be missing. Detecting "
    "again completes it."
)


def name(what: str) -> str:
    """Name a kind of work."""
    return NAMES.get(what, what.capitalize())


def step(told: str, done: int, in_all: int) -> str:
    """Say what is being done; of a file that is read, how much of it."""
    if told.startswith(READING):
        if not in_all:
            return told
        return f"{told}: {_megabytes(done)} of {_megabytes(in_all)}"
    return STEPS.get(told, told)


def begun(who: str, clock: str) -> str:
    """Say who began work, and when."""
    return f"Begun by {who} at {clock} UTC"


def ended(what: str, state: str) -> str:
    """Say how work ended."""
    return f"{name(what)} {ENDED[state]}"


def being_loaded(incomplete: int, in_all: int) -> str:
    """Say that sources are not whole in the graph."""
    return (
        f"{incomplete:,} of {in_all:,} sources are being loaded, or their loading was cut off: "
        f"numbers may still grow. {BEING_LOADED_REMEDY}"
    )


def older(sources: int, withdrawn: int, judged: int, others: int) -> str:
    """Say what has changed since the latest detection."""
    parts = [
        (sources, words.count(sources, "source was", "sources were") + " taken in"),
        (
            withdrawn,
            words.count(withdrawn, "source was", "sources were") + " withdrawn or came back",
        ),
        (judged, words.count(judged, "judgement was", "judgements were") + " made"),
        (others, "our own side was declared anew"),
    ]
    said = [text for many, text in parts if many]
    listed = " and ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]
    return f"Since this detection, {listed}: it takes no notice of that yet."


def _megabytes(size: int) -> str:
    """Write a size in megabytes."""
    return f"{size / MEGABYTE:,.1f} MB"
