"""Addresses of the pages."""

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter, StringConverter

from wireroom.web.editions import EDITIONS
from wireroom.web.views import about, article, comparison, front, outlet, story, technical


class EditionConverter(StringConverter):
    """An edition's code."""

    regex = "|".join(EDITIONS)


class RowConverter(IntConverter):
    """A row's number: as many digits as a big integer has."""

    regex = "[0-9]{1,18}"


class UnicodeSlugConverter(StringConverter):
    """A slug in any script."""

    regex = r"[-\w]+"


register_converter(EditionConverter, "edition")
register_converter(RowConverter, "row")
register_converter(UnicodeSlugConverter, "uslug")

_edition = [
    path("", front.show_front, name="front"),
    path("story/<row:story_id>/", story.show_story, name="story"),
    path("story/<row:story_id>/grouping/", story.show_grouping, name="grouping"),
    path("story/<row:story_id>/quotes/", story.show_quotes, name="quotes"),
    path("article/<row:article_id>/", article.show_article, name="article"),
    path(
        "compare/<row:first_id>/<row:second_id>/",
        comparison.show_comparison,
        name="compare",
    ),
    path("outlet/<uslug:slug>/", outlet.show_outlet, name="outlet"),
    path("about/", about.show_about, name="about"),
    path("choose-outlets/", about.show_choose_outlets, name="choose-outlets"),
]
urlpatterns = [
    path("", technical.choose_edition, name="root"),
    path("<edition:edition>/", include(_edition)),
    path("robots.txt", technical.robots, name="robots"),
    path("healthz", technical.healthz, name="healthz"),
]
