"""Figures: a frame in, a figure out; nothing here filters, aggregates or shows."""
