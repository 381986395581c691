"""The page in Streamlit: the script runs again at every touch, its data kept by the library."""

import importlib
import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parent))


@st.cache_resource
def _parts():
    return importlib.import_module("parts")


parts = _parts()
content = parts.content
st.set_page_config(page_title="Läget i landet", layout="wide")
st.title("Läget i landet")
period = st.select_slider("Period", parts.MONTHS, parts.MONTHS[-1])
indicator = st.radio(
    "Mått",
    list(content.INDICATORS),
    format_func=lambda k: content.INDICATORS[k][0],
    horizontal=True,
)
stream = st.radio(
    "Vårdform", list(content.STREAMS), format_func=content.STREAMS.get, horizontal=True
)
asked = (period, indicator, stream)


@st.cache_data
def frame():
    """The data as the documentation keeps them: every reader gets a copy of their own."""
    return content.months_frame()


if not content.CACHED:
    parts._source = frame()
st.header(parts.stamp(*asked))
for column, (name, value) in zip(st.columns(4), parts.cards(*asked), strict=True):
    column.metric(name, value)
left, right = st.columns([2, 3])
left.plotly_chart(parts.the_map(*asked), key="map")
right.plotly_chart(parts.series("overcrowding", *asked), key="over")
right.plotly_chart(parts.series("outplacement", *asked), key="out")
st.plotly_chart(parts.bullets(*asked), key="bullets")
st.subheader(parts.stamp(*asked))
st.dataframe(parts.table(*asked))
