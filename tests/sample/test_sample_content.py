"""The content files: how much there is, that every link leads somewhere, that all of it renders."""

import re
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from wireroom.cli.sample_outlets import PLACES
from wireroom.engine.insight.entities.own_places import read_places
from wireroom.sample import Newsroom, Report, build_truth, load_newsroom, sample_outlets
from wireroom.sample.beside import NoteKind
from wireroom.sample.blocks import Shape
from wireroom.sample.content import Body, Kind
from wireroom.sample.copytext import origin_of
from wireroom.sample.layout import Moment, render_home, render_page
from wireroom.sample.site import Site, next_report

EPOCH = datetime(2031, 3, 5, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def newsroom() -> Newsroom:
    return load_newsroom()


@pytest.fixture(scope="module")
def site(newsroom: Newsroom) -> Site:
    return Site(newsroom=newsroom, epoch=EPOCH, base_url="http://127.0.0.1:8091")


def test_every_dateline_is_on_the_map(newsroom: Newsroom) -> None:
    places = read_places(PLACES.read_text("utf-8").splitlines())
    names = {name.casefold() for one in places.places for name in one.all_names}
    assert not places.faults
    assert {one.dateline.casefold() for one in readable(newsroom) if one.dateline} <= names


def readable(newsroom: Newsroom) -> list[Report]:
    return [report for report in newsroom.reports.values() if report.paragraphs or report.carry]


def test_there_is_enough_to_try_everything_on(newsroom: Newsroom) -> None:
    assert len(readable(newsroom)) >= 80
    assert len(newsroom.outlets) >= 8
    assert {outlet.lang for outlet in newsroom.outlets.values()} == {"en", "ar"}
    feeds = {outlet.feed_kind for outlet in newsroom.outlets.values()}
    assert feeds == {"rss", "atom", "json", "sitemap"}
    kinds = {report.kind for report in newsroom.reports.values()}
    assert kinds == set(Kind)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_structure_is_shown_in_both_languages(site: Site, lang: str) -> None:
    told = [site.tell(report) for report in site.newsroom.reports.values()]
    own = [one for one in told if one.lang == lang]
    shapes = Counter(block.shape for one in own for block in one.blocks)
    assert all(shapes[shape] for shape in Shape if shape is not Shape.TERMS)
    assert any(block.shape is Shape.TERMS for one in own for box in one.fact_boxes
               for block in box.blocks)  # fmt: skip
    assert sum(bool(one.fact_boxes) for one in own) >= 3
    notes = [note for one in own for note in one.notes]
    assert any(note.kind is NoteKind.CORRECTION and note.day for note in notes)
    assert {note.kind for note in notes} >= {NoteKind.UPDATE, NoteKind.EDITORS_NOTE}
    assert sum(len(one.entries) >= 5 for one in own) >= 2


def test_structure_is_shown_in_many_layouts(newsroom: Newsroom) -> None:
    def layouts(reports: list[Report]) -> set[str]:
        return {newsroom.outlets[report.outlet].layout for report in reports}

    reports = list(newsroom.reports.values())
    assert len(layouts([report for report in reports if report.fact_boxes])) >= 8
    assert len(layouts([report for report in reports if report.notes])) >= 8
    assert len(layouts([report for report in reports if report.entries])) >= 4
    built = [one for one in reports if one.fact_boxes or one.notes or one.entries]
    assert len(built) >= 12


def test_ten_english_events_are_told_by_four_outlets_or_more(newsroom: Newsroom) -> None:
    english = {
        (report.event, report.outlet)
        for report in newsroom.reports.values()
        if newsroom.outlets[report.outlet].lang == "en"
    }
    tellers = Counter(event for event, _ in english)
    assert sum(count >= 4 for count in tellers.values()) >= 10


def test_wire_copy_is_carried_whole_cut_and_edited(newsroom: Newsroom) -> None:
    ways = Counter(report.how for report in newsroom.reports.values())
    for way in (Body.OWN, Body.WHOLE, Body.CUT, Body.EDITED):
        assert ways[way] >= 5
    uncredited = [r for r in newsroom.reports.values() if r.carry and r.carry.credit is None]
    assert uncredited


def test_carried_copy_appears_after_what_it_carries(newsroom: Newsroom) -> None:
    for report in newsroom.reports.values():
        if report.carry:
            carried = newsroom.reports[report.carry.of]
            assert report.hours_before < carried.hours_before, report.key
            assert origin_of(newsroom, report).paragraphs
            assert report.event == carried.event


def test_a_translation_is_in_another_language_and_later(newsroom: Newsroom) -> None:
    translations = [one for one in newsroom.reports.values() if one.translates]
    langs = set()
    for report in translations:
        original = newsroom.reports[report.translates or ""]
        lang, other = (newsroom.outlets[one.outlet].lang for one in (report, original))
        assert lang != other
        langs.add(lang)
        assert report.event == original.event
        assert report.hours_before < original.hours_before
        # A translator may sign below.
        assert 0 <= len(report.paragraphs) - len(original.paragraphs) <= 1
    assert langs == {"en", "ar"}


def test_every_page_and_home_renders_in_both_states(site: Site) -> None:
    for corrected_at in (None, EPOCH):
        at = Moment(now=EPOCH, corrected_at=corrected_at)
        for report in site.newsroom.reports.values():
            html = render_page(site, report, at)
            assert "{{weekday" not in html
            assert "{{date" not in html
        for outlet in site.newsroom.outlets.values():
            assert site.feed_url(outlet) in render_home(site, outlet, at)


def test_no_paragraph_is_told_as_own_by_two_reports(newsroom: Newsroom) -> None:
    owners = Counter(
        paragraph for report in newsroom.reports.values() for paragraph in report.paragraphs
    )
    assert [paragraph for paragraph, count in owners.items() if count > 1] == []


def test_english_wire_copy_is_of_believable_length(newsroom: Newsroom) -> None:
    carried = {report.carry.of for report in newsroom.reports.values() if report.carry}
    for key in carried:
        report = newsroom.reports[key]
        words = sum(len(paragraph.split()) for paragraph in report.paragraphs)
        if report.outlet == "tidewire":
            assert 200 <= words <= 450, (key, words)


def test_an_endless_page_goes_on_with_a_report_of_another_day(newsroom: Newsroom) -> None:
    report = newsroom.reports["harbour-ledger/velmora-samaran-sign-accords-on-gas-and-ports"]
    below = next_report(newsroom, report)
    assert below is not None
    assert below.event != report.event
    assert below.hours_before - report.hours_before >= 18
    plain = newsroom.reports["tidewire/fire-at-northgate-paper-mill"]
    assert next_report(newsroom, plain) is None


def test_the_truth_agrees_with_the_pages(site: Site) -> None:
    at = Moment(now=EPOCH)
    for page in build_truth(site)["pages"]:
        html = unescaped(render_page(site, site.newsroom.reports[page["key"]], at))
        places = [html.rfind(article["first_words"]) for article in page["articles"]]
        assert -1 not in places, page["key"]
        assert all(a < b for a, b in pairwise(places)) or len(places) < 2
        for article in page["articles"]:
            assert article["last_words"] in html
            assert article["paragraphs"] >= 1


def unescaped(html: str) -> str:
    body = html[html.index("<body") :]
    words = re.sub(r"</?(?:b|strong|p|br)>", " ", body).replace("&#34;", '"').replace("&#39;", "'")
    return " ".join(words.replace("&amp;", "&").split())


def test_the_truth_tells_the_structure_that_the_page_shows(site: Site) -> None:
    at = Moment(now=EPOCH)
    for page in build_truth(site)["pages"]:
        html = unescaped(render_page(site, site.newsroom.reports[page["key"]], at))
        for article in page["articles"][:1]:
            texts = [cell for block in article["blocks"] for row in block["rows"] for cell in row]
            texts += [text for box in article["fact_boxes"] for text in box["paragraphs"]]
            texts += [note["text"] for note in article["notes"]]
            for entry in article["live_entries"]:
                texts += [
                    cell for block in entry["blocks"] for row in block["rows"] for cell in row
                ]
            assert [text for text in texts if " ".join(text.split()) not in html] == [], page["key"]


def test_the_truth_names_lineage_stories_and_corrections(site: Site) -> None:
    truth = build_truth(site)
    edge = next(
        e
        for e in truth["lineage"]
        if e["carrier"] == "kaleido/corran-and-qasrawi-sign-gas-deal-in-the-capital"
    )
    assert edge["origin"] == "tidewire/velmora-and-samaran-sign-gas-and-port-accords"
    assert len(truth["storylines"]["sea-lark"]) > len(truth["stories"]["alderne-ferry-fire"])
    corrected = [page for page in truth["pages"] if page["corrected"]]
    assert len(corrected) >= 3


def test_the_outlet_list_holds_old_and_retired_feeds(site: Site) -> None:
    outlets = {outlet["slug"]: outlet for outlet in sample_outlets(site)}
    assert [url.rsplit("channel-six/")[1] for url in outlets["channel-six"]["feeds"]] == [
        "rss",
        "radio/feed.xml",
    ]
    assert outlets["tidewire"]["policy"] == "full"
    assert all(outlet["feeds"] and outlet["country"] for outlet in outlets.values())
