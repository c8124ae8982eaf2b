"""Names that a text says outright: `ett kontor under namnet X`, `Föreningens namn är X`."""

from typing import Final

from pipeline.knowledge.anchored import Anchored

_CAPITAL: Final = r"[^\W\d_a-zåäö]"
_NAME: Final = rf"[\"”“»]?(?P<name>{_CAPITAL}[\w'’&+-]*(?: [\w'’&+–-]+){{0,6}}"
# What goes on behind a name in the sentence that tells it, and is no part of it.
_GOES_ON: Final = (
    r"?)(?=[\"”“«]?(?:[.,;:()\n–]|$| (?:som|där|med|och (?=[a-zåäö]+(?:r|de|s)\b)|är|har|sedan|till"
    r"|finns|ligger|öppnade\w*|startade\w*|bildades|för att)\b))"
)
_KIND: Final = (
    r"(?i:[\w-]*(?:kontor(?:et)?|nätverk(?:et)?|förening(?:en)?|bolag(?:et)?|förbund(?:et)?"
    r"|samarbete(?:t)?|representation(?:en)?|allians(?:en)?|plattform(?:en)?|organisation(?:en)?"
    r"|kommitté(?:n)?|råd(?:et)?|sammanslutning(?:en)?|forum(?:et)?|partnerskap(?:et)?|byrå(?:n)?))"
)
NAMED_OUTRIGHT: Final = (
    # The first paragraph of statutes: `Föreningens namn är X.`
    Anchored(
        r"\b(?i:föreningens|förbundets|nätverkets|organisationens|kontorets|bolagets) namn är"
        rf" {_NAME})"
    ),
    # `driver ett gemensamt kontor under namnet X`, `ett bolag som heter X`
    Anchored(
        rf"\b{_KIND}(?: i {_CAPITAL}[\w-]+)?,? (?:(?:under|med) (?:det gemensamma )?namnet|vid namn"
        r"|som (?:heter|kallas|kallar sig|fått namnet|bär namnet|går under namnet)"
        rf"|kalla(?:t|d|s)|benämn[td]|benämns|heter) {_NAME}{_GOES_ON}"
    ),
)
"""Patterns of a network's `name` where its text tells it in so many words."""
