"""The few rules of style that the theme has no setting for."""

from ewdash.charts import theme

CSS = theme.coloured("""
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] { gap: .65rem; }
.block-container { padding-top: .6rem; padding-bottom: 2rem; max-width: 1560px; }
header[data-testid="stHeader"] { background: transparent; height: 0; }
.st-key-menu a[disabled] p { color: theme.LINK !important; font-weight: 700; }
#ew-skip { position: fixed; top: 4px; left: 4px; z-index: 1000001; padding: .4rem .8rem;
  background: theme.PAPER; color: theme.LINK; border-radius: 6px; font-weight: 600; clip-path: inset(50%); }
#ew-skip:focus { clip-path: none; }
[data-testid="stSkipToContent"] { display: none !important; }
.stApp :is(a, button, input, summary, canvas, [role], [tabindex]):focus-visible, #ew-skip:focus-visible,
.stApp [data-baseweb="select"]:focus-within, .stApp label:has(input:focus-visible) {
  outline: 3px solid theme.FOCUS !important; outline-offset: 1px !important; }
.stApp canvas:focus-visible, .stApp .stDataFrame:has(:focus-visible) {
  outline: 3px solid theme.FOCUS !important; outline-offset: -3px !important; }
.st-key-access { display: none; }
.ew-fold { font: inherit; color: theme.LINK; background: theme.BAR; border: 1px solid theme.EDGE;
  border-radius: 6px; padding: .15rem .7rem; margin-inline-end: .5rem; cursor: pointer; }
.ew-fold::after { content: " \\25be"; }
.ew-fold[aria-expanded="true"]::after { content: " \\25b4"; }
.stApp:not(:has(.st-key-controls)) .ew-fold.filters { display: none; }
.st-key-menu { gap: .1rem !important; border-bottom: 1px solid theme.RULE; padding-bottom: .25rem;
  flex-wrap: wrap; }
[role="option"] [data-item-hl] { white-space: pre !important; tab-size: 200; }
input[role="combobox"] { tab-size: 200; }
[data-testid="stMarkdownContainer"]:has(h1) { margin-bottom: -.3rem !important; }
[data-testid="stMarkdownContainer"]:has(h2, h3) { margin-bottom: -.4rem !important; }
h1 { font-size: 1.2rem !important; font-weight: 600 !important; line-height: 1.35 !important;
  letter-spacing: normal !important; padding: .1rem 0 .3rem !important; }
h2 { font-size: 1.15rem !important; font-weight: 600 !important; padding-bottom: 0 !important; }
h3 { font-size: 1.05rem !important; font-weight: 600 !important; padding-bottom: 0 !important; }
[data-testid="stCaptionContainer"] { color: theme.MUTED !important; opacity: 1; }
[data-testid="stCaptionContainer"] p { color: theme.MUTED !important; font-size: .875rem; max-width: 150ch; }
details.more { color: theme.MUTED; font-size: .875rem; max-width: 150ch; }
details.more summary { color: theme.LINK; cursor: pointer; width: fit-content; }
[data-testid="stMetricValue"] { font-size: 1.05rem; }
[data-testid="stMetricValue"], [data-testid="stMetricValue"] *, [data-testid="stMetricLabel"] * {
  white-space: normal !important; overflow: visible !important; text-overflow: clip !important; }
@media (max-width: 900px) {
  .st-key-board [data-testid="stHorizontalBlock"],
  .st-key-controls [data-testid="stHorizontalBlock"] { flex-wrap: wrap; }
  .st-key-board [data-testid="stColumn"] { min-width: 100%; }
  .st-key-board [data-testid="stColumn"]:has(.st-key-moves) { order: 2; }
  .st-key-controls [data-testid="stColumn"] { min-width: 45%; }
}
.st-key-measures { display: grid !important; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); }
.st-key-measures > div { width: auto !important; min-width: 0 !important; flex: none !important; }
.st-key-measures [data-testid="stMetric"] { padding: .3rem .6rem !important; height: 100%; }
.st-key-measures [data-testid="stMetricLabel"] p { font-size: .8rem; line-height: 1.2; }
.st-key-measures [data-testid="stMetric"] > div { padding: 0 !important; }
.st-key-measures > div, .st-key-measures [data-testid="stElementContainer"] > div { height: 100%; }
.st-key-moves { gap: .6rem; }
.st-key-moves h2 { padding-bottom: .3rem !important; }
.st-key-moves a { padding-left: 0 !important; }
.st-key-moves [data-testid="stPageLink"] p { color: theme.LINK; }
.st-key-moves p { font-size: .95rem; }
.st-key-alert [data-testid="stExpander"] details { border-left: 4px solid theme.RED;
  background: theme.ALERT_GROUND; }
.ew-table { overflow-x: auto; border: 1px solid theme.RULE; border-radius: 8px; }
.ew-table table { border-collapse: collapse; width: 100%; margin: 0; font-size: .875rem; line-height: 1.35;
  color: theme.INK; }
.ew-table th, .ew-table td { padding: .4rem .7rem; text-align: start; vertical-align: top; font-weight: 400;
  max-width: 44ch; border: 0; border-bottom: 1px solid theme.RULE; }
.ew-table tbody tr:last-child > * { border-bottom: 0; }
.ew-table thead th { color: theme.MUTED; background: theme.BAR; vertical-align: bottom; }
.ew-table .number { text-align: end; font-variant-numeric: tabular-nums; }
.ew-table .none { color: theme.MUTED; }
.ew-table a { color: theme.LINK; }
.reading { display: grid; gap: 0 2.5rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
.reading h2 { font-size: 1rem !important; padding: .2rem 0 !important; }
.reading ul { list-style: none; margin: 0 0 .6rem; padding: 0; font-size: .875rem; line-height: 1.35; }
.reading ul li { margin: 0 0 .35rem; }
.reading ul.row li { display: inline-block; }
.reading li span { display: inline-block; padding: .15rem .5rem; margin-right: .6rem; border-radius: .2rem;
  outline: 1px solid theme.EDGE; font-weight: 600; }
.reading dl { margin: 0 !important; padding: 0 !important; display: grid;
  grid-template-columns: 8.5rem 1fr; gap: .35rem .8rem;
  font-size: .875rem; line-height: 1.35; }
.reading dt { font-weight: 600; padding: 0 !important; margin: 0 !important; }
.reading dd { margin: 0 !important; padding: 0 !important; }
.reading a { color: theme.LINK; text-decoration: underline; }
.st-key-parts { flex-wrap: wrap; }
.st-key-parts [role="radiogroup"] button { padding-inline: .6rem; }
.st-key-alert li p, .st-key-alert p { font-size: .95rem; }
.st-key-since-box [data-testid="stExpander"] details { background: theme.SINCE_GROUND;
  border-left: 4px solid theme.AMBER; }
.st-key-since-box p, .st-key-since-box li { font-size: .9rem; color: theme.INK; }
.st-key-notices { background: theme.NOTICE_GROUND; border-left: 4px solid theme.DEEP_BLUE;
  padding: .4rem .8rem;
  gap: .2rem; }
.st-key-notices p { font-size: .9rem; color: theme.INK; }
@media (max-width: 1000px), (max-height: 620px) {
  .ew-folds .st-key-access { display: block; width: auto !important; flex: none; }
  .ew-folds:not(.ew-menu-open)
    .st-key-menu [data-testid="stElementContainer"]:has([data-testid="stPageLink"]),
  .ew-folds:not(.ew-filters-open) .st-key-controls { display: none; }
  .st-key-menu { gap: .25rem .5rem !important; }
  [data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] { gap: .25rem; }
  .st-key-measures [data-testid="stMetric"] { padding: .1rem .4rem !important; }
  .st-key-measures { grid-template-columns: none !important; grid-auto-flow: column;
    grid-auto-columns: minmax(132px, 1fr); overflow-x: auto; }
  h1 { font-size: 1.05rem !important; line-height: 1.3 !important; }
}
@media (max-width: 600px) {
  [data-testid="stVerticalBlock"]:has(> [data-testid="stElementContainer"] .stPlotlyChart) {
    overflow-x: auto; }
  [data-testid="stElementContainer"]:has(.stPlotlyChart) { min-width: 700px !important; }
  .ew-folds:not(.ew-menu-open) .st-key-menu [data-testid="stLayoutWrapper"]:has([data-testid="stPopover"]),
  .ew-folds:not(.ew-menu-open) .st-key-menu [data-testid="stPopover"] { display: none; }
  .st-key-controls [data-testid="stColumn"] { min-width: 100% !important; }
  .st-key-parts { gap: .3rem !important; }
}
@media print {
  .ew-table { overflow: visible; }
  .ew-table th, .ew-table td { max-width: none; }
}
/* What stands below the first screen is drawn when it is scrolled to. */
@media screen {
  [data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"]
    > :not(:has([aria-label^="Close fullscreen"])):is(
      [data-testid="stLayoutWrapper"]:nth-child(n + 8),
      [data-testid="stElementContainer"]:has(.stDataFrame)) {
    content-visibility: auto; contain-intrinsic-size: auto 500px; overflow-clip-margin: 3rem; }
}
@media (prefers-reduced-motion: reduce) { .st-key-playing { display: none; } }
""")
