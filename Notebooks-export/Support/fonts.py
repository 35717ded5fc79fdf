# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of a font that some text needs, to be embedded: Noto Sans CJK, SIL Open Font License 1.1."""

import base64
import io
from pathlib import Path

import noto_cjk_sans_otc
from fontTools import subset
from fontTools.ttLib import TTCollection

FONT = "Noto Sans CJK SC"
FONT_FILE = Path(noto_cjk_sans_otc.__file__).parent / "NotoSansCJK-Regular.ttc"


def face(family, characters):
    """A rule of CSS that defines `family` with the glyphs of `characters`.

    The family needs a name of its own: under the font's own name it would hide a complete font of the machine.
    """
    return f"@font-face{{font-family:'{family}';src:url(data:font/woff2;base64,{glyphs(characters)})}}"


def glyphs(characters):
    """The part of the font that writes `characters`, as WOFF2 in base 64; a character that it lacks is an error."""
    font = next(face for face in TTCollection(FONT_FILE) if face["name"].getDebugName(1) == FONT)
    lacking = {character for character in characters if ord(character) not in font.getBestCmap()}
    if lacking:
        raise ValueError(f"{FONT} cannot write {sorted(lacking)}")
    font.recalcTimestamp = False
    options = subset.Options(flavor="woff2", layout_features=[], hinting=False, desubroutinize=True)
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    file = io.BytesIO()
    font.flavor = "woff2"
    font.save(file)
    return base64.b64encode(file.getvalue()).decode()
