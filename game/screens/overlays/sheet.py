"""A holder's own sheet: before one negotiates, what to save, what counts, what one believes; once a round is
revealed, what it brought.
"""

from dataclasses import dataclass, replace

from engine.language import tr
from engine.play.commands import PassTo
from engine.view.types import CharacterView, View
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Back, Do, Go
from game.front.state import Ui, Way
from game.kit import Button, Card, Column, Element, Grow, Label, Row, Spacer
from game.pieces.mine import from_what, round_words
from game.pieces.parts import Own, actions, given, header, legend_at_first, named, next_button, page
from game.pieces.secrets import secret_card
from game.pieces.terms import explained
from game.screens.round.choice import Unveiled


@dataclass(frozen=True, slots=True)
class Read(Form):
    """Whether a holder has read their sheet, or their result of a round: `about` is theirs (see `theirs`)."""

    done: bool = False


@dataclass(frozen=True, slots=True)
class Opened(Form):
    """Whether `about`, who plays alone, has opened their sheet."""

    done: bool = False


_BACK = Do(PassTo(who=None), then=(Unveiled(),))


def sheet(view: View, ui: Ui) -> Element:
    """The sheet of who has the computer, and one button to give it back."""
    who = view.character(view.passed_to or "")
    done = next_button(sheet_way(view, ui), "read")
    hidden = Button(tr("Je lirai plus tard"), "give-back", _BACK)
    words = Label(
        tr("Cette fiche n’est qu’à vous : vous en direz ce que vous voudrez."), "small", align="right"
    )
    return page(header(view, ui), _sheet(view, ui, who), actions(view, ui, [*done, hidden], words))


def sheet_way(view: View, ui: Ui) -> Way:
    """The computer back to the others."""
    return Way(
        tr("J’ai lu"), replace(_BACK, then=(Unveiled(), Read(theirs(view, view.passed_to or ""), True)))
    )


def own_sheet(view: View, ui: Ui) -> Element:
    """The same at any time for who plays alone, over what is shown: nobody else is there to look."""
    who = view.character(view.audience.character or "")
    done = Button(tr("J’ai lu"), "read", Back(), "primary")
    words = Label(tr("Elle se relit quand vous voulez : F3."), "small", align="right")
    return page(header(view, ui), _whole(view, replace(ui, screen=""), who), Row([done, Grow(words)], "m"))


def _sheet(view: View, ui: Ui, who: CharacterView) -> Element:
    """What the round brought, where one is over, in the place of the title."""
    gained = round_words(view, who)
    if not gained:
        return _whole(view, ui, who)
    told = Column([Label(gained, "heading", "note_ink"), Label(from_what(view, who), "body")], "none")
    return _whole(view, ui, who, Card(told, "l", "s", "note", "note_line"))


def _whole(view: View, ui: Ui, who: CharacterView, head: Element | None = None) -> Element:
    known = Column(
        [
            Label(tr("Ce que tout le monde sait"), "label"),
            explained(view.terms, who.description, "body", "known"),
        ],
        "xs",
    )
    legend = Grow(legend_at_first(view, ui, Spacer()))
    portrait = Column([named(who, 150.0, "heading"), given(who.tokens, 44.0), known, legend], "l")
    body = Row(
        [Grow(Own(portrait, 1.3), 1, 480), Grow(Own(secret_card(view, who), 1.3), 1.6, 760)], "xl", "stretch"
    )
    return Column([head or Label(tr("Votre fiche"), "title"), Grow(body)], "m")


def results(view: View) -> bool:
    """Whether what is read now is what the round brought."""
    return view.phase.kind in ("reveal", "debate")


def theirs(view: View, who: str) -> str:
    """What `Read` is about: somebody's sheet, once; their result, each round."""
    return f"{who}.{view.phase.round}" if results(view) else who


def unread(view: View, ui: Ui) -> list[CharacterView]:
    """Whose holders have not read their sheet yet."""
    return [who for who in view.characters if who.held and not ui.form(Read, theirs(view, who.id)).done]


def reader(view: View) -> str:
    """Whose sheet it is for who plays alone; "" where several do."""
    who = me(view)
    return who.id if who is not None else ""


def readers(view: View) -> tuple[str, ...]:
    """Who may be passed the computer now, to read and not to choose."""
    legal = view.allows("pass-to")
    return legal.who if legal is not None and view.phase.kind != "choice" else ()


def to_read(view: View, ui: Ui) -> Way | None:
    """For who plays alone: their sheet first, before the game begins."""
    who = reader(view)
    if not who or ui.form(Opened, who).done:
        return None
    return Way(tr("Lire ma fiche"), Go("sheet", then=(Opened(who, True),)))
