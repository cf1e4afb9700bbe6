### A user's own copies of other producers' data: brought, kept on this machine, shown as user upload.

section-copies = Copies of other sources
copies-guide = Bring your own copy of another source, and see it in Situation beside your records.
copies-title = Copies of other sources
copies-about = Copies stay on the machine that runs this dashboard, and nothing of them is sent anywhere. Whoever can open it sees them. The terms of some sources forbid passing their data on, so there is no export. No briefing holds them.
copies-upload = A file as its source publishes it (CSV, TSV, XLSX, Parquet, RData; also packed), up to { $megabytes } megabytes. Larger ones: “python -m ewdash import”. Nothing is kept before you say so.
copies-unknown = { $shown ->
        [one] One code stands for no country or territory of this dashboard; its rows are
       *[other] { $shown } codes stand for no country or territory of this dashboard; their rows are
    } left out:
copies-refused = { $rows ->
        [one] One row is refused:
       *[other] { $more ->
            [0] { $rows } rows are refused:
           *[other] { $rows } rows are refused; these are the first { $shown }:
        }
    }
copies-brings = What would be kept ({ $shown ->
        [one] one measure
       *[other] { $shown } measures
    }):
copies-keep = Keep this copy{ $refused ->
        [0] {""}
       *[other] , leave out { $refused } refused
    }
copies-kept = The copy is kept.
copies-list = { $copies ->
        [0] No copy is kept yet
        [one] One copy is kept
       *[other] { $copies } copies are kept
    }
copies-none = Bring a file of ACLED, HDX HAPI, HDX Signals, UNHCR, V-Dem, VIEWS, the Political Terror Scale, or the country-years of UCDP.
copies-where = What each holds on a country stands in Situation, under “Your records”.
copies-which = Copy
copies-remove = Remove this copy
copies-removes = The copy of { $layout } would be removed from this machine. Your own file is not touched.
copies-more = More measures of this copy ({ $charts })

copy-read = “{ $file }” is { $layout }, with { $rows ->
        [one] one row
       *[other] { $rows } rows
    }. Of them { $kept } can be kept, { $refused } refused{ $repeated ->
        [0] {""}
       *[other] , { $repeated } replaced by a later row of the same
    }{ $unknown ->
        [0] {""}
       *[other] , { $unknown } under codes that are unknown here
    }{ $aside ->
        [0] {""}
       *[other] , { $aside } left aside
    }.
copy-covers = They give { $figures ->
        [one] one figure
       *[other] { $figures } figures
    }, { $first } to { $last }.
copy-told = { $what }: { $rows }
copy-unknown-line = not in the table of countries: { $code ->
        [none] rows without a code
       *[other] “{ $code }”
    } ({ $name }), { $rows ->
        [one] one row
       *[other] { $rows } rows
    }{ $deaths ->
        [none] {""}
       *[other] , deaths: { $deaths }
    }
copy-refused-line = row { $row }{ $whole ->
        [yes] {""}
       *[no] , { $column }
    }, “{ $value }”: { $why }
copy-not-kept = Nothing was kept. Correct the refused rows in a copy of the file, or keep the others with --keep-good.
copy-nothing = No row of the file can be kept.
copy-replaces = It replaces the copy that is kept: “{ $file }”, { $rows } rows, brought on { $day }.
copy-damaged = The copy of { $layout } on this machine is damaged and not shown. Bring the file again, or remove the copy.
copy-earlier = Your copy of { $layout } ends for this country in { $last }, before this period. Choose a longer one.
copy-source = User upload: { $layout }, file “{ $file }”, brought on { $day }. Never added to official figures.
copy-measure-told = { $name }: lowest { $low }, highest { $high }; the last is { $value } ({ $when }).

error-copy-damaged = The copy of { $name } on this machine is not as it was kept.
    .advice = Remove it on the page Data, and bring the file again.
error-events-no-copy = “{ $given }” holds events of UCDP, which are loaded as a release.
    .advice = Nothing was kept. Run “python -m ewdash update --from” with the file.

unit-people = people
unit-pairs = pairs of sides
unit-events = events
unit-index = index
unit-level = level
unit-probability = probability

chart-copies = { $country }: { $layout } (user upload)
    .shows = Your own copy by { $span ->
        [month] month
       *[year] year
    }, each measure on a scale of its own.
    .reads = { $circles ->
        [yes] An open circle is a zero in the file.{" "}
       *[no] {""}
    }A { $span ->
        [month] month
       *[year] year
    } without a mark has no figure there; that is not zero.
    .omits = { $omitted }
copy-omits-acled = what ACLED did not record. Ten fatalities are often a placeholder: in the whole file { $placeholder ->
        [0] no event has
        [one] one event has
       *[other] { $placeholder } events have
    } exactly ten.
copy-omits-hapi = places below the country. Events that target civilians are part of political violence: never add the two. { $flagged ->
        [0] {""}
        [one] The producer flagged one row of the file.
       *[other] The producer flagged { $flagged } rows of the file.
    }
copy-omits-unhcr = figures that UNHCR withholds or does not give. People from a country and people in it are counted apart.
copy-omits-idmc = people displaced by disasters. A country without a row is not known, never zero.
copy-omits-vdem = how sure each estimate is. They come from experts’ answers by a model, and versions are never joined.
copy-omits-views = other violence than state-based. These are forecasts, and which run made them the file does not say.
copy-omits-terror-scale = where in the country. Each chart is coded from one source, 1 (secure) to 5 (terror over all); they are never averaged.
copy-omits-hdx-signals = calm: a month without a mark had no alert. 1 is a medium alert, 2 a high one, the highest of the month.
copy-omits-ucdp-country-year = months and places. Deaths by type are parts of the best estimate: never add them to it.

column-code = Code
column-name-in-file = Name in the file
column-dead = Deaths
column-countries-held = Countries and territories
column-figures = Figures
column-file = File
column-brought = Brought on
column-kept-rows = Rows kept
column-refused-rows = Rows refused
column-unknown-rows = Under unknown codes
