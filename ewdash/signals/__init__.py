"""Tables computed from the installed ones: scores, signals, forecasts and their track record."""
