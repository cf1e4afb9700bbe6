"""Files of producers over the network: only when asked, never half, and in one place what lies where."""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import requests

from ewdash.model import releases
from ewdash.model.errors import FetchFailedError
from ewdash.model.releases import Release

PLACE = "EWDASH_UCDP"  # environment variable: another address that serves the same files
UNHCR_PLACE = "EWDASH_UNHCR"  # the same of UNHCR's figures
UCDP = "https://ucdp.uu.se/downloads/"
UNHCR = "https://api.unhcr.org/population/v1/"
FIRST_YEAR = 1951  # of UNHCR's figures
LEAST, MOST = 1_000, 2_000_000_000  # bytes that a file of a release can have
TRIES, PAUSE = 4, 1.0  # attempts at one file; seconds before the next, doubled each time
WAIT = 30  # seconds without a byte
BLOCK = 1 << 14  # bytes: of a connection that breaks off at most so much is lost
QUARTERS = (12, 9, 6, 3)  # months with which cumulative files end

Watch = Callable[[float], None]


@dataclass(frozen=True)
class Offer:
    """A file that a producer may have: the release it holds, and its address."""

    release: Release
    address: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.address.rsplit("/", 1)[-1]


def offers(*, today: date, history: bool = False) -> Iterator[list[Offer]]:
    """Yield what to ask for: of each list the first that exists, the newest first.

    Args:
        today: Nothing later is asked for.
        history: Whether the whole-year files of earlier Candidate years are asked for, too.
    """
    year = today.year
    yield [_final(year), _final(year - 1)]
    for one in (year, year - 1):
        last = today.month if one == year else 12
        yield [_cumulative(one, month) for month in QUARTERS if month <= last]
        for month in range(last, 0, -1):
            yield [_month(one, month)]
    if history:
        for one in range(year - 2, 2017, -1):
            yield [_cumulative(one, 12)]


def country_years(*, today: date) -> list[Offer]:
    """Return UCDP's files of country-years to ask for, the newest first."""
    shorts = [f"{year % 100:02d}" for year in (today.year, today.year - 1)]
    return [
        _offer(f"{short}.1", f"organizedviolencecy/organizedviolencecy-{short}1-csv.zip") for short in shorts
    ]


def displaced(*, today: date) -> tuple[str, str]:
    """Return the address of UNHCR's figures to the end of last year, by country of origin and of asylum.

    The second is a name for the file. It holds the day, because the figures are made anew for each request.
    """
    base = (os.environ.get(UNHCR_PLACE) or UNHCR).rstrip("/")
    asked = f"yearFrom={FIRST_YEAR}&yearTo={today.year - 1}&coo_all=true&coa_all=true"
    return f"{base}/population/?download=true&{asked}", f"unhcr-population-{today}.zip"


def _base() -> str:
    return (os.environ.get(PLACE) or UCDP).rstrip("/") + "/"


def _offer(version: str, path: str) -> Offer:
    release = releases.parse(version)
    assert release is not None, version
    return Offer(release, _base() + path)


def _final(year: int) -> Offer:
    short = year % 100
    return _offer(f"{short:02d}.1", f"ged/ged{short:02d}1-csv.zip")


def _month(year: int, month: int) -> Offer:
    short = year % 100
    return _offer(f"{short:02d}.0.{month}", f"candidateged/GEDEvent_v{short:02d}_0_{month}.csv")


def _cumulative(year: int, month: int) -> Offer:
    short = f"{year % 100:02d}"
    return _offer(
        f"{short}.01.{short}.{month:02d}", f"candidateged/GEDEvent_v{short}_01_{short}_{month:02d}.csv"
    )


def fetch(address: str, into: Path, *, progress: Watch = lambda share: None, pause: float = PAUSE) -> bool:
    """Fetch a file; what was fetched before it broke off is not fetched again.

    Args:
        address: Where it is.
        into: The file to write; only a whole one takes this name.
        progress: Told the share done, where the server says how much there is.
        pause: Seconds before another attempt.

    Returns:
        Whether there is such a file (a server that says 404 has none yet).

    Raises:
        FetchFailedError: If it cannot be had whole, or is no such file: `fault` says why.
    """
    fault = "unreachable"
    for attempt in range(TRIES):
        if attempt:
            time.sleep(pause * 2 ** (attempt - 1))
        try:
            return _attempt(address, into, progress)
        except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError):
            fault = "broken-off" if _part(into).exists() else "unreachable"
        except requests.RequestException as error:
            raise FetchFailedError(given=address, fault="address") from error
        except OSError as error:
            raise FetchFailedError(given=address, fault="no-room") from error
    raise FetchFailedError(given=address, fault=fault)


def _part(into: Path) -> Path:
    return into.with_name(f"{into.name}.part")


def _stamp(into: Path) -> Path:
    return into.with_name(f"{into.name}.stamp")


def _attempt(address: str, into: Path, progress: Watch) -> bool:
    part, stamp = _part(into), _stamp(into)
    have, mark = _begun(part, stamp)
    headers = {"Accept-Encoding": "identity"}
    if have and mark:
        headers |= {"Range": f"bytes={have}-", "If-Range": mark}
    with requests.get(address, headers=headers, stream=True, timeout=WAIT) as answer:
        if answer.status_code == 404:
            return False
        if answer.status_code not in (200, 206):
            raise FetchFailedError(given=address, fault="status", status=answer.status_code)
        if "html" in answer.headers.get("Content-Type", ""):
            raise FetchFailedError(given=address, fault="page")
        goes_on = answer.status_code == 206
        size = _size(answer, have if goes_on else 0)
        if size is not None and not LEAST <= size <= MOST:
            raise FetchFailedError(given=address, fault="size", size=size)
        mark = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
        stamp.write_text(json.dumps({"mark": mark}), encoding="utf-8")
        done = have if goes_on else 0
        with part.open("ab" if goes_on else "wb") as file:
            for block in answer.iter_content(BLOCK):
                if not done and block.lstrip()[:1] == b"<":
                    raise FetchFailedError(given=address, fault="page")
                file.write(block)
                done += len(block)
                if done > MOST or (size is not None and done > size):
                    raise FetchFailedError(given=address, fault="size", size=done)
                if size:
                    progress(done / size)
    if size is not None and done < size:
        raise requests.ConnectionError(address)
    if done < LEAST:
        raise FetchFailedError(given=address, fault="size", size=done)
    part.replace(into)
    with suppress(OSError):
        stamp.unlink()
    return True


def _begun(part: Path, stamp: Path) -> tuple[int, str]:
    """Return how much of a file is here, and the mark by which the server knows it."""
    with suppress(OSError, ValueError, AttributeError):
        return part.stat().st_size, str(json.loads(stamp.read_text(encoding="utf-8")).get("mark", ""))
    return 0, ""


def _size(answer: requests.Response, before: int) -> int | None:
    length = answer.headers.get("Content-Length", "")
    return before + int(length) if length.isdecimal() else None
