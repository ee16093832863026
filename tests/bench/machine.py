"""What a benchmark ran on."""

from __future__ import annotations

import os
import platform
import resource
from importlib.metadata import version

import psutil

LIBRARIES = ("polars", "igraph", "networkx", "python-louvain", "phonenumbers")


def describe_machine() -> str:
    """Processor, memory, Python and libraries, and how busy the machine is, in two lines."""
    memory = psutil.virtual_memory().total / 2**30
    load = os.getloadavg()[0]
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"machine: {os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB, "
        f"load {load:.1f}; Python {platform.python_version()}\n{libraries}"
    )


def peak_memory() -> int:
    """Bytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
