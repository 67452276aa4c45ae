"""The debate of those who train: COOP or pas COOP, three sentences to tell apart, two readings, own words.

One page after another within one step of the session; what has been answered opens the next. Nobody is said
to be right: only what a sentence is.
"""

from dataclasses import dataclass

from engine.language import tr
from engine.play.commands import CLAIMS, Claim, Note, Sort, Tally
from engine.view.types import ActView, DebateView, ExerciseView, SentenceView, View
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Do, Draft
from game.front.state import SENTENCE, Ui, Way
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Span, Tap
from game.pieces.parts import Fullest, Own, face, field, keys_hint, looking_back, onward
from game.pieces.terms import explained

VOTE, SORT, WORDS = range(3)
_KEPT = 2
"""Sentences kept that are shown under the field, the latest last."""


@dataclass(frozen=True, slots=True)
class Page(Form):
    """The page to which those who train have gone on, in the round `about`."""

    to: int = VOTE


@dataclass(frozen=True, slots=True)
class Claims(Form):
    """What each of the three sentences of the round `about` is held to be; None: not yet."""

    held: tuple[Claim | None, ...] = (None, None, None)


def at(view: View, ui: Ui) -> int:
    """The page that is open."""
    now = view.debate
    assert now is not None
    voted = now.first is not None and now.first.received > 0
    answered = WORDS if now.kept else SORT if voted else VOTE
    if looking_back(ui):
        return answered
    return max(answered, ui.form(Page, str(view.phase.round)).to)


def way(view: View, ui: Ui) -> Way | None:
    """Past what is not answered; then what the sentences are, the readings, and the next step."""
    now = view.debate
    assert now is not None
    page, asked = at(view, ui), now.exercise
    if page == VOTE:
        return Way(tr("Passer le vote"), _to(view, SORT))
    if page == SORT and asked is not None:
        if asked.sorted:
            label = tr("D’autres lectures de cet acte") if asked.readings else tr("Votre phrase")
            return Way(label, _to(view, WORDS))
        held = _held(view, ui)
        if None in held:
            return Way(tr("Passer le tri"), _to(view, WORDS))
        claims = tuple(claim for claim in held if claim is not None)
        return Way(tr("Voir ce qu’il en est"), Do(Sort(claims=claims)))
    keep = _keep(ui)
    return Way(tr("Garder cette phrase"), keep) if keep is not None else onward(view, ui)


def _to(view: View, page: int) -> Draft:
    return Draft(Page(str(view.phase.round), page))


def _held(view: View, ui: Ui) -> tuple[Claim | None, ...]:
    return ui.form(Claims, str(view.phase.round)).held


def body(view: View, ui: Ui, act: ActView, now: DebateView) -> Element:
    """The page that is open, under the act."""
    page = at(view, ui)
    if page == VOTE:
        return Grow(Own(_vote(view, ui), 1.3))
    if page == SORT and now.exercise is not None:
        return Grow(Fullest([Own(_sorting(view, ui, now.exercise, level), 1.2) for level in range(2)]))
    return Grow(Own(_words(view, ui, act, now), 1.2))


def buttons(view: View, ui: Ui) -> list[Element]:
    """The way on; while a sentence is written it keeps it."""
    found, keep = way(view, ui), _keep(ui)
    if found is None:
        return []
    writing = at(view, ui) == WORDS and keep is not None
    asked = at(view, ui) == VOTE or found.label == tr("Passer le tri")
    return [Button(found.label, "keep" if writing else "next", found.intent, "quiet" if asked else "primary")]


def hint(view: View, ui: Ui) -> Element | None:
    """While a sentence is being written, Space writes and Enter keeps."""
    if at(view, ui) != WORDS or not ui.text(SENTENCE).strip():
        return None
    return keys_hint(("⏎", tr("garder")))


# ---- COOP ou pas COOP --------------------------------------------------------------------------------------


def _vote(view: View, ui: Ui) -> Element:
    """One's own answer; of a few around one computer, how many thumbs are up."""
    if me(view) is not None:
        sides = (("COOP", "kept", "1", 1, 0), (tr("pas COOP"), "broken", "2", 0, 1))
        cells: list[Element] = [Grow(_side(view, ui, i, *side)) for i, side in enumerate(sides)]
        return Row(cells, "xl", "stretch")
    several = view.participants or sum(who.held for who in view.characters)
    asked = tr("Tous en même temps : pouce levé (COOP) ou main à plat (pas COOP). Combien de pouces ?")
    chips = [
        Button(str(n), f"thumbs-{n}", _voted(view, n, several - n), "chip", style="title")
        for n in range(several + 1)
    ]
    shown = Row([Label("✓", "number", "kept", one_line=True), Label("✗", "number", "broken", one_line=True),
                 Grow(Label(asked, "heading"))], "m")  # fmt: skip
    rows: list[Element] = [shown, Flow(chips if not looking_back(ui) else [], "m", "m")]
    return Card(
        Column([*rows, Label(tr("Puis dites pourquoi, chacun son tour."), "lead", "quiet")], "l"), "xl", "l"
    )


def _side(view: View, ui: Ui, i: int, word: str, colour: str, key: str, yes: int, no: int) -> Element:
    sign = Label("✓" if yes else "✗", "count", "on_colour", one_line=True)
    words = Column([Label(word, "title", "on_colour"), Label(key, "heading", "on_colour")], "xs")
    card = Card(Row([sign, Grow(words)], "l"), "xl", "l", colour, None, edge=False)
    return card if looking_back(ui) else Tap(card, f"coop-{i}", _voted(view, yes, no), word)


def _voted(view: View, yes: int, no: int) -> Do:
    return Do(Tally(question=f"verdict:{view.phase.round}:1", yes=yes, no=no))


# ---- A fact, a judgement, a presupposition -----------------------------------------------------------------


def _sorting(view: View, ui: Ui, asked: ExerciseView, level: int) -> Element:
    """Three sentences, what each may be, and what the journal says; on a small screen, of the last round."""
    title = tr("Un fait, un jugement, un présupposé : lequel est lequel ?")
    if asked.sorted:
        title = tr("Ce que sont ces trois phrases")
    cells: list[Element] = [_sentence(view, ui, asked, i) for i in range(len(asked.sentences))]
    told = [Label(line, "small", "ink") for line in (asked.journal[-1:] if level else asked.journal)]
    journal = Card(Column([Label(tr("Le journal"), "label"), *told], "xs"), "l", "s")
    return Column([Label(title, "heading"), *cells, journal], "s")


def _sentence(view: View, ui: Ui, asked: ExerciseView, i: int) -> Element:
    said = asked.sentences[i]
    if asked.sorted:
        return Card(
            Row([Grow(Label(said.text, "strong")), Grow(_told(said, dict(asked.words)))], "l"), "l", "s"
        )
    held = _held(view, ui)
    answers: list[Element] = (
        [] if looking_back(ui) else [_choice(view, held, asked, i, claim) for claim in CLAIMS]
    )
    return Card(Row([Grow(Label(said.text, "strong")), Flow(answers, "xs", "xs")], "m"), "l", "s")


def _choice(view: View, held: tuple[Claim | None, ...], asked: ExerciseView, i: int, claim: Claim) -> Element:
    """One of the answers to a sentence; those of the first that has none have a key each."""
    present = held.index(None) if None in held else -1
    kept = Draft(Claims(str(view.phase.round), (*held[:i], claim, *held[i + 1 :])))
    place, word = CLAIMS.index(claim), dict(asked.words)[claim]
    looks = (word, f"{word} {place + 1}", f"✓ {word}")  # as wide in each, and nothing moves
    if i == present:
        return Button(looks[1], f"claim-{place}", kept, "chip", reserve=looks)
    chosen = held[i] == claim
    id_ = f"claim.{i}.{claim}"
    return Button(looks[2 if chosen else 0], id_, kept, "chosen" if chosen else "chip", reserve=looks)


def _told(said: SentenceView, words: dict[Claim, str]) -> Element:
    """What a sentence is, and how one tells; what was answered instead, without a word of blame."""
    lines: list[Element] = [Label([Span(tr("C’est {claim}.", claim=said.word), "kept", True)], "strong")]
    if said.sorted is not None and said.sorted != said.claim:
        lines = [Row([*lines, Label(tr("Répondu : {claim}.", claim=words[said.sorted]), "small")], "s")]
    return Column([*lines, Label(said.why, "small")], "none")


# ---- Two readings, and one's own words ---------------------------------------------------------------------


def _words(view: View, ui: Ui, act: ActView, now: DebateView) -> Element:
    lines: list[Element] = []
    if now.exercise is not None and now.exercise.readings:
        lines.append(Label(tr("D’autres lectures, et aucune n’est la bonne"), "label"))
        cells: list[Element] = [Grow(_reading(view, *one)) for one in now.exercise.readings]
        lines.append(Row(cells, "l", "stretch"))
    lines.append(_own(view, ui, act, now))
    return Column(lines, "m")


def _reading(view: View, who: str, text: str) -> Element:
    one = view.character(who)
    words = Column([Label(one.short, "name"), Label(tr("« {text} »", text=text), "body")], "xs")
    return Card(Row([face(one, 72.0), Grow(words)], "m"), "l", "s")


def _own(view: View, ui: Ui, act: ActView, now: DebateView) -> Element:
    hint = (
        tr("Une phrase, la vôtre…") if me(view) is not None else tr("Ce que vous en gardez, en une phrase…")
    )
    lines: list[Element] = [explained(view.terms, act.question, "lead", "question")]
    if not looking_back(ui):  # nothing is written in the past
        lines.append(field(ui, SENTENCE, hint, _keep(ui), 2, tr("Votre phrase")))
    lines += [
        Label([Span("✓ ", "kept", True), Span(tr("Gardé : « {text} »", text=text))], "body")
        for text in now.kept[-_KEPT:]
    ]
    return Card(Column(lines, "m"), "xl", "m", "note", "note_line")


def _keep(ui: Ui) -> Do | None:
    text = ui.text(SENTENCE).strip()
    return Do(Note(text=text, tag="sentence"), (SENTENCE,)) if text else None
