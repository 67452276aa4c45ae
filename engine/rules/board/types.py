"""The shape of a board."""

from typing import Final, Literal, NamedTuple

from engine.fixed import Ints

Seat = Literal["held", "simulated", "out"]

CARTE_BLANCHE: Final = "carte-blanche"
"""The id of the room's own project, always the last of the board's projects."""


class Board(NamedTuple):
    """The content of one game. n characters, M indicators, P projects (the scenario's, then going to listen
    in each place, to help each group, to fetch each public, the last is the carte blanche), S situations, E
    endings, O options of the room's choices, L things that come later, K clocks, F flags, R rumours, Q
    places of the town, G groups, C corners, V publics.

    Whatever is a condition is a range of rows of `conditions`; an empty range always holds.
    """

    n: int
    held: Ints  # [n] 1 where a person or a table plays, 0 where the model does
    stakes: Ints  # [n, M] whole points that sum to 10; 0 on the gate
    goal: Ints  # [n] fixed, in personal gain
    influence: Ints  # [n] 0 to 4
    family: Ints  # [n] index in model.FAMILIES
    tokens: Ints  # [n, 3] per round
    lam: Ints  # [n] fixed: susceptibility
    eps: Ints  # [n] fixed: tolerance
    s0: Ints  # [n] fixed: synergy at the start, and first anchor
    a0: Ints  # [n] fixed: antagonism
    trust0: Ints  # [n, n] fixed; ONE on the diagonal
    believes: Ints  # [n, n] 1 where i holds a presupposition about j
    start: Ints  # [M]
    decay: Ints  # [M] 0 or less
    gate: int  # index of the common good
    cost: Ints  # [P, 3]
    change: Ints  # [P, M]
    project_effects: Ints  # [R, 5] rows of kind, a, b, x, y (see engine.effects)
    project_rows: Ints  # [P + 1] project p has the rows project_rows[p] to project_rows[p + 1]
    situation_effects: Ints  # [R, 5]
    situation_rows: Ints  # [S + 1]
    lifts: Ints  # [L, 3] project, who believes, about whom
    personal: Ints  # [n, P] points that a project brings one alone, beside what it changes; below 0: costs
    worth: Ints  # [n, P] fixed: what completing a project brings each, see `weighed`
    during: Ints  # [P, M] points at each reveal that finds the project begun and not complete
    needs: Ints  # [.., 2] project, project that has to be complete before
    opens: Ints  # [.., 2] project, project that its completion puts on the deck
    once: Ints  # [P] 1 where it never comes back once it is complete
    closed: (
        Ints  # [P] 1 where a project waits for another before it can come to the table, 2: never by itself
    )
    where: Ints  # [P] the place where it happens, -1 all over the town; of going to help, the group
    hoped: Ints  # [P] fixed: what it adds to the common good; of going to listen, what may come of it
    listening: Ints  # [Q] going to listen in each place, a project
    helping: Ints  # [G] going to help each group, a project
    member: Ints  # [G] who belongs to it, -1 for nobody in play
    life: Ints  # [G] at the start, 0 (asleep) to MOST_LEVEL
    autonomy: Ints  # [G]
    counts: Ints  # [n] points for each group that wakes, lost for each that falls asleep; [0] without any
    asleep_effects: Ints  # [R, 5] when a group falls asleep
    group_points: int  # what each level of autonomy of a group that is awake counts in the common good
    tables: int  # groups that people may go and help at once
    stated: Ints  # [P] points that its effects on groups would add to the common good, were all awake
    hours: Ints  # [P] the hours that each takes, one bit each; [0] without a timetable
    baton: Ints  # [1] who has it at first; [0] without one
    baton_worth: int  # points that it brings its holder each round
    first: Ints  # [..] projects that are on the table in the first round
    phases: Ints  # [P] in how many each is built; [0] where none is built in several
    phase_costs: Ints  # [.., 3] what each phase after the first costs
    phase_rows: Ints  # [P + 1] project p has the rows phase_rows[p] to phase_rows[p + 1]; [1]
    nuisance: Ints  # [P, M] points at each reveal that leaves its hoarding standing, or one that it softens
    hurts: Ints  # [n, P] points that it brings each alone, besides
    felt: Ints  # [n, P] fixed: what all that brings each
    softens: Ints  # [P, P] 1 where it softens those works; [0, 0]
    ground: Ints  # [P] the parts of the ground that each takes, one bit each; [0]
    together: Ints  # [M] points for each hoarding beyond the first; [0]
    felt_together: Ints  # [n] fixed: what that brings each; [0]
    seat: Ints  # [n] the corner where each always sits, or codes.ANYWHERE or INVITED; [0] without corners
    corner_member: Ints  # [C] who belongs to each corner
    ends: Ints  # [P, 2] the corner of a project, or the two that it joins, -1; [0, 2]
    bridge_spots: int  # spots of the table that are kept for a bridge: 1 where any may come
    scribe: int  # who reads what corners write, -1 for nobody in play
    strip_points: Ints  # [2] of the common good, for each strip recognised, and disowned; [0]
    arranged: Ints  # [M] points of each strip whose words were changed; [0]
    felt_arranged: Ints  # [n] fixed: what that brings each; [0]
    methods: Ints  # [..] ways of counting offered, places in model.COUNTED_BY; [0] without a ballot
    money: int  # thousands to share out
    ballot_people: int  # voices of each character's ballot
    publics: Ints  # [V] voices of each at the start
    still: Ints  # [V] how many more would come if they were fetched
    fetched: Ints  # [V] how many come each time
    fetching: Ints  # [V] going to fetch each, a project; -1 where nobody more would come
    opinion: Ints  # [V, P] grades, 0 the best
    price: Ints  # [P] thousands, 0 where there is nothing to vote on; [0]
    voted: Ints  # [P, M] points of an idea once it is funded; [0, M]
    voted_each: Ints  # [n, P] and what it brings each alone; [n, 0]
    felt_voted: Ints  # [n, P] fixed: what all that brings each; [n, 0]
    treats: int  # open projects that a round has time for; 0 without an agenda
    walker: int  # who goes from place to place, -1 for nobody
    needs_shown: int  # needs that lie face down at once
    comes: Ints  # [n] the round from which each has tokens
    leaves: Ints  # [n] the round after which each gives its seat to its heir, 0 for never
    leave_rows: Ints  # [n + 1] conditions under which it stays all the same
    act_of: Ints  # [rounds + 1] the act of each round
    situation_act: Ints  # [S] the act in which each may come, -1 in any
    reserved: Ints  # [S] 1 where it comes only when it is named
    when_rows: Ints  # [S + 1] conditions under which each may come
    options: Ints  # [O, 2] situation that asks, situation that it leads to (-1: none)
    option_effects: Ints  # [R, 5]
    option_rows: Ints  # [O + 1]
    later: Ints  # [L, 3] what sends it (FROM_...), which, after how many rounds
    later_effects: Ints  # [R, 5]
    later_rows: Ints  # [L + 1]
    clocks: Ints  # [K, 2] segments, situation that it leads to when full (-1: none)
    ticks: Ints  # [.., 2] clock, by how many segments
    tick_rows: Ints  # [.. + 1] conditions, looked at after each reveal
    flags: Ints  # [F] at the start
    rumours: Ints  # [R, 2] situation around which it goes; fixed: how often it is true
    mandates: Ints  # [n, 4] what each was asked (0: nothing), argument, points it brings, costs; [0, 4]: none
    conditions: Ints  # [C, 3] operation, argument, bound; postfix
    condition_rows: Ints  # [E + 1]; an ending without rows always holds
    ending_at_end: Ints  # [E] 1 = after the last round only, 0 = after any
    success: Ints  # [E]
    pacts: int  # 1 where two may promise each other something in private
    rounds: int
    slots: int  # projects open at once, the carte blanche and places not counted
    open_rounds: int
    kappa: int  # fixed: how far satisfaction moves a posture
    rho: int  # fixed: how fast the anchor learns
    beta: int  # fixed: weight of the common good

    @property
    def works(self) -> list[int]:
        """The scenario's projects that there is something to build of."""
        fetched = int((self.fetching >= 0).sum())
        written = self.spare - int(self.listening.shape[0]) - int(self.helping.shape[0]) - fetched
        return [p for p in range(written) if self.cost[p].any()]

    @property
    def spare(self) -> int:
        """The index of the carte blanche."""
        return int(self.cost.shape[0]) - 1


class Names(NamedTuple):
    """Ids in the order of the board's indices."""

    characters: tuple[str, ...]
    indicators: tuple[str, ...]
    projects: tuple[str, ...]
    situations: tuple[str, ...]
    endings: tuple[str, ...]
    options: tuple[str, ...] = ()
    """ "<situation>/<option>"."""
    clocks: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def character(self, id_: str) -> int:
        return self.characters.index(id_)

    def indicator(self, id_: str) -> int:
        return self.indicators.index(id_)

    def project(self, id_: str) -> int:
        return self.projects.index(id_)

    def situation(self, id_: str) -> int:
        return self.situations.index(id_)

    def ending(self, id_: str) -> int:
        return self.endings.index(id_)

    def flag(self, id_: str) -> int:
        return self.flags.index(id_)

    def clock(self, id_: str) -> int:
        return self.clocks.index(id_)
