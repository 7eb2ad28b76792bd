"""What helps with priorities and must-haves."""

from __future__ import annotations

from advisor.words.translation import mark

ONSHORE_TIP = mark("In the home country itself.")
NEARSHORE_TIP = mark("Close by: a small clock difference, and near or in the same region.")
SANCTIONS_TIP = mark("Leaves out places under comprehensive US sanctions.")
FATF_TIP = mark(
    "The Financial Action Task Force keeps a black and a grey list of places with weak controls on money "
    "laundering."
)
ANY_LAW_TIP = mark("No law on personal data is asked for.")
SOME_LAW_TIP = mark("A law on personal data, be it partial or without authority.")
SAFEGUARDS_TIP = mark("A comprehensive law; contractual safeguards are needed.")
ADEQUATE_TIP = mark("Recognised as adequate, at least for certified recipients.")
SAME_LAW_TIP = mark("The same data-protection regime as at home.")
ANSWERS_TIP = mark(
    "Set weights by ranking, by comparing in pairs, or by what each step from worst to best is worth"
)
OTHER_WAYS_TIP = mark("Set weights by answering questions, or take those of a published location index")
FLOOR_TIP = mark("Theme scores below the floor count as the floor: no theme alone wipes a location out.")
WEIGHT_TIP = mark("{share} of the whole; {default} by default. Double click resets.")
