"""One module per page: what the page says, as values."""
