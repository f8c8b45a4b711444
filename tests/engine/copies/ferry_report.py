"""An invented report of three paragraphs, for tests that compare copies of it."""

from typing import Final

OPENING: Final = (
    "The harbour ferry Grey Heron caught fire off Brinehaven early on Tuesday, and seven people"
    " died before the lifeboats reached it, the coast guard said in a statement."
)
SECOND: Final = (
    "Forty passengers were brought ashore by two fishing boats whose crews had seen the smoke"
    " from the mole and put to sea without waiting for orders."
)
THIRD: Final = (
    "The minister of transport, Ada Renn, promised an inquiry and said the ferry had passed its"
    " last inspection in May with two minor remarks about its pumps."
)
