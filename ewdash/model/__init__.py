"""The words the project speaks: errors, periods, vocabularies, datasets and sentences."""
