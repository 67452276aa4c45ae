"""The briefing: a sheet that unfolds panel by panel, each with one idea and one drawing made from its
data."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from engine.content.model.base import Frozen, Slug, Text
from engine.content.model.cards import FaceCard

Side = Literal["recto", "verso"]
SIDES: tuple[Side, ...] = ("recto", "verso")


class DiagramPart(Frozen):
    """One part of a drawing: its words and its numbers. Each kind of drawing says which of them it takes."""

    id: Slug = Field(description="Un nom qu’aucune autre partie du dessin n’a.")
    label: Text | None = Field(default=None, description="Ce qui est écrit : quelques mots.")
    note: Text | None = Field(
        default=None, description="Ce qui est écrit à côté, plus petit : un chiffre, un verbe."
    )
    value: float | None = Field(default=None, description="Le nombre dessiné.", examples=[652])
    against: float | None = Field(default=None, description="Le nombre auquel on le compare.", examples=[10])
    cells: tuple[Text, ...] = Field(default=(), description="Les cases d’une colonne, de haut en bas.")
    face: FaceCard | None = Field(default=None, description="Un visage, dessiné comme ceux des personnages.")


class Diagram(Frozen):
    """A drawing as data: its kind, and its parts in their order."""

    kind: str = Field(description="La sorte de dessin.", examples=["bars"])
    data: Annotated[tuple[DiagramPart, ...], Field(min_length=1, max_length=12)] = Field(
        description="Les parties du dessin, dans l’ordre."
    )


class BriefingPanel(Frozen):
    """One panel of the sheet."""

    id: Slug = Field(description="Un nom qu’aucun autre volet n’a.")
    side: Side = Field(description="recto ou verso.")
    title: Text = Field(description="Le titre du volet, 34 signes au plus.")
    idea: Text = Field(description="L’idée que la salle lit, 25 mots au plus.")
    diagram: Diagram = Field(description="Le dessin.")
    say: Text = Field(description="Ce que dit la personne qui déplie.")
    ask: Text = Field(description="La question posée à la salle.")
    source: Text | None = Field(default=None, description="D’où vient le fait.")
    dated: Text | None = Field(default=None, description="De quand il date.")
    valid_until: Annotated[int, Field(ge=2000, le=2100)] | None = Field(
        default=None, description="La dernière année où le volet dit vrai.", examples=[2030]
    )

    def is_past(self, today: date) -> bool:
        """Whether the last year in which it is true is over."""
        return self.valid_until is not None and today.year > self.valid_until


class Briefing(Frozen):
    """A whole sheet: the panels of the recto, then those of the verso, in the order in which they unfold."""

    title: Text = Field(description="Le titre du dépliant.")
    panels: Annotated[tuple[BriefingPanel, ...], Field(min_length=1, max_length=16)] = Field(
        description="Les volets, dans l’ordre où on les déplie."
    )
    short: tuple[Slug, ...] = Field(default=(), description="Les volets du parcours court, dans l’ordre.")

    def on(self, side: Side) -> tuple[BriefingPanel, ...]:
        """The panels of one side, in their order."""
        return tuple(panel for panel in self.panels if panel.side == side)

    def way(self, short: bool = False) -> tuple[BriefingPanel, ...]:
        """The panels that are unfolded, all of them or the short path."""
        if not short or not self.short:
            return self.panels
        known = {panel.id: panel for panel in self.panels}
        return tuple(known[id_] for id_ in self.short if id_ in known)
