"""Briefings on a situation, a region or a comparison, as values."""
