#!/bin/bash
# rdflib 7.6.0: "ends after 2030" finds what ended in 2019, where DCAT gives the month alone.
#
# DCAT lets startDate and endDate be a day, a month (xsd:gYearMonth) or a year (xsd:gYear). In a SPARQL
# filter a month or year beside a day is compared by the address of its type: every one of them is later
# than any day, whichever it is, so that a harvest of what is recent gets all and one of what is old none. A
# month is neither before nor after nor equal-or-after another month, though "=" finds it. SPARQL would have
# an error there, which leaves a row out. Ordered by endDate, days come before years before months.
# pyshacl 0.40.1 stands on this: sh:lessThanOrEquals passes two months in their right order, and of two in the
# wrong one there is no report but a TypeError of the comparison.
# On our side both ends are days, the first of the first month and the last of the last
# (dashboard/open_data/graph.py).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"; "$work/v/bin/pip" -q install rdflib==7.6.0 pyshacl==0.40.1
cd "$work"; "$work/v/bin/python" -W ignore - <<'PY'
from pyshacl import validate
from rdflib import Graph

PREFIXES = """
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://catalogue.example/> .
"""
catalogue = Graph().parse(data=PREFIXES + """
:month2025 dcat:startDate "2012-01"^^xsd:gYearMonth ; dcat:endDate "2025-10"^^xsd:gYearMonth .
:month2019 dcat:endDate "2019-03"^^xsd:gYearMonth . :year2025 dcat:endDate "2025"^^xsd:gYear .
:day2025 dcat:startDate "2012-01-01"^^xsd:date ; dcat:endDate "2025-10-31"^^xsd:date .
""", format="turtle")


def where(asked):
    rows = catalogue.query("SELECT ?one WHERE { ?one dcat:endDate ?end FILTER(" + asked + ") }")
    return sorted(str(row[0]).rpartition("/")[2] for row in rows)


found = {asked: where(asked) for asked in (
    '?end > "2030-01-01"^^xsd:date', '?end < "2030-01-01"^^xsd:date',
    '?end > "2019-03"^^xsd:gYearMonth', '?end = "2025-10"^^xsd:gYearMonth',
)}
for asked, names in found.items():
    print(asked, names)
assert list(found.values()) == [["month2019", "month2025", "year2025"], ["day2025"], [], ["month2025"]]
shape = Graph().parse(data=PREFIXES + """
:s a sh:NodeShape ; sh:targetSubjectsOf dcat:startDate ;
   sh:property [ sh:path dcat:startDate ; sh:lessThanOrEquals dcat:endDate ] .
""", format="turtle")


def checked(first, last):
    text = PREFIXES + f':one dcat:startDate "{first}"^^xsd:gYearMonth ; dcat:endDate "{last}"^^xsd:gYearMonth .'
    try:
        return validate(Graph().parse(data=text, format="turtle"), shacl_graph=shape)[0]
    except TypeError as error:
        return str(error)


print("in their right order:", checked("2012-01", "2025-10"), "and turned:", checked("2025-10", "2012-01"))
assert checked("2012-01", "2025-10") is True
assert "not supported" in checked("2025-10", "2012-01")
PY
echo "as described"
