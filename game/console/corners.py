"""A room in corners: writing down whom each invites, and where a guest sits whom several invite."""

from engine.language import tr
from engine.play.commands import Invite, Sit
from engine.view.types import CornersView, CornerView, GuestView, View
from game.console.pieces import labelled, name_of
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Column, Element, Flow, Grow, Label
from game.pieces.parts import choice_chip, paged

NAME = "corners"
"""The name of its tab."""


def tabs(view: View) -> list[Tab]:
    """Who is invited where, as long as somebody in the room has a say in it."""
    room = view.corners
    if room is None or not room.guests or view.phase.kind != "negotiation":
        return []
    people = (*(corner.member for corner in room.corners), *(guest.who for guest in room.guests))
    held = any(view.character(who).held for who in people)
    return [(NAME, tr("Qui siège où"), seating)] if held and view.allows("promise") else []


def seating(view: View, ui: Ui) -> Element:
    """A line for each corner with the guests that it may invite, then one for each guest who chooses."""
    room = view.corners
    assert room is not None
    rule = tr("Une personne invitée par tour, avant qu’elle promette : elle ne donne que là où elle siège.")
    rows = [_invites(view, room, corner) for corner in room.corners]
    rows += [_sits(view, room, guest) for guest in room.guests if len(guest.asked_by) > 1]
    return Column([Label(rule, "small"), Grow(paged(ui, "seating", rows, "xs"))], "xs")


def _invites(view: View, room: CornersView, corner: CornerView) -> Element:
    """Those whom a corner may invite: pressed once, invited; pressed again, no more. What a simulated member
    does is told."""
    may = view.allows("invite")
    if may is None or corner.id not in may.ids:
        return labelled(corner.title, Label(corner.said, "small", "ink"))
    chips: list[Element] = [
        choice_chip(
            name_of(view, guest.who),
            f"invite.{corner.id}={guest.who}",
            Do(Invite(corner=corner.id, guest=None if corner.invited == guest.who else guest.who)),
            corner.invited == guest.who,
        )
        for guest in room.guests
    ]
    return labelled(corner.title, Flow(chips, "xs", "xs"))


def _sits(view: View, room: CornersView, guest: GuestView) -> Element:
    """Where somebody sits whom several corners invite."""
    may = view.allows("sit")
    if may is None or guest.who not in may.who:
        return labelled(name_of(view, guest.who), Label(guest.said, "small", "ink"))
    chips: list[Element] = [
        choice_chip(
            corner.title,
            f"sit.{guest.who}={corner.id}",
            Do(Sit(who=guest.who, corner=corner.id)) if corner.id != guest.at else None,
            corner.id == guest.at,
            enabled=corner.id != guest.at,
        )
        for corner in room.corners
        if corner.id in guest.asked_by
    ]
    return labelled(tr("{name} siège", name=name_of(view, guest.who)), Flow(chips, "xs", "xs"))
