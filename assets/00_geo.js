/* plotly asks another host for a base map under every choropleth; an empty one of our own
   keeps the request, and the visitor's address, here. */
window.PlotlyGeoAssets = { topojson: { world_110m: {}, world_50m: {} } };
