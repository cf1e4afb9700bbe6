### Files of adopted texts and votes that a user brings: told, kept, shown with the record and taken away.

texts-read = “{ $file }” is { $layout }, with { $rows ->
        [one] one row
       *[other] { $rows } rows
    }. Of them { $kept } can be kept, { $refused } refused{ $unknown ->
        [0] {""}
       *[other] , { $unknown } under codes that are unknown here
    }.
texts-add = { $texts ->
        [one] It holds one text.
       *[other] It holds { $texts } texts.
    } { $new ->
        [0] None is new
        [one] One is new
       *[other] { $new } are new
    } to the record, { $placed } under a country; votes of States: { $votes }.
texts-reach = { $body }: the record would be whole to { $day }.
texts-kept = The texts are kept and shown. They go with “python -m ewdash update --forget”, or one by one on the page Data.
texts-not-kept = Nothing was kept. Correct the rows in a copy of the file, or keep the others with --keep-good.
texts-title = Adopted texts
texts-about = The UN Digital Library’s voting data, or a table of texts the Human Rights Council adopted, carries the record on. Every page of this machine then shows its texts, marked as loaded here, to whoever can open it.
texts-keep = Keep these texts{ $left ->
        [0] {""}
       *[other] , leave out { $left }
    }
texts-which = File of texts
texts-remove = Remove these texts
texts-removes = The texts of “{ $file }” would leave the record of this machine. Your own file is not touched.
texts-list = { $files ->
        [0] No file of adopted texts is kept yet
        [one] One file of adopted texts is kept
       *[other] { $files } files of adopted texts are kept
    }
act-own = { $label } (from a file loaded here)
column-texts = Texts
