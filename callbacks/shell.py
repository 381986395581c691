"""The router: an address in, its page out, in one answer."""

from collections.abc import Callable
from typing import Annotated

from dash import ClientsideFunction, Dash, Input, Output
from dash.development.base_component import Component
from pydantic import BaseModel, StringConstraints, validate_call

from dashboard.store import Store
from dashboard.view import query_of
from layouts.as_it_was import laid_out
from layouts.pages import page_at


class Address(BaseModel):
    """Where the browser is; `turn` tells two visits to one address apart."""

    path: Annotated[str, StringConstraints(max_length=200)]
    search: Annotated[str, StringConstraints(max_length=2000)] = ""
    turn: int = 0


def register(app: Dash, store: Callable[[], Store]) -> None:
    """Lay out the page of the address, and keep the address in step with the view."""

    app.clientside_callback(
        ClientsideFunction("address", "read"), Output("address", "data"), Input("content", "id")
    )

    @app.callback(
        Output("content", "children"), Input("address", "data"), prevent_initial_call=True
    )
    @validate_call
    def visited(address: Address) -> Component:
        found = page_at(address.path)
        if found is None:
            raise ValueError(f"no page at {address.path}")
        page, lang = found
        return laid_out(page, store(), lang, query_of(address.search))
