"""Figures and maps as still pictures, drawn strictly: what cannot be drawn as on the screen is refused."""
