"""A story's lineage as markup: its picture in SVG, and the same as a nested list.

All of it follows from what is kept with the story, so that the next request finds it ready made;
nothing in it is told by how long ago it was. All markup is made here of escaped values.
"""

from functools import lru_cache
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import override
from markupsafe import Markup, escape

from wireroom.engine.types import CopyKind
from wireroom.news.queries.tree import LineageTree, TreeReport, read_tree
from wireroom.web.editions import Edition
from wireroom.web.here import site_root
from wireroom.web.lineage_plot import REACH, LineagePlot, Node, plot_lineage, shorten
from wireroom.web.parts import Parts, isolated
from wireroom.web.times import short_time
from wireroom.web.translated import InNumber

# Stories that are read at a time, at some 12 KB each.
_STORIES_KEPT: Final = 256
# Letters of a cited outlet's name that stand beside a report in the picture.
_CITED_ROOM: Final = 20


class LineageMarkup:
    """The lineage in the words of one edition."""

    def __init__(self, edition: Edition, own: Parts, ngettext: InNumber) -> None:
        self._parts: Final = own
        self._is_rtl: Final = edition.dir == "rtl"
        self.ngettext: Final = ngettext  # named for the extraction of what is to be translated
        with override(edition.lang):
            self._comma: Final = escape(_(", "))
            self._own: Final = escape(_("Reports of their own"))
            # Translators: how much of a carrier's text stands in the report above it
            self._share: Final = escape(_("%(share)s of its text"))
            # Translators: how much two reports share, of which nobody knows whose it was first
            self._shared: Final = escape(_("%(share)s shared"))
            # Translators: whom a report names as its sources
            self._cites: Final = escape(_("cites %(names)s"))
            # Translators: how sure it is that a report has the text from the one above it
            self._sure: Final = escape(_("%(share)s sure"))
            self._kinds: Final = {
                CopyKind.WHOLE: escape(_("whole copy")),
                CopyKind.EDITED: escape(_("edited copy")),
                CopyKind.CUT: escape(_("cut copy")),
            }
            # Translators: how much of a translation's text stands in the report above it
            self._translated: Final = escape(_("translated, %(share)s of its text"))
            self._on: Final = escape(_("on %(platform)s"))
            # Translators: opens the list that says the same as a picture
            self._as_list: Final = escape(_("As a list"))
        self._made: Final = lru_cache(maxsize=_STORIES_KEPT)(self._make)

    def show(self, lineage: str) -> Markup:
        """Return picture and list of a story's kept lineage; nothing where nobody carries any."""
        return self._made(lineage, site_root())

    def _make(self, lineage: str, _root: str) -> Markup:
        tree = read_tree(lineage)
        if tree is None:
            return Markup("")
        picture = self._picture(plot_lineage(tree, is_mirrored=self._is_rtl))
        return Markup(  # noqa: S704
            f'{picture}<details class="tree-list">\n<summary>{self._as_list}</summary>\n'
            f"{self._listed(tree)}</details>\n"
        )

    def _picture(self, plot: LineagePlot) -> str:
        """Return the picture; the heading that names it has the id "lineage"."""
        lines = "".join(f'<path d="{line}"/>' for line in plot.lines)
        nodes = "".join(map(self._node, plot.nodes))
        mores = "".join(
            f'<a href="#coverage">{_reach(more.y)}<text x="{more.x:g}" y="{more.y + 4:g}">'
            f"{self._more(more.count)}</text></a>\n"
            for more in plot.mores
        )
        return (
            f'<svg class="tree" viewBox="0 0 {plot.width} {plot.height:g}" role="group"'
            f' aria-labelledby="lineage" focusable="false">\n{lines}{self._heading(plot)}\n'
            f"{nodes}{mores}</svg>\n"
        )

    def _listed(self, tree: LineageTree) -> str:
        sources = "".join(self._item(one, None) for one in tree.sources)
        own = "".join(self._item(one, None) for one in tree.own)
        return (
            f"<ul>\n{sources}{self._more_item(tree.more_sources)}"
            f"{own}{self._more_item(tree.own_more)}</ul>\n"
        )

    def _heading(self, plot: LineagePlot) -> str:
        if not plot.own_y:
            return ""
        start = plot.width if self._is_rtl else 0
        return f'<text class="tree-name" x="{start}" y="{plot.own_y - 6:g}">{self._own}</text>'

    def _node(self, node: Node) -> str:
        facts = [*self._facts(node.report, is_source=node.above is None)]
        facts += self._cited(node.report, most=1)  # there is room for one
        if node.platform:
            facts.insert(0, self._on % {"platform": node.platform})
        css = "source" if node.above is None else "carrier"
        x = f"{node.text_x:g}"
        return (
            f'<a href="{self._address(node.report, node.above)}">'
            f"{_reach(node.y)}"
            f'<circle class="{css}" cx="{node.x:g}" cy="{node.y:g}" r="4"/>'
            f'<text class="tree-name" x="{x}" y="{node.y - 1:g}">{escape(node.name)} </text>'
            f'<text x="{x}" y="{node.y + 13:g}">{" · ".join(facts)}</text></a>\n'
        )

    def _item(self, report: TreeReport, above: TreeReport | None) -> str:
        platform = (
            f" {self._on % {'platform': isolated(report.platform)}}" if report.platform else ""
        )
        listed = self._facts(report, is_source=above is None)
        listed = [*self._manner(report), *listed, *self._sureness(report), *self._cited(report)]
        facts = self._comma.join(listed)
        below = "".join(self._item(one, report) for one in report.below)
        below += self._more_item(report.more)
        return (
            f'<li><a href="{self._address(report, above)}">{isolated(report.outlet)}</a>{platform}'
            f"{self._comma}{facts}{f'<ul>{below}</ul>' if below else ''}</li>\n"
        )

    def _facts(self, report: TreeReport, *, is_source: bool) -> list[Markup]:
        facts = [escape(short_time(report.at))]
        if not is_source:
            form = self._share if report.is_certain else self._shared
            if report.kind == CopyKind.TRANSLATED:
                form = self._translated
            facts.insert(0, form % {"share": f"{round(100 * report.share)}%"})
        elif report.carriers:
            facts.insert(0, self._carried(report.carriers))
        return facts

    def _manner(self, report: TreeReport) -> list[Markup]:
        kinds = (kind for kind in self._kinds if kind == report.kind)
        return [self._kinds[kind] for kind in kinds]

    def _sureness(self, report: TreeReport) -> list[Markup]:
        if not report.is_certain or report.confidence <= 0:
            return []
        # Never "100%": a credit line may be wrong.
        return [self._sure % {"share": f"{round(100 * min(report.confidence, 0.99))}%"}]

    def _cited(self, report: TreeReport, *, most: int | None = None) -> list[Markup]:
        """Return whom a report names as its sources; no element, for a picture has none."""
        if not report.cites:
            return []
        names = (escape(shorten(name, _CITED_ROOM)) for name in report.cites[:most])
        return [self._cites % {"names": self._comma.join(names)}]

    def _carried(self, number: int) -> Markup:
        return self.ngettext("carried by %(num)s report", "carried by %(num)s reports", number)

    def _more(self, number: int) -> Markup:
        return self.ngettext("and %(num)s more", "and %(num)s more", number)

    def _more_item(self, number: int) -> str:
        return f"<li>{self._more(number)}</li>\n" if number else ""

    def _address(self, report: TreeReport, above: TreeReport | None) -> str:
        """Return a source's page; of a carrier, where it stands beside what it carries."""
        if above is None:
            return self._parts.url("article", article_id=report.id)
        return self._parts.compare_url(above.id, report.id)


def _reach(y: float) -> str:
    """Return what makes a whole row answer to a finger; nobody sees it."""
    top = f"{y - REACH / 2:g}"
    return f'<rect y="{top}" width="100%" height="{REACH}" fill="none" pointer-events="all"/>'
