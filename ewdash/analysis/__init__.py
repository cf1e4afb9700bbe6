"""Methods: pure functions on frames, each with its units, refusals and reference."""
