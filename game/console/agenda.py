"""The agenda: writing down who volunteers for the chair, and what whoever is in it puts off."""

from engine.language import tr
from engine.play.commands import PutOff, Volunteer
from engine.view.types import View
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Column, Element, Flow, Grow, Label, Row, Spacer
from game.pieces.parts import choice_chip, face

NAME = "agenda"
"""The name of its tab."""


def tabs(view: View) -> list[Tab]:
    """Who volunteers, while anybody may; what is put off, where people are in the chair."""
    if view.allows("volunteer"):
        return [(NAME, tr("Qui se propose"), volunteering)]
    return [(NAME, tr("Ce qui attend"), putting_off)] if view.allows("put-off") else []


def volunteering(view: View, _ui: Ui) -> Element:
    """A press for each whom people hold; those who are simulated have said it already."""
    now, legal = view.agenda, view.allows("volunteer")
    assert now is not None
    assert legal is not None
    chips: list[Element] = [
        choice_chip(
            who.short,
            f"volunteer={who.id}",
            Do(Volunteer(who=who.id, stands=who.id not in now.volunteers)),
            who.id in now.volunteers,
        )
        for who in view.characters
        if who.id in legal.who
    ]
    rule = tr("Une main levée par personnage. Puis le sort désigne ; sans personne, il désigne parmi tous.")
    rows: list[Element] = [Label(rule, "small"), Flow(chips, "xs", "xs"), Label(now.standing, "small", "ink")]
    return Column([*rows, Grow(Spacer())], "s")


def putting_off(view: View, _ui: Ui) -> Element:
    """A press for each project of the table."""
    now, legal = view.agenda, view.allows("put-off")
    assert now is not None
    assert legal is not None
    chair = view.character(now.chair)
    titles = {project.id: project.title for project in view.projects}
    chips: list[Element] = [
        choice_chip(
            titles[id_], f"put-off={id_}", Do(PutOff(project=id_, off=id_ not in now.put_off)),
            id_ in now.put_off,
        )
        for id_ in legal.projects
    ]  # fmt: skip
    said = now.missing or now.waits
    head = Row([face(chair, 52.0), Grow(Label(f"{now.drawn} {now.told}", "small", "ink"))], "s")
    rule = tr("Touchez ce qui attendra. On n’y donne rien ce tour-ci.")
    rows: list[Element] = [
        head,
        Label(rule, "small"),
        Flow(chips, "xs", "xs"),
        Label(said, "small", "note_ink"),
    ]
    return Column([*rows, Grow(Spacer())], "s")
