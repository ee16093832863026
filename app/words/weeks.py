"""The words of the chart of weeks."""

WEEK_FROM = "Week from"
POSTS = "Posts"
COLLECTED = "Material collected"
