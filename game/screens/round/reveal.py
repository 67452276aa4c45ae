"""Révélation: promised beside given, character by character, as facts; then what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import ntr, signed, tr
from engine.play.commands import PassTo
from engine.view.types import (
    CharacterView,
    FactView,
    ForecastView,
    ProjectOutcome,
    RevealView,
    TokenCount,
    View,
)
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Do, Draft
from game.front.state import Ui, Way
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Flow,
    Grow,
    Keyed,
    Label,
    Landscape,
    Picture,
    Pill,
    Row,
    Rule,
    Spacer,
    Span,
    Stamp,
    Tap,
    Tokens,
)
from game.kit.nodes import TokenState
from game.pieces import mine, pacts
from game.pieces.parts import (
    STAMPS,
    Fullest,
    Own,
    actions,
    apart,
    face,
    header,
    keys_hint,
    looking_back,
    named,
    next_button,
    onward,
    opening,
    page,
)
from game.pieces.pieces import changes_label, listed, personal
from game.pieces.rumours import rumour_told
from game.screens.overlays import why
from game.screens.overlays.sheet import readers

_ROOMY = 9
"""Characters up to whom each row has room for a role."""
_TOLD = 4
_FALLEN = 2
"""Presuppositions that are told one by one; the others are counted."""


@dataclass(frozen=True, slots=True)
class Revealed(Form):
    """How many rows of the round `about` are open; `asked` whether to open all of them at once was asked;
    `place` whether what became of the place is shown, after all of them.
    """

    rows: int = 0
    asked: bool = False
    place: bool = False


def open_rows(view: View, rows: int) -> Draft:
    """This many rows open, in this round."""
    return Draft(Revealed(str(view.phase.round), rows))


def reveal_all(view: View, ui: Ui) -> tuple[str, Draft]:
    """What opens all the rows at once, asked twice: its words, and what it does."""
    form = ui.form(Revealed, str(view.phase.round))
    if form.asked:
        return tr("Oui, tout révéler"), open_rows(view, len(view.reveal.facts) if view.reveal else 0)
    return tr("Tout révéler…"), Draft(Revealed(str(view.phase.round), form.rows, asked=True))


def rows_open(view: View, ui: Ui) -> int:
    """How many rows are open: all of them in a demonstration and in the past."""
    total = len(view.reveal.facts) if view.reveal else 0
    if view.mode == "demo" or looking_back(ui):
        return total
    return min(ui.form(Revealed, str(view.phase.round)).rows, total)


def reveal(view: View, ui: Ui) -> Element:
    """One row for each character, opened one by one; the consequences come last, and what they made of the
    place.
    """
    now = view.reveal
    if now is None:
        return page(header(view, ui), Spacer(), actions(view, ui, next_button(reveal_way(view, ui))))
    if _place_shown(view, ui):
        return page(header(view, ui), _place(view, now), actions(view, ui, next_button(reveal_way(view, ui))))
    opened, total = rows_open(view, ui), len(now.facts)
    right: Element = _waiting(view, now, opened)
    if opened >= total:
        right = Fullest([Own(_changes(view, now, level), 1.15) for level in range(4)])
    body = Row(
        [
            Grow(Own(_table(view, ui, now, opened, _apart(view, ui)), 1.1), 1.95, 860),
            Grow(right if opened >= total else Own(right, 1.15), 1, 480),
        ],
        "l",
        "stretch",
    )
    buttons: list[Element] = [*next_button(reveal_way(view, ui))]
    if opened < total:
        word, everything = reveal_all(view, ui)
        buttons.append(
            Button(
                word,
                "reveal-all",
                everything,
                hint="T",
                reserve=(tr("Tout révéler…"), tr("Oui, tout révéler")),
            )
        )
    return page(header(view, ui), body, actions(view, ui, buttons, _hint(view, ui, opened < total)))


def _hint(view: View, ui: Ui, more: bool) -> Element | None:
    if more and ui.form(Revealed, str(view.phase.round)).asked and not apart(view, ui):
        return keys_hint((tr("Espace"), tr("un par un")), ("T", tr("tout révéler")))
    if _apart(view, ui):
        return Label(tr("Touchez votre visage : votre résultat, pour vous seul."), "small", align="right")
    return None


def _apart(view: View, ui: Ui) -> tuple[str, ...]:
    """Who, of several around one computer, may read by themselves what the round brought: once all have seen
    the whole reveal.
    """
    now = view.reveal
    if now is None or rows_open(view, ui) < len(now.facts) or looking_back(ui):
        return ()
    return readers(view) if view.mode == "training" and me(view) is None else ()


def reveal_way(view: View, ui: Ui) -> Way | None:
    """One row after another, the place, then the debate."""
    opened, now = rows_open(view, ui), view.reveal
    if now is not None and opened < len(now.facts):
        return Way(tr("Au suivant"), open_rows(view, opened + 1))
    if now is None or view.mode == "demo" or looking_back(ui) or _place_shown(view, ui):
        return onward(view, ui)
    seen = Revealed(str(view.phase.round), opened, place=True)
    return Way(tr("Voir {place}", place=view.place.inside), Draft(seen))


def _place_shown(view: View, ui: Ui) -> bool:
    form = ui.form(Revealed, str(view.phase.round))
    return form.place and not looking_back(ui)


def _place(view: View, now: RevealView) -> Element:
    """The place as the round leaves it, large, what changed marked; above it, its projects and the gate."""
    ended = [
        Pill(("✓ " if outcome.state == "complete" else "✗ ") + outcome.project.title, tone, "name")
        for state, tone in (("complete", "kept"), ("lapsed", "broken"))
        for outcome in now.outcomes
        if outcome.state == state
    ]
    told: list[Element] = [Label(view.place.first, "title"), Flow(ended, "s", "s")]
    told += [Keyed(row, f"fallen.{i}", False, appears="unfold") for i, row in enumerate(_fallen(view, now))]
    gate = Keyed(_gate(now), "gate", False)
    above = Row([Grow(Own(Column(told, "m")), 1.6, 480), Grow(gate, 1, 480)], "l", "start")
    return Column([above, Grow(Landscape(view.neighbourhood, radius=18.0, telling=True))], "m")


def _fallen(view: View, now: RevealView) -> list[Element]:
    """Presuppositions that fell: two faces side by side, and a sentence to read aloud."""
    pairs = list(zip(now.fallen, now.lifted, strict=True))
    rows: list[Element] = [
        Row(
            [
                face(view.character(one), 84.0),
                face(view.character(other), 84.0),
                Grow(Label(said, "lead", "idea")),
            ],
            "s",
        )
        for (one, other), said in pairs[:_FALLEN]
    ]
    if len(pairs) > _FALLEN:
        rows.append(Label(_more_fallen(len(pairs) - _FALLEN), "body", "idea"))
    return rows


def _more_fallen(others: int) -> str:
    return ntr("et {n} autre présupposé", "et {n} autres présupposés", others)


def _table(view: View, ui: Ui, now: RevealView, opened: int, reading: tuple[str, ...] = ()) -> Element:
    asks = opened >= len(now.facts) and any(fact.says for fact in now.facts) and not looking_back(ui)
    heads = ("", tr("avait promis"), tr("a donné"), tr("Pourquoi ? Touchez.") if asks else "")
    head = _cells([Label(text, "label") for text in heads])
    rows: list[Element] = [head]
    guesses = _guesses(view)
    for i, fact in enumerate(now.facts):
        if i:
            rows.append(Rule())
        guess = guesses.get(fact.who, "") if i < opened else ""
        who, crowded = view.character(fact.who), len(now.facts) > _ROOMY
        person: Element = named(who, 56.0 if crowded else 76.0, role=not crowded)
        if who.id in reading:
            label = tr("Passer l’ordinateur à {name} pour voir son résultat", name=who.name)
            person = Tap(person, f"result-{who.id}", Do(PassTo(who=who.id)), label)
        rows.append(Grow(_row(person, who, fact, i < opened, guess, ui if asks else None)))
    if opened >= len(now.facts) <= _ROOMY and any(any(fact.returned) for fact in now.facts):
        rows.append(Label(tr("Un jeton en trop revient : il compte comme un jeton gardé."), "small"))
    return Card(Column(rows, 6.0), "xl", "m")


def _guesses(view: View) -> dict[str, str]:
    """What the room had forecast of each one's promises, where hands were counted. One stamp stands beside
    all that somebody promised: of several forecasts, each says of what it was.
    """
    found: dict[str, list[ForecastView]] = {}
    for entry in view.forecasts:
        if entry.counts.received and entry.counts.yes is not None:
            found.setdefault(entry.promise.who, []).append(entry)
    if me(view) is not None:
        return {who: mine.forecast_words(entries[0].counts, revealed=True) for who, entries in found.items()}
    return {who: _guessed(entries) for who, entries in found.items()}


def _guessed(entries: list[ForecastView]) -> str:
    """The counts of the forecasts about one author, a line each."""
    if len(entries) == 1:
        counts = entries[0].counts
        return _close(tr("pronostic : ✓ {yes} ✗ {no}", yes=counts.yes, no=counts.no))
    lines = [
        f"{entry.promise.toward} " + _close(f"✓ {entry.counts.yes} ✗ {entry.counts.no}") for entry in entries
    ]
    return "\n".join([tr("pronostics"), *lines])


def _close(words: str) -> str:
    """Words that no line parts."""
    return words.replace(" ", "\u00a0")


def _cells(cells: list[Element]) -> Row:
    return Row(
        [
            Grow(cells[0], 2.1, 250),
            Grow(cells[1], 1.25, 110),
            Grow(cells[2], 1.65, 130),
            Grow(cells[3], 1.2, 150),
        ],
        "s",
    )


def _row(
    person: Element, who: CharacterView, fact: FactView, opened: bool, guess: str, ui: Ui | None
) -> Element:
    """One character's row; with `ui`, its stamp may be asked why."""
    size = 30.0
    keys = [f"r.{who.id}.{kind}.{i}" for kind, n in enumerate(fact.given) for i in range(n)]
    promise: Element = Label(tr("rien"), "body", "quiet")
    if sum(fact.promised):
        plain: tuple[tuple[int, TokenState], ...] = tuple(
            (kind, "promised") for kind, n in enumerate(fact.promised) for _ in range(n)
        )
        promised_keys = (
            [] if opened else [f"r.{who.id}.{k}.{i}" for k, n in enumerate(fact.promised) for i in range(n)]
        )
        promise = Tokens(plain, size, keys=promised_keys)
        if opened and any(fact.unmet):  # nothing was owed: what was asked for did not come
            promise = Column([promise, Label(tr("condition non remplie"), "tiny")], 2.0)
    gift: Element = Spacer()
    stamp: Element = Spacer()
    if opened:
        if sum(fact.elsewhere):
            gift = _elsewhere(fact, keys)
        elif keys:
            gift = Tokens(
                tuple((kind, "given") for kind, n in enumerate(fact.given) for _ in range(n)), size, keys=keys
            )
        else:
            gift = Label(tr("garde tout") if sum(fact.promised) else tr("rien"), "body", "quiet")
        if any(fact.returned):
            back = ntr("{n} revient", "{n} reviennent", sum(fact.returned))
            gift = Column([gift, Label(back, "tiny")], 2.0)
        if fact.word:
            stamp = Keyed(
                Stamp(fact.word.upper(), STAMPS[fact.fact]), f"stamp.{who.id}", False, appears="fade"
            )
    if opened and fact.asked_by:
        gift = Column([gift, Label(fact.asked_by, "tiny")], 2.0)
    if guess:
        stamp = Column([stamp, Label(guess, "tiny")], 2.0)
    if ui is not None and fact.says:
        asked = Row([Pill("?", "plain"), Grow(Spacer())]) if isinstance(stamp, Spacer) else stamp
        stamp = opening(ui, asked, why.control(who.id), why.open_why(who.id), tr("Demander pourquoi"))
    return _cells([person, promise, gift, stamp])


def _elsewhere(fact: FactView, keys: list[str]) -> Element:
    """What came as promised, if anything did; under it, smaller, what went to other projects."""
    where = [words for words, promised, given in fact.projects if sum(given) and not sum(promised)]
    words = ", ".join(where) if len(where) == 1 else tr("ailleurs")
    away = Row([_full(fact.elsewhere, 22.0), Grow(Label(words, "small", "quiet"), 1, 90)], "s")
    return Column([_full(fact.given, 24.0, keys), away], "xs") if keys else away


def _full(tokens: TokenCount, size: float, keys: list[str] | None = None) -> Tokens:
    several = [kind for kind, n in enumerate(tokens) for _ in range(n)]
    full: list[tuple[int, TokenState]] = [(kind, "given") for kind in several]
    return Tokens(full, size, keys=keys or [])


def _waiting(view: View, now: RevealView, opened: int) -> Element:
    """Before the last row is open: what the last one says of itself, and nothing of what follows."""
    total = len(now.facts)
    words = tr("{n} sur {total}", n=opened, total=total)
    lines: list[Element] = [
        Label(tr("Ce qui était promis, ce qui est donné"), "title"),
        Label(tr("On regarde les faits, un par un. Le débat vient après."), "lead", "quiet"),
        Label(words, "number"),
    ]
    last = now.facts[opened - 1] if opened else None
    if last is not None and last.says:
        who = view.character(last.who)
        name = Row([face(who, 96.0), Label(who.short, "subheading")], "m")
        lines.append(Card(Column([name, *why.spoken(last)], "s"), "l", "m"))
    return Column(lines, "l")


def _changes(view: View, now: RevealView, level: int) -> Element:
    """What the reveal changed: all of it; who pays as a number; without who pays, nor the other gauges;
    without what others make of it."""
    lines: list[Element] = [Label(tr("Ce que ça change"), "title")]
    done = [_done(o, level) for o in now.outcomes if o.state == "complete"]
    told: list[Element] = []
    if done:
        words = ntr("✓ Chantier terminé", "✓ Chantiers terminés", len(done))
        told.append(Card(Column([Label(words, "label", "kept"), listed(done, "s")], "s"), "l", "m"))
    told += [_lapsed(o) for o in now.outcomes if o.state == "lapsed"]
    lines += [Keyed(card, f"outcome.{i}", False, appears="unfold") for i, card in enumerate(told)]
    open_ones = [outcome for outcome in now.outcomes if outcome.state == "lacking"]
    if open_ones:
        lines.append(_still_open(open_ones))
    if not now.outcomes:
        lines.append(Card(Label(tr("Aucun chantier n’a avancé ce tour."), "body"), "l", "m"))
    if (now.trust or now.lifted) and level < 3:
        lines.append(_trust(view, now))
    lines += [*pacts.opened(view, level < 2), *pacts.mandates_told(view.mandates)]
    if view.rumour is not None and view.rumour.verdict:
        lines.append(rumour_told(view.rumour))
    if now.others and level < 2:
        lines.append(_others(view, now))
    if now.opened or now.ticked:
        after = [Label(said, "small", "part") for said in (*now.opened, *now.ticked)]
        lines.append(Card(Column(after, "xs"), "l", "s"))
    lines.append(Keyed(_gate(now), "gate", False, appears="unfold"))
    lines += _mine(view, now, level)
    return Column(lines, "m")


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


def _done(outcome: ProjectOutcome, level: int) -> Element:
    """A project completed: what everybody waited for comes first, in the colour of what is kept."""
    project = outcome.project
    told: list[Element] = [Label(project.title, "heading", "kept"), changes_label(project.changes)]
    if level < 2:
        told += personal(project, short=level > 0)
    words = Column(told, 2.0)
    return Row([Picture(project.pictogram, 60.0, "kept"), Grow(words)], "m")


def _lapsed(outcome: ProjectOutcome) -> Card:
    title = Label(outcome.project.title, "subheading", "broken")
    return Card(Column([title, Label(outcome.sentence, "small")], "xs"), "l", "s")


def _still_open(outcomes: list[ProjectOutcome]) -> Element:
    """What open projects still lack, one line each; where a word was not kept, whose stands under it."""
    rows: list[Element] = [Label(tr("Il manque encore"), "label")]
    for outcome in outcomes:
        lack = Tokens.of(outcome.lacking, "missing", 26.0)
        rows.append(Row([Grow(Label(outcome.project.title, "name"), 1, 190), lack], "s"))
        if outcome.unkept:
            rows.append(Label(outcome.unkept, "small", "broken"))
    return Card(Column(rows, "xs"), "l", "s")


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
    lines += [Label(sentence, "small", "idea") for sentence in now.lifted[:_FALLEN]]
    more = len(now.lifted) - _FALLEN
    if more > 0:
        lines.append(Label(_more_fallen(more), "small", "idea"))
    return Card(Column(lines, "xs"), "l", "s")


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
        spans.append(Span("\u00a0" + _close(toward)))
    return [*spans, *_others_moved(len(now.trust) - len(greatest))]


def _gate(now: RevealView) -> Element:
    """The common good: from what to what, what made it move, and whether gains count."""
    commons = now.commons
    lines: list[Element] = [
        Label(commons.title, "label", "night_quiet"),
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
    return _close(why).replace(",\u00a0", ", ")


def _others(view: View, now: RevealView) -> Element:
    """By how much the other indicators moved, in a line."""
    changes = changes_label(now.others, "small")
    if me(view) is not None:  # what the round brought them takes the room of the heading
        return Card(changes, "l", "s")
    return Card(Column([Label(tr("Les autres jauges"), "label"), changes], "none"), "l", "s")
