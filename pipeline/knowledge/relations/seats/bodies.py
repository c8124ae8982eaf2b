"""Bodies that a text names or points back to: boards, committees, groups."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise, takewhile
from typing import Final

from pipeline.knowledge.relations.seats.role_words import GOVERNING
from pipeline.knowledge.relations.seats.vocabulary import OWN_BODY, Vocabulary, Word
from pipeline.knowledge.scene import NETWORKS, Named, Scene, Span

_BARE: Final = re.compile(
    r"(nämnd|styrelse|grupp|kommitté|utskott|beredning|delegation|råd)(?:en|et|n)s?", re.IGNORECASE
)
# `rådet` is a body of a network so called; `gränsrådet` is the network.
_NOUN: Final = re.compile(
    r"([a-zåäö]*kommitté|[a-zåäö]*kommission|[a-zåäö]+råd)(?:e?n|et)s?", re.IGNORECASE
)
# Of `Öarnas råd` or `Vika-Nesna-rådet` that is all of its noun: `rådet` is the network.
_BARE_NOUN: Final = re.compile(r"(kommitté|kommission|råd)(?:e?n|et)s?", re.IGNORECASE)
_ENGLISH: Final = {"kommitté": "committee", "kommission": "commission"}
# What only points to a body told before, and by itself is none.
_POINTS: Final = re.compile(r"(?:den )?(?:gruppen|delegationen)", re.IGNORECASE)
# A network has several of these: `rådet` is not its `ungdomsråd`.
_OF_MANY: Final = re.compile(r"styrelse|råd", re.IGNORECASE)
# How far back a bare `nämnden` may point, in characters.
_FAR: Final = 1500
_MEETING: Final = re.compile(r"(?:möte|stämma|kongress|konferens)(?:n|t)?$", re.IGNORECASE)
_AT_MEETING: Final = re.compile(
    r"\b(?:vid|på|sitt|sin|höll|hölls|håller|till och med|t\.o\.m\.|fram till|sedan|efter|före"
    r"|inför|under|ett|en|nästa|varje|när|av) (?:[\w:]+s? )?$",
    re.IGNORECASE,
)
_TAKES_PLACE: Final = re.compile(
    r" ?(?::|(?:hölls|hålls|håller|äger|ägde|valde|väljer|utsåg|utser|beslutade|samlades)\b)"
)
_SENT: Final = re.compile(r"\b(?:ombud|röst|representera|företräd)", re.IGNORECASE)
_ENDING: Final = re.compile(r"(?:en|et|n)s?$")
_IN_BODY: Final = re.compile(r" (?:i|för|av) ")
# Between a body and what it is: `Kommittén, som är vår styrelse, leds av`.
_EXPLAINED: Final = re.compile(
    r",? som (?:också |även )?(?:är|utgör|fungerar som|motsvarar) (?:(?:vår|en|dess|[\w-]+s) )?"
)
_FOR: Final = re.compile(r" för (?=[^ ])")


@dataclass(frozen=True)
class Bodies:
    """Finds bodies in a document."""

    scene: Scene
    vocabulary: Vocabulary

    @cached_property
    def bodies(self) -> Callable[[Span], list[Word]]:
        """Returns the bodies that a stretch of text names, or points back to: `I gruppen ingår`.

        Each person near it asks for them again.
        """
        return cache(self._bodies)

    def _bodies(self, span: Span) -> list[Word]:
        meant = ((body, self._meant(body)) for body in self._named_bodies(span))
        return [
            full
            for body, full in meant
            if full is not body or not (self._only_points(body) or self._is_network(body))
        ]

    def _only_points(self, body: Word) -> bool:
        """Tell whether a word points to a body told before; above a list it is one itself."""
        block = self.scene.flow.blocks[self.scene.flow.block_at(body.start)]
        heads = block.content.strip(" :").casefold() == body.name.casefold()
        # `Till Vänförbundet, delegationen, väljs`: the one of that network
        near = self.scene.within(Span(block.start, body.start), *NETWORKS)
        apposed = near and self.scene.flow.text[near[-1].end : body.start] == ", "
        return bool(_POINTS.fullmatch(body.name)) and not heads and not apposed

    def _is_network(self, body: Word) -> bool:
        """Tell whether `gränsrådet` is the network told of before: `Gränsrådet Tolvmila`."""
        if noun := _NOUN.fullmatch(body.name):
            pattern = rf"{noun[1]}(?:(?:e?n|et)\b|$)"
        elif noun := _BARE_NOUN.fullmatch(body.name):
            word = noun[1].replace("å", "[åa]")  # `Öarnas rad`, as engines read it
            pattern = rf"(?: {word}|-{word}(?:e?n|et))$"
        else:
            return False
        if (english := _ENGLISH.get(noun[1].casefold())) is not None:
            pattern = rf"{pattern}|\b{english}$"
        told = self.scene.within(Span(max(0, body.start - _FAR), body.start), "network")
        nearest = (told[-1] if told else None, self.scene.author)
        called = re.compile(pattern, re.IGNORECASE)
        return any(
            called.search(name)
            for named in nearest
            if named is not None
            for name in (self.scene.name_of(named.entity_id), self.scene.text(named))
        )

    def _named_bodies(self, span: Span) -> Iterator[Word]:
        """Yield the bodies that a stretch of text names, none of them part of a network's name."""
        first = bisect_left(self._told, (span.start,))
        told = (self._told[place] for place in range(first, len(self._told)))
        return takewhile(lambda body: body.end <= span.end, told)

    @cached_property
    def _printed(self) -> list[Word]:
        """The bodies that the words of the whole document are, parts of names among them."""
        return self.vocabulary.find_bodies(self.scene.flow.text)

    @cached_property
    def _told(self) -> list[Word]:
        """The bodies that the whole document names, in order.

        What a body is for is part of its name, unless that is a network.
        """
        found = []
        for body in map(self._before_person, self._printed):
            over = self._names_over(body)
            inner = next((n for n in over if body.start < n.start), None)
            if inner is not None and (cut := _FOR.search(body.name)) is not None:
                found.append(Word(body.start, body.start + cut.start(), body.name[: cut.start()]))
            elif not over:
                found.append(body)
        told = [body for body in found if not self._is_occasion(body)]
        return [two for one, two in pairwise([None, *told]) if two and not self._is_what(one, two)]

    def _is_what(self, one: Word | None, body: Word) -> bool:
        """Tell whether a body says what the one before it is: `rådet, som är vår styrelse`."""
        between = self.scene.flow.text[one.end : body.start] if one else ""
        return bool(_EXPLAINED.fullmatch(between))

    def _before_person(self, body: Word) -> Word:
        """Return a body without the person who stands right behind: `i partnerskapet Åsa Ek`."""
        person = next(iter(self.scene.within(Span(body.start + 1, body.end), "person")), None)
        if person is None:
            return body
        name = self.scene.flow.text[body.start : person.start].rstrip(" ,")
        return Word(body.start, body.start + len(name), name)

    def _names_over(self, body: Word) -> list[Named]:
        """Return the networks that share letters with a body, and the organisations around it."""
        block = self.scene.flow.blocks[self.scene.flow.block_at(body.start)]
        named = self.scene.within(Span(block.start, body.end), *NETWORKS, "organisation")
        return [
            n
            for n in named
            if body.start < n.end and (n.type != "organisation" or n.end >= body.end)
        ]

    def _is_occasion(self, body: Word) -> bool:
        """Tell whether a meeting is when something happened, not where somebody sits."""
        before = self.scene.flow.text[max(0, body.start - 40) : body.start]
        sent = _SENT.search(self.scene.text(self.scene.sentence_at(body.start)))
        held = _TAKES_PLACE.match(self.scene.flow.text, body.end) or _AT_MEETING.search(before)
        return bool(_MEETING.search(body.name) and held and not sent)

    def outer_bodies(self, span: Span) -> list[Word]:
        """Return the bodies named, without those of regions and municipalities themselves."""
        return [body for body in self.bodies(span) if not self._is_at_home(body)]

    def _is_at_home(self, body: Word) -> bool:
        """Tell whether a body is a region's own, or that of a federation: `direktionens chef`."""
        if self.scene.flow.text[body.end - 1] == "s":
            return self.governs_at_home(body)
        return bool(OWN_BODY.fullmatch(body.name))

    def governs_at_home(self, body: Word) -> bool:
        """Tell whether a body is a region's own, or governs the federation whose document it is."""
        governs = self.scene.author is None and GOVERNING.fullmatch(body.name)
        return bool(governs or OWN_BODY.fullmatch(body.name))

    def own_body_before(self, role: Word) -> Word | None:
        """Return the body that a role is of by its genitive: `kommunstyrelsens ordförande`.

        `Nämndens ordförande` is that of the body of this kind that was told of before.
        """
        place = bisect_left(self._printed, (role.start,)) - 1
        if place < 0 or self._printed[place].end != role.start - 1:
            return None
        body: Word | None = self._printed[place]
        if self.scene.flow.text[role.start - 1] == "\n":  # a heading above the role
            body = next(self._named_bodies(Span(self._printed[place].start, role.start)), None)
        if body is None:
            return None
        meant = self._meant(body, own=True)
        return None if meant is body and self._is_network(meant) else meant

    def body_behind(self, role: Word) -> Word | None:
        """Return the body right behind a role: `ordförande i kommunstyrelsen`."""
        place = bisect_left(self._printed, (role.end,))
        body = next(iter(self._printed[place : place + 1]), None)
        between = self.scene.flow.text[role.end : body.start] if body else ""
        return body if _IN_BODY.fullmatch(between) else None

    def _only_one_beside(self, body: Word, told: Sequence[Word]) -> list[Word]:
        """Return the one body that a paragraph told of before `rådet`: `ägarrådet`."""
        start = self.scene.flow.blocks[self.scene.flow.block_at(body.start)].start
        stem = _ENDING.sub("", body.name.casefold())
        near = [b for b in told if b.start >= start and len(b.name) > len(body.name)]
        alike = [b for b in near if stem in b.name.casefold()]
        return alike if len({b.name.casefold() for b in alike}) == 1 else []

    def _meant(self, body: Word, *, own: bool = False) -> Word:
        """Return the body that a bare `nämnden` stands for: the nearest one told before.

        A network's board is not a region's: those are meant only where `own` allows it.
        """
        kind = _BARE.fullmatch(body.name)
        if kind is None or _EXPLAINED.match(self.scene.flow.text, body.end):
            return body
        before = self._named_bodies(Span(max(0, body.start - _FAR), body.start))
        told = [body for body in before if own or not OWN_BODY.fullmatch(body.name)]
        apart = r"\b" if _OF_MANY.fullmatch(kind[1]) else ""
        same = re.compile(rf"{apart}{kind[1]}(?:en|et|n)?s?\b", re.IGNORECASE)
        longer = [b for b in told if len(b.name) > len(body.name) and same.search(b.name)]
        longer = longer or self._only_one_beside(body, told)
        if not longer or self._is_of_another_entry(longer[-1], body):
            return body
        return longer[-1]._replace(start=body.start, end=body.end)

    def _is_of_another_entry(self, told: Word, body: Word) -> bool:
        """Tell whether a line between two bodies begins with a network: what follows is of that."""
        flow = self.scene.flow
        return any(
            named.start == flow.blocks[flow.block_at(named.start)].content_start
            for named in self.scene.within(Span(told.end, body.start), *NETWORKS)
        )
