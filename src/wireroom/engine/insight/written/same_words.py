"""English words of the news that say the same in the place of each other."""

from typing import Final

# Closed and short: a word is here only if no sentence comes to mind that the other makes untrue.
# Both forms of a verb that differ by tense stand on lines of their own.
_TABLE: Final = """
said stated
began started
begins starts
bought purchased
buys purchases
closed shut
hurt injured
halted stopped
jailed imprisoned
rose increased climbed
fell dropped declined decreased
nearly almost
about around roughly approximately
lorry truck
lorries trucks
film movie
films movies
attorney lawyer
attorneys lawyers
kids children
firefighters firemen
postponed delayed
cancelled scrapped
vessel ship
physician doctor
physicians doctors
chose selected
chosen selected
requested sought
constructed built
needs requires
wounded injured
earthquake quake
also too
"""
SAME: Final = tuple(frozenset(line.split()) for line in _TABLE.strip().splitlines())
