"""English verbs by what may hang on them: an infinitive, a clause, a subject behind."""

from typing import Final

from wireroom.engine.insight.verify.word_table import words_in

# Verbs whose object is to do what the infinitive behind it says: "asked her to go".
TOLD_TO: Final = words_in(
    """
    ask tell order urge allow force help persuade invite require expect call want advise beg cause
    enable encourage instruct let permit remind request teach warn oblige compel forbid command
    choose appoint name select elect lead send get like need prompt push pressure press challenge
    hire
    """
)
COMPLEMENT: Final = words_in("that whether")
INVERTED: Final = words_in("say add explain admit warn write ask reply insist joke argue note")
# Verbs of saying and thinking whose clause may come without "that".
WITHOUT_THAT: Final = words_in(
    """
    say believe think fear hope claim suggest suspect warn insist admit deny argue know estimate
    reckon predict expect feel report tell hear note find add doubt promise pledge stress mean
    understand allege ensure prove show confirm inform remind assure caution persuade
    convince
    """
)
