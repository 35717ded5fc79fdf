# SPDX-License-Identifier: GPL-3.0-or-later
"""One look for all charts, and pictures that need nothing beside them.

A chart is written as SVG with the glyphs that it uses, a subset of Noto Sans CJK (SIL Open Font License) as WOFF2.
Chinese therefore shows without network and on machines without a Chinese font, and labels keep their measured width.
"""

import html
import re

import altair
import vl_convert
from IPython.display import SVG, display

from fonts import FONT, FONT_FILE, face

# Okabe and Ito's colours, told apart by readers with any common deficiency of colour vision; always with a shape or a
# position as well.
COLOURS = ["#000000", "#0072B2", "#D55E00", "#009E73", "#CC79A7"]

vl_convert.register_font_directory(str(FONT_FILE.parent))


@altair.theme.register("guidefund", enable=True)
def look():
    """Plain axes, the title at the left edge, no weight but the regular one, which is what is embedded."""
    regular = {"titleFontWeight": "normal", "labelFontWeight": "normal"}
    return {
        "config": {
            "font": FONT,
            "view": {"stroke": "#cccccc"},
            "title": {
                "anchor": "start", "fontSize": 15, "fontWeight": "normal", "subtitleFontSize": 12,
                "subtitleColor": "#444444", "offset": 12,
            },
            "axis": {**regular, "labelFontSize": 12, "titleFontSize": 12, "gridColor": "#e6e6e6", "labelLimit": 320},
            "legend": {**regular, "labelFontSize": 12, "titleFontSize": 12, "labelLimit": 320},
            "header": {**regular, "labelFontSize": 13, "titleFontSize": 12, "labelLimit": 420},
            "range": {"category": COLOURS},
        }
    }


def show(chart, name, description):
    """Shows a chart as a picture.

    `name` (letters, unique in the notebook) keeps the identifiers of pictures on one page apart; `description` is read
    out in place of the picture.
    """
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    svg = re.sub(r'\bid="', f'id="{name}-', svg).replace("url(#", f"url(#{name}-").replace('href="#', f'href="#{name}-')
    svg = re.sub(r" (aria-\w+|role|pointer-events)=\"[^\"]*\"", "", svg)  # marks one by one; the description is better
    rule = face(f"guidefund-{name}", texts(svg))
    svg = svg.replace(f'font-family="{FONT}"', f'font-family="guidefund-{name}, {FONT}, sans-serif"')
    label = html.escape(description, quote=True)
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    display(SVG(svg.replace(">", f"><defs><style>{rule}</style></defs>", 1)))


def texts(svg):
    """All characters that a picture writes."""
    return "".join(html.unescape(found) for found in re.findall(r"<text[^>]*>([^<]*)</text>", svg))
