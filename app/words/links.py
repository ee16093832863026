"""The words of links and of tables whose rows open pages."""

PAGE = "Page"
OPEN = "Open"
OPENS = {
    "account": "Opens the account’s page.",
    "detail": "Opens the contact detail’s page.",
    "group": "Opens the group’s page.",
    "cluster": "Opens the cluster’s page.",
    "post": "Opens the post’s page.",
}
