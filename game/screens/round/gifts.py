"""The rows of a reveal: what each had promised beside what they gave, the stamp, what was forecast."""

from engine.language import ntr, tr
from engine.play.commands import PassTo
from engine.telling.vocabulary import tokens
from engine.view.types import CharacterView, FactView, ForecastView, RevealView, TokenCount, View
from game.front.alone import me
from game.front.intents import Do
from game.front.state import Ui
from game.kit import (
    Card,
    Column,
    Element,
    Grow,
    Keyed,
    Label,
    Pill,
    Row,
    Rule,
    Spacer,
    Stamp,
    Tap,
    Tokens,
)
from game.kit.nodes import TokenState
from game.pieces import mine
from game.pieces.baton import faced
from game.pieces.parts import STAMPS, looking_back, named, opening
from game.screens.overlays import why
from game.screens.round import moments

_ROOMY = 9
"""Characters up to whom each row has room for a role."""


def table(view: View, ui: Ui, now: RevealView, opened: int, reading: tuple[str, ...] = ()) -> Element:
    asks = opened >= len(now.facts) and any(fact.says for fact in now.facts) and not looking_back(ui)
    heads = ("", tr("avait promis"), tr("a donné"), tr("Pourquoi ? Touchez.") if asks else "")
    head = _cells([Label(text, "label") for text in heads])
    rows: list[Element] = [head]
    guesses = _guesses(view)
    passed = now.baton is not None and not moments.told(view, ui)  # its moment tells to whom it goes
    holder = now.baton.who if passed and now.baton is not None else ""
    for i, fact in enumerate(now.facts):
        if i:
            rows.append(Rule())
        guess = guesses.get(fact.who, "") if i < opened else ""
        who, crowded = view.character(fact.who), len(now.facts) > _ROOMY
        size = 56.0 if crowded else 76.0
        person: Element = named(who, size, role=not crowded, portrait=faced(view, who, size, holder=holder))
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
            n, several = sum(fact.returned), tokens(fact.returned)
            back = ntr("{tokens} revient", "{tokens} reviennent", n, tokens=several)
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
