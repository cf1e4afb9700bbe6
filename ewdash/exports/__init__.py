"""Papers and slides: what a page says, as files to hand out."""
