"""Draws bars as SVG on the server: no script, the text's own colour, legible in every theme."""

import json
import re
from functools import lru_cache

import vl_convert

FONT = "Noto Sans CJK SC, Noto Sans SC, Noto Sans, sans-serif"
TEXT, BAR = "#010203", "#040506"  # stand for the page's colours until they are put in
ROLES = re.compile(r' (?:aria-[a-z]+|role|class)="[^"]*"')
SIZE = re.compile(r'<svg [^>]*?viewBox="([^"]*)"[^>]*>')

Bar = tuple[str, int, str]  # what it is, how long, what is written at its end


@lru_cache(maxsize=256)
def bars(rows: tuple[Bar, ...], label: str) -> str:
    """Return an SVG picture with `label` as its text alternative."""
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 230,
        "height": {"step": 40},
        "background": None,
        "data": {"values": [{"of": a, "n": n, "told": t} for a, n, t in rows]},
        "encoding": {
            "y": {
                "field": "of",
                "type": "nominal",
                "sort": None,
                "axis": {
                    "title": None,
                    "domain": False,
                    "ticks": False,
                    "labelFontSize": 15,
                    "labelColor": TEXT,
                    "labelLimit": 180,
                    "labelPadding": 8,
                    "grid": False,
                },
            },
            "x": {"field": "n", "type": "quantitative", "axis": None},
        },
        "layer": [
            {"mark": {"type": "bar", "color": BAR, "height": 18}},
            {
                "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 15, "color": TEXT},
                "encoding": {"text": {"field": "told"}},
            },
        ],
        "config": {"view": {"stroke": None}, "font": FONT},
    }
    drawn = vl_convert.vegalite_to_svg(json.dumps(spec, ensure_ascii=False))
    return _dressed(drawn, label)


def _dressed(drawn: str, label: str) -> str:
    """Take out what scripts would need, put in the page's colours and one name for the whole picture."""
    quiet = ROLES.sub("", drawn).replace(TEXT, "currentColor").replace(BAR, "var(--pine, #0b5d54)")
    title = label.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return SIZE.sub(
        rf'<svg xmlns="http://www.w3.org/2000/svg" viewBox="\1" role="img" aria-label="{title}" width="100%">',
        quiet,
        count=1,
    )
