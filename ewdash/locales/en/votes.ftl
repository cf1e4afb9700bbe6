### How the Councils voted.

vote-said = { $kind ->
    [without_vote] without a vote
    [vetoed] vetoed: { vote-counted }
    [vetoed-open] vetoed, counts not on record
    [not_adopted] not adopted: { vote-counted }
    [not_adopted-open] not adopted, counts not on record
    [recorded_vote-open] by vote, counts not on record
    [not_recorded-open] by vote, counts not on record
   *[recorded_vote] { vote-counted }
 }
vote-counted = { $yes } yes, { $no } no, { $abstain ->
    [one] { $abstain } abstention
   *[other] { $abstain } abstentions
 }
vote-recalled = { $vote } (recalled)
vote-unknown = vote not on record
act-voted = {" "}– { $vote }
column-vote = Vote
section-votes = Votes
part-votes = Texts put to the vote
outcome-without-vote = Adopted without a vote
outcome-recorded-vote = Adopted by recorded vote
outcome-not-recorded = Adopted by a vote not recorded by State
outcome-not-adopted = Not adopted
outcome-vetoed = Vetoed
outcome-open = Vote not on record
column-outcome = Outcome
column-yes = Yes
column-no = No
column-abstain = Abstentions
column-not-voting = Did not vote
column-by-vote = By vote
column-without-vote = Without a vote
column-vote-unknown = Vote not on record
column-share-by-vote = By vote, %
    .file = Share adopted by vote (% of texts with a vote on record)
column-states-yes = States in favour
column-states-no = States against
column-states-abstain = States abstaining
series-yes = Yes
series-abstain = Abstentions
series-no = No
series-without-vote = Adopted without a vote
series-by-vote = Adopted by vote
series-open = Counts not on record
series-not-adopted = Not adopted
axis-votes = Votes
axis-no-bar = No counts
axis-texts = Share of texts adopted
share-told = { $texts } of { $of } texts
votes-counts-only = Counts only: how each State voted is in no source at hand that may be passed on. A desk can bring the UN Digital Library’s record for itself.
votes-states = How each State voted is from the file that was brought to this machine.
votes-filed-here = Texts on { $places } stand here too, because the record of deaths files events there under { $country }. That implies no position.
margin-texts = { $texts ->
    [one] One text of the Human Rights Council is on record here:
   *[other] { $texts } texts of the Human Rights Council are on record here:
 } { $without } adopted without a vote, { $voted } by vote{ $failed ->
    [0] { "" }
   *[other] , { $failed } not adopted
 }{ $open ->
    [0] { "" }
   *[other] , { $open } without a vote on record
 }.
margin-votes = { $counted ->
    [one] The one vote counted was { $first_yes } yes, { $first_no } no, { $first_abstain } abstaining ({ $first }).
   *[other] The first vote counted was { $first_yes } yes, { $first_no } no, { $first_abstain } abstaining ({ $first }); the last { $last_yes } yes, { $last_no } no, { $last_abstain } abstaining ({ $last }).
 }
margin-read = { $day }: { $label } ({ $symbol }) – { $vote }
chart-margin = { $country }: is the room for dialogue growing or closing?
    .shows = How the Human Rights Council’s 47 members voted on each text on the situation ({ $texts }), by date.
    .reads = A diamond is a text adopted without a vote, a cross a draft not adopted. Silence can mean agreement or not.
    .omits = how each State voted; that texts differ, and that members change each year.
    .more = The question is for the reader: a margin does not answer it. A text that was negotiated until nobody objects, and one that nobody wanted to contest, look alike: both pass without a vote. “Without a vote” is not unanimity. A third of the members changes each January. A wider mandate can cost votes that a narrower one keeps. Presidential statements are left out, because no vote is taken on them. Texts are drawn in the order of their dates, not to the scale of time.
chart-voted = { $votes } texts and drafts put to the vote
    .shows = Texts and drafts on situations that either Council, or the Commission before 2006, put to the vote, newest first.
    .reads = An empty count is not known ({ $uncounted } without counts); it is never zero.
    .omits = texts adopted without a vote, and what the Security Council adopted from 1994 to October 2023.
    .more = A text on several countries stands once. Of the Security Council, votes of 1989 to 1993 and since 18 October 2023 are on record, and vetoes between; most of these are recalled, from general knowledge. The Commission had 43 members until 1991 and 53 after; the Human Rights Council has 47, the Security Council fifteen. Counts that did not add up to these were left out, unless a second source gave them.
chart-shares = Country texts of the Human Rights Council adopted by vote and without
    .shows = Each year’s resolutions and decisions on situations: { $by_vote } of { $texts } were adopted by vote, up to { $last }. Numbers are texts, each counted once.
    .reads = “Without a vote” is not unanimity: nobody asked for a vote.
    .omits = thematic texts, drafts not adopted, and what the texts say.
    .more = Texts of technical cooperation, which are agreed with the State concerned, are among them and mostly pass without a vote. A year with more special sessions has more texts by vote. 2006 is half a year, and 2026 ends in March. Presidential statements are left out, because no vote is taken on them.
