"""A planted history of two years, week by week: what changed in the networks, and who came back.

`history` makes it, `tables_of` gives what was known by the end of a week, `write_csv` the
files that an investigator would hold.
"""

from tests.bench.history.files import write_csv
from tests.bench.history.known import tables_of
from tests.bench.history.shape import WEEKS, Shape
from tests.bench.history.world import History, history

__all__ = ["WEEKS", "History", "Shape", "history", "tables_of", "write_csv"]
