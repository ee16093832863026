"""The private Neo4j's settings: closed to all but this user on this machine, and small."""

from __future__ import annotations

import os
import secrets
import socket
from pathlib import Path

import psutil

HOST = "127.0.0.1"
USERNAME = "neo4j"
DATABASE = "neo4j"
PASSWORD_FILE = "password"  # noqa: S105
MEGABYTE = 1 << 20
SETTINGS = {
    "dbms.security.auth_enabled": "true",
    "server.default_listen_address": HOST,
    "server.default_advertised_address": HOST,
    "server.bolt.enabled": "true",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "dbms.usage_report.enabled": "false",
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "16m",
    "db.tx_log.rotation.retention_policy": "64M size",
    "internal.dbms.bolt.local_enabled": "false",
    "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
    "internal.server.bolt.connection_shutdown_wait_time": "0s",
    "db.transaction.monitor.check.interval": "1s",
}


def heap_megabytes() -> int:
    """Size the server's largest heap: an eighth of the memory, at least 512 MB, at most 2 GB."""
    return min(max(psutil.virtual_memory().total // 8 // MEGABYTE, 512), 2048)


def free_port(preferred: int | None) -> int:
    """Find a loopback port that nobody listens on: the preferred one if it can be had."""
    for port in (preferred or 0, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free loopback port")


def write_config(home: Path, port: int) -> None:
    """Write ``conf/neo4j.conf``, anew for each start."""
    settings = {
        **SETTINGS,
        "server.bolt.listen_address": f"{HOST}:{port}",
        "server.bolt.advertised_address": f"{HOST}:{port}",
        "server.memory.pagecache.size": f"{heap_megabytes() // 4}m",
        "db.memory.transaction.max": f"{heap_megabytes() // 2}m",
    }
    lines = "".join(f"{name}={value}\n" for name, value in settings.items())
    write_whole(home / "conf" / "neo4j.conf", lines)


def ensure_password(home: Path) -> str:
    """Read the server's password, made up where there is none yet; only this user may read it."""
    password = read_password(home)
    if password is None:
        password = "p" + secrets.token_urlsafe(24)
        write_whole(home / PASSWORD_FILE, password)
    return password


def read_password(home: Path) -> str | None:
    """Read the server's password; None when it has none yet."""
    try:
        return (home / PASSWORD_FILE).read_text(encoding="utf-8", errors="replace").strip() or None
    except (FileNotFoundError, NotADirectoryError):
        return None


def write_whole(path: Path, text: str) -> None:
    """Write a file that only this user may read, wholly or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)
