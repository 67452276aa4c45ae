"""What the numbers in a board's tables stand for."""

from typing import Final

# Conditions, in postfix order. Columns: operation, argument, bound.
ROSE_BY: Final = 0  # argument = indicator, bound = points since the start
AT_LEAST: Final = 1  # argument = indicator
BELOW: Final = 2  # argument = indicator
MUTUAL_TRUST: Final = 3  # bound = percent
PROMISES_KEPT: Final = 4  # bound = percent
EVERY: Final = 5  # argument = how many of the results before it
ANY: Final = 6  # argument = how many of the results before it
NOT_ANY: Final = 7  # argument = how many of the results before it
COMPLETED: Final = 8  # argument = project
LAPSED: Final = 9  # argument = project
LIFTED: Final = 10  # argument = who believed, bound = about whom
GOAL: Final = 11  # argument = character
GOALS: Final = 12  # bound = how many of the characters
FLAG: Final = 13  # argument = flag
CLOCK: Final = 14  # argument = clock, which is full
HEARD: Final = 16  # bound = how many needs
AWAKE: Final = 17  # bound = how many groups
AUTONOMOUS: Final = 18  # bound = how many groups that are awake and do without help
HOARDINGS: Final = 19  # bound = how many hoardings stand
FAITHFUL: Final = 20  # bound = how many seals stand
BRIDGES: Final = 21  # bound = how many bridges are complete
FUNDED: Final = 22  # bound = how many ideas are funded
SERVED: Final = 23  # bound = how many publics approve of one that is
ELECTED: Final = 24  # argument = project, which is funded
COUNTED_BY: Final = 25  # argument = way of counting, which the room chose
NEVER: Final = 15  # what speaks of somebody who is not in play

# What keeps a project from coming to the table by itself. `closed`, beside 0 (nothing) and 1 (another one).
NEEDED: Final = 2  # it is a need, which lies face down first
LISTENED_FOR: Final = 3  # it is going to listen somewhere
HELPED: Final = 4  # it is going to help a group
CORNERED: Final = 5  # it lies in its corner
FETCHED: Final = 7  # it is going to fetch a public
SUBMITTED: Final = 8  # it is an idea that others have submitted, eligible from the start
BRIDGE: Final = 6  # each of its two ends is to be read faithfully at the other

# Where somebody sits, of a room in corners, beside the number of the corner where they always do.
ANYWHERE: Final = -1  # in none in particular
INVITED: Final = -2  # where a corner invites them

# What sends something for later. The first column of `later`.
FROM_COMPLETED: Final = 0  # which = project
FROM_LAPSED: Final = 1  # which = project
FROM_OPTION: Final = 2  # which = option
FROM_SITUATION: Final = 3  # which = situation
FROM_CLOCK: Final = 4  # which = clock
FROM_TRUE: Final = 5  # which = situation, whose rumour is true
FROM_FALSE: Final = 6  # which = situation, whose rumour is false
FROM_BELIEVED: Final = 7  # which = situation, whose rumour is false and was believed

# What a mandate asks. The first column of `mandates`.
SEE_BUILT: Final = 1  # argument = project
SEE_DROPPED: Final = 2  # argument = project
NOTHING_TO: Final = 3  # argument = project
KEEP: Final = 4  # argument = tokens
