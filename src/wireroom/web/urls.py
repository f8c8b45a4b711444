"""Addresses of the pages."""

from datetime import date

from django.urls import include, path, register_converter
from django.urls.converters import IntConverter, StringConverter

from wireroom.web.admin_site import admin_site
from wireroom.web.editions import offered
from wireroom.web.private import ACCOUNT_ROOT, ADMIN_ROOT
from wireroom.web.views import (
    about,
    app,
    article,
    card,
    catalogue,
    commenting,
    comments,
    comparison,
    errors,
    front,
    handing_in,
    hub,
    letters,
    metrics,
    mine,
    mine_alerts,
    mine_apps,
    mine_deeds,
    mine_hidden,
    mine_highlights,
    mine_lists,
    moderation,
    outlet,
    own_comments,
    perspectives,
    picture,
    podcast,
    press_review,
    search,
    send,
    sitemap,
    story,
    technical,
    topic,
    topic_quotes,
    translation,
    wrap_up,
)


class EditionConverter(StringConverter):
    """An edition's code."""

    regex = "[a-z]{2}(?:-[a-z]{2})?"

    def to_python(self, value: str) -> str:
        """Return the code of an edition that is offered; ValueError for any other."""
        if value not in offered():
            raise ValueError(value)
        return value


class RowConverter(IntConverter):
    """A row's number: as many digits as a big integer has."""

    regex = "[0-9]{1,18}"


class SignatureConverter(StringConverter):
    """What this site signed with, or the hash of what it shows: hexadecimal letters."""

    regex = "[0-9a-f]{32}"


class WidthConverter(IntConverter):
    """A picture's width in pixels."""

    regex = "[0-9]{3,4}"


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


class KindConverter(StringConverter):
    """A kind of rows that has sitemaps."""

    regex = "|".join(sitemap.KINDS)


register_converter(EditionConverter, "edition")
register_converter(RowConverter, "row")
register_converter(SignatureConverter, "signature")
register_converter(WidthConverter, "width")
register_converter(UnicodeSlugConverter, "uslug")
register_converter(DayConverter, "day")
register_converter(KindConverter, "kind")

_edition = [
    path("", front.show_front, name="front"),
    path("feed.xml", front.front_feed, name="front-feed"),
    path("front/", front.find_past_front, name="past-fronts"),
    path("front/<day:day>/", front.show_past_front, name="past-front"),
    path("story/<row:story_id>/", story.show_story, name="story"),
    path("story/<row:story_id>/feed.xml", story.story_feed, name="story-feed"),
    path("s/<row:story_id>/", technical.short_link, name="short"),
    path("story/<row:story_id>/grouping/", story.show_grouping, name="grouping"),
    path("story/<row:story_id>/quotes/", story.show_quotes, name="quotes"),
    path(
        "story/<row:story_id>/perspectives/",
        perspectives.show_perspectives,
        name="perspectives",
    ),
    path("gaps/", perspectives.show_gaps, name="gaps"),
    path(
        "card/story/<row:story_id>-<signature:key>.png",
        card.show_story_card,
        name="story-card",
    ),
    path(
        "card/article/<row:article_id>-<signature:key>.png",
        card.show_article_card,
        name="article-card",
    ),
    path(
        "card/wrap-up/<day:day>-<signature:key>.png",
        card.show_wrap_up_card,
        name="wrap-up-card",
    ),
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
    path("outlets/", catalogue.show_catalogue, name="outlets"),
    path("outlets/outlets.opml", catalogue.catalogue_list, name="outlets-list"),
    path("outlet/<uslug:slug>/", outlet.show_outlet, name="outlet"),
    path("outlet/<uslug:slug>/feed.xml", outlet.outlet_feed, name="outlet-feed"),
    path("topics/", topic.show_topics, name="topics"),
    path("topic/<uslug:named>/", topic.show_topic, name="topic"),
    path("topic/<uslug:named>/feed.xml", topic.topic_feed, name="topic-feed"),
    path("topic/<uslug:named>/quotes/", topic_quotes.show_topic_quotes, name="topic-quotes"),
    path(
        "topic/<uslug:named>/quotes/feed.xml",
        topic_quotes.topic_quotes_feed,
        name="topic-quotes-feed",
    ),
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
    path("search/suggest/", search.suggest_search, name="search-suggest"),
    path("search/feed.xml", search.search_feed, name="search-feed"),
    path("press-review/", press_review.show_press_review, name="press-review"),
    path("press-review/review.json", press_review.signed_press_review, name="press-review-json"),
    path("press-review/review.csv", press_review.press_review_table, name="press-review-csv"),
    path("search/opensearch.xml", search.describe_search, name="opensearch"),
    path("report-error/", errors.report_error, name="report-error"),
    path("mine/", mine.show_mine, name="mine"),
    path("mine/front/", mine.show_own_front, name="mine-front"),
    path("mine/story/<row:story_id>/", mine.show_own_story, name="mine-story"),
    *(
        path(f"mine/{deed}/", mine_deeds.show_deed, {"deed": deed}, name=f"mine-{deed}")
        for deed in ("save", "follow", "block")
    ),
    path("mine/mute/", mine_deeds.show_mute, name="mine-mute"),
    path("mine/hidden/", mine_hidden.tell_hidden, name="mine-hidden"),
    path("mine/search/", mine_hidden.show_own_search, name="mine-search"),
    path("mine/kept/", mine_lists.tell_saved, name="mine-kept"),
    path("mine/saved/", mine_lists.show_saved, name="mine-saved"),
    *(
        path(f"mine/{deed}s/", mine_lists.show_list, {"deed": deed}, name=f"mine-{deed}s")
        for deed in ("follow", "block", "mute")
    ),
    path("mine/send/", send.show_send, name="mine-send"),
    path("mine/settings/", mine_lists.show_settings, name="mine-settings"),
    path("mine/alerts/", mine_alerts.show_alerts, name="mine-alerts"),
    path("mine/apps/", mine_apps.show_apps, name="mine-apps"),
    path("unsubscribe/<str:token>/", letters.unsubscribe, name="unsubscribe"),
    path("mine/highlight/", mine_highlights.show_marking, name="mine-highlight"),
    path("mine/highlights/", mine_highlights.show_highlights, name="mine-highlights"),
    *(
        path(
            f"mine/highlights/highlights.{form}",
            mine_highlights.export_highlights,
            {"form": form},
            name=f"mine-highlights-{form}",
        )
        for form in ("md", "json")
    ),
    path("mine/highlights/<row:number>/", mine_highlights.show_note, name="mine-note"),
    path("mine/marks/<row:article_id>/", mine_highlights.tell_marks, name="mine-marks"),
    path("mine/export/", mine.export_mine, name="mine-export"),
    path("mine/delete/", mine.delete_mine, name="mine-delete"),
    path("mine/deleted/", mine.show_deleted, name="mine-deleted"),
    path("desk/", include("wireroom.web.desk_urls")),
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
    path("mine/queue/export/<row:story_id>.jsonl", moderation.export, name="queue-export"),
    path("mine/queue/decide/<row:comment_id>/", moderation.decide, name="queue-decide"),
    path("mine/queue/undo/<row:decision_id>/", moderation.undo, name="queue-undo"),
    path("mine/queue/mode/<row:story_id>/", moderation.set_mode, name="queue-mode"),
    path("about/", about.show_about, name="about"),
    path("app/", app.show_app, name="app"),
    path("app/shared/", app.find_shared, name="shared"),
    path("app/manifest.webmanifest", app.describe_app, name="manifest"),
    path("offline/", app.show_offline, name="offline"),
    path("choose-outlets/", about.show_choose_outlets, name="choose-outlets"),
]
urlpatterns = [
    path("", technical.choose_edition, name="root"),
    path("<edition:edition>/", include(_edition)),
    path(ACCOUNT_ROOT, include("wireroom.web.account_urls")),
    path(ADMIN_ROOT, admin_site().urls),
    path("api/pages", handing_in.hand_in, name="hand-in"),
    path("websub/<str:name>", hub.answer_hub, name="websub"),
    path("sw.js", app.service_worker, name="service-worker"),
    path("s/<row:story_id>/", technical.short_link, name="short-link"),
    path("favicon.ico", technical.favicon, name="favicon"),
    path(".well-known/wireroom.json", press_review.tell_key, name="signing-key"),
    path(
        "image/<signature:signature>/<width:width>/<row:article_id>.webp",
        picture.show_picture,
        name="picture",
    ),
    # At the root: a sitemap may tell of what stands below its own folder alone.
    path("sitemap.xml", sitemap.show_index, name="sitemap"),
    path("sitemap-pages.xml", sitemap.show_pages, name="sitemap-pages"),
    path("sitemap-news.xml", sitemap.show_news, name="sitemap-news"),
    path("sitemap-<kind:kind>-<row:number>.xml", sitemap.show_rows, name="sitemap-of"),
    path("robots.txt", technical.robots, name="robots"),
    path("metrics", metrics.show_metrics, name="metrics"),
    path("healthz", technical.healthz, name="healthz"),
]
