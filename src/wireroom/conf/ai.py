"""What the host says of a model: off unless asked for, where it answers, what it may spend."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from wireroom.adapters.ai.endpoint import AiSettings, Endpoint, check_url, exceptions_for
from wireroom.conf.kept import told
from wireroom.engine.errors import BadInput
from wireroom.engine.writing import MILLION, Budget, Feature, Price

# Some fifty stories a day at 4,000 tokens each: cents at the cheapest services.
_DEFAULT: Final = Budget(tokens=200_000)
_MOST: Final = 1e12  # what a column holds, in millionths


def ai_settings(allow: Iterable[str] = ()) -> AiSettings | None:
    """Return the host's model, None where AI is off. Raises BadInput with what to mend.

    A server that a page named is reached on this machine, on the public internet and by `allow`.
    """
    switch = told("WIREROOM_AI", "off").strip().lower() or "off"
    if switch not in ("on", "off"):
        raise BadInput(f"WIREROOM_AI is on or off, not {switch!r}")
    if switch == "off":
        return None
    url, model = told("WIREROOM_AI_URL"), told("WIREROOM_AI_MODEL")
    if not url or not model:
        raise BadInput("WIREROOM_AI is on: name the server in WIREROOM_AI_URL, and its model in"
                       " WIREROOM_AI_MODEL")  # fmt: skip
    is_stated = "WIREROOM_AI_URL" in os.environ
    endpoint = Endpoint(
        url=check_url(url),
        model=model,
        key=_key(),
        allow=None if is_stated else exceptions_for(url, allow),
    )
    budgets = read_budgets(told("WIREROOM_AI_BUDGET"))
    return AiSettings(endpoint, budgets, read_price(told("WIREROOM_AI_PRICES")))


def _key() -> str:
    path = told("WIREROOM_AI_KEY_FILE")
    if not path:
        return told("WIREROOM_AI_KEY").strip()
    try:
        return Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot read the key of WIREROOM_AI_KEY_FILE: {error}") from error


def read_budgets(told: str) -> dict[Feature, Budget]:
    """Return the budget of each feature, from "key_points=200000:0.50". Raises BadInput.

    Tokens, then money where it is held, too; a feature that is not named has the default.
    """
    budgets = dict.fromkeys(Feature, _DEFAULT)
    for part in filter(None, (part.strip() for part in told.split(","))):
        name, _, amounts = part.partition("=")
        tokens, _, money = amounts.partition(":")
        try:
            budgets[Feature(name.strip())] = Budget(
                tokens=int(_amount(tokens)) if tokens.strip() else None,
                micros=round(_amount(money) * MILLION) if money.strip() else None,
            )
        except ValueError as error:
            raise BadInput(
                f"cannot read {part!r} in WIREROOM_AI_BUDGET: write FEATURE=TOKENS:MONEY, as"
                f" key_points=200000:0.50; features are {', '.join(Feature)}"
            ) from error
    return budgets


def read_price(told: str) -> Price:
    """Return what tokens cost, from "0.15:0.60", in and out by the million. Raises BadInput."""
    if not told.strip():
        return Price()
    sent, _, received = told.partition(":")
    try:
        return Price(_amount(sent), _amount(received))
    except ValueError as error:
        raise BadInput(
            f"cannot read WIREROOM_AI_PRICES={told!r}: write the price of a million tokens in and"
            " out, as 0.15:0.60"
        ) from error


def _amount(told: str) -> float:
    amount = float(told)
    if not 0 <= amount < _MOST:
        raise ValueError(told)
    return amount
