"""Addresses of the pages."""

from datetime import date

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter, StringConverter

from wireroom.web.editions import EDITIONS
from wireroom.web.private import ACCOUNT_ROOT
from wireroom.web.views import (
    about,
    app,
    article,
    commenting,
    comments,
    comparison,
    errors,
    front,
    mine,
    moderation,
    outlet,
    own_comments,
    perspectives,
    podcast,
    search,
    story,
    technical,
    topic,
    translation,
    wrap_up,
)


class EditionConverter(StringConverter):
    """An edition's code."""

    regex = "|".join(EDITIONS)


class RowConverter(IntConverter):
    """A row's number: as many digits as a big integer has."""

    regex = "[0-9]{1,18}"


class DayConverter:
    """A calendar day, as in 2026-11-29."""

    regex = "[-0-9]{1,10}"  # of these to_python() takes days alone

    def to_python(self, value: str) -> date:
        """Return the day; ValueError where there is none such, which is a page not found."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Return the day as addresses have it."""
        return str(value)


class UnicodeSlugConverter(StringConverter):
    """A slug in any script."""

    regex = r"[-\w]+"


register_converter(EditionConverter, "edition")
register_converter(RowConverter, "row")
register_converter(UnicodeSlugConverter, "uslug")
register_converter(DayConverter, "day")

_edition = [
    path("", front.show_front, name="front"),
    path("story/<row:story_id>/", story.show_story, name="story"),
    path("s/<row:story_id>/", technical.short_link, name="short"),
    path("story/<row:story_id>/grouping/", story.show_grouping, name="grouping"),
    path("story/<row:story_id>/quotes/", story.show_quotes, name="quotes"),
    path(
        "story/<row:story_id>/perspectives/",
        perspectives.show_perspectives,
        name="perspectives",
    ),
    path("gaps/", perspectives.show_gaps, name="gaps"),
    path("story/<row:story_id>/ask/", story.show_ask, name="ask"),
    path("article/<row:article_id>/", article.show_article, name="article"),
    path("article/<row:article_id>/changes/", article.show_changes, name="changes"),
    path(
        "article/<row:article_id>/translated/",
        translation.show_translated,
        name="translated",
    ),
    path(
        "compare/<row:first_id>/<row:second_id>/",
        comparison.show_comparison,
        name="compare",
    ),
    path("outlet/<uslug:slug>/", outlet.show_outlet, name="outlet"),
    path("topics/", topic.show_topics, name="topics"),
    path("topic/<uslug:named>/", topic.show_topic, name="topic"),
    path("topic/<uslug:named>/feed.xml", topic.topic_feed, name="topic-feed"),
    path("section/<uslug:slug>/", topic.show_section, name="section"),
    path("section/<uslug:slug>/feed.xml", topic.section_feed, name="section-feed"),
    path("wrap-up/", wrap_up.show_today, name="wrap-up"),
    path("wrap-up/feed.xml", wrap_up.wrap_up_feed, name="wrap-up-feed"),
    path("wrap-up/<day:day>/", wrap_up.show_wrap_up, name="wrap-up-of"),
    path("wrap-up/podcast.xml", podcast.show_podcast, name="podcast"),
    path("wrap-up/<day:day>/audio.wav", podcast.play_wav, name="wrap-up-wav"),
    path("wrap-up/<day:day>/audio.mp3", podcast.play_mp3, name="wrap-up-mp3"),
    path("wrap-up/<day:day>/text/", wrap_up.wrap_up_text, name="wrap-up-text"),
    path("search/", search.show_search, name="search"),
    path("search/feed.xml", search.search_feed, name="search-feed"),
    path("search/opensearch.xml", search.describe_search, name="opensearch"),
    path("report-error/", errors.report_error, name="report-error"),
    path("mine/", mine.show_mine, name="mine"),
    path("mine/export/", mine.export_mine, name="mine-export"),
    path("mine/delete/", mine.delete_mine, name="mine-delete"),
    path("mine/deleted/", mine.show_deleted, name="mine-deleted"),
    path("story/<row:story_id>/comments/", comments.show_comments, name="comments"),
    path("story/<row:story_id>/comments/feed.xml", comments.comments_feed, name="comments-feed"),
    path("comment/<row:comment_id>/", comments.show_comment, name="comment"),
    path("mine/comments/", own_comments.show_own, name="comments-mine"),
    path("mine/comments/of/<row:story_id>/", own_comments.show_thread, name="comments-mine-of"),
    path("mine/comments/write/<row:story_id>/", commenting.write, name="comment-write"),
    path("mine/comments/reply/<row:comment_id>/", commenting.reply, name="comment-reply"),
    path("mine/comments/edit/<row:comment_id>/", commenting.edit, name="comment-edit"),
    path("mine/comments/delete/<row:comment_id>/", own_comments.delete, name="comment-delete"),
    path("mine/comments/flag/<row:comment_id>/", own_comments.flag, name="comment-flag"),
    path("mine/comments/block/<row:comment_id>/", own_comments.block, name="comment-block"),
    path("mine/comments/unblock/<row:commenter_id>/", own_comments.unblock, name="unblock"),
    path("mine/queue/", moderation.show_queue, name="queue"),
    path("mine/queue/log/", moderation.show_log, name="queue-log"),
    path("mine/queue/decide/<row:comment_id>/", moderation.decide, name="queue-decide"),
    path("mine/queue/undo/<row:decision_id>/", moderation.undo, name="queue-undo"),
    path("mine/queue/mode/<row:story_id>/", moderation.set_mode, name="queue-mode"),
    path("about/", about.show_about, name="about"),
    path("app/", app.show_app, name="app"),
    path("app/manifest.webmanifest", app.describe_app, name="manifest"),
    path("offline/", app.show_offline, name="offline"),
    path("choose-outlets/", about.show_choose_outlets, name="choose-outlets"),
]
urlpatterns = [
    path("", technical.choose_edition, name="root"),
    path("<edition:edition>/", include(_edition)),
    path(ACCOUNT_ROOT, include("wireroom.web.account_urls")),
    path("sw.js", app.service_worker, name="service-worker"),
    path("s/<row:story_id>/", technical.short_link, name="short-link"),
    path("favicon.ico", technical.favicon, name="favicon"),
    path("robots.txt", technical.robots, name="robots"),
    path("healthz", technical.healthz, name="healthz"),
]
