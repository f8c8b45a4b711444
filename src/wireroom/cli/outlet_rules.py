"""`./wireroom outlets filter`: an outlet's filters and rewrites, tried before they are kept."""

import argparse
from typing import TYPE_CHECKING

from wireroom.cli.mend import user_name
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput
from wireroom.engine.feeds.rules import Deed, Filter, Part, Rewrite, Rules, Where, check_rules

if TYPE_CHECKING:
    from wireroom.news.queries.rules import Tried


def configure_rules(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    where, part = "|".join(Where), "|".join(Part)
    parser.add_argument("outlet", help="its name in its page's address")
    for name, deed in (("--leave-out", "leave out"), ("--only", "take only")):
        parser.add_argument(
            name,
            nargs=2,
            action="append",
            default=[],
            metavar=("WHERE", "PATTERN"),
            help=f"{deed} entries whose {where} has these words; * stands for anything",
        )
    parser.add_argument(
        "--rewrite",
        nargs=3,
        action="append",
        default=[],
        metavar=("PART", "FIND", "PUT"),
        help=f"put one text for another in the {part} of addresses",
    )
    parser.add_argument("--clear", action="store_true", help="take what was kept before away")
    parser.add_argument("--keep", action="store_true", help="keep them; without, they are tried")
    parser.add_argument("--why", default="", help="reason, for the desk's log")


def filter_outlet(args: argparse.Namespace) -> None:
    """Show an outlet's rules, try those given after them on its latest entries, or keep them."""
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.models import Outlet
    from wireroom.news.queries.rules import rules_of, try_rules
    from wireroom.news.services.deed_log import By
    from wireroom.news.services.rules import keep_rules
    from wireroom.pipeline.coordinator import utc_now

    outlet = Outlet.objects.filter(slug=args.outlet).first()
    if outlet is None:
        raise BadInput(f"no outlet is called {args.outlet}; its name stands in its page's address")
    kept = Rules() if args.clear else rules_of(outlet.pk)
    given = _given(args)
    rules = Rules(kept.filters + given.filters, kept.rewrites + given.rewrites)
    check_rules(rules)
    if args.keep:
        keep_rules(outlet.pk, rules, by=By(who=user_name(), now=utc_now(), why=args.why))
    _show(rules)
    if args.keep:
        print("kept: they hold from the next poll on")
    else:
        _show_tried(try_rules(outlet.pk, rules))
        print("nothing was kept; say --keep to keep them" if rules or args.clear else "")


def _given(args: argparse.Namespace) -> Rules:
    deeds = ((Deed.LEAVE_OUT, args.leave_out), (Deed.ONLY, args.only))
    try:
        return Rules(
            tuple(
                Filter(deed=deed, where=Where(where), pattern=pattern)
                for deed, pairs in deeds
                for where, pattern in pairs
            ),
            tuple(Rewrite(part=Part(part), find=find, put=put) for part, find, put in args.rewrite),
        )
    except ValueError as error:
        raise BadInput(
            f"{error}: WHERE is {', '.join(Where)}; PART is {', '.join(Part)}"
        ) from error


def _show(rules: Rules) -> None:
    for place, one in enumerate(rules.filters, 1):
        print(printable(f"filter {place}: {one.deed} {one.where}: {one.pattern}"))
    for rule in rules.rewrites:
        print(printable(f"rewrite {rule.part}: {rule.find} -> {rule.put or '(nothing)'}"))
    if not rules:
        print("no filters and no rewrites")


def _show_tried(tried: "list[Tried]") -> None:
    left_out = sum(one.left_out is not None for one in tried)
    changed = sum(one.is_rewritten for one in tried)
    print(f"of the last {len(tried)} entries {left_out} would be left out, {changed} changed")
    for one in tried:
        if one.left_out is not None:
            by = f"filter {one.left_out + 1}" if one.left_out >= 0 else "no --only filter takes it"
            print(printable(f"  left out ({by}): {one.title or one.url}"))
        elif one.is_rewritten:
            print(printable(f"  {one.url} -> {one.becomes}"))
