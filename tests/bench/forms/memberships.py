"""Who is a member of what: members, times and networks of many forms, each told in many ways."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tests.bench.forms import membership_lists as lists
from tests.bench.forms.form import Form
from tests.bench.forms.membership_lists import OWN, plan, row

# What a text calls the members, who issues it, and who they are.
MEMBERS: Final[Sequence[tuple[str, str, Sequence[str]]]] = (
    ("Region Almvik", OWN, [OWN]),
    ("vi", OWN, [OWN]),
    ("regionen", OWN, [OWN]),
    ("Granviks kommun", "Granviks kommun", ["Granviks kommun"]),
    ("kommunen", "Granviks kommun", ["Granviks kommun"]),
    ("Granvik", "Granviks kommun", ["Granviks kommun"]),
    ("staden", "Vidarhamns stad", ["Vidarhamns stad"]),
    ("landstinget", "Landstinget Almdal", ["Landstinget Almdal"]),
    ("Landstinget i Almdals län", OWN, ["Landstinget i Almdals län"]),
    ("förbundet", "Regionförbundet Kustlanda", ["Regionförbundet Kustlanda"]),
    ("Kommunförbundet Norrkusten", OWN, ["Kommunförbundet Norrkusten"]),
    ("Lunds kommun", OWN, ["Lunds kommun"]),
    ("Lund", OWN, ["Lunds kommun"]),
    ("Kungälv", OWN, ["Kungälvs kommun"]),
    ("Malmö stad", OWN, ["Malmö stad"]),
    ("Malmö", OWN, ["Malmö stad"]),
    ("Vasa stad", OWN, ["Vasa stad"]),
    ("Region Halland", OWN, ["Region Halland"]),
    ("Högskolan i Borås", OWN, ["Högskolan i Borås"]),
    ("Länsstyrelsen i Kalmar län", OWN, ["Länsstyrelsen i Kalmar län"]),
    ("Lunds kommun och Habo kommun", OWN, ["Lunds kommun", "Habo kommun"]),
    ("Lund, Habo och Kungälv", OWN, ["Lunds kommun", "Habo kommun", "Kungälvs kommun"]),
    ("kommunerna Lund, Habo och Kungälv", OWN, ["Lunds kommun", "Habo kommun", "Kungälvs kommun"]),
    (
        "Region Skåne, Region Halland och Malmö",
        OWN,
        ["Region Skåne", "Region Halland", "Malmö stad"],
    ),
    ("både Region Skåne och Lunds kommun", OWN, ["Region Skåne", "Lunds kommun"]),
    ("såväl regionen som Lunds kommun", OWN, [OWN, "Lunds kommun"]),
    ("regionen och Lunds kommun", OWN, [OWN, "Lunds kommun"]),
)

# `{Who}` begins a sentence, `{who}` stands in one; `{net}` is ERRIN or another known network.
OF_MEMBERS: Final = {
    "is": "{Who} är medlem i {net} sedan 2012.",
    "since first": "Sedan 2012 är {who} medlem i {net}.",
    "network first": "I {net} är {who} medlem sedan 2012.",
    "year first": "År 2012 blev {who} medlem i {net}.",
    "relative": "{net} är ett nätverk för regioner och städer som {who} gick med i 2012.",
    "relative where": "Till nätverken hör {net}, där {who} är medlem sedan 2012.",
    "relative aside": "{net}, som {who} tillhör sedan 2012, arbetar med forskning.",
    "sentence before": "{net} samlar städer och regioner i Europa. {Who} anslöt sig 2012.",
    "takes part": "{Who} deltar sedan 2012 i {net}, ett samarbete om forskning och innovation.",
    "has been": "{Who} har varit med i {net} sedan 2012 och betalar en årlig avgift.",
    "object first": "Det europeiska nätverket {net} har {who} tillhört sedan 2012.",
    "genitive": "{Whose} medlemskap i {net} inleddes 2012.",
    "under heading": "2.1 {net}\n\n{Who} är medlem sedan 2012. Medlemskapet ger kontakter.",
    "ended": "{Who} var medlem i {net} åren 2012–2018.",
    "left": "{Who} lämnade {net} vid utgången av 2018.",
    "founder": "{Who} är en av grundarna till {net}, som bildades 2012.",
    "observer": "{Who} har observatörsstatus i {net} sedan 2012.",
    "associated": "{Who} är sedan 2012 associerad medlem i {net}.",
    "among": "Bland medlemmarna i {net} finns {who}.",
}
_UNTOLD: Final = frozenset({"left", "among"})

SINCE: Final = {
    "sedan 2012": "2012",
    "sedan år 2012": "2012",
    "sedan maj 2012": "2012-05",
    "sedan den 1 maj 2012": "2012-05-01",
    "sedan 1 maj 2012": "2012-05-01",
    "sedan 2012-05-01": "2012-05-01",
    "sedan våren 2012": "2012",
    "sedan början av 2012": "2012",
    "sedan starten 2012": "2012",
    "alltsedan 2012": "2012",
    "ända sedan 2012": "2012",
    "från 2012": "2012",
    "från och med 2012": "2012",
    "från och med den 1 maj 2012": "2012-05-01",
    "fr.o.m. 2012": "2012",
    "fr o m 2012": "2012",
    "från hösten 2012": "2012",
}
OF_SINCE: Final = {
    "last": "Region Almvik är medlem i {net} {time}.",
    "before member": "Region Almvik är {time} medlem i {net}.",
    "first": "{Time} är Region Almvik medlem i {net}.",
    "clause": "{net}, där regionen är medlem {time}, har sitt säte i Bryssel.",
    "perfect": "Regionen har {time} varit fullvärdig medlem i {net}.",
    "part of": "Regionen ingår {time} i {net}.",
    "connected": "Regionen är ansluten till {net} {time}.",
    "membership": "Medlemskapet i {net} gäller {time}.",
    "alone": "2.1 {net}\n\nMedlem {time}.",
    "item": "Vi är medlemmar i följande nätverk:\n\n- {net} – medlem {time}\n- Energy Cities",
    "bracket": "Medlemskap\n\n- {net} ({time})\n- Energy Cities",
}
WHEN: Final = {
    "2012": "2012",
    "år 2012": "2012",
    "redan 2012": "2012",
    "i maj 2012": "2012-05",
    "den 1 maj 2012": "2012-05-01",
    "våren 2012": "2012",
    "under 2012": "2012",
    "i början av 2012": "2012",
    "hösten 2012": "2012",
    "2012-05-01": "2012-05-01",
}
OF_WHEN: Final = {
    "became": "Region Almvik blev medlem i {net} {time}.",
    "joined first": "{Time} gick regionen med i {net}.",
    "joined": "Region Almvik anslöt sig {time} till {net}.",
    "joined behind": "{net} är ett nätverk som regionen anslöt sig till {time}.",
    "entry": "Regionens inträde i {net} skedde {time}.",
    "granted": "Region Almvik beviljades medlemskap i {net} {time}.",
    "admitted": "Region Almvik antogs som medlem i {net} {time}.",
    "entered": "Region Almvik inträdde {time} som medlem i {net}.",
    "we": "2.1 {net}\n\nVi gick med {time} och är aktiva i arbetsgruppen för energi.",
    "label": "2.1 {net}\n\nMedlem sedan: {time}\nÅrsavgift: 45 000 kr",
    "founded": "Regionen var {time} med och bildade {net}.",
}

# No membership of anybody.
NO_MEMBERSHIP: Final = {
    "sought": "Region Almvik har ansökt om medlemskap i {net}.",
    "considered": "Regionen överväger att bli medlem i {net} och beslutar under 2025.",
    "denied": "Region Almvik är inte medlem i {net} men följer arbetet.",
    "declined": "Regionen tackade nej till inbjudan att gå med i {net}.",
    "examined": "Frågan om ett medlemskap i {net} prövas under 2025.",
    "meeting": "Regionen deltog i {net}:s årsmöte i Bryssel den 4 maj 2023.",
    "visit": "Under våren besökte regionen {net} och dess kansli i Bryssel.",
    "counted": "{net} har 120 medlemmar i 20 länder och ett kansli i Bryssel.",
    "statement": "{net} har lämnat synpunkter på kommissionens förslag.",
    "others": "Flera svenska kommuner är medlemmar i {net}.",
    "person": "Anna Ek är medlem i styrelsen för {net} sedan 2012.",
    "seminar": "Seminariet ordnades i samarbete med {net} den 4 maj 2023.",
}
_KNOWN: Final = ("ERRIN", "Eurocities", "Klimatkommunerna")


def forms() -> Iterator[Form]:
    """Yield each member, each time and each network in each setting."""
    for setting, text in OF_MEMBERS.items():
        for number, (who, issuer, members) in enumerate(MEMBERS):
            network = _KNOWN[number % len(_KNOWN)]
            since = "" if setting in _UNTOLD else "2012"
            told = text.format(
                Who=who[0].upper() + who[1:],
                who=who,
                Whose=_genitive(who[0].upper() + who[1:]),
                net=network,
            )
            rows = [row(member, network, since) for member in members]
            yield Form(who, setting, _plan(told, issuer), rows)
    yield from _timed(SINCE, OF_SINCE)
    yield from _timed(WHEN, OF_WHEN)
    for setting, text in NO_MEMBERSHIP.items():
        for network in _KNOWN:
            yield Form(network, f"none: {setting}", _plan(text.format(net=network)), [])
    yield from lists.forms()


def _timed(times: Mapping[str, str], settings: Mapping[str, str]) -> Iterator[Form]:
    for setting, text in settings.items():
        for time, since in times.items():
            told = text.format(net="ERRIN", time=time, Time=time[0].upper() + time[1:])
            rows = [row(OWN, "ERRIN", since)]
            if "Energy Cities" in told:
                rows.append(row(OWN, "Energy Cities", ""))
            yield Form(time, setting, _plan(told), rows)


def _plan(told: str, issuer: str = OWN) -> str:
    return plan(
        f"Internationellt arbete\n\nArbetet ska stärka näringsliv och kultur.\n\n{told}", issuer
    )


def _genitive(who: str) -> str:
    """Return a name in the genitive; `vi` has its own."""
    return "Vårt" if who == "Vi" else who if who.endswith("s") else f"{who}s"
