"""Negotiation: writing down what two promise each other in private. The room sees an envelope, no more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from engine.content.model import Tokens
from engine.language import tr
from engine.play.commands import Pact
from engine.view.types import Legal, View
from game.console.pieces import (
    chips,
    labelled,
    limits_of,
    name_of,
    people,
    picked,
    projects,
    token_steppers,
)
from game.console.seen import Projector, guard, seen
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Do
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer


class Part(NamedTuple):
    """What one of the two gives, to which project."""

    project: str = ""
    tokens: tuple[int, int, int] = (0, 0, 0)


NOTHING = Part()


@dataclass(frozen=True, slots=True)
class Sealing(Form):
    """A pact half made, and what each of the two gives; forgotten with the step."""

    who: str = ""
    other: str = ""
    mine: Part = NOTHING
    theirs: Part = NOTHING
    lasts: ClassVar[bool] = False


def pact_form(view: View, ui: Ui) -> Element:
    """Who with whom, and what each gives; before eyes that may not read it, only what opens the form."""
    words = tr("La salle verra une enveloppe entre deux visages, pas ce qu’il y a dedans.")
    if me(view) is not None:
        words = tr("Les autres verront une enveloppe entre deux visages, pas ce qu’il y a dedans.")
    elif _shared(view):
        words = tr("Les deux qui font un pacte viennent ici ; les autres regardent ailleurs.")
    covered = _covered(view, ui)
    rows = guard(view, ui, words, shared=_shared(view)) or [Label(words, "small")]
    return Column([*rows, Grow(Spacer())] if covered else [*rows, *_form(view, ui)], "s")


def _shared(view: View) -> bool:
    """Whether several who train sit before this screen."""
    return view.mode == "training" and me(view) is None


def _covered(view: View, ui: Ui) -> bool:
    return seen(view, ui) or (_shared(view) and not ui.form(Projector).off)


def _form(view: View, ui: Ui) -> list[Element]:
    legal = view.allows("pact")
    assert legal is not None
    form = ui.form(Sealing)
    who = picked(form.who, legal.who)
    others = tuple(one for one in legal.ids if one != who)
    other = picked(form.other, others)
    rows: list[Element] = []
    if len(legal.who) > 1:
        say = chips("pact.who", people(view, legal.who), who, lambda one: replace(form, who=one))
        rows.append(labelled(tr("Qui"), say))
    with_ = chips("pact.other", people(view, others), other, lambda one: replace(form, other=one))
    rows.append(labelled(tr("Avec qui"), with_))
    mine, theirs = _possible(legal, who, form.mine), _possible(legal, other, form.theirs)
    first = tr("Vous donnez") if me(view) is not None else tr("{name} donne", name=name_of(view, who))
    second = tr("{name} donne", name=name_of(view, other))
    rows += _gives(view, legal, "pact.mine", first, who, mine, lambda part: replace(form, mine=part))
    rows += _gives(view, legal, "pact.theirs", second, other, theirs, lambda part: replace(form, theirs=part))
    seal = _seal(who, mine, other, theirs)
    button = Button(tr("Sceller le pacte"), "pact-say", seal, "primary", "⏎", enabled=seal is not None)
    told = [Label(said, "small", "ink") for said in view.pacts_refused[-1:]]
    return [*rows, Row([button, Grow(Spacer())]), *told, Grow(Spacer())]


def _seal(who: str, mine: Part, other: str, theirs: Part) -> Do | None:
    """What seals the pact; None while one of the two gives nothing."""
    if not (who and other and sum(mine.tokens) and sum(theirs.tokens)):
        return None
    gives, gets = (Tokens(time=p.tokens[0], means=p.tokens[1], backing=p.tokens[2]) for p in (mine, theirs))
    command = Pact(
        who=who, project=mine.project, gives=gives,
        other=other, other_project=theirs.project, other_gives=gets,
    )  # fmt: skip
    return Do(command, then=(Sealing(),))


def _most(legal: Legal, who: str, project: str) -> tuple[int, int, int]:
    """Of each kind, what somebody has in hand and a project still needs."""
    have, need = limits_of(legal.limits).get(who, (0, 0, 0)), limits_of(legal.needs).get(project, (0, 0, 0))
    time, means, backing = (min(a, b) for a, b in zip(have, need, strict=True))
    return time, means, backing


def _possible(legal: Legal, who: str, part: Part) -> Part:
    """A part as far as it may be given now."""
    project = picked(part.project, legal.projects)
    most = _most(legal, who, project)
    time, means, backing = (min(a, b) for a, b in zip(part.tokens, most, strict=True))
    return Part(project, (time, means, backing))


def _gives(
    view: View, legal: Legal, name: str, word: str, who: str, part: Part, kept: Callable[[Part], Form]
) -> list[Element]:
    """Two rows: to which project one of the two gives, and what."""
    here = [(id_, title) for id_, title in projects(view) if id_ in legal.projects]
    to = chips(f"{name}.project", here, part.project, lambda one: kept(part._replace(project=one)))
    some = token_steppers(
        f"{name}.tokens",
        part.tokens,
        _most(legal, who, part.project),
        lambda now: kept(part._replace(tokens=(now[0], now[1], now[2]))),
    )
    return [labelled(word, to), labelled("", some)]
