"""`./wireroom ai`: what was asked of the model today, how its server is, and a try of it."""

import argparse
import sys
from typing import TYPE_CHECKING

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import check_database, migrate, set_up_django
from wireroom.cli.numbers import number_from
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput
from wireroom.engine.writing import MILLION, Budget, Feature, Written

if TYPE_CHECKING:
    from wireroom.adapters.ai.endpoint import AiSettings
    from wireroom.news.models import ModelDay, ModelServer

_OFF = (
    "AI is off. To turn it on: WIREROOM_AI=on, WIREROOM_AI_URL=http://127.0.0.1:8080/v1,"
    " WIREROOM_AI_MODEL=the name of a model there"
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--try", dest="tries", action="store_true", help="ask the server something on the spot"
    )
    parser.add_argument(
        "--withheld",
        metavar="N",
        type=number_from(0),
        help="list what was withheld of the N stories written last, with the reasons",
    )


def run(args: argparse.Namespace) -> int:
    """Print the counter, or what was asked for; 1 where the server does not do."""
    try:
        set_up_django()
        check_database()
        migrate()
    except BadInput as error:
        print(f"wireroom ai: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    # Imported here: settings can be read only after Django is set up.
    from django.conf import settings

    ai: AiSettings | None = settings.AI
    if args.withheld is not None:
        return _list_withheld(args.withheld)
    if ai is None:
        print(_OFF)
        return SOME_INPUT_FAILED if args.tries else OK
    return _try(ai) if args.tries else _show(ai)


def _show(ai: "AiSettings") -> int:
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.queries.models import read_day, read_server
    from wireroom.pipeline.coordinator import utc_now

    print(printable(f"model    {ai.endpoint.name}"))
    server = read_server(ai.endpoint.name)
    print(f"asked as {server.way or 'not found out yet'}")
    print(printable(f"circuit  {told_circuit(server)}"))
    days = read_day(utc_now().date())
    for feature in Feature:
        print(f"{feature:10} {told_day(days.get(feature), ai.budgets[feature])}")
    return OK


def told_circuit(server: "ModelServer") -> str:
    """Return whether the server is left alone, until when, and why."""
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.queries.models import is_open
    from wireroom.pipeline.coordinator import utc_now

    error = ""
    if server.failed_at:
        error = f"; last error {server.failed_at:%d %b %H:%M}: {server.last_error}"
    if is_open(server, now=utc_now()):
        return f"open until {server.open_until:%H:%M:%S} UTC, {server.failed} in a row{error}"
    return f"closed{error}"


def told_day(row: "ModelDay | None", budget: Budget) -> str:
    """Return the day's counter of a feature against its budget."""
    if row is None:
        return f"nothing asked today, of {_amount(budget.tokens)} tokens"
    failures = ", ".join(f"{kind} {count}" for kind, count in sorted(row.failures.items()))
    return (
        f"{row.calls} calls, {row.tokens:,} of {_amount(budget.tokens)} tokens,"
        f" {row.micros / MILLION:.4f} of {_money(budget.micros)} money, {row.known} known before;"
        f" {row.told} sentences written, {row.withheld} withheld; failures: {failures or 'none'}"
    )


def _amount(tokens: int | None) -> str:
    return "any number of" if tokens is None else f"{tokens:,}"


def _money(micros: int | None) -> str:
    return "any" if micros is None else f"{micros / MILLION:.2f}"


def _try(ai: "AiSettings") -> int:
    """Ask the server for one word, count it, and say what came of it."""
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.pipeline.model_trial import try_model

    trial = try_model(ai.endpoint, ai.price)
    reply = trial.reply
    if isinstance(reply, Written):
        print(
            printable(
                f"{ai.endpoint.name} answers: {reply.spent.tokens} tokens in"
                f" {reply.spent.calls} calls and {trial.took_s:.1f} s, asked as {reply.way}"
            )
        )
        return OK
    print(printable(f"wireroom ai: {ai.endpoint.name}: {reply.why}"), file=sys.stderr)
    return SOME_INPUT_FAILED


def _list_withheld(limit: int) -> int:
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.queries.models import latest_withheld

    for one in latest_withheld(limit=limit):
        print(printable(f"story {one.story} ({one.headline}): {one.text}"))
        for reason in one.why:
            print(printable(f"    {reason}"))
    return OK
