"""The private Neo4j is closed: to other machines, other users, and to queries that leak."""

from __future__ import annotations

import stat
from pathlib import Path

import psutil
import pytest
from neo4j import READ_ACCESS
from neo4j.exceptions import Neo4jError

from graph.server.connection import Connection
from graph.workspace import Workspace
from tests.graph.servers import (
    listener,
    open_driver,
    port_of,
    processes,
    run,
)
from tests.private_server import FirstStart

pytestmark = pytest.mark.slow


def test_listens_on_loopback_only_and_only_for_bolt(
    server_workspace: Workspace, own_connection: Connection
) -> None:
    (process,) = processes(server_workspace)
    ends = [end for end in process.net_connections() if end.status == psutil.CONN_LISTEN]
    assert [end.laddr.port for end in ends] == [port_of(own_connection)]
    assert {end.laddr.ip.removeprefix("::ffff:") for end in ends} == {"127.0.0.1"}


def test_the_password_is_for_this_user_only(
    first_start: FirstStart, server_workspace: Workspace, own_connection: Connection
) -> None:
    seen, connection = first_start.seen, own_connection
    assert any("set-initial-password" in arguments for arguments in seen)
    assert any("CommunityEntryPoint" in arguments for arguments in seen)
    assert not any(connection.password in arguments for arguments in seen)
    assert connection.password not in repr(connection)
    holding = [
        path
        for path in server_workspace.neo4j.rglob("*")
        if path.is_file() and connection.password.encode() in path.read_bytes()
    ]
    assert [path.name for path in holding] == ["password"]
    assert stat.S_IMODE(holding[0].stat().st_mode) == 0o600
    with pytest.raises(Neo4jError, match=r"[Uu]nauthorized"):
        run(Connection(connection.uri, "neo4j", "neo4j", "neo4j"), "RETURN 1")


def test_no_query_reads_files(
    server_workspace: Workspace, own_connection: Connection, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    inside = server_workspace.neo4j / "import" / "secret.csv"
    inside.parent.mkdir(exist_ok=True)
    inside.write_text("secret\n")
    with (
        open_driver(own_connection) as driver,
        driver.session(default_access_mode=READ_ACCESS) as session,
    ):
        for address in (secret.as_uri(), "file:///secret.csv", inside.as_uri()):
            with pytest.raises(Neo4jError, match=r"(?i)not allowed|disabled|cannot load"):
                session.run("LOAD CSV FROM $address AS row RETURN row", address=address).consume()


@pytest.mark.parametrize("scheme", ["http", "https", "ftp"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_no_query_sends_anything_out(own_connection: Connection, scheme: str, host: str) -> None:
    with listener() as (port, calls):
        with pytest.raises(Neo4jError, match=r"(?i)blocklist|blocked|not allowed|cannot load"):
            run(
                own_connection,
                "LOAD CSV FROM $address AS row RETURN row",
                address=f"{scheme}://{host}:{port}/?leak=1",
            )
        assert calls == []


def test_phones_nobody_and_takes_little_room(
    server_workspace: Workspace, own_connection: Connection
) -> None:
    rows = run(
        own_connection,
        "SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value",
        names=["dbms.usage_report.enabled", "db.tx_log.preallocate", "server.http.enabled"],
    )
    assert [row["value"] for row in rows] == ["false"] * 3
    held = sum(
        path.stat().st_blocks * 512 for path in server_workspace.neo4j.rglob("*") if path.is_file()
    )
    assert held < 60_000_000
