"""Templates compiled once a language: the same pages as with translation at the last moment."""

from pathlib import Path
from typing import Final

import pytest
from django.utils import translation
from jinja2 import DictLoader
from markupsafe import Markup

from wireroom.web.translated import CompiledTemplates, TranslatedEnvironment

PO_FOLDER: Final = Path(__file__).resolve().parents[2] / "src/wireroom/locale"
TEMPLATE: Final = (
    '{{ _("Front page") }}|{{ _("Read at %(outlet)s", outlet=name) }}|'
    '{{ ngettext("%(num)s outlet", "%(num)s outlets", count) }}|'
    '{% set told = _("Read at %(outlet)s", outlet=name) %}{{ told }}|'
    '{{ _(unknown) }}|{{ "x" if count > 1 else _("Outlet") }}'
)


def environment(
    language: str, template: str = TEMPLATE, **options: object
) -> TranslatedEnvironment:
    return TranslatedEnvironment(
        language, autoescape=True, loader=DictLoader({"a": template}), **options
    )


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("count", [1, 2, 7, 11, 100])
def test_texts_are_those_of_gettext_with_values_escaped(language: str, count: int) -> None:
    shown = (
        environment(language)
        .get_template("a")
        .render(name="<b>&", count=count, unknown="Front page")
    )
    with translation.override(language):
        _, ngettext = translation.gettext, translation.ngettext
        read_at = _("Read at %(outlet)s") % {"outlet": "&lt;b&gt;&amp;"}
        numbered = ngettext("%(num)s outlet", "%(num)s outlets", count) % {"num": count}
        last = "x" if count > 1 else _("Outlet")
        assert shown.split("|") == [
            _("Front page"),
            read_at,
            numbered,
            read_at,
            _("Front page"),
            last,
        ]


def test_markup_in_values_stays_and_percent_signs_are_one() -> None:
    template = (
        '{{ _("Read at %(outlet)s", outlet=name) }} {{ _("100%%") }} {{ _("1%% %(a)s", a=1) }}'
    )
    shown = environment("en", template).get_template("a").render(name=Markup("<i>A</i>"))
    assert shown == "Read at <i>A</i> 100% 1% 1"


def test_the_language_of_the_environment_counts_not_the_active_one() -> None:
    with translation.override("ar"):
        assert environment("en", '{{ _("Front page") }}').get_template("a").render() == "Front page"


def test_compiled_templates_are_kept_for_each_language_and_catalogue(tmp_path: Path) -> None:
    def shown(language: str, catalogue: Path) -> str:
        cache = CompiledTemplates(tmp_path, language, catalogue)
        env = environment(language, '{{ _("Front page") }}', bytecode_cache=cache)
        return env.get_template("a").render()

    catalogues = {code: PO_FOLDER / code / "LC_MESSAGES" / "django.mo" for code in ("en", "ar")}
    first = {code: shown(code, path) for code, path in catalogues.items()}
    assert first == {code: shown(code, path) for code, path in catalogues.items()}
    assert first["en"] != first["ar"]
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert len(kept) == 2
    shown("en", catalogues["ar"])  # as if the English catalogue had changed
    changed = [name for name, held in kept.items() if (tmp_path / name).read_bytes() != held]
    assert [name.rsplit(".", 2)[1] for name in changed] == ["en"]


def test_filters_that_make_markup_are_written_as_they_are_and_all_else_is_escaped() -> None:
    env = environment("en", "{{ a|bold }}{{ a|loud }}{{ a|bold|loud }}")
    env.add_markup_filters({"bold": lambda text: Markup("<b>{}</b>").format(text)})
    env.filters["loud"] = str.upper
    shown = env.get_template("a").render(a="<i>")
    assert shown == "<b>&lt;i&gt;</b>&lt;I&gt;&lt;B&gt;&amp;LT;I&amp;GT;&lt;/B&gt;"
