"""What can go wrong on purpose: each error is one sentence of the catalogue and a next step."""

from ewdash.i18n import repeated, translate

REPEATED = ("given", "value")  # facts that are not ours: of an address, or a cell of a hand file


class EwdashError(Exception):
    """Base of every error this library raises on purpose.

    ``str(error)`` is the sentence, ``error.advice`` the next step; both come from the
    catalogue (`error-<key>` and its `.advice`), filled with the facts given.
    """

    key = "unexpected"

    def __init__(self, **facts: object) -> None:
        self.facts = facts | {name: repeated(str(facts[name])) for name in REPEATED if name in facts}
        super().__init__(translate(f"error-{self.key}", **self.facts))

    @property
    def advice(self) -> str:
        """The next step for the reader."""
        return translate(f"error-{self.key}.advice", **self.facts)


class DatasetMissingError(EwdashError):
    """A table's file is not there (facts: ``table``)."""

    key = "dataset-missing"


class DatasetDamagedError(EwdashError):
    """A table's bytes are not the ones its card declares (facts: ``table``)."""

    key = "dataset-damaged"


class DatasetVersionError(EwdashError):
    """A table was built in another layout (facts: ``table``, ``found``, ``expected``)."""

    key = "dataset-version"


class EventsUnreachableError(EwdashError):
    """The engine that holds the events does not answer (facts: ``engine``)."""

    key = "events-unreachable"


class CardError(EwdashError):
    """A table's card lacks a field or misstates it (facts: ``table``, ``field``)."""

    key = "card"


class SourceMissingError(EwdashError):
    """A source file of the build is not there (facts: ``file``)."""

    key = "source-missing"


class SourceLayoutError(EwdashError):
    """A source file is not laid out as expected (facts: ``file``, ``reason``)."""

    key = "source-layout"


class SourceTotalError(EwdashError):
    """A source's totals differ from the published ones.

    Facts: ``file``, ``what``, ``found``, ``expected``.
    """

    key = "source-total"


class SourceFolderError(EwdashError):
    """A table needs its source files, and no folder was given (facts: ``table``)."""

    key = "source-folder"


class HandLineError(EwdashError):
    """A line of a hand-edited file is not as documented.

    Facts: ``file``, ``line``, ``column``, ``value``, ``fault``.
    """

    key = "hand-line"


class HandStaleError(EwdashError):
    """A table was built before the last edit of a hand file (facts: ``table``, ``file``, ``build``)."""

    key = "hand-stale"


class ReviewMissingError(EwdashError):
    """A proposed correction has no decision (facts: ``file``, ``row``, ``column``)."""

    key = "review-missing"


class SourceDoubleError(EwdashError):
    """A source file holds an id twice in one release (facts: ``file``, ``column``, ``ids``, ``count``)."""

    key = "source-double"


class CodeUnknownError(EwdashError):
    """A table holds codes that the table of countries lacks (facts: ``table``, ``codes``, ``rows``)."""

    key = "code-unknown"


class TableInvalidError(EwdashError):
    """A built table breaks its schema (facts: ``table``, ``reason``)."""

    key = "table-invalid"


class TablesUnwritableError(EwdashError):
    """Tables cannot be written: no room, no permission (facts: ``reason``)."""

    key = "tables-unwritable"


class NotCoveredError(EwdashError):
    """A table holds nothing for the selection. This is not a zero (facts: ``table``, ``country``)."""

    key = "not-covered"


class NothingDueError(NotCoveredError):
    """Nothing due is on record.

    Facts: ``what`` (country, past or both), ``scope``, ``reach`` of reviews, ``day`` where it is a past one.
    """

    key = "nothing-due"


class NothingToForwardError(NotCoveredError):
    """Nothing of the human-rights side is on record for a situation (facts: ``country``)."""

    key = "nothing-to-forward"


class NothingRecordedError(EwdashError):
    """Countries are covered and no death is recorded: a zero (facts: ``covered``, ``years``)."""

    key = "nothing-recorded"


class UnknownCountryError(EwdashError):
    """The address names a country that is not in the table (facts: ``given``)."""

    key = "unknown-country"


class FormerCodeError(EwdashError):
    """The address gives a code that is no longer used (facts: ``given``, ``became``, ``successors``)."""

    key = "former-code"


class FormerStateError(EwdashError):
    """The address gives the code of a State of the past that has a page (facts: ``given``, ``became``)."""

    key = "former-state"


class UnknownChoiceError(EwdashError):
    """The address gives a control something it does not offer (facts: ``given``, ``control``, ``shown``)."""

    key = "unknown-choice"


class IncomparablePeriodError(EwdashError):
    """The address names a month whose twelve months join two states of the record.

    Facts: ``month``.
    """

    key = "incomparable-period"


class UnknownPeriodError(EwdashError):
    """The address names a period outside the record (facts: ``given``, ``first``, ``last``)."""

    key = "unknown-period"


class OverrideRefusedError(EwdashError):
    """An analyst's stage lacks month, stage or reason (facts: ``country``, ``month``)."""

    key = "override-refused"


class NotesUnusableError(EwdashError):
    """The file of the analysts' stages and notes cannot be read or written (facts: ``file``)."""

    key = "notes-unusable"


class NotesLockedError(NotesUnusableError):
    """Another program holds the file of the analysts' stages and notes (facts: ``file``)."""

    key = "notes-locked"


class NotesFullError(NotesUnusableError):
    """The disk has no room for what is to be kept (facts: ``file``)."""

    key = "notes-full"


class NotesNewerError(NotesUnusableError):
    """A newer version of the dashboard wrote the file of stages, notes and own records (facts: ``file``)."""

    key = "notes-newer"


class NotesChangedError(EwdashError):
    """What is to be replaced or removed is no longer what its writer was shown."""

    key = "notes-changed"


class NamedFileError(EwdashError):
    """A file that a command names cannot be read or written (facts: ``file``, ``reason``)."""

    key = "named-file"


class UploadRefusedError(EwdashError):
    """A file that a user brings is refused as a whole (facts: ``fault``, ``value``)."""

    key = "upload-refused"


class NothingOwnError(NothingRecordedError):
    """The user has no own records of a country in a period (facts: ``country``)."""

    key = "nothing-own"


class NoteFaultError(EwdashError):
    """A note stands in the file that the form could not have written (facts: ``fault``)."""

    key = "note-fault"


class StaleSignalsError(EwdashError):
    """Signals were computed from other tables than the installed ones (facts: ``table``)."""

    key = "stale-signals"


class PaperFailedError(EwdashError):
    """A paper cannot be set (facts: ``reason``, in the words of the typesetter)."""

    key = "paper-failed"


class PaperOutdatedError(EwdashError):
    """A file is asked for by a button of an earlier selection."""

    key = "paper-outdated"


class UnknownMomentError(EwdashError):
    """The address asks for news since something that is not on record.

    Facts: ``given``, ``first``, ``last``.
    """

    key = "unknown-moment"


class HomeUnusableError(EwdashError):
    """The folder of the user's releases cannot be read or written (facts: ``folder``, ``reason``)."""

    key = "home-unusable"


class UpdateRunningError(EwdashError):
    """Another process is changing the user's releases (facts: ``folder``)."""

    key = "update-running"


class FileUnreadableError(EwdashError):
    """A file that somebody brought is no table that can be read (facts: ``given``, ``fault``)."""

    key = "file-unreadable"


class FileTooLargeError(EwdashError):
    """A file holds or unfolds to more than is taken (facts: ``given``, ``most``, ``unit``)."""

    key = "file-too-large"


class LayoutUnknownError(EwdashError):
    """The columns of a file are those of no layout we know (facts: ``found``, ``columns``, ``layouts``)."""

    key = "layout-unknown"


class LayoutIncompleteError(EwdashError):
    """Columns of the nearest layout are missing (facts: ``layout``, ``missing``, ``count``)."""

    key = "layout-incomplete"


class HeadingTwiceError(EwdashError):
    """A column that is needed stands in a file twice (facts: ``layout``, ``column``)."""

    key = "heading-twice"


class ReadingUnwritableError(EwdashError):
    """The result of reading a file cannot be written (facts: ``reason``)."""

    key = "reading-unwritable"


class EventsNoCopyError(EwdashError):
    """A file of UCDP's events is brought as a copy of other data (facts: ``given``)."""

    key = "events-no-copy"


class CopyDamagedError(EwdashError):
    """A user's copy of another producer's data is not as it was kept (facts: ``layout``, its key)."""

    key = "copy-damaged"

    def __init__(self, **facts: object) -> None:
        super().__init__(**facts, name=translate(f"layout-{facts['layout']}"))


class ListDamagedError(EwdashError):
    """A list of a State's cooperation that a user brought is not as it was kept."""

    key = "list-damaged"

    def __init__(self, **facts: object) -> None:
        """Name the list in the reader's language."""
        super().__init__(**facts, name=translate(f"layout-{facts['layout']}"))


class FetchFailedError(EwdashError):
    """A producer's file cannot be had (facts: ``given``, ``fault``, and ``status`` or ``size``)."""

    key = "fetch-failed"

    def __init__(self, **facts: object) -> None:
        super().__init__(**{"status": 0, "size": 0} | facts)


class ReleaseRefusedError(EwdashError):
    """A file is no release, another than its name says, or absurd beside those before.

    Facts: ``given``, ``fault``, and what that fault counts.
    """

    key = "release-refused"

    def __init__(self, **facts: object) -> None:
        empty: dict[str, object] = {"found": "", "said": "", "count": 0, "rows": 0, "row": 0, "first": ""}
        empty |= {"expected": "", "before": "", "country": "", "more": 0, "release": ""}
        super().__init__(**empty | facts)


class UnknownRegionError(EwdashError):
    """A command names a region that is not in the table (facts: ``given``, ``offered``)."""

    key = "unknown-region"


class FileUnwritableError(EwdashError):
    """A file of the user's choice cannot be written (facts: ``file``, ``reason``)."""

    key = "file-unwritable"


class StateUnreadableError(EwdashError):
    """The file that remembers what was told is not one of ours, or closed (facts: ``file``, ``reason``)."""

    key = "state-unreadable"


class UnknownTableError(EwdashError):
    """A link names a table that is not registered (facts: ``given``, ``offered``)."""

    key = "unknown-table"


class UnknownColumnError(EwdashError):
    """A table is asked by something it does not have (facts: ``given``, ``table``, ``offered``)."""

    key = "unknown-column"


class UnknownValueError(EwdashError):
    """A column holds no such value (facts: ``given``, ``column``, ``table``, ``offered``, ``more``)."""

    key = "unknown-value"


class UnknownDayError(EwdashError):
    """A period begins or ends with what is no year, month or day, or ends before it begins (``given``)."""

    key = "unknown-day"


class TooManyRowsError(EwdashError):
    """A sheet does not hold so many rows (facts: ``rows``, ``most``)."""

    key = "too-many-rows"


class GivenTwiceError(EwdashError):
    """A link gives the same parameter twice (facts: ``given``)."""

    key = "given-twice"
