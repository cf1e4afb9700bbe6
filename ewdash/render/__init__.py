"""Plotly figures and maps as still pictures, strictly: what cannot be drawn as the screen draws it is refused."""
