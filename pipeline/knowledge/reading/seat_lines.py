"""Lines of lists of seats: `Anna af Ek (S), Almviks kommun`, `Bo Al Centerpartiet Ledamot 4`."""

import re
from typing import Final

from pipeline.text.bullets import bullet_at_start

_LETTERS: Final = r"(?i:S|M|C|L|V|VPK|KD|KDS|MP|SD|FP|NYD|SJVP)|[–-]"
_NAME: Final = r"[^\W\d_a-zåäö][\w’'-]*(?: (?:af|von|van|de))?(?: [^\W\d_a-zåäö][\w’'.-]*){1,3}"
SEATED: Final = re.compile(rf"{_NAME},? \((?:{_LETTERS})\)")
"""A person with a party of the Riksdag, or with a dash for none."""

# The same with any letters: beside a line of the other kind a local party's.
_LIKE_SEATED: Final = re.compile(rf"{_NAME},? \((?:[^\W\d_]{{1,5}}|[–-])\)")
_ENDS_WITH_SEAT: Final = re.compile(
    r"[A-ZÅÄÖ].* (?i:ordförande|ledamot|ersättare|suppleant)(?: \d+)?$"
)
# A line of somebody in a list: a name with a party or a title, or a label before a name.
_SEAT_OF: Final = re.compile(
    rf"(?:[A-ZÅÄÖ][a-zåäö]+: )?{_NAME}(?: \([^()]{{1,5}}\)|, [a-zåäö]).*[^,;:-]$"
)
# A title before the name, alone in its line: `Skolchef Bo Al`.
_TITLED: Final = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö-]*(?:ens|ets|ndets) )?"
    r"(?:[A-ZÅÄÖ]|(?<= ))[a-zåäö-]*(?:chef|direktör|råd|sekreterare|strateg|ledare|handläggare"
    r"|ordförande|samordnare|rektor|professor|koordinator|utvecklare|ekonom|läkare)(?:en|n)?"
    rf" {_NAME}(?: \([^()]{{1,5}}\))?(?:, [a-zåäö][a-zåäö ]*)?"
)
# What heads those below it: `Ersättare`, `Tjänstemannaberedning`, `Arbetsutskottet:`.
_LABEL: Final = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]+[at] )?(?:Ordinarie|Ledamöter|Ersättare|Suppleanter|Övriga|Revisorer"
    r"|[A-ZÅÄÖ]\w*(?:styrelse|grupp|beredning|utskott|kommitté|presidi|råd)(?:n|en|et|um)?):?"
)
# A seat in lower case before the name, as where a column of seats ran into one of names.
_SEAT_BEFORE: Final = re.compile(
    r"(?:ordinarie|ledam[oö]t(?:er)?|[eE]rs[aä]ttare|suppleant(?:er)?|ombud)"
    rf" {_NAME} \((?:[^\W\d_]{{1,5}}|[–-])\)(?:, .*)?"
)
_NOBODY: Final = re.compile(r"(?i:vakant|vakans)(?: \([^\W\d_]{1,5}\))?")
# The same in the middle of a sentence that names them all: `med följande ersättare:`.
_AND_OTHERS: Final = re.compile(
    r"(?:med|samt|och) (?:följande |som |till )*(?:personliga )?"
    r"(?:ersättare|suppleanter|ledamöter|ombud)(?: följande)?:"
)
# Of several persons in one line: a paragraph that counts them up.
_PARTY: Final = re.compile(rf" \((?:{_LETTERS})\)")
_ENDS_ITEM: Final = re.compile(r"\w: [^:]+ \([A-ZÅÄÖ]{1,5}\)$")
# A few words above a list: `Beslutande ledamöter`.
_CAPTION: Final = re.compile(r"[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,3}:?")


def is_listed(above: str, text: str) -> bool:
    """Tell whether a line begins an entry of a list of seats, by the line above it.

    A line that counts several persons up is one of a paragraph, and goes on.
    """
    goes_on = above.endswith(",") and len(_PARTY.findall(above)) > 1
    return not goes_on and _begins_entry(above, text)


def ends_item(line: str) -> bool:
    """Tell whether a line is a whole item of seats: `– Ersättare i styrelsen: Åsa Ek (S)`."""
    return bullet_at_start(line) is not None and bool(_ENDS_ITEM.search(line))


def _begins_entry(above: str, text: str) -> bool:
    if SEATED.match(text) and (_LIKE_SEATED.match(above) or _CAPTION.fullmatch(above)):
        return True
    if (SEATED.match(above) and _LIKE_SEATED.match(text)) or _is_seat_alone(above, text):
        return True
    if _TITLED.fullmatch(text) and (_TITLED.fullmatch(above) or _SEAT_OF.fullmatch(above)):
        return True
    if _SEAT_OF.match(above) and _LABEL.fullmatch(text):
        return True
    if _AND_OTHERS.fullmatch(text) or all(map(_ENDS_WITH_SEAT.match, (above, text))):
        return True
    alone = SEATED.fullmatch(text) or SEATED.fullmatch(above)
    return bool(above and alone) and text[0].isupper()


def _is_seat_alone(above: str, text: str) -> bool:
    """Tell whether a line is a seat and who has it, or a vacant one, or stands below the latter."""
    if _NOBODY.fullmatch(text) or _NOBODY.fullmatch(above):
        return True
    goes_on = above.endswith((",", " och", " samt"))
    return not goes_on and _SEAT_BEFORE.fullmatch(text) is not None
