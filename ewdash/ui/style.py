"""The few rules of style that the theme has no setting for."""

CSS = """
.block-container { padding-top: 1.2rem; padding-bottom: 2rem; max-width: 1560px; }
header[data-testid="stHeader"] { background: transparent; height: 0; }
.st-key-menu { border-bottom: 1px solid #D9DEE4; padding-bottom: .25rem; flex-wrap: wrap; }
h1 { font-size: 1.75rem !important; font-weight: 600 !important; padding: .25rem 0 !important; }
h2 { font-size: 1.35rem !important; font-weight: 600 !important; }
h3 { font-size: 1.15rem !important; font-weight: 600 !important; padding-bottom: 0 !important; }
[data-testid="stCaptionContainer"] p { color: #52606D; font-size: .875rem; max-width: 110ch; }
"""
