"""What a reveal changed: projects, trust, presuppositions, the gauges, and whether gains count."""

from collections.abc import Sequence

from engine.language import ntr, signed, tr
from engine.telling.gauges import worn
from engine.view.types import ProjectOutcome, RevealView, View
from game.front.alone import me
from game.kit import Card, Column, Element, Flow, Grow, Keyed, Label, Picture, Row, Span, Tokens
from game.pieces import mine, pacts
from game.pieces.pieces import changes_label, listed
from game.pieces.rumours import rumour_told
from game.screens.round import counted, dislodged, heard, helped, recognised, works
from game.screens.round.moments import MOST_FALLEN, more_fallen

LEVELS = 7
"""In how many ways the page may be told, from all of it to the least."""
_TOLD = 4
"""Moves of trust that are told; the others are counted."""


def changes(view: View, now: RevealView, level: int) -> Element:
    """What the reveal changed: all of it; who pays as a number; without who pays, nor the other gauges;
    without what others make of it, nor who would have paid for what lapsed; the count of groups or of
    hoardings beside the gate alone; projects by their names alone, without what they lacked or lost;
    mandates without their words, which whoever leads has read aloud. Pacts keep their terms while there is
    room for what others make of the round; a moment has told them."""
    lines: list[Element] = [Label(tr("Ce que ça change"), "title")]
    known = [one for one in now.outcomes if not _apart(one)]
    complete = [one for one in known if one.state == "complete"]
    done = [_done(o, now, level) for o in complete if o.project.idea is None]
    told: list[Element] = []
    if complete and level > 4:
        told.append(Card(Column([_done_in_line(one) for one in complete], "xs"), "l", "s"))
    elif done:
        words = ntr("✓ Chantier terminé", "✓ Chantiers terminés", len(done))
        told.append(Card(Column([Label(words, "label", "kept"), listed(done, "s")], "s"), "l", "m"))
    may = [_done(o, now, level) for o in complete if o.project.idea is not None]
    if may and level < 5:
        words = ntr("✓ Idée recevable", "✓ Idées recevables", len(may))
        told.append(Card(Column([Label(words, "label", "kept"), listed(may, "s")], "s"), "l", "m"))
    told += dislodged.told(view, now, level)
    told += works.told(view, now, level)
    told += helped.told(view, now, level)
    told += recognised.told(view, now, level)
    told += counted.told(view, now, level)
    told += heard.told(now)
    lapsed = [o for o in known if o.state == "lapsed"]
    if lapsed and level > 4:
        words = tr("Le délai est passé : {names}.", names=_names(lapsed))
        told.append(Card(Label(words, "small", "broken"), "l", "s"))
    else:
        told += _lapsed([_given_up(o, level) for o in lapsed], level)
    lines += [Keyed(card, f"outcome.{i}", False, appears="unfold") for i, card in enumerate(told)]
    open_ones = [outcome for outcome in known if outcome.state == "lacking"]
    last = view.phase.round == view.phase.rounds
    unheard = heard.unheard(now.outcomes, last)
    never: list[Element] = []
    if level > 4 and last and open_ones:
        words = ntr("Ne se fera plus : {names}.", "Ne se feront plus : {names}.", len(open_ones),
                    names=_names(open_ones))  # fmt: skip
        never, open_ones = [Label(words, "small", "broken")], []
    still = [*(_still_open(open_ones, last) if open_ones else []), *unheard]
    if still:
        lines.append(Card(Column(still, "xs"), "l", "s"))
    if not now.outcomes:
        lines.append(Card(Label(tr("Aucun chantier n’a avancé ce tour."), "body"), "l", "m"))
    if (now.trust or now.lifted) and level < 3:
        lines.append(_trust(view, now))
    lines += [
        *pacts.opened(view, level < 2),
        *pacts.mandates_told(view, view.mandates, level > 5),
    ]
    if view.given_words:
        lines.append(_given_words(view))
    if view.rumour is not None and view.rumour.verdict:
        lines.append(rumour_told(view.rumour))
    if now.others and level < 2:
        lines.append(_others(view, now))
    after = [*never, *(Label(said, "small", "part") for said in (*now.opened, *now.ticked))]
    if after:
        lines.append(Card(Column(after, "xs"), "l", "s"))
    short = (helped.beside(view), works.beside(view), recognised.beside(view))
    beside = " · ".join(filter(None, short)) if level > 3 else ""
    lines.append(Keyed(gate(now, beside), "gate", False, appears="unfold"))
    lines += _mine(view, now, level)
    return Column(lines, "m" if level < 4 else "s")


def _apart(outcome: ProjectOutcome) -> bool:
    """Whether it is going to listen, to help or to fetch somebody, which is told by itself."""
    one = outcome.project
    return one.listening or bool(one.group) or bool(one.fetches)


def _mine(view: View, now: RevealView, level: int) -> list[Element]:
    """What the round brought who trains alone, and who counts on them more or less: nobody else is there to
    read it."""
    words = mine.round_words(view)
    if not words:
        return []
    told: list[Element] = [Label(words, "subheading", "note_ink"), Label(mine.from_what(view), "small")]
    if now.in_you:
        told.append(Label(_in_you(view, now, _TOLD if level < 3 else 2), "small", "ink"))
    return [Card(Column(told, "none"), "l", "s", "note", "note_line")]


def _done(outcome: ProjectOutcome, now: RevealView, level: int) -> Element:
    """A project completed: what everybody waited for comes first, in the colour of what is kept."""
    project = outcome.project
    told: list[Element] = [Label(project.title, "heading", "kept"), changes_label(project.changes)]
    if outcome.benefits and level < 2:
        told.append(_benefits(outcome, now.commons.rose))
    words = Column(told, 2.0)
    return Row([Picture(project.pictogram, 60.0, "kept"), Grow(words)], "m")


def _done_in_line(outcome: ProjectOutcome) -> Element:
    """The same where there is least room."""
    title = Label(f"✓ {outcome.project.title}", "name", "kept")
    return Flow([title, changes_label(outcome.project.changes, "small")], "s", "none")


def _names(several: Sequence[ProjectOutcome]) -> str:
    return ", ".join(outcome.project.title for outcome in several)


def _benefits(outcome: ProjectOutcome, gains: bool) -> Element:
    """Who gains by it and who loses; in the colour of neither, who would have."""
    done = outcome.state == "complete"
    rows = [
        Label(words, "label", ("kept" if gains else "ink") if points > 0 else "broken" if done else "ink")
        for points, words in outcome.benefits
    ]
    return Flow([*rows], "m", 2.0)


def _lapsed(several: list[Element], level: int) -> list[Element]:
    """Those given up, each on a card; where there is least room, on one."""
    if level < 3 or not several:
        return [Card(one, "l", "s") for one in several]
    return [Card(Column(several, "xs"), "l", "s")]


def _given_up(outcome: ProjectOutcome, level: int) -> Element:
    if level > 3:  # on the same line
        title = Span(outcome.project.title + " · ", "broken", True)
        return Label([title, Span(outcome.sentence)], "small")
    told: list[Element] = [Label(outcome.project.title, "subheading", "broken")]
    told.append(Label(outcome.sentence, "small"))
    if outcome.benefits and level < 3:
        told.append(_benefits(outcome, False))
    return Column(told, "xs")


def _still_open(outcomes: list[ProjectOutcome], last: bool) -> list[Element]:
    """What open projects still lack, one line each; where a word was not kept, whose stands under it. After
    the last round, they are lost."""
    lost = ntr("Ne se fera plus : il manquait", "Ne se feront plus : il manquait", len(outcomes))
    rows: list[Element] = [Label(lost, "label", "broken") if last else Label(tr("Il manque encore"), "label")]
    for outcome in outcomes:
        lack = Tokens.of(outcome.lacking, "missing", 26.0)
        rows.append(Row([Grow(Label(outcome.project.title, "name"), 1, 190), lack], "s"))
        if outcome.unkept:
            rows.append(Label(outcome.unkept, "small", "broken"))
    return rows


def _greatest(moves: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The moves of trust that are told: the largest, and the largest loss, which no gain may hide."""
    told = sorted(moves, key=lambda entry: -abs(entry[1]))
    lost = [entry for entry in told if entry[1] < 0][:1]
    shown = told[:_TOLD]
    return shown if not lost or lost[0] in shown else [*shown[:-1], *lost]


def _trust(view: View, now: RevealView) -> Element:
    """Whose standing moved most, and presuppositions that fell."""
    lines: list[Element] = [Label(tr("La confiance des autres, sur 100"), "label")]
    spans = _standings(view, now)
    if spans:
        lines.append(Label(spans, "small", "ink"))
    lines += [Label(sentence, "small", "idea") for sentence in now.lifted[:MOST_FALLEN]]
    more = len(now.lifted) - MOST_FALLEN
    if more > 0:
        lines.append(Label(more_fallen(more), "small", "idea"))
    return Card(Column(lines, "xs"), "l", "s")


def _given_words(view: View) -> Element:
    """What became of the words given for this round."""
    said = [
        Label(word.sentence, "small", "broken" if word.kept is False else "ink") for word in view.given_words
    ]
    return Card(Column(said, "xs"), "l", "s")


def _in_you(view: View, now: RevealView, most: int) -> list[Span]:
    """Who counts on you more, or less, from what to what: those whom it moved most."""
    moves = {who: after - before for who, before, after in now.in_you}
    told = {who: (before, after) for who, before, after in now.in_you}
    spans: list[Span] = [Span(tr("Leur confiance en vous, sur 100 :") + " ")]
    greatest = _greatest(tuple(moves.items()))[:most]
    for who, by in greatest:
        if len(spans) > 1:
            spans.append(Span("\u00a0· "))
        spans.append(Span(view.character(who).short + "\u00a0"))
        before, after = told[who]
        spans.append(Span(f"{before}\u00a0→\u00a0{after}", "kept" if by > 0 else "broken", True))
    return [*spans, *_others_moved(len(moves) - len(greatest))]


def _others_moved(others: int) -> list[Span]:
    return [Span("\u00a0· " + ntr("et {n} autre", "et {n} autres", others))] if others > 0 else []


def _standings(view: View, now: RevealView) -> list[Span]:
    """By how much the others' trust in each moved."""
    spans: list[Span] = []
    greatest = _greatest(now.trust)
    for who, by in greatest:
        if spans:
            spans.append(Span("\u00a0· "))
        spans.append(Span(signed(by), "kept" if by > 0 else "broken", True))
        one = view.character(who)
        toward = tr("envers vous") if me(view) == one else tr("envers {name}", name=one.short)
        spans.append(Span("\u00a0" + toward.replace(" ", "\u00a0")))
    return [*spans, *_others_moved(len(now.trust) - len(greatest))]


def gate(now: RevealView, beside: str = "") -> Element:
    """The common good: from what to what, what made it move, and whether gains count; `beside` its name."""
    commons = now.commons
    lines: list[Element] = [
        Label(" · ".join(filter(None, (commons.title, beside))), "label", "night_quiet"),
        Row(
            [
                Label(f"{commons.before} → {commons.after}", "number", "on_night", one_line=True),
                Grow(Label(_terms(commons.why), "body", "on_night")),
            ],
            "m",
        ),
        Label(commons.sentence, "body", "on_night" if commons.rose else "night_gold"),
    ]
    return Card(Column(lines, "xs"), "l", "m", "night", None, edge=False)


def _terms(why: str) -> str:
    """Terms that a line only parts at their commas."""
    return why.replace(" ", "\u00a0").replace(",\u00a0", ", ")


def _others(view: View, now: RevealView) -> Element:
    """By how much the other indicators moved, in a line."""
    changes = changes_label(now.others, "small")
    if me(view) is not None:  # what the round brought them takes the room of the heading
        return Card(changes, "l", "s")
    title = ", ".join(filter(None, (tr("Les autres jauges"), worn(now.wear))))
    return Card(Column([Label(title, "label"), changes], "none"), "l", "s")
