"""What the pages are opened for: the largest of each kind, where a page has most to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from neo4j import GraphDatabase

from graph.server.connection import Connection

MOST = 5
POSTERS = """
MATCH (a:Account) RETURN a.key AS key ORDER BY COUNT {(a)-[:POSTED]->()} DESC, key LIMIT $most
"""
CLUSTERS = """
MATCH (c:Cluster) RETURN c.id AS key ORDER BY COUNT {(c)<-[:IN_CLUSTER]-()} DESC, key LIMIT $most
"""
GROUPS = """
MATCH (g:Group) RETURN g.key AS key ORDER BY COUNT {(g)<-[:IN]-()} DESC, key LIMIT $most
"""
DETAILS = """
MATCH (d:ContactDetail) RETURN d.key AS key
ORDER BY COUNT {(d)<-[:MENTIONS]-()} DESC, key LIMIT $most
"""
POSTS = "MATCH (p:Post) WITH p.key AS key LIMIT $most RETURN key"
SEARCHED = ("murai", "+62 812", "shop", "kirim aman", "jaul burung", "tokek")


@dataclass(frozen=True)
class Opened:
    """One page as it is opened.

    Attributes
    ----------
    page : str
        Path below ``app/``.
    asked : dict
        What its address says.
    """

    page: str
    asked: dict[str, str] = field(default_factory=dict)


def opened_pages(connection: Connection) -> dict[str, list[Opened]]:
    """Give what each page is opened for, by the page's name.

    Parameters
    ----------
    connection : Connection
        To a graph with a detection.

    Returns
    -------
    dict
        Up to five subjects a page, those with most posts or members.
    """
    whole = {
        name: [Opened(f"views/{name}.py")]
        for name in ("overview", "clusters", "hubs", "candidates", "changes", "ingest", "lexicon",
                     "species", "queries", "noted")
    }  # fmt: skip
    about = {"account": POSTERS, "cluster": CLUSTERS, "group": GROUPS, "detail": DETAILS,
             "post": POSTS}  # fmt: skip
    named = {
        name: [Opened(f"views/{name}.py", {name: key}) for key in _keys(connection, query)]
        for name, query in about.items()
    }
    parts = [
        Opened("views/account.py", {**each.asked, "view": "Posts"}) for each in named["account"]
    ]
    searches = [Opened("views/search.py", {"q": said}) for said in SEARCHED]
    return {**whole, **named, "account's posts": parts, "search": searches}


def _keys(connection: Connection, query: str) -> list[str]:
    """The keys that a query of this file gives."""
    signed = (connection.username, connection.password)
    with GraphDatabase.driver(connection.uri, auth=signed) as driver:
        records, _, _ = driver.execute_query(query, most=MOST, database_=connection.database)
    return [record["key"] for record in records]
