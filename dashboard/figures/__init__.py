"""Pictures: each figure is a plain function from values to a plotly dict."""
