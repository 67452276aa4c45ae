"""Screens of what single scenarios bring, by name: a town, a week, groups, works, corners, a ballot,
an agenda."""

from dataclasses import replace

from engine.view.types import Audience, View
from game.front.drafts import Turned, holding
from game.front.state import Ui
from game.screens.bilan import pages as bilan_screen
from game.screens.round.choice import Unveiled
from tests.game import ballots, chairs, corners, groups, sample_bilan, samples, sites, town, week
from tests.game.composing import Compose, at_moment, shown
from tests.game.staged import built, by_oneself, first, lasting, training


def screens(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """All of one case."""
    return {
        **_in_town(case, ui),
        **_in_week(case, ui),
        **_in_groups(case, ui),
        **_in_sites(case, ui),
        **_in_corners(case, ui),
        **_with_ballots(case, ui),
        **_with_agenda(case, ui),
    }


def _in_hand(case: samples.Case, ui: Ui) -> tuple[View, Ui]:
    """Somebody's choice, the computer passed to them and unveiled."""
    held = Audience("holder", samples.characters(case)[0].id)
    choice = samples.view("choice", "", case, held)
    assert choice.choice is not None
    passed = replace(choice, choice=replace(choice.choice, passed_to=held.character))
    return passed, replace(ui, drafts=holding(Unveiled(who=held.character or "")))


def _bilan(over: View, case: samples.Case, ui: Ui, page: str) -> Compose:
    """The Bilan, turned to a page."""
    data = sample_bilan.bilan(case)
    at = [leaf.draw.__name__ for leaf in bilan_screen.leaves(over, data)].index(page)
    return shown(over, replace(ui, bilan=data, drafts=holding(Turned("bilan", at))))


def _in_town(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """A town of three places, with needs that lie face down."""
    unanswered = replace(samples.view("negotiation", "", case), answers=())
    passed, unveiled = _in_hand(case, ui)
    answered = samples.bargained(samples.view("negotiation", "", case))
    there, choosing = town.in_town(unanswered, case), town.in_town(unanswered, case, choosing=True)
    reveal = town.heard(built(samples.reveal(case), 0), 3, case=case)
    one = replace(ui, settings=replace(ui.settings, windows=1))

    over = town.over(sample_bilan.bilan_view(case), case)

    def card(project: int) -> Compose:
        return shown(there, replace(ui, screen="card", argument=there.projects[project].id))

    return {
        "town": shown(there, ui),
        "town-first": shown(first(there), ui),
        "town-walk": shown(choosing, ui),
        "town-walk-one-window": shown(choosing, one),
        "town-walk-alone": shown(by_oneself(training(choosing)), ui),
        "town-walk-again": shown(replace(choosing, town=there.town), ui),
        "town-three": shown(town.three(there), ui),
        "town-six": shown(town.six(there), ui),
        "town-six-walk-one-window": shown(town.six(choosing), one),
        "town-quiet": shown(town.quiet(there), ui),
        "town-answers": shown(town.in_town(answered, case), ui),
        "town-card": card(-2),
        "town-card-heard": card(1),
        "town-card-away": card(0),
        "choice-private-town": shown(town.in_town(passed, case), unveiled),
        "forecast-town": shown(town.doubted(samples.view("forecast", "ask", case), case), ui),
        "moment-heard": shown(reveal, at_moment(ui, 1)),
        "moment-heard-nothing": shown(reveal, at_moment(ui, 2)),
        "moment-heard-alone": shown(by_oneself(reveal), at_moment(ui, 1)),
        "reveal-town": shown(reveal, at_moment(ui, 99)),
        "bilan-town": _bilan(over, case, ui, "needs"),
        "moment-last-town": shown(lasting(town.in_town(samples.view("situation", "", case), case)), ui),
    }  # fmt: skip


def _in_week(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """Rooms that are shared by the hour, and a key that passes from hand to hand."""
    unanswered = replace(samples.view("negotiation", "", case), answers=())
    there, said = week.in_week(unanswered, case), week.in_week(unanswered, case, said=True)
    reveal = week.revealed(built(samples.reveal(case), 0), 3, case)
    over = week.in_week(sample_bilan.bilan_view(case), case, over=True)
    return {
        "week": shown(there, ui),
        "week-large": shown(said, replace(ui, screen="week")),
        "week-card": shown(said, replace(ui, screen="card", argument=said.projects[0].id)),
        "choice-week": shown(week.in_week(samples.view("choice", "", case), case), ui),
        "moment-dislodged": shown(reveal, at_moment(ui, 1)),
        "moment-handed": shown(reveal, at_moment(ui, 3)),
        "reveal-week": shown(reveal, at_moment(ui, 99)),
        "bilan-week": _bilan(over, case, ui, "week"),
    }


def _in_groups(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """Groups that live and sleep, three of which people may go and help."""
    unanswered = replace(samples.view("negotiation", "", case), answers=())
    there, asked = groups.in_groups(unanswered, case), groups.in_groups(unanswered, case, asked=True)
    reveal = groups.revealed(built(samples.reveal(case), 0), case)
    over = groups.in_groups(sample_bilan.bilan_view(case), case, over=True)
    passed, unveiled = _in_hand(case, ui)
    card = there.projects[0].id
    return {
        "groups": shown(there, ui),
        "groups-first": shown(first(there), ui),
        "groups-asked": shown(asked, ui),
        "groups-large": shown(asked, replace(ui, screen="groups")),
        "groups-card": shown(there, replace(ui, screen="card", argument=card)),
        "groups-card-five": shown(there, replace(ui, screen="card", argument=there.projects[1].id)),
        "groups-help": shown(asked, replace(ui, screen="card", argument="helping-groupe-1")),
        "choice-groups": shown(groups.in_groups(samples.view("choice", "", case), case), ui),
        "choice-private-groups": shown(groups.in_groups(passed, case, asked=True), unveiled),
        "forecast-groups": shown(groups.in_groups(samples.view("forecast", "ask", case), case), ui),
        "moment-woke": shown(reveal, at_moment(ui, 1)),
        "moment-helped": shown(reveal, at_moment(ui, 2)),
        "moment-slept": shown(reveal, at_moment(ui, 3)),
        "moment-gate-groups": shown(reveal, at_moment(ui, 4)),
        "reveal-groups": shown(reveal, at_moment(ui, 99)),
        "bilan-groups": _bilan(over, case, ui, "groups"),
        "moment-last-groups": shown(lasting(groups.in_groups(samples.view("situation", "", case), case)), ui),
    }  # fmt: skip


def _in_sites(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """A square under works: hoardings that stand, ground that is new."""
    unanswered = replace(samples.view("negotiation", "", case), answers=())
    there, whole = sites.in_sites(unanswered, case), sites.in_sites(unanswered, case, whole=True)
    passed, unveiled = _in_hand(case, ui)
    reveal = sites.revealed(built(samples.reveal(case), 2), case)
    over = sites.in_sites(sample_bilan.bilan_view(case), case, over=True)

    def card(project: int) -> Compose:
        return shown(there, replace(ui, screen="card", argument=there.projects[project].id))

    return {
        "sites": shown(there, ui),
        "sites-first": shown(first(there), ui),
        "sites-whole": shown(whole, ui),
        "sites-large": shown(there, replace(ui, screen="sites")),
        "sites-card": card(sites.STANDS),
        "sites-card-begins": card(sites.BEGINS),
        "sites-card-softens": card(sites.SOFTENS),
        "choice-sites": shown(sites.in_sites(samples.view("choice", "", case), case), ui),
        "choice-private-sites": shown(sites.in_sites(passed, case), unveiled),
        "forecast-sites": shown(sites.in_sites(samples.view("forecast", "ask", case), case), ui),
        "moment-falls": shown(reveal, at_moment(ui, 1)),
        "moment-rises": shown(reveal, at_moment(ui, 3)),
        "moment-goes-on": shown(reveal, at_moment(ui, 4)),
        "moment-stalls": shown(reveal, at_moment(ui, 5)),
        "moment-hoardings": shown(reveal, at_moment(ui, 6)),
        "reveal-sites": shown(reveal, at_moment(ui, 99)),
        "moment-last-sites": shown(lasting(sites.in_sites(samples.view("situation", "", case), case)), ui),
        "bilan-sites": _bilan(over, case, ui, "ground"),
        "sites-large-whole": shown(whole, replace(ui, screen="sites")),
    }  # fmt: skip


def _in_corners(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """A room in corners, which hear each other by strips that somebody reads."""
    written, read, sealed_ = (corners.phase(step, case) for step in ("write", "read", "sealed"))
    unanswered = replace(samples.view("negotiation", "", case), answers=())
    there = corners.in_corners(unanswered, case)
    passed, unveiled = _in_hand(case, ui)
    reveal = corners.revealed(built(samples.reveal(case), 1), case)
    over = corners.in_corners(sample_bilan.bilan_view(case), case, over=True)
    bridge = there.projects[min(3, len(there.projects) - 1)].id
    return {
        "corners": shown(there, ui),
        "corners-first": shown(first(there), ui),
        "corners-large": shown(there, replace(ui, screen="corners")),
        "corners-card": shown(there, replace(ui, screen="card", argument=there.projects[0].id)),
        "corners-card-bridge": shown(there, replace(ui, screen="card", argument=bridge)),
        "choice-corners": shown(corners.in_corners(samples.view("choice", "", case), case), ui),
        "choice-private-corners": shown(corners.in_corners(passed, case), unveiled),
        "moment-strips": shown(reveal, at_moment(ui, 2)),
        "moment-bridge": shown(reveal, at_moment(ui, 3)),
        "reveal-corners": shown(reveal, at_moment(ui, 99)),
        "bilan-corners": _bilan(over, case, ui, "strips"),
        "strips-write": shown(written, ui),
        "strips-read": shown(read, ui),
        "strips-sealed": shown(sealed_, ui),
        "strips-read-one-window": shown(read, replace(ui, settings=replace(ui.settings, windows=1))),
        "strips-read-alone": shown(by_oneself(training(read)), ui),
    }


def _with_agenda(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """More than a round has time for: who volunteers, who was drawn, what waits."""
    one = replace(ui, settings=replace(ui.settings, windows=1))
    asked, half = chairs.chairing("chair", case), chairs.chairing("list", case, off=1)
    done = chairs.chairing("list", case, off=2)
    return {
        "agenda": shown(asked, ui),
        "agenda-one-window": shown(asked, one),
        "agenda-nobody": shown(chairs.chairing("chair", case, 0), ui),
        "agenda-all": shown(chairs.chairing("chair", case, 99), one),
        "agenda-alone": shown(by_oneself(training(asked)), ui),
        "agenda-list": shown(half, ui),
        "agenda-list-one-window": shown(half, one),
        "agenda-list-plain": shown(chairs.chairing("list", case, off=1, voted=False), one),
        "agenda-list-done": shown(done, ui),
        "agenda-list-alone": shown(by_oneself(training(half)), ui),
        "negotiation-agenda": shown(chairs.negotiating(case), ui),
        "negotiation-agenda-plain": shown(chairs.negotiating(case, voted=False), one),
    }


def _with_ballots(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """Money shared out by a vote: how it is counted, who votes, the catalogue, the count, counted again."""
    unanswered = replace(samples.view("negotiation", "", case), answers=())
    there, bare = ballots.voted(unanswered, case), ballots.voted(unanswered, case, eligible=0)
    passed, unveiled = _in_hand(case, ui)
    who = samples.characters(case)[0].id
    own = replace(ballots.ballot(case, 0, who), audience=Audience("holder", who))
    secret = next(one.secret for one in passed.characters if one.id == who)
    people = tuple(replace(one, secret=secret) if one.id == who else one for one in own.characters)
    own = replace(own, characters=people)
    reveal = ballots.revealed(built(samples.reveal(case), 1), case)
    over = ballots.voted(sample_bilan.bilan_view(case), case, counted=True, over=True)
    return {
        "method": shown(ballots.method("ask", case), ui),
        "method-tied": shown(ballots.method("tied", case), ui),
        "method-adopted": shown(ballots.method("adopted", case), ui),
        "method-alone": shown(by_oneself(training(ballots.method("ask", case))), ui),
        "publics": shown(there, ui),
        "publics-none": shown(bare, ui),
        "publics-first": shown(first(there), ui),
        "publics-large": shown(there, replace(ui, screen="publics")),
        "publics-card": shown(there, replace(ui, screen="card", argument=there.projects[0].id)),
        "publics-begun": shown(ballots.begun(there), ui),
        "publics-idea": shown(
            there, replace(ui, screen="card", argument=there.ballot.eligible[-1] if there.ballot else "")
        ),
        "publics-fetch": shown(there, replace(ui, screen="card", argument=there.projects[-1].id)),
        "choice-publics": shown(ballots.voted(samples.view("choice", "", case), case), ui),
        "choice-private-publics": shown(ballots.voted(passed, case), unveiled),
        "ballot": shown(ballots.ballot(case), ui),
        "ballot-none": shown(ballots.ballot(case, 99), ui),
        "ballot-private": shown(own, unveiled),
        "moment-eligible": shown(reveal, at_moment(ui, 1)),
        "moment-fetched": shown(
            ballots.revealed(built(samples.reveal(case), 0), case, counted=False), at_moment(ui, 1)
        ),
        "moment-count": shown(reveal, at_moment(ui, 3)),
        "moment-counted": shown(reveal, at_moment(ui, ballots.at_count(reveal))),
        "reveal-ballot": shown(reveal, at_moment(ui, 99)),
        "bilan-recounted": _bilan(over, case, ui, "recounted"),
        "bilan-papers": _bilan(over, case, ui, "papers"),
    }
