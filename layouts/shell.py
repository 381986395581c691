"""What stands around every page inside the document: the place for it, and two small stores."""

from dash import dcc, html

# Where the browser is, and what was last written to its address bar.
ADDRESS, WRITTEN, CONTENT = "address", "written", "content"


def shell() -> html.Div:
    """The empty main landmark that the router fills."""
    return html.Div(
        [
            dcc.Store(id=ADDRESS),
            dcc.Store(id=WRITTEN),
            html.Main(id=CONTENT, tabIndex=-1),
        ]
    )
