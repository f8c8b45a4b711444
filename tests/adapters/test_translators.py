"""Translators as the world is: services that are well, slow, busy, broken or lie."""

import json
import time
from pathlib import Path

import pytest
from tests.adapters.translating_service import running_service

from wireroom.adapters.breaker import Breaker
from wireroom.adapters.translate.argos import ArgosTranslator
from wireroom.adapters.translate.choose import make_translator
from wireroom.adapters.translate.libre import LibreTranslator
from wireroom.engine.errors import BadInput, TranslationFailed


def test_texts_come_back_in_order_however_many_there_are() -> None:
    texts = [f"texte {number}" for number in range(90)]
    with running_service() as service:
        told = LibreTranslator(service.url).translate(texts, "fr", "en")
    assert told == tuple(text.upper() for text in texts)
    assert [one["format"] for one in service.asked] == ["text"] * len(service.asked)
    assert max(len(one["q"]) for one in service.asked) <= 25


def test_its_key_goes_with_every_request() -> None:
    with running_service() as service:
        LibreTranslator(service.url, key="sesame").translate(["un"], "fr", "en")
    assert [one["api_key"] for one in service.asked] == ["sesame"]


def test_a_batch_that_is_too_much_is_halved() -> None:
    with running_service(most_texts=4) as service:
        told = LibreTranslator(service.url).translate(["un"] * 10, "fr", "en")
    assert told == ("UN",) * 10


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_fails_in_passing_is_tried_once_more(status: int) -> None:
    with running_service(statuses=[status], retry_after="0") as service:
        assert LibreTranslator(service.url).translate(["un"], "fr", "en") == ("UN",)
    assert len(service.asked) == 2


def test_who_asks_for_a_long_wait_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = list[float]()
    monkeypatch.setattr(time, "sleep", waits.append)
    with (
        running_service(statuses=[429], retry_after="3600") as service,
        pytest.raises(TranslationFailed, match="too much to do"),
    ):
        LibreTranslator(service.url).translate(["un"], "fr", "en")
    assert not any(waits)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<html><body>Welcome</body></html>", "something else"),
        (b'{"translatedText": ["one", "two"]}', "something else"),
        (b'{"translatedText": [7]}', "something else"),
        (b"[" * 100_000, "something else"),
        (b" " * 2_100_000, "too large"),
    ],
)
def test_answers_that_are_no_translations_are_refused(raw: bytes, said: str) -> None:
    with running_service(raw=raw) as service, pytest.raises(TranslationFailed, match=said):
        LibreTranslator(service.url).translate(["un"], "fr", "en")


def test_a_refusal_is_told_with_its_reason() -> None:
    with (
        running_service(statuses=[403]) as service,
        pytest.raises(TranslationFailed, match=r"refused \(403\) not now"),
    ):
        LibreTranslator(service.url).translate(["un"], "fr", "en")


def test_one_that_hangs_costs_no_more_than_its_time() -> None:
    started = time.monotonic()
    with running_service(wait_s=8.0) as service, pytest.raises(TranslationFailed, match="in time"):
        LibreTranslator(service.url, deadline_s=0.5).translate(["un"], "fr", "en")
    assert time.monotonic() - started < 12


def test_no_redirect_is_followed() -> None:
    with running_service() as inside:
        with (
            running_service(redirect=f"{inside.url}/translate") as service,
            pytest.raises(TranslationFailed, match="302"),
        ):
            LibreTranslator(service.url).translate(["un"], "fr", "en")
        assert inside.asked == []


def test_after_three_failures_it_is_left_alone() -> None:
    with running_service(raw=b"no") as service:
        translator = LibreTranslator(service.url)
        translator.learn_languages()
        assert translator.knows("fr", "en")
        for _ in range(4):
            with pytest.raises(TranslationFailed):
                translator.translate(["un"], "fr", "en")
        assert len(service.asked) == 3
        assert not translator.knows("fr", "en")


def test_a_breaker_closes_again_after_a_minute() -> None:
    now = [0.0]
    breaker = Breaker(clock=lambda: now[0])
    for _ in range(3):
        breaker.note(failed=True)
    assert breaker.is_resting
    now[0] = 61.0
    assert not breaker.is_resting


def test_a_success_forgets_failures() -> None:
    breaker = Breaker()
    for failed in (True, True, False, True, True):
        breaker.note(failed=failed)
    assert not breaker.is_resting


def test_languages_are_learnt_in_the_background() -> None:
    with running_service() as service:
        translator = LibreTranslator(service.url)
        assert not translator.knows("fr", "en")
        ends_at = time.monotonic() + 60
        while not translator.knows("fr", "en"):
            assert time.monotonic() < ends_at
            time.sleep(0.02)
        assert not translator.knows("ar", "fr")
        assert not translator.knows("de", "en")


def test_a_service_that_names_no_targets_knows_all_pairs() -> None:
    with running_service(languages=[{"code": "pt-BR"}, {"code": "en"}]) as service:
        translator = LibreTranslator(service.url)
        translator.learn_languages()
        assert translator.knows("pt", "en")


@pytest.mark.parametrize("languages", ["none", {"error": "no"}, [7, None]])
def test_one_that_does_not_say_its_languages_knows_none(languages: object) -> None:
    with running_service(languages=languages) as service:
        translator = LibreTranslator(service.url)
        translator.learn_languages()
        assert not translator.knows("fr", "en")


def test_nobody_there_knows_and_translates_nothing() -> None:
    translator = LibreTranslator("http://127.0.0.1:9")
    translator.learn_languages()
    assert not translator.knows("fr", "en")
    with pytest.raises(TranslationFailed, match="cannot be reached"):
        translator.translate(["un"], "fr", "en")


def test_a_folder_of_argos_packages_without_their_library_knows_nothing(tmp_path: Path) -> None:
    package = tmp_path / "translate-fr_en-1_9"
    package.mkdir()
    (package / "metadata.json").write_text(json.dumps({"from_code": "fr", "to_code": "en"}))
    translator = make_translator(str(tmp_path))
    assert isinstance(translator, ArgosTranslator)
    assert not translator.knows("fr", "en")


def test_argos_goes_through_english_where_it_has_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library" / "argostranslate"
    library.mkdir(parents=True)
    (library / "__init__.py").write_text("")
    (library / "translate.py").write_text(
        "class Pair:\n"
        "    def __init__(self, *codes): self.codes = codes\n"
        "    def translate(self, text): return f'{text} {self.codes[0]}>{self.codes[1]}'\n"
        "get_translation_from_codes = Pair\n"
    )
    monkeypatch.syspath_prepend(str(library.parent))
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    for number, (source, target) in enumerate((("fr", "en"), ("en", "ar"))):
        package = tmp_path / "packages" / str(number)
        package.mkdir(parents=True)
        told = {"from_code": source, "to_code": target}
        (package / "metadata.json").write_text(json.dumps(told))
    broken = tmp_path / "packages" / "broken"
    broken.mkdir()
    (broken / "metadata.json").write_text("{")
    translator = ArgosTranslator(tmp_path / "packages")
    assert translator.knows("fr", "ar")
    assert not translator.knows("ar", "fr")
    assert translator.translate(["un"], "fr", "ar") == ("un fr>ar",)


@pytest.mark.parametrize("named", ["https://", "http://user:word@host/", "/no/such/folder"])
def test_a_setting_that_names_nothing_says_so(named: str) -> None:
    with pytest.raises(BadInput, match="WIREROOM_TRANSLATOR"):
        make_translator(named)


def test_nothing_named_is_no_translator() -> None:
    assert make_translator("") is None
