"""Lists, tables and facts in which a seat may be told."""

from typing import Final

# `{whose}` is the genitive of the network, `{Role}` and `{Body}` begin a line; `{Spelt}` is the
# party's name. Sten Hav, Rut Vik and Ulf Mo are others; POLIS and ICORN are other networks.
SETTINGS: Final = {
    "decision": """§ 45 Val till {network}

Beslut
Regionfullmäktige beslutar
att utse {person} ({party}) till {role} i {body} för åren 2023–2026, samt
att utse Rut Vik (C) till revisor.
""",
    "elected": """Val 2022

Till {role} i {whose} {body} valdes {person} ({party}) för tiden till och med 2026.
""",
    "label: name": """{list_top}
{network}

{Body}
{Role}: {person} ({party})
Revisor: Rut Vik (C)
""",
    "label in one line": """{list_top}
POLIS, styrelse – ledamot: Sten Hav (M)
{network}, {bare} – {role}: {person} ({party})
""",
    "heading above": """{list_top}
2.1 POLIS

Styrelse
Sten Hav (M), ledamot
Rut Vik (C), ersättare

2.2 {network}

{Body}
Ulf Mo (V), revisor
{person} ({party}), {role}
""",
    "body in heading": """{list_top}
{network}, {bare}

- {person} ({party}), {role}
- Sten Hav (M), revisor
""",
    "role line above": """{network}

{Body}

{Role}
{person} ({party})

Revisor
Sten Hav (M)
""",
    "line below name": """Förtroendevalda i internationella uppdrag

{person} ({party})
{Role} i {body}, {network}

Sten Hav (M)
Ledamot i styrelsen, POLIS
""",
    "list by person": """Internationella uppdrag

{person} ({party})
- {role} i {whose} {body}

Sten Hav (M)
- ledamot i POLIS styrelse
""",
    "table of all": """{list_top}
| Namn | Parti | Uppdrag | Organ | Nätverk |
| --- | --- | --- | --- | --- |
| {person} | {party} | {Role} | {Body} | {network} |
| Sten Hav | M | Ledamot | Styrelse | POLIS |
""",
    "table network first": """{list_top}
| Organisation | Organ | Roll | Namn |
| --- | --- | --- | --- |
| POLIS | Styrelse | Ledamot | Sten Hav (M) |
| {network} | {Body} | {Role} | {person} ({party}) |
""",
    "caption above table": """{list_top}
{network} – {bare}

| Namn | Parti | Uppdrag |
| --- | --- | --- |
| Sten Hav | M | Revisor |
| {person} | {party} | {Role} |
""",
    "role as column": """{list_top}
| Nätverk och organ | {Role} | Kontaktperson |
| --- | --- | --- |
| POLIS, styrelsen | Sten Hav (M) | Rut Vik |
| {network}, {definite} | {person} ({party}) | Ulf Mo |
""",
    "boxed facts": """{network}

Organ: {Body}
{Role}: {person} ({party})
Medlemsavgift: 20 000 kronor
""",
    "place between": """{network}

{Body} 2023–2026
{person} ({party}), Almvik, {role}
Sten Hav (M), Hedvik, revisor
""",
    "title of the document": """Region Almviks företrädare i {network} 2024

{Body}

{person} ({party}), {role}
Sten Hav (M), revisor
""",
    "in brackets": """{list_top}
- POLIS: Sten Hav (M, ledamot i styrelsen)
- {network}: {person} ({party}, {role} i {body})
""",
    "run together": """{network}
{Body} {Role} {person} ({party}) Revisorer Sten Hav (M) Rut Vik (C) Ulf Mo (V)
""",
    "network's row": """{list_top}
| Uppdrag | Namn |
| --- | --- |
| POLIS | |
| Ledamot i styrelsen | Sten Hav (M) |
| {network} | |
| {Role} i {body} | {person} ({party}) |
""",
    "cells of facts": """{list_top}
| Nätverk | {network} |
| Organ | {Body} |
| {Role} | {person} ({party}) |
| Webbplats | www.exempel.se |
""",
    "labels of a person": """{list_top}
Namn: Sten Hav (M)
Uppdrag: ledamot i styrelsen
Organisation: POLIS

Namn: {person} ({party})
Uppdrag: {role} i {body}
Organisation: {network}
""",
    "labels of a seat": """{list_top}
Nätverk: POLIS
Organ: Styrelse
Uppdrag: Ledamot
Namn: Sten Hav (M)

Nätverk: {network}
Organ: {Body}
Uppdrag: {Role}
Namn: {person} ({party})
""",
    "roles in a line": """{list_top}
POLIS (styrelse): ledamot Sten Hav (M), revisor Ulf Mo (V)
{network} ({bare}): {role} {person} ({party}), revisor Rut Vik (C)
""",
    "seat: name": """{list_top}
Ledamot i styrelsen, POLIS: Sten Hav (M)
{Role} i {body}, {network}: {person} ({party})
""",
    "dashes": """{list_top}
- Sten Hav (M) – ledamot, styrelsen, POLIS
- {person} ({party}) – {role}, {definite}, {network}
""",
    "bullets in bullets": """{list_top}
• POLIS
– Styrelse: Sten Hav (M), ledamot
• {network}
– {Body}: {person} ({party}), {role}
""",
    "numbered": """{list_top}
1. POLIS, styrelse
Ledamot Sten Hav (M)
2. {network}, {bare}
{Role} {person} ({party})
""",
    "label above names": """{list_top}
POLIS
Styrelse
Ledamot
Sten Hav (M)

{network}
{Body}
{Role}
{person} ({party})
""",
    "news": """{person} ny i {whose} {definite}

Regionstyrelsen beslutade i går om nya uppdrag. {person} ({party}) blir {role} i {body}.
""",
    "party bare": """{list_top}
{network}

{Body}
{person} {party}, {role}
Sten Hav M, revisor
""",
    "table of a network": """{list_top}
{network}

| Organ | Uppdrag | Namn | Parti |
| --- | --- | --- | --- |
| {Body} | {Role} | {person} | {party} |
| Valberedning | Ledamot | Sten Hav | M |
""",
    "table of a person": """{list_top}
| Förtroendevald | Uppdrag i {network} |
| --- | --- |
| {person} ({party}) | {Role} i {body} |
| Sten Hav (M) | Ledamot i valberedningen |
""",
    "network in brackets": """{list_top}
Som {role} i {body} sitter Sten Hav (M) (POLIS), {person} ({party}) ({network}) och Rut Vik (C)
(ICORN).
""",
    "rows of bodies": """{list_top}
{network}

| {Body} | Sten Hav (M), revisor |
| | {person} ({party}), {role} |
| Valberedning | Rut Vik (C), ledamot |
""",
    "led to": """{list_top}
Regionens företrädare i POLIS:

- Sten Hav (M), ledamot i styrelsen

Regionens företrädare i {network}:

- Rut Vik (C), revisor
- {person} ({party}), {role} i {body}
""",
}
