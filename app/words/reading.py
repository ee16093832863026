"""What is said while a part of a page is being read."""

from __future__ import annotations

POSTS = "Reading the posts …"
GROUPS = "Reading the groups …"
SOURCES = "Reading the sources …"
TIES = "Reading the ties …"
TAXA = "Reading the taxa …"
DETAILS = "Reading the contact details …"
CLUSTERS = "Reading the clusters …"
REPORT = "Reading the report …"
POSTS_OF_GROUP = "Reading the group’s posts …"
ACCOUNTS_OF_GROUP = "Reading the group’s accounts …"
FINDING_WORDS = "Looking for the words …"
FINDING_WATCHED = "Looking for what is watched …"
LOOKING_AT_SOURCES = "Looking at the sources …"
COUNTING_WEEKS = "Counting weeks …"
