"""Tables: how they are built from sources, stored with a card, and loaded unchanged."""
