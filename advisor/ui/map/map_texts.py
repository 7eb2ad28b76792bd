"""What is said of the map: why there is none, why there is no picture of it."""

from __future__ import annotations

from advisor.words.translation import mark

NO_MAP = mark("This data pack has no map.")
NOT_IN_TIME = mark("The map was not drawn in time: Qt WebEngine did not start.")
PICTURE_KINDS = mark("A picture of the map can be a .png, .svg or .pdf file.")
NO_PICTURE = mark("The map could not be turned into a picture.")
NOT_PRINTED = mark("The map could not be printed.")
SAME_IN_RANKING = mark("The ranking beside it lists the same locations.")
NOT_YET_DRAWN = mark("The map is not drawn yet: wait for it and save again.")
NOT_DRAWN = mark("The map could not be drawn: {cause}. Everything else works without it.")
DRAWS_TOO_LONG = mark("it has loaded, but nothing has been drawn for too long")
