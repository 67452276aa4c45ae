"""A room in corners, told line by line: seats, strips as they are written, read and recognised, bridges."""

from collections.abc import Iterator

from engine.language import tr
from engine.play.commands import Command
from engine.view.types import BridgeView, StripView, View


def standing(view: View) -> Iterator[str]:
    """As people begin to talk: who sits where, what is recognised, and which bridges are on their way."""
    if view.corners is None:
        return
    yield " · ".join(corner.said for corner in view.corners.corners)
    yield " · ".join([view.corners.faithful_said, *(seal.said for seal in view.corners.seals)])
    yield from (bridge.said for bridge in view.corners.bridges if bridge.state in ("half", "open"))


def done(command: Command, before: View, view: View) -> Iterator[str]:
    """What a command about seats or strips did; nothing where it did nothing."""
    corners = view.corners
    if corners is None or corners == before.corners:
        return
    if command.kind == "invite":
        corner = corners.corner(command.corner)
        yield f"  {corner.said}" if corner is not None else ""
    elif command.kind == "sit":
        yield from (f"  {guest.said}" for guest in corners.guests if guest.who == command.who)
    elif command.kind in ("write", "carry"):
        corner = corners.corner(command.corner)
        if corner is not None and corner.strip is not None:
            yield from (_written if command.kind == "write" else _read)(corner.strip)


def strips(view: View) -> Iterator[str]:
    """What each step of the strips is about: what is written, how it is read, what its corner says of that.
    Words are told once."""
    tell = {"write": _written, "read": _read}.get(view.phase.step, _said)
    for corner in view.corners.corners if view.corners is not None else ():
        if corner.strip is not None:
            yield from tell(corner.strip)


def _written(strip: StripView) -> Iterator[str]:
    if strip.text:
        yield "  " + tr("{corner}, sur sa bande : « {text} »", corner=strip.title, text=strip.text)


def _read(strip: StripView) -> Iterator[str]:
    """How it is read, with the words where they are not as written."""
    if strip.to:
        aloud = tr("Lu : « {text} »", text=strip.read) if strip.read and strip.read != strip.text else ""
        yield f"  {strip.said} {aloud}".rstrip()


def _said(strip: StripView) -> Iterator[str]:
    if strip.verdict_said:
        said = f"{strip.verdict_said} {strip.why}".rstrip()
        yield "  " + tr("{corner} : {said}", corner=strip.title, said=said)


def moved(view: View) -> Iterator[str]:
    """What the reveal made of the strips: what is recognised from now on, and the bridges that may come of
    it."""
    corners, now = view.corners, view.phase.round
    if corners is None or view.reveal is None:
        return
    seals = [seal for seal in corners.seals if seal.round == now]
    if seals:
        yield " · ".join([*(seal.said for seal in seals), corners.faithful_said])
    if now == view.phase.rounds:  # nothing comes any more
        return
    new = {frozenset((seal.of, seal.at)) for seal in seals}
    yield from (one.said for one in corners.bridges if one.state == "open" and _ends(one) in new)


def _ends(bridge: BridgeView) -> frozenset[str]:
    return frozenset((bridge.one, bridge.other))


def over(view: View) -> Iterator[str]:
    """What stands in the end, and how far each bridge came."""
    corners = view.corners
    if corners is not None:
        stands = " · ".join([corners.faithful_said, *(seal.said for seal in corners.seals)])
        yield tr("{name} : {what}", name=corners.title, what=stands)
        yield from (f"- {bridge.said}" for bridge in corners.bridges)
