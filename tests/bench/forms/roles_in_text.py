"""Running text, and short lists in it, in which a seat may be told."""

from typing import Final

# `{whose}` is the genitive of the network, `{Role}` and `{Body}` begin a line; `{Spelt}` is the
# party's name. Sten Hav, Rut Vik and Ulf Mo are others; POLIS and ICORN are other networks.
SETTINGS: Final = {
    "sentence": """{top}
{person} ({party}) är {role} i {body} för {network} sedan 2019.
""",
    "genitive first": """{top}
I {whose} {body} är {person} ({party}) {role} under mandatperioden.
""",
    "role first": """{top}
Regionens {role} i {whose} {body} är {person} ({party}).
""",
    "aside": """{top}
Under året har {person} ({party}), {role} i {whose} {body}, besökt Bryssel tre gånger.
""",
    "network before": """{top}
Region Almvik är medlem i {network} sedan 2004. {person} ({party}) är {role} i {body}.
""",
    "two networks": """{top}
Region Almvik är medlem i POLIS, där Sten Hav (M) är ledamot i styrelsen. Regionen är också med
i {network}. Där är {person} ({party}) {role} i {body}.
""",
    "two paragraphs": """{top}
POLIS samlar energikontor i Europa. Sten Hav (M) är ledamot i styrelsen.

{network} är regionens äldsta samarbete. Det leds av {body}, där {person} ({party}) är {role}.
""",
    "of the network": """{top}
{network} bildades 1996 och har ett trettiotal medlemmar. {person} ({party}) är {role} i
nätverkets {definite}.
""",
    "with as": """{top}
Arbetet i {network} har fortsatt med {person} ({party}) som {role} i {body}.
""",
    "followed": """{top}
Sten Hav (M), {role} i {body} för {network}, ersattes i mars av {person} ({party}).
""",
    "lead into list": """{top}
I {body} för {network} ingår från Region Almvik:

- {person} ({party}), {role}
- Rut Vik (C), revisor
""",
    "party spelt out": """{top}
I {body} för {network} är {person}, {Spelt}, {role}.
""",
    "after a list": """{top}
POLIS

Styrelse
Sten Hav (M), ledamot
Rut Vik (C), ersättare

{network}

Samarbetet fyller 20 år i år. {person} ({party}) är {role} i {body}.
""",
    "leads it": """{top}
{network} är ett samarbete mellan flera regioner. Det styrs av {body}. {Role} är {person} ({party}).
""",
    "topic goes on": """{top}
{network}

{network} bildades 1996 och har tolv medlemmar. Nätverket har ett nära samarbete med POLIS.
{person} ({party}) är {role} i {body}.
""",
    "sections of a network": """{top}
3.1 POLIS

Om nätverket
Nätverket arbetar med transporter.

Representation
Sten Hav (M), ledamot i styrelsen

3.2 {network}

Om nätverket
Nätverket har ett nära samarbete med POLIS.

Representation
{person} ({party}), {role} i {body}
""",
    "named in brackets": """{top}
Flera av regionens politiker har uppdrag i nätverken ({person} ({party}) är till exempel {role} i
{whose} {definite}).
""",
    "semicolons": """{top}
Regionen företräds i nätverken av följande politiker: POLIS: Sten Hav (M), ledamot i styrelsen;
{network}: {person} ({party}), {role} i {body}; ICORN: Rut Vik (C), revisor.
""",
    "holds": """{top}
Sten Hav (M) är ledamot i styrelsen för POLIS.
Uppdraget som {role} i {whose} {body} innehas av {person} ({party}).
""",
    "has been chosen": """{top}
{person} ({party}) har av regionfullmäktige utsetts till {role} i {body} för {network}.
""",
    "meeting chose": """{top}
{network} höll sitt årliga möte i Gdańsk i maj. Där valdes {person} ({party}) till {role} i {body}.
""",
    "chosen at its meeting": """{top}
Vid {whose} möte i juni omvaldes {person} ({party}) till {role} i {body}.
""",
    "bodies as headings": """{top}
{network}

Valberedning
Sten Hav (M), ledamot

{Body}
{person} ({party}), {role}
Rut Vik (C), revisor
""",
    "politicians and staff": """{top}
{network}

Politisk representation: {person} ({party}), {role} i {body}
Tjänsteperson: EU-strateg Ulf Mo
""",
    "chair and others": """{top}
{network}
{Body} 2024: {person} ({party}), {role}, Sten Hav (M), revisor, och Rut Vik (C), revisor.
""",
    "who also": """{top}
{person} ({party}), som också är {role} i {whose} {body}, inledde konferensen tillsammans med
kommissionens generaldirektör.
""",
    "paragraph of seats": """{top}
Regionen har tre uppdrag i {network}. I {body} är {person} ({party}) {role}, och Sten Hav (M) är
ledamot i valberedningen.
""",
    "heading of seats": """{top}
Representation i {network}

Regionens {role} i {body} är {person} ({party}).
""",
    "at the end": """{top}
POLIS arbetar med transporter. Sten Hav (M) är ledamot i styrelsen. Region Almvik är sedan 2015
medlem även i {network}, och {person} ({party}) valdes 2023 till {role} i {body}.
""",
    "of another before": """{top}
{network}

Regionen är medlem i {network} sedan 2012. Medlemskapet i ICORN upphörde samma år.

Sten Hav (M) är revisor. {person} ({party}) är {role} i {body}.
""",
    "question and answer": """{top}
{network}

Vilka är med? Ett trettiotal regioner.

Vem företräder regionen? {person} ({party}) är {role} i {body}.
""",
}
