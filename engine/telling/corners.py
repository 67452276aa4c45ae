"""A room in corners, and the strips that go from one to the other, in words."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from engine.content.model import Corner
from engine.language import amid, ntr, signed, tr
from engine.play.game import Game
from engine.play.phases.strips import plain
from engine.play.table import StripRecord
from engine.rules.corners import IN_PART, verdict_of
from engine.telling.gauges import indicator_title
from engine.telling.people import short
from engine.telling.projects import changes_of, title
from engine.telling.reader import About, Reader, project_card, scenario_of
from engine.telling.seats import corner_of
from engine.telling.vocabulary import changes, listed


def name(about: About, reader: Reader, corner: str) -> str:
    """The title of a corner."""
    return reader.read(corner_of(scenario_of(about), corner).title)


def at(about: About, reader: Reader, corner: str) -> str:
    """Where it is, as in a sentence: "à la Butte"."""
    return reader.read(corner_of(scenario_of(about), corner).at)


def where(about: About, reader: Reader, project: str) -> str:
    """Who may give to a project, in a sentence: "Seulement à la Butte"; "" where everybody may."""
    card = project_card(about, project)
    if card is None or not card.corners:
        return ""
    places = [at(about, reader, corner) for corner in card.corners]
    if len(places) == 1:
        return tr("On n’y donne que si l’on siège {at}.", at=places[0])
    return tr("Un pont : on n’y donne que si l’on siège {one} ou {other}.", one=places[0], other=places[1])


# ---- Strips ---------------------------------------------------------------------------------------------


def written(game: Game, reader: Reader, strip: StripRecord) -> str:
    """What a corner wrote; "" where it is on paper only, or nothing."""
    if strip.line < 0:
        return strip.text
    return reader.read(corner_of(game.scenario, strip.corner).says[strip.line].text)


def read_aloud(game: Game, reader: Reader, strip: StripRecord) -> str:
    """The words as they were read; as they were written where somebody changed them and nobody typed how."""
    if not strip.to:
        return ""
    if strip.read:
        return strip.read
    if strip.by_card and strip.line >= 0:
        return reader.read(corner_of(game.scenario, strip.corner).says[strip.line].arranged)
    return written(game, reader, strip)


def changed(one: str, other: str) -> int:
    """How many words of two texts are not the same, or not in the same place, of whichever has more."""
    a, b = plain(one), plain(other)
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return max(len(a), len(b)) - same


def how_read(game: Game, reader: Reader, strip: StripRecord) -> str:
    """How a strip was read, and where: "La Butte, lue à la Gare : mot pour mot."."""
    names = {"corner": name(game, reader, strip.corner)}
    if not strip.to:
        return tr("{corner} : rien n’a été lu.", **names)
    names["at"] = at(game, reader, strip.to)
    if not strip.arranged:
        return tr("{corner} : bande lue {at}, mot pour mot.", **names)
    n = changed(written(game, reader, strip), read_aloud(game, reader, strip))
    if not n:
        return tr("{corner} : bande lue {at}, avec d’autres mots.", **names)
    return ntr(
        "{corner} : bande lue {at} ; {n} mot n’est pas comme il est écrit.",
        "{corner} : bande lue {at} ; {n} mots ne sont pas comme ils sont écrits.",
        n, **names,
    )  # fmt: skip


def verdict(word: str) -> str:
    """What a corner says of its strip as it was read."""
    return {
        "yes": tr("« C’est ce que nous avons dit. »"),
        "partly": tr("« En partie. »"),
        "no": tr("« Ce n’est pas ce que nous avons dit. »"),
    }.get(word, "")


def why_in_part(game: Game, strip: StripRecord) -> str:
    """Why a simulated corner finds its strip, read word for word, its own in part alone; "" of any other."""
    k = game.corner(strip.corner)
    if strip.arranged or strip.verdict != "partly" or game.corners[k].member not in game.simulated:
        return ""
    distrust = not game.laid_open and verdict_of(game.board, game.state, k) == IN_PART
    return tr("On ne fait plus assez confiance à qui lit.") if distrust else ""


def said(game: Game, reader: Reader, strip: StripRecord) -> str:
    """What became of a strip, in a sentence or two."""
    return " ".join(part for part in (how_read(game, reader, strip), verdict(strip.verdict)) if part)


def told(game: Game, reader: Reader, strip: StripRecord) -> str:
    """That, with its words: those that were written, and those that were read where they differ."""
    own, aloud = written(game, reader, strip), read_aloud(game, reader, strip)
    parts = [how_read(game, reader, strip)]
    if own:
        parts.append(tr("Écrit : « {text} »", text=own))
    if aloud and aloud != own:
        parts.append(tr("Lu : « {text} »", text=aloud))
    return " ".join([*parts, verdict(strip.verdict)]).strip()


def worth(about: About, reader: Reader) -> str:
    """What a strip brings the common good, recognised or not: "Reconnue : Fidélité +3 ; désavouée : …"."""
    scenario = scenario_of(about)
    assert scenario.corners is not None
    strips, gate = scenario.corners.strips, indicator_title(about, reader, scenario.gate)
    good = tr("Reconnue : {gate} {by}", gate=gate, by=signed(strips.faithful))
    if not strips.disowned:
        return good
    bad = tr("désavouée : {gate} {by}", gate=gate, by=signed(strips.disowned))
    return tr("{one} ; {other}", one=good, other=bad)


def arranged(about: About, reader: Reader) -> str:
    """What changing the words brings; "" for nothing."""
    scenario = scenario_of(about)
    assert scenario.corners is not None
    moves = changes_of(about, reader, scenario.corners.strips.arranged)
    return tr("Mots changés, sans désaveu : {what}", what=changes(moves)) if moves else ""


def faithful(n: int) -> str:
    """How many seals stand."""
    return ntr("{n} bande reconnue", "{n} bandes reconnues", n) if n else tr("Aucune bande reconnue")


# ---- Who is where ---------------------------------------------------------------------------------------


def who_is_there(game: Game, reader: Reader, corner: Corner) -> str:
    """Who sits in a corner: "À la Butte : Antoine, avec Hamid."."""
    there = [short(game, who) for who in game.guests if game.sits(who) == corner.id]
    return seated(reader.read(corner.title), short(game, corner.member), there)


def seated(corner: str, member: str, guests: list[str]) -> str:
    """That, of people by their short names."""
    if not guests:
        return tr("{corner} : {member}", corner=corner, member=member)
    return tr("{corner} : {member}, avec {guests}", corner=corner, member=member, guests=listed(guests))


def guest(game: Game, reader: Reader, who: str) -> str:
    """Where a guest sits, in a sentence."""
    here = game.sits(who)
    if not here:
        return tr("Aucun coin n’invite {name}.", name=short(game, who))
    return tr("{name} siège {at}.", name=short(game, who), at=at(game, reader, here))


def seal(game: Game, reader: Reader, of: str, other: str) -> str:
    """A seal, in a sentence: "La Butte : bande reconnue à la Gare"; a situation may have set it, unread."""
    return tr("{corner} : bande reconnue {at}", corner=name(game, reader, of), at=at(game, reader, other))


def bridge(
    game: Game, reader: Reader, project: str, one_said: bool, other_said: bool, built: bool, late: bool
) -> str:
    """How far a bridge is, in a sentence; `late`, its second seal came when nothing could come any more."""
    card = project_card(game, project)
    assert card is not None
    called = title(game, reader, project)
    one, other = (amid(name(game, reader, corner)) for corner in card.corners)
    ends = {"title": called, "one": one, "other": other}
    if built:
        return tr("« {title} » relie {one} et {other}.", **ends)
    if one_said != other_said:
        ends["missing"] = name(game, reader, card.corners[1 if one_said else 0])
        ends["at"] = at(game, reader, card.corners[0 if one_said else 1])
    there = project in game.open or (game.over and bool(game.state.lapsed[game.names.project(project)]))
    return _not_there(game, ends, one_said + other_said, there, late)


def _not_there(game: Game, ends: dict[str, str], seals: int, there: bool, late: bool) -> str:
    """What a bridge still waits for, or once it is over what it lacked; by how many of its ends were
    recognised, and whether it is on the table, or once over was: in the last round no other comes."""
    if game.over:
        if seals == 2 and late:
            return tr("« {title} » : les deux bandes ont été fidèles, trop tard pour qu’il vienne.", **ends)
        if seals == 2 and there:
            return tr("« {title} » était sur la table, et n’est pas fini.", **ends)
        if seals == 2:
            return tr("« {title} » pouvait venir, et n’est pas venu.", **ends)
        if seals == 1:
            return tr("« {title} » : il manquait une bande fidèlement lue {at} ({missing}).", **ends)
        return tr("« {title} » : aucune bande fidèle entre {one} et {other}.", **ends)
    if seals == 2 and game.in_last_round and not there and not late:
        return tr("« {title} » ne viendra plus : il n’y a place que pour un pont.", **ends)
    if seals == 2 and game.in_last_round and not there:
        return tr("« {title} » ne viendra plus : les deux bandes sont fidèles, au dernier tour.", **ends)
    if seals == 2:
        return tr("« {title} » peut venir : entre {one} et {other}, les deux bandes sont fidèles.", **ends)
    if seals == 1:
        return tr("« {title} » attend une bande fidèlement lue {at} : {missing}.", **ends)
    return tr("« {title} » attend que {one} et {other} se lisent fidèlement.", **ends)


def swayed(game: Game, who: int, number: int) -> int:
    """What changed words brought somebody at the reveal of a round (fixed), as it counted."""
    if not 0 < number <= len(game.records):
        return 0
    record = game.records[number - 1]
    return int(record.swayed[who]) if len(record.swayed) and record.rose[0] else 0


def of_round(game: Game, reader: Reader) -> Iterator[str]:
    """What became of this round's strips, one sentence each."""
    for strip in game.playing.strips:
        yield said(game, reader, strip)
