### Cards of the tables this project computes itself.

card-signal-month = Signals per country and month
    .unit = deaths, ratios, probabilities and stages; one row per country, month and state of the record
    .caveat-1 = Computed from the tables beside it: it is only as complete as they are, and says nothing of violence without recorded deaths.
    .caveat-2 = Final and preliminary months are computed apart. In preliminary months the score looks back thirteen months instead of sixty; lower bounds are judged by the Rise rule alone.
    .caveat-3 = The stage of the last final month is carried into the preliminary record, which cannot tell it from its own short past.
card-forecast-month = Fan of deaths one to six months ahead
    .unit = deaths per month (quantiles of 5, 25, 50, 75 and 95 in 100)
    .caveat-1 = It continues what the record has seen. It cannot foresee a coup, an invasion or an agreement.
    .caveat-2 = From preliminary months the fan is the last twelve months alone and says what the preliminary record will hold, not what the final one will.
card-score-model = Coefficients of the scores
    .unit = standardised coefficients of logistic scores, and alert thresholds
    .caveat-1 = Fitted on 1992 to 2009 and frozen; the same for every country.
    .caveat-2 = A coefficient says what went together in those years, not what causes what.
card-track-record = Track record of the alerts, scores and fans
    .unit = shares, alerts a month, months, and scores, as the measure says
    .caveat-1 = Scored on the final record as it stands now, not as it stood on the day; preliminary figures were lower.
    .caveat-2 = Intervals of 90 in 100 come from drawing whole countries again; with 22 onsets in quiet countries they are wide.
card-track-case = Onsets and alerts since 2010, one by one
    .unit = onsets found or missed, alerts followed by more deaths or not
    .caveat-1 = An onset is a rise in recorded deaths by a fixed definition. It is not a judgement on when a crisis began.
    .caveat-2 = Alerts of the last six months of the final record have no outcome yet.
card-track-peer = Comparison with other tools’ warnings
    .unit = shares, alerts a month, mean errors; ours and theirs
    .caveat-1 = The others answered questions of their own (displacement, mass killing, state-based deaths); held to ours they can only look worse than they are.
    .caveat-2 = Computed from the authors’ published warnings, which are not in this repository because their licences do not clearly allow it.
