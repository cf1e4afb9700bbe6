import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What builds tables, reads files that users bring, draws maps of events and writes papers.
UNASKED = {
    "pandera",
    "openpyxl",
    "duckdb",
    "geopandas",
    "shapely",
    "pydeck",
    "typst",
    "docx",
    "pptx",
    "sklearn",
}
RUN = """
import json, sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("app.py", default_timeout=120).run()
print(json.dumps({"title": [title.value for title in page.title], "loaded": sorted(sys.modules)}))
"""


def test_the_first_world_page_loads_nothing_that_it_does_not_show():
    run = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, check=True, cwd=ROOT)
    said = json.loads(run.stdout.splitlines()[-1])
    assert len(said["title"]) == 1
    assert not UNASKED & set(said["loaded"])
