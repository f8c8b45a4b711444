"""What the host says of a model in the environment: off unless it is all there."""

import subprocess
import sys
from pathlib import Path

import pytest

from wireroom.adapters.kept_settings import keep_settings
from wireroom.conf.ai import ai_settings, read_budgets, read_price
from wireroom.engine.errors import BadInput
from wireroom.engine.writing import Budget, Feature, Price


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("", "_URL", "_MODEL", "_KEY", "_KEY_FILE", "_BUDGET", "_PRICES"):
        monkeypatch.delenv(f"WIREROOM_AI{name}", raising=False)
    return monkeypatch


def turn_on(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("WIREROOM_AI", "on")
    environment.setenv("WIREROOM_AI_URL", "http://127.0.0.1:8080/v1/")
    environment.setenv("WIREROOM_AI_MODEL", "tiny")


def test_it_is_off_by_default(environment: pytest.MonkeyPatch) -> None:
    assert ai_settings() is None
    turn_on(environment)
    environment.setenv("WIREROOM_AI", "off")
    assert ai_settings() is None


def test_it_is_on_where_server_and_model_are_named(environment: pytest.MonkeyPatch) -> None:
    turn_on(environment)
    ai = ai_settings()
    assert ai is not None
    assert ai.endpoint.name == "tiny at http://127.0.0.1:8080/v1"
    assert ai.budgets[Feature.KEY_POINTS].tokens == 200_000


@pytest.mark.parametrize("name", ["WIREROOM_AI_URL", "WIREROOM_AI_MODEL"])
def test_what_is_missing_is_named(environment: pytest.MonkeyPatch, name: str) -> None:
    turn_on(environment)
    environment.delenv(name)
    with pytest.raises(BadInput, match=name):
        ai_settings()


def test_a_switch_is_on_or_off(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("WIREROOM_AI", "maybe")
    with pytest.raises(BadInput, match="on or off"):
        ai_settings()


def test_the_key_may_stand_in_a_file(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    turn_on(environment)
    (tmp_path / "key").write_text("secret\n")
    environment.setenv("WIREROOM_AI_KEY_FILE", str(tmp_path / "key"))
    ai = ai_settings()
    assert ai is not None
    assert ai.endpoint.key == "secret"
    environment.setenv("WIREROOM_AI_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(BadInput, match="WIREROOM_AI_KEY_FILE"):
        ai_settings()


@pytest.mark.parametrize(
    ("told", "budget"),
    [
        ("key_points=5000", Budget(5000)),
        ("key_points=5000:0.5", Budget(5000, 500_000)),
        (" key_points = 0:1 , try=7", Budget(0, 1_000_000)),
        ("key_points=:2", Budget(None, 2_000_000)),
    ],
)
def test_a_budget_is_tokens_and_money(told: str, budget: Budget) -> None:
    assert read_budgets(told)[Feature.KEY_POINTS] == budget


@pytest.mark.parametrize("told", ["5", "verse=3", "key_points=a", "key_points=-1", "try=1:nan"])
def test_a_budget_that_is_none_is_refused(told: str) -> None:
    with pytest.raises(BadInput, match="WIREROOM_AI_BUDGET"):
        read_budgets(told)


def test_prices_are_in_and_out() -> None:
    assert read_price("0.15:0.60") == Price(0.15, 0.60)
    assert read_price("") == Price()
    for told in ("1", "a:b", "-1:2"):
        with pytest.raises(BadInput, match="WIREROOM_AI_PRICES"):
            read_price(told)


def test_nothing_of_a_model_is_loaded_before_it_is_asked() -> None:
    code = (
        "import sys; from wireroom.cli.django_ready import set_up_django; set_up_django();"
        "import wireroom.pipeline.build; print('openai' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_guard_holds_for_a_server_that_a_page_named(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    turn_on(environment)
    ai = ai_settings(["10.0.0.0/8"])
    assert ai is not None
    assert ai.endpoint.allow is None
    environment.setenv("WIREROOM_VAR", str(tmp_path))
    environment.delenv("WIREROOM_AI_URL")
    keep_settings(tmp_path, {"WIREROOM_AI_URL": "https://models.example/v1"})
    ai = ai_settings(["10.0.0.0/8"])
    assert ai is not None
    assert ai.endpoint.allow == ("10.0.0.0/8",)
