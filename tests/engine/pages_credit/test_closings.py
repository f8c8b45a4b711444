"""Credits that end a report, and short codes that are something else."""

import pytest
from tests.engine.pages_credit.leads import AR, EN, ES, JA, RU, ZH

from wireroom.engine.pages.closing import read_closing

ENDS = {
    f"{EN} /TASS/": (EN, "TASS"),
    f"{EN} /TASS/.": (EN, "TASS"),
    f"{RU} /ТАСС/": (RU, "TASS"),
    f"{EN} © AFP": (EN, "AFP"),
    f"{EN} ©AFP": (EN, "AFP"),
    f"{EN} © 2026 AFP": (EN, "AFP"),
    f"{EN} (c) AFP": (EN, "AFP"),
    f"{EN} Copyright Agence France-Presse 2026": (EN, "AFP"),
    f"{EN} / AFP": (EN, "AFP"),
    f"{ES} EFE": (ES, "EFE"),
    f"{EN} PTI": (EN, "PTI"),
    f"{EN} /KNA/": (EN, "KNA"),
    f"{EN} (MTI)": (EN, "MTI"),
    f"{EN} — SABA": (EN, "SABA"),
    f"{AR} /وام/": (AR, "WAM"),
    f"{JA}（共同）": (JA, "Kyodo"),
    f"{JA}（ロンドン共同）": (JA, "Kyodo"),
    f"{JA}（AFP時事）": (JA, "AFP/Jiji"),
    f"{ZH}（新华社）": (ZH, "Xinhua"),
    "/KNA/": ("", "KNA"),
    "© KNA": ("", "KNA"),
    "(SABA)": ("", "SABA"),
    "来源：新华社": ("", "Xinhua"),
    "（出典：ロイター）": ("", "Reuters"),
    "Источник: ТАСС": ("", "TASS"),
}
WHOLE = [
    "KNA", "SABA", "MTI", "KNA.", "SPA", "時事", "共同", "中央社",
    f"{EN} © Varda News", f"{EN} /Varda/", f"{EN} Kna", f"{EN} PA", f"{EN} Reuters",
    "The man had told the AFP", "He works for Reuters/AFP now and then in Port Varda",
    "The fee is paid per day and/or night", f"{EN} https://courier.example/afp/",
    f"{ZH}（完）", f"{JA}（橋本）", "He read of it in a report of the agency. So he went home.",
]  # fmt: skip


@pytest.mark.parametrize("text", ENDS)
def test_a_credit_at_the_end_leaves_the_text(text: str) -> None:
    closing = read_closing(text)
    assert (closing.rest, closing.wire_credit) == ENDS[text]


@pytest.mark.parametrize("text", WHOLE)
def test_what_credits_nobody_stays(text: str) -> None:
    closing = read_closing(text)
    assert (closing.rest, closing.wire_credit) == (text, None)
