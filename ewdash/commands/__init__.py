"""Commands of ``python -m ewdash`` that take or give files of users; each prints and returns an exit code."""
