"""Every number of the model that is not data: each once, here.

They are not a scenario's to change: they are the dilemma itself, and two scenarios that differed in them
could not be compared. Those made by `from_float` are fixed point (x * ONE); all others are whole. Whoever
uses one writes `numbers.NAME`. `python -m engine.numbers` prints the table of engine/README.md from here.
"""

from collections.abc import Mapping
from typing import Final

from engine.fixed import ONE, from_float, to_float

# ---- The evening and the table -------------------------------------------------------------------------

ROUNDS: Final[Mapping[str, int]] = {"45": 2, "90": 3, "150": 4, "training": 6}
"""Rounds of each duration."""
RAISES: Final = 4
"""Points of the common good from which a project raises it: one of those open always does."""
FORECASTS: Final = 3
"""Promises that the room forecasts in a round, at most."""
LEAST_IN_PLAY: Final = 2
"""Characters in play, at least."""
LOWEST_INDICATOR: Final = 0
"""An indicator never goes below."""
HIGHEST_INDICATOR: Final = 100
"""An indicator never goes above."""
CLEARLY: Final = 3
"""Points of the common good from which one future is better than another with the same success."""

# ---- Projects ------------------------------------------------------------------------------------------

MOST_TOKENS: Final = 12
"""Tokens of one kind that a cost or a hand may have, as written."""
MOST_POINTS: Final = 12
"""Points by which a project may move an indicator, as written, up or down."""
KINDS_NEEDED: Final = 2
"""Kinds of token that a project needs at least, so that nobody builds it alone."""
OWN_POINTS: Final = from_float(1.5)
"""Points that the room's own project may raise for each token that it costs, at most."""
OWN_GAUGE: Final = 6
"""Points by which it may raise any one indicator, so that it serves more than one person's."""
OWN_COMMON: Final = 4
"""Points by which it may raise the common good: less than the cards that are made for it."""
AMENDED: Final = 2
"""Points of it that one other character may move from one indicator to another, before it opens."""

LISTENERS: Final = 2
"""People, each of another family, who have to come and listen for a need to be heard."""
TO_HEAR: Final = from_float(0.75)
"""What going to listen is worth to simulated characters, over what the needs of the place add to the common
good."""

# ---- Groups ---------------------------------------------------------------------------------------------

MOST_LEVEL: Final = 4
"""The most that a group has of life, or of autonomy."""
ALONE: Final = 3
"""Autonomy from which a group loses no life by itself."""
WORN: Final = 1
"""Life that all others lose at each reveal."""
HELP_LIFE: Final = 2
"""Life that help brings a group."""
HELP_AUTONOMY: Final = 1
"""Autonomy that it costs a group that did not ask for it."""
HELPED_AT_ONCE: Final = 3
"""Groups that people may go and help in a round: two that have least life left, and one that sleeps."""

# ---- A ballot -------------------------------------------------------------------------------------------

VERY_GOOD: Final = from_float(2.5)
"""What an idea brings a simulated character, funded, from which it grades it very good; as much of a loss,
reject."""
GOOD: Final = from_float(0.5)
"""From which it grades it good; as much of a loss, poor; between them, fair."""
MAY_BE_FUNDED: Final = from_float(0.5)
"""What an idea weighs, for simulated characters, that would be funded if publics voted today, over what it
brings once it is."""

# ---- What things are worth -----------------------------------------------------------------------------

STAKES: Final = 10
"""What the stakes of a character add up to; a project is worth the stakes times its points, over this."""
KEPT_TOKEN: Final = from_float(0.2)
"""What a token kept, or come back, brings its holder."""
INTEREST: Final = from_float(1.0)
"""A project is of one's interest if it would bring this gain."""

# ---- Trust ---------------------------------------------------------------------------------------------

LEAST_TRUST: Final = from_float(0.05)
"""Nobody is trusted less."""
KEPT_GAIN: Final = from_float(0.2)
"""Share of the distrust left that a kept promise undoes."""
GIFT_GAIN: Final = from_float(0.12)
"""Share of the distrust left that a gift undoes."""
BROKEN_LOSS: Final = from_float(0.35)
"""Share of the trust there was that a promise not kept at all costs; in part, by the share unkept."""
FREE_RIDE_LOSS: Final = from_float(0.08)
"""Share of the trust there was that those who gave lose in who could have, said nothing and gave nothing."""
MOOD: Final = 4
"""By how much less its mood weighs with a simulated scribe who reads than when it chooses what to give."""
HARDLY_TRUSTED: Final = from_float(0.25)
"""Trust in who reads its words, under which a corner recognises them in part only."""
WELL_TRUSTED: Final = from_float(0.5)
"""Trust from which it recognises in part words that were changed."""
READ_GAIN: Final = from_float(0.1)
"""Share of the distrust left that words faithfully read undo."""
MISREAD_LOSS: Final = from_float(0.25)
"""Share of the trust there was that words which are disowned cost who read them."""
LISTENED: Final = from_float(0.2)
"""Trust in who asks, from which a simulated character hears a request; with less, it wants to see first."""
PRESUPPOSED: Final = 2
"""Trust is divided by this while a presupposition stands."""
PACT_TRUST: Final = from_float(0.4)
"""Trust that a simulated character needs in somebody to seal a pact with them."""
UNMET: Final = 2
"""A promise counts for others divided by this while its condition does not look met."""
HEARING: Final = 60
"""Seconds that somebody heard has to answer."""
TRUE_REASON: Final = from_float(0.25)
"""What a reason given with a request adds to it, where it is true."""
OFFERED: Final = 3
"""What tokens offered in return weigh, over the part of the need that they are: what others give to one's own
weighs more than a share of it."""
NEXT_ROUND: Final = from_float(1.0)
"""What a word for the next round adds to a request, as far as who gives it is trusted."""
FRANK: Final = from_float(0.4)
"""Trust in who asks, from which a simulated character that is heard answers; with less, it dodges."""
ANSWERED_GAIN: Final = from_float(0.15)
"""Share of the distrust left that an answer undoes, where the room says that it was one."""
DODGED_LOSS: Final = from_float(0.15)
"""Share of the trust there was that a dodged question costs, where the room says so."""

# ---- Postures ------------------------------------------------------------------------------------------

LOWEST_POSTURE: Final = from_float(1.0)
"""Synergy and antagonism never go below."""
HIGHEST_POSTURE: Final = from_float(4.0)
"""Synergy and antagonism never go above."""
SATISFYING: Final = 4
"""The gain that satisfies wholly; satisfaction is the gain over this, from −1 to 1."""
GATE_SHUT: Final = from_float(-0.25)
"""Everybody's satisfaction when the common good did not rise."""
BROKEN_WORD: Final = from_float(0.04)
"""Antagonism for each promise that others broke to a project of one's interest."""

# ---- What simulated characters say and do --------------------------------------------------------------

SILENCE: Final = from_float(0.6)
"""Odds that the most antagonistic announce nothing; less antagonism, less often."""
HEART_ALOUD: Final = from_float(0.3)
"""Synergy that everybody adds to theirs when they announce."""
CHAIRING: Final = 4
"""By how much less the common good weighs with whoever chairs than when they choose: nobody asks them why."""
LEAST_ANNOUNCED: Final = from_float(-1.5)
"""Nobody announces what is worth less than this to them, by their own words: they say nothing instead."""
FIT_LEAST: Final = from_float(0.4)
"""What a project weighs, when announcing, to who can place nothing of what it lacks."""
FIT_MOST: Final = from_float(0.6)
"""What it weighs more to who could place all of it alone."""
CAUTION_ANNOUNCED: Final = 2
"""Distrust over this is the odds of an "if" on somebody who has announced what is waited for."""
CAUTION_SILENT: Final = 8
"""Distrust over this is the odds of an "if" on somebody who only holds it."""
KEEPING: Final = 5
"""What keeping one's tokens is worth to the most antagonistic, over what it is to the least."""
KEEPING_LEAST: Final = from_float(-1.0)
"""What keeping one's tokens is worth to the least antagonistic."""
LOYALTY: Final = from_float(2.5)
"""What one's word weighs for each point of synergy over antagonism, both from 0 to 1."""
LOYALTY_ALL: Final = from_float(1.0)
"""What one's word weighs to everybody."""
HOPE: Final = from_float(0.3)
"""Chance that one gives the common good of rising whatever is done."""
HOPE_POINTS: Final = 6
"""Points of complete projects that make it certain."""

# ---- Voters of a demonstration -------------------------------------------------------------------------

HESITATION: Final = from_float(0.15)
"""Share of answers without an opinion, around one's trust or one's agreement."""
SLIGHT: Final = from_float(0.25)
"""What an act changed for one, under which one has no opinion of it."""
BLAME: Final = 2
"""A word not kept counts against its author one point over this, beside what the tokens would have done."""
AGREEING_LEAST: Final = from_float(0.2)
"""Odds that those without synergy agree with a statement."""
AGREEING_MORE: Final = from_float(0.6)
"""What the most synergy adds to them."""

# ---- What follows from them ----------------------------------------------------------------------------

SPAN: Final = (HIGHEST_POSTURE - LOWEST_POSTURE) // ONE


def written(fixed: int) -> float:
    """A fixed-point number as people write it: 0.05, where its nearest fixed point is 0.050003."""
    return round(to_float(fixed), 3)
