"""How many independent reports stand behind a story, and whose others carry, in words."""

from typing import Final

from markupsafe import Markup, escape

from wireroom.news.queries.tree import read_sources
from wireroom.web.translated import InNumber


class IndependentWords:
    """The words of one edition, by its `ngettext`."""

    def __init__(self, ngettext: InNumber, comma: Markup) -> None:
        self._comma: Final = comma
        self.ngettext: Final = ngettext  # named for the extraction of what is to be translated

    def say(self, independent: int, sources_json: str) -> Markup:
        """Return the count, and where others carry some of them, which and by how many."""
        count = self.ngettext("%(num)s independent", "%(num)s independent", independent)
        sources = read_sources(sources_json)
        if not sources.named:
            return count
        parts = [
            self._carried(name, carriers) if place == 0 else _counted(name, carriers)
            for place, (name, carriers) in enumerate(sources.named)
        ]
        if rest := sources.carried - len(sources.named):
            # Translators: further outlets whose reports others carry, at the end of a list
            parts.append(self.ngettext("%(num)s other", "%(num)s others", rest))
        if (own := independent - sources.carried) > 0:
            # Translators: reports that nobody else carries, at the end of a list
            parts.append(self.ngettext("%(num)s own", "%(num)s own", own))
        return Markup("{}: {}").format(count, self._comma.join(parts))

    def _carried(self, name: str, carriers: int) -> Markup:
        # Translators: an outlet and how many others carry its report: "AFP (24 carry it)"
        return self.ngettext(
            "%(outlet)s (%(num)s carries it)",
            "%(outlet)s (%(num)s carry it)",
            carriers,
            outlet=_name(name),
        )


def _counted(name: str, carriers: int) -> Markup:
    return Markup("{} ({})").format(_name(name), carriers)


def _name(name: str) -> Markup:
    return Markup(f"<bdi>{escape(name)}</bdi>")  # noqa: S704
