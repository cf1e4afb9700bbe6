"""Several situations side by side: the page, what it reads, and its sentences."""
