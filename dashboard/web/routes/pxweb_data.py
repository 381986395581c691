"""What is selected of a table, and its cells in the format asked for."""

from typing import Any

from flask import Response, request

from dashboard.api.problems import refused
from dashboard.pxweb import formats, json_stat
from dashboard.pxweb.cells import cells_of
from dashboard.pxweb.formats import FORMATS, USUAL_FORMAT
from dashboard.pxweb.selection import VariableSelection, Wanted, select
from dashboard.pxweb.tables import StatTable
from dashboard.pxweb.written import Written
from dashboard.web.routes.pxweb_body import read_body, wanted_of
from dashboard.web.routes.pxweb_reading import Reading, has_it
from dashboard.web.routes.pxweb_request import Keys, read_keys
from dashboard.web.routes.pxweb_saved import saved
from dashboard.web.routes.tagged import mark_unpublished

# The keys of the query beside those of variables.
OF_DATA = ("outputFormat", "outputFormatParams")


class Selections(Reading):
    """The answers; each method is that of an address."""

    __slots__ = ()

    def metadata(self, name: str) -> Response:
        """The variables and values of a table, or those of a selection that is named."""
        known = ("defaultSelection", "savedQuery", "outputFormat")
        keys = read_keys(self.dataset, *known, of_variables=("codelist",))
        table = self.table(name)
        variables = table.variables
        if keys.single.get("savedquery"):
            variables = select(table, saved(keys.single["savedquery"]).wanted).variables
        elif keys.single.get("defaultselection", "").lower() == "true":
            variables = select(table, Wanted()).variables
        elif keys.codelists:
            asked = keys.wanted().asked
            named = {one.variable.lower() for one in asked}
            rest = (one.code for one in table.variables if one.code.lower() not in named)
            every = Wanted((*asked, *(VariableSelection(code, ("*",)) for code in rest)))
            variables = select(table, every).variables
        links = self.links(keys)
        return self.json(json_stat.metadata_of(table, variables, self.dataset, keys.lang, links))

    def default_selection(self, name: str) -> Response:
        """What is selected where nothing is."""
        keys, table = read_keys(self.dataset), self.table(name)
        address = f"tables/{table.id}/defaultselection"
        return self.json(self.selection_of(table, Wanted(), address, keys))

    def selection_of(
        self, table: StatTable, wanted: Wanted, address: str, keys: Keys
    ) -> dict[str, Any]:
        """A selection with its expressions written out as codes."""
        chosen = select(table, wanted)
        return {
            "language": keys.lang,
            "selection": [
                {
                    "variableCode": one.code,
                    "codelist": chosen.codelists.get(one.code),
                    "valueCodes": list(one.values),
                }
                for one in chosen.variables
            ],
            "placement": {
                "stub": [one.code for one in chosen.stub],
                "heading": [one.code for one in chosen.heading],
            },
            "links": [self.links(keys).link("self", address, keys.lang)],
        }

    def data(self, name: str) -> Response:
        """The cells of a selection, by the query or as a body, in the format asked for."""
        if request.method == "POST":
            keys = read_keys(self.dataset, *OF_DATA)
            return self.written(self.table(name), wanted_of(read_body()), keys)
        known = (*OF_DATA, "heading", "stub")
        keys = read_keys(self.dataset, *known, of_variables=("valuecodes", "codelist"))
        return self.written(self.table(name), keys.wanted(), keys)

    def written(
        self, table: StatTable, wanted: Wanted, keys: Keys,
        usual_format: str = USUAL_FORMAT, usual_params: tuple[str, ...] = (),
    ) -> Response:  # fmt: skip
        """The cells as a file of the format; the usual ones stand where the query has none."""
        name = keys.single.get("outputformat", "").lower() or usual_format
        # Another format than the query's own has none of its options.
        own = "outputformatparams" not in keys.single and name == usual_format
        params = usual_params if own else keys.params
        faults = tuple(formats.faults(name, params))
        if faults:
            raise refused(*faults)
        chosen, form, dataset = select(table, wanted), FORMATS[name], self.dataset
        answered = self.tagged.tagged(form.mimetype)
        if request.method == "POST" or not has_it(answered):
            plain = Written(dataset, keys.lang, self.links(keys))
            answered.data = form.write(
                cells_of(dataset, table, chosen), formats.told(plain, params)
            )
            filename = f"{table.id}{form.suffix}"
            answered.headers["Content-Disposition"] = f'inline; filename="{filename}"'
            mark_unpublished(answered, dataset, filename)
        if request.method == "POST":
            del answered.headers["ETag"]
            return answered
        answered.make_conditional(request)
        return answered
