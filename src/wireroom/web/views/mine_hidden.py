"""What a person hides: told to their device for public pages, and left out of their own search."""

from dataclasses import asdict, replace
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.utils.translation import get_language, ngettext, override
from django.views.decorators.http import require_safe

from wireroom.engine.search.query import MOST_CHARS, parse_query
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.cards import LeadCard, StoryCard
from wireroom.news.queries.front import read_front
from wireroom.news.queries.in_time import TooSlow
from wireroom.news.queries.search import SearchPage, search_best, search_newest
from wireroom.people.models import Person
from wireroom.reading.models import Block, Muted
from wireroom.reading.queries.hiding import led_by_others, read_hiding, shown_reports
from wireroom.web.direction import text_direction
from wireroom.web.editions import offered
from wireroom.web.own_pages import own_page, show_own
from wireroom.web.pictures import picture_links
from wireroom.web.row_numbers import row_number
from wireroom.web.search_words import say_trouble
from wireroom.web.signed_in import reader_key, signed_in

# Stories that are looked through for a blocked outlet's: some four pages of a front.
_LEADS_OF: Final = 150


@require_safe
def tell_hidden(request: HttpRequest, edition: str) -> HttpResponse:
    """Tell a script what its reader blocked and muted; 401 where nobody is signed in."""
    person = signed_in(request)
    if person is None:
        return JsonResponse({}, status=401)
    blocks = Block.objects.filter(person=person).values_list("outlet__slug", "outlet__name")
    mutes = Muted.objects.filter(person=person).values_list("words", "exceptions")
    told = {
        "who": reader_key(request),
        "outlets": [{"slug": slug, "name": name} for slug, name in blocks],
        "mutes": [{"words": words, "exceptions": but} for words, but in mutes],
        "leads": _other_leads(person) if blocks else {},
    }
    return JsonResponse(told)


def _other_leads(person: Person) -> dict[str, dict[str, object]]:
    """Return who else tells the foremost stories that a blocked outlet leads, by their numbers.

    Of every language's front, whichever the reader looks at: which that is nobody is told.
    """
    languages = sorted({lang for one in offered().values() for lang in one.languages})
    front = read_front(languages, limit=_LEADS_OF)
    found = led_by_others(front.stories, read_hiding(person))
    return {str(story.id): _told_lead(story, story.lead) for story in found if story.lead}


def _told_lead(story: StoryCard, lead: LeadCard) -> dict[str, object]:
    image = picture_links(lead.id, lead.image_url) if lead.image_url else None
    return {
        "headline": story.headline,
        "lang": story.lang,
        "dir": text_direction(story.headline, story.lang),
        "opening": lead.opening.text + ("…" if lead.opening.is_cut else ""),
        "outlet": lead.outlet.name,
        "slug": lead.outlet.slug,
        "image": asdict(image) if image else None,
        "counts": _counts(story) if story.outlets_count > 1 else [],
    }


def _counts(story: StoryCard) -> list[str]:
    """Return how many tell a story, in its own language: fronts of that language show it."""
    outlets, own = story.outlets_count, story.independent_count
    with override(story.lang if story.lang in dict(settings.LANGUAGES) else get_language()):
        return [
            ngettext("%(num)s outlet", "%(num)s outlets", outlets) % {"num": outlets},
            ngettext("%(num)s independent", "%(num)s independent", own) % {"num": own},
        ]


@own_page
def show_own_search(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Search as everybody does, and leave out what this person blocked and muted."""
    typed = one_line(request.GET.get("q", "")[: 4 * MOST_CHARS])
    query = parse_query(typed)
    before = row_number(request.GET.get("before", ""))
    by_age = request.GET.get("sort") == "new" or before is not None or not query.parts
    languages = offered()[edition].languages
    page: SearchPage | None = SearchPage(hits=())
    try:
        if not query.is_empty and by_age:
            page = search_newest(query, langs=languages, before=before)
        elif not query.is_empty:
            page = search_best(query, langs=languages, now=timezone.now())
    except TooSlow:
        page = None
    context = {
        "typed": typed,
        "is_asked": not query.is_empty,
        "is_too_slow": page is None,
        "page": _unhidden(page or SearchPage(hits=()), person),
        "by_age": by_age,
        "is_older": before is not None,
        "troubles": [say_trouble(*one) for one in query.troubles],
    }
    return show_own(request, "mine_search.jinja", context)


def _unhidden(page: SearchPage, person: Person) -> SearchPage:
    shown = shown_reports([hit.report for hit in page.hits], read_hiding(person))
    return replace(page, hits=tuple(hit for hit in page.hits if hit.report.id in shown))
