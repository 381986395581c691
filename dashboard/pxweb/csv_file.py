"""A selection as CSV as PxWeb writes it: the stub in columns, then one for each combination."""

import csv
import io

from dashboard.pxweb import words
from dashboard.pxweb.cells import Cells
from dashboard.pxweb.written import Labels, Written, heads, lines


def write(cells: Cells, how: Written) -> bytes:
    """Plain UTF-8; numbers at full precision with a point, `..` where there is none."""
    out = io.StringIO()
    labels: Labels = how.labels or "codes"
    # Words are quoted and numbers are not, so that codes as 01 are read as words.
    writer = csv.writer(
        out, delimiter=how.separator, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n"
    )
    if how.title:
        writer.writerow([words.title_of(cells.table, cells.selection.variables, how.lang)])
    writer.writerow(heads(cells, how, labels))
    writer.writerows([*named, *numbers] for named, numbers in lines(cells, how, labels))
    return out.getvalue().encode()
