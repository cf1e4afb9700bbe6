### Sentences about the hand-edited files under data/hand.

error-source-folder = The table “{ $table }” is built from source files.
    .advice = Give their folder: python -m ewdash build --from DIR. Without it, only the tables that the files in data/hand feed are built.
error-hand-line = data/hand/{ $file }, line { $line }, column { $column }: “{ $value }” { $fault ->
        [header] stands where this column is expected
        [cells] ends a line with too few or too many cells
        [letters] holds letters that are not UTF-8 or a control character
        [space] begins or ends with a space
        [empty] may not be left empty
        [word] is not a word of the column’s vocabulary
        [date] is not a day written as 2026-01-31
        [future] lies in the future, where nothing has been done yet
        [order] lies before the day it must follow
        [period] is not the day on the other lines of the case
        [name] does not name a State as the United Nations does
        [country] is not a code of data/hand/country.csv
        [count] is not a number of votes that the body can cast
        [class] is no act of this body
        [symbol] is not written as symbols are
        [text] is a text of a Council, which stands among the acts
        [source] cannot stand for a verified fact
        [term] is not the end of the months given
        [parallel] has not one part for each word of what is asked
        [due] is not a session written as HRC 62 nor a month written as 2026-08
        [month] is not a month written as 2026-01, or not that of the day
        [double] stands on an earlier line already
        [known] is on record already
        [nothing] matches nothing
        [clash] matches a row that another line matches
        [needless] is not needed or belongs elsewhere
       *[other] is not as documented
    }.
    .advice = No table was changed. data/README.md describes each column and its words.
error-hand-stale = The table “{ $table }” was built before the last edit of data/hand/{ $file }.
    .advice = { $build ->
        [full] Run “python -m ewdash build --from DIR”, where DIR holds the source files.
       *[hand] Run “python -m ewdash build”.
    }
error-review-missing = data/hand/council_review.csv has no decision on the proposal for { $file }, row { $row }, column { $column }.
    .advice = No table was changed. Add a line that says apply or keep, and why.
confidence-by-rule = { $confidence }; type by rule { $rule }
