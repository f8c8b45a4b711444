"""The Jinja2 environments of the pages: what templates may call, and nothing that decides."""

import hashlib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import json_script
from jinja2 import Template
from markupsafe import Markup, escape

from wireroom.engine.versions import version_of
from wireroom.news.queries.brief import ShownValue
from wireroom.news.queries.cards import StoryCard
from wireroom.talk.services.moderating import comment_version
from wireroom.web import (
    comparing,
    copy_reasons,
    desk_words,
    direction,
    fact_words,
    health_words,
    letter_words,
    list_words,
    log_words,
    parts,
    poll_words,
    reasons,
    talk_wording,
    targets,
    times,
    topic_parts,
    wording,
    work_words,
)
from wireroom.web.citing import cite_url
from wireroom.web.compare_marks import CompareMarks
from wireroom.web.editions import Edition, current_edition, offered
from wireroom.web.error_links import error_url, translation_error_url
from wireroom.web.here import page_time
from wireroom.web.lineage_markup import LineageMarkup
from wireroom.web.pictures import picture_links
from wireroom.web.search_words import snippet_html
from wireroom.web.signed_in import reader_key
from wireroom.web.talk_parts import comment_html, marked_html
from wireroom.web.talking import comments_are_on
from wireroom.web.told_dates import html_with_dates, with_dates
from wireroom.web.translated import CompiledTemplates, TranslatedEnvironment

# What shows a text that an outlet wrote, the same in every edition.
_TEXT_FILTERS: Final[dict[str, Callable[..., Markup]]] = {
    "long_class": parts.long_class,
    "tongue": parts.tongue,
    "with_dates": with_dates,
    "html_with_dates": html_with_dates,
    "comment_html": comment_html,
    "marked_words": marked_html,
}
_CATALOGUES: Final = Path(__file__).parent.parent / "locale"
_WORDED: Final = {
    "owner": wording.owner_words,
    "category": wording.category_name,
    "health_note": wording.health_note,
    "health": wording.health_words,
    "level": wording.level_words,
    "problem": wording.problem_words,
    "note_name": wording.note_name,
    "body_html": parts.body_html,
    "json_script": json_script,
    "deed_words": desk_words.say_deed,
    "version_of": version_of,
    "comment_version": comment_version,
    "kind_words": desk_words.say_kind,
    "step_words": work_words.say_step,
    "list_title": list_words.list_title,
    "log_subject": log_words.name_subject,
    "log_name": log_words.name_fact,
    "log_value": log_words.say_fact,
    "outlet_state": desk_words.say_state,
    "translation_error_url": translation_error_url,
    "letter_words": letter_words.say_letter,
    "poll_words": poll_words.say_poll,
    "room_words": desk_words.say_room,
    "rule_words": desk_words.say_rule,
    "asked_for": health_words.name_asked_for,
    "trouble": health_words.name_trouble,
    "trouble_of": health_words.name_trouble_of,
    "trouble_deed": health_words.say_what_to_do,
    "policy_words": desk_words.say_policy,
    "role_words": desk_words.say_role,
    "removed": talk_wording.removed_words,
    "flagged_for": talk_wording.reason_words,
    "mode": talk_wording.mode_words,
    "verdict": talk_wording.verdict_words,
    "scorer": talk_wording.scorer_words,
}
# What the settings tell pages, private ones above all.
_FOR_PEOPLE: Final[dict[str, Callable[..., object]]] = {
    "address": reverse,
    "said_to": get_messages,
    "reader_key": reader_key,
    "site_name": lambda: settings.WIREROOM_NAME,
    "sends_mail": lambda: settings.WIREROOM_MAIL is not None,
    "comments_are_on": comments_are_on,
    "known_elsewhere": lambda: settings.WIREROOM_OIDC,
    "may_sign_up": lambda: settings.WIREROOM_MAY_SIGN_UP,
    "target_url": targets.target_url,
    "target_name": targets.target_name,
}


class EditionEnvironments:
    """One environment an edition, in the shape of one: each template is the reader's own."""

    def __init__(self, **options: Any) -> None:
        self._options: Final = options
        self._environments: Final[dict[Edition, TranslatedEnvironment]] = {}
        for edition in offered().values():
            self._environment_of(edition)

    def get_template(self, name: str) -> Template:
        """Return a file's template for the current edition."""
        return self._environment_of(current_edition()).get_template(name)

    def from_string(self, source: str) -> Template:
        """Return a template of this text for the current edition."""
        return self._environment_of(current_edition()).from_string(source)

    def _environment_of(self, edition: Edition) -> TranslatedEnvironment:
        found = self._environments.get(edition)
        if found is None:
            found = self._environments[edition] = edition_environment(edition, **self._options)
        return found


def environment(**options: Any) -> EditionEnvironments:
    """Return what Django's Jinja2 backend renders with."""
    return EditionEnvironments(**options)


def edition_environment(edition: Edition, **options: Any) -> TranslatedEnvironment:
    """Return the environment of one edition's pages."""
    options.pop("autoescape", None)  # never to be turned off
    env = TranslatedEnvironment(
        edition.lang,
        autoescape=True,
        bytecode_cache=compiled_templates(settings.VAR / "templates", edition.lang),
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    own = parts.Parts(edition, env.number_words)
    env.globals.update(
        url=own.url,
        compare_url=own.compare_url,
        static=versioned_static,
        picture_links=picture_links,
        service_worker=partial(reverse, "service-worker"),
        **_FOR_PEOPLE,
        edition=lambda: edition,
        editions=offered,
    )
    env.add_markup_filters(_part_filters(own))
    env.add_markup_filters(_comparison_filters(edition))
    _add_topic_filters(env, edition)
    env.add_markup_filters({"lineage": LineageMarkup(edition, own, env.number_words).show})
    env.filters.update(
        other_outlets=_other_outlets,
        weekday=times.weekday,
        short_time=times.short_time,
        day=times.short_day,
        whole_day=lambda when: times.absolute_day(when, read_at=page_time()),
        written_day=times.written_day,
        machine=times.machine_time,
        plain=direction.plain_text,
        country=wording.country_name,
        language=wording.language_name,
        percent=_percent,
        cite_url=cite_url,
        error_url=error_url,
        fact_name=fact_words.name_fact,
        measure_name=fact_words.name_measure,
        difference_kind=fact_words.say_kind,
        reason=partial(reasons.say_reason, language=edition.lang),
        copy_reason=partial(copy_reasons.say_copy_reason, language=edition.lang),
        confidence=comparing.say_confidence,
        host=_host,
        **_WORDED,
    )
    return env


def _add_topic_filters(env: TranslatedEnvironment, edition: Edition) -> None:
    """Let templates name, link and place topics."""
    topics = topic_parts.TopicParts(edition)
    env.add_markup_filters(
        {
            "topic_link": topics.link,
            "topic_name": topics.name,
            "speaker_link": topics.speaker,
            "section_link": topics.heading,
        }
    )
    env.globals.update(has_own_places=lambda: bool(settings.WIREROOM_PLACES))
    env.filters.update(
        other_names=topics.others,
        map_of=topics.map,
        topic_url=topic_parts.topic_url,
        kind_name=topic_parts.kind_name,
        group_name=topic_parts.group_name,
    )


def _marked(value: ShownValue) -> Markup:
    """Return the sentence of a value with the value marked in it."""
    text, start, end = value.cited.text, value.start, value.end
    before, marked, after = map(escape, (text[:start], text[start:end], text[end:]))
    return Markup(f"{before}<mark>{marked}</mark>{after}")  # noqa: S704 - made of escaped parts


def _part_filters(own: parts.Parts) -> dict[str, Callable[..., Markup]]:
    """Return the smallest parts of pages."""
    return {
        "outlet_link": own.outlet_link,
        "outlet_name": parts.outlet_name,
        "story_headline": own.story_headline,
        "story_facts": own.story_facts,
        "report_headline": own.report_headline,
        "publisher_link": own.publisher_link,
        "changed": own.changed,
        "wire_tag": own.wire_tag,
        "opening": parts.opening,
        "found_on": own.found_on,
        "isolated": parts.isolated,
        "independent": own.independent,
        "age": own.age,
        "stamp": own.stamp,
        "marked": _marked,
        "snippet": snippet_html,
        **_TEXT_FILTERS,
    }


def _comparison_filters(edition: Edition) -> dict[str, Callable[..., Markup]]:
    """Return what shows two reports side by side."""
    marks = CompareMarks(edition.lang)
    return {
        "compared": marks.paragraph,
        "changed_words": marks.phrase,
    }


@cache
def versioned_static(path: str) -> str:
    """Return a static file's address with a mark of its content: it may be kept for a year."""
    found = finders.find(path)
    if not found:
        return static(path)
    mark = hashlib.sha256(Path(str(found)).read_bytes()).hexdigest()[:10]
    return f"{static(path)}?v={mark}"


def compiled_templates(folder: Path, language: str) -> CompiledTemplates | None:
    """Return where compiled templates are kept; None where they cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:  # a read-only folder costs a slower first page, nothing else
        return None
    return CompiledTemplates(folder, language, _CATALOGUES / language / "LC_MESSAGES" / "django.mo")


def _other_outlets(story: StoryCard) -> list[str]:
    lead = story.lead.outlet.name if story.lead else ""
    return [name for name in story.outlet_names() if name != lead]


def _percent(share: float) -> str:
    return f"{round(100 * min(max(share, 0.0), 1.0))}%"


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
