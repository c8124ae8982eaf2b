"""What a paper calls itself, its parts and its labels: words beside names, and never part of one.

Where lines have run together such a word stands right before or behind a name: `Kölengränskommittén
Fastställd av årsmötet`, `Nordostrådet Datum: 11 juni`, `Inledning Kustrådet är`.
"""

import re
from typing import Final

_PAPERS: Final = (
    r"(?:Verksamhets|Års|Styrelse|Förvaltnings|Revisions|Hållbarhets)berättelse(?:n|r)?"
    r"|(?:Verksamhets|Handlings|Aktivitets|Arbets|Års)plan(?:en|er)?|Arbetsprogram(?:met)?"
    r"|(?:Års|Del|Slut|Verksamhets|Projekt)rapport(?:en)?|Årsredovisning(?:en)?|Årsbokslut(?:et)?"
    r"|Delårsbokslut|Bokslut(?:et)?|Budget(?:en)?|Stadgar(?:na)?|Reglemente(?:t)?|Arbetsordning(?:en)?"
    r"|(?:Sammanträdes|Mötes)?[Pp]rotokoll(?:et)?|Protokollsutdrag|(?:Mötes|Minnes)anteckning(?:ar)?"
    r"|Kallelse(?:n)?|Dagordning(?:en)?|Föredragningslista(?:n)?|Tjänste(?:skrivelse|utlåtande)(?:n|t)?"
    r"|Beslutsunderlag|Yttrande|Remiss(?:var)?|Missiv|Nyhetsbrev(?:et)?|Pressmeddelande|Transkript"
    r"|Bilag(?:a|or)|Förteckning|Sammanställning"
)
_STATES: Final = (
    r"(?:Fastställ|Besluta|Revidera|Upprätta|Uppdatera|Publicera|Justera|Ändra|Utarbeta)[dt]e?s?"
    r"|(?:An|Ut|Mot)tag(?:en|et|na)|Godkän[dt]a?|Utgiv(?:en|et|na)|Gäller|Reviderades|Antogs|Utkast"
)
_PARTS: Final = (
    r"Inledning|Bakgrund|Innehåll(?:sförteckning)?|Sammanfattning|Syfte(?:t)?|Ändamål(?:et)?"
    r"|Uppföljning|Ekonomi(?:n)?|Möten|Årsmötet|Nästa|Tidplan(?:en)?|Övrigt|Fakta|Målgrupp"
    r"|Medlemsavgift(?:en|er|erna)?|Årsavgift(?:en)?|Avgift(?:en|er)?|Medlemmar(?:na)?"
)
_LABELS: Final = (
    r"Datum|(?:Sammanträdes|Mötes|Besluts)(?:datum|dag)|Tid|Plats|Adress|(?:Besöks|Post)adress"
    r"|Telefon|Tel|Tfn|Fax|E-?post|Mejl|Mail|Hemsida|Webb(?:plats)?|Org(?:anisations)?nummer"
    r"|Dnr|Diarienummer|Diarienr|Ärendenummer|Närvarande|Frånvarande|Beslutande|Deltagare|Justerare"
    r"|Uppdrag|Namn|Parti|Roll|Funktion|Befattning|Mandatperiod|Handläggare|Ansvarig"
)
_SEATS: Final = (
    r"Ledam[oö]t(?:er)?|Ersättare|Suppleant(?:er)?|Ordförande|Ordinarie|Representant(?:er)?"
    r"|Företrädare|Kontaktperson(?:er)?|Sekreterare|Kassör|Sammankallande|Adjungerade?|Ombud"
    r"|Revisor(?:er)?|Revisorssuppleant(?:er)?"
)
_BODIES: Final = (
    r"Direktionen|Styrelsen|Fullmäktige|Förbunds(?:direktionen|styrelsen)|Arbetsutskottet"
    r"|Valberedning(?:en)?|Sekretariatet|Årsstämman|Arbetsutskott|Presidi(?:um|et)"
)
PAPER_WORD: Final = re.compile("|".join((_PAPERS, _STATES, _PARTS, _LABELS, _SEATS, _BODIES)))
"""A capitalised word that no name holds behind its first word."""

# What columns are headed with, and what may begin a name elsewhere: `Organisation Kustrådet`.
_HEADERS: Final = r"Organ|Organisation|Nätverk|Period"
_BEFORE: Final = re.compile(rf"(?:(?:{_PARTS}|{_LABELS}|{_SEATS}|{_PAPERS}|{_HEADERS}) )+")
_INSIDE: Final = re.compile(rf" (?:{PAPER_WORD.pattern})\b(?!-)")
# A street with a number: `Isfjärdsrådet Hamngatan 2`
_ADDRESS: Final = re.compile(
    r" [^\W\d_a-zåäö][\w-]*"
    r"(?:gatan|vägen|torget|gränden?|allén|stigen|platsen|kajen|esplanaden)(?= \d)"
)


def is_paper(word: str) -> bool:
    """Tell whether a word is one of the paper's."""
    return PAPER_WORD.fullmatch(word) is not None


def labels_end(text: str, start: int) -> int:
    """Return where a name begins behind words of the paper: `Namn Parti Tre kuster`."""
    before = _BEFORE.match(text, start)
    return before.end() if before else start


def before_paper(text: str, start: int, end: int) -> int:
    """Return where a name ends before words of the paper or a street: `Kustrådet Datum`."""
    found = (pattern.search(text, start, end) for pattern in (_INSIDE, _ADDRESS))
    return min((match.start() for match in found if match), default=end)
