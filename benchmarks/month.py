"""A month of polling on a clock of its own: every article once, how late, at how many requests.

    ./wireroom bench month [--outlets N] [--days N] [--seed N]

Invented outlets (benchmarks/month_world.py) publish for a month, with feeds that are down, slow,
moved, gone, reset, cut short, whose clocks and guids are wrong. The decider, the recognition of
entries, the identity of addresses, the pacing of hosts and the turns of pages that wait for them
are the real ones; network, pages and tables are not there. The same month is polled every 60
minutes for comparison. Prints for both how many requests were made for feeds and for pages, how
late articles were, how often one was filed twice, or an entry taken for another report, and the
requests of a host in 24 hours at the most; then why articles were missed, and how long new pages
waited for their hosts.
"""

import argparse
import sys
from statistics import median, quantiles

from benchmarks.month_missed import WORLD
from benchmarks.month_run import BUDGET, Month, run_month
from benchmarks.month_world import DAYS
from benchmarks.table import print_table, state_machine


def main() -> int:
    """Run both months and print what they gave."""
    parser = argparse.ArgumentParser(prog="wireroom bench month", description=__doc__)
    parser.add_argument("--outlets", type=int, default=500)
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    print(state_machine(), flush=True)
    ways = {"decided": False, "every 60 min": True}
    months = {
        name: run_month(args.outlets, days=args.days, seed=args.seed, fixed=fixed)
        for name, fixed in ways.items()
    }
    title = f"{args.outlets} outlets, {args.days} days, seed {args.seed}"
    print_table(title, _HEAD, [_row(name, month) for name, month in months.items()])
    whys = sorted({why for month in months.values() for why in month.missed})
    print_table(
        "reports that left their feeds unseen, of those that left",
        ["why", "whose", *months],
        [
            [why, "world" if why in WORLD else "ours", *(m.missed[why] for m in months.values())]
            for why in whys
        ]
        + [["all that left", "", *(month.left for month in months.values())]],
    )
    _print_pages(months["decided"])
    return int(any(month.doubled or month.most_a_day > BUDGET for month in months.values()))


_HEAD = [
    "",
    "polls",
    "a new article",
    "median delay",
    "p90",
    "twice",
    "mistaken",
    "missed",
    "most a day",
]


def _row(name: str, month: Month) -> list[str]:
    return [
        name,
        f"{month.polls}",
        f"{month.polls / max(len(month.filed), 1):.2f}",
        f"{median(month.delays_s) / 60:.1f} min",
        f"{quantiles(month.delays_s, n=10)[-1] / 60:.0f} min",
        f"{month.doubled} of {len(month.filed)}",
        f"{month.mistaken}",
        f"{month.missed.total()}",
        f"{month.most_a_day} of {BUDGET}",
    ]


def _print_pages(month: Month) -> None:
    """Print how pages fared: each is fetched first before known ones are looked at again."""
    waits = quantiles(month.page_delays_s, n=1000)
    print_table(
        "pages of the decided month",
        [
            "requests",
            "first fetches",
            "after 1 min",
            "p99",
            "longest",
            "new left",
            "looks left",
        ],
        [
            [
                f"{month.page_requests}",
                f"{len(month.page_delays_s)}",
                f"{sum(wait_s > 60 for wait_s in month.page_delays_s)}",
                f"{waits[989] / 60:.0f} min",
                f"{max(month.page_delays_s) / 3600:.0f} h",
                f"{month.new_left}",
                f"{month.looks_left}",
            ]
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
