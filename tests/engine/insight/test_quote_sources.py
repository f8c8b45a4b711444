"""Who speaks in news of any house: unnamed sources, party tags, datelines, two-word surnames."""

import pytest

from wireroom.engine.insight.quotes.find import find_quotes


def _told(body: str) -> list[tuple[str, str | None]]:
    return [(quote.quote, quote.speaker_resolved) for quote in find_quotes(body, "en")]


def _speakers(body: str) -> list[str | None]:
    return [speaker for _, speaker in _told(body)]


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("A senior official, speaking on condition of anonymity, said the talks had failed.",
         "A senior official"),
        ("A senior official familiar with the talks said the deal “is dead.”",
         "A senior official familiar with the talks"),
        ("“It is over,” said one person familiar with the matter, who asked not to be named.",
         "one person familiar with the matter"),
        ("“It is over,” said two people briefed on the talks.", "two people briefed on the talks"),
        ("“It is over,” said a source close to the negotiations.",
         "a source close to the negotiations"),
        ("“It is over,” said an analyst at Norland Bank.", "an analyst at Norland Bank"),
        ("“It hurts,” said an engineer with the Water Board who was not allowed to speak.",
         "an engineer with the Water Board"),
        ("“It is over,” said the minister at a hearing in Alderne.", "the minister"),
        ("“We expect the worst,” analysts at Norland Bank wrote to clients.",
         "analysts at Norland Bank"),
        ("A spokeswoman for Varga International, the port's owner, said it was time to go.",
         "A spokeswoman for Varga International"),
        ("A spokeswoman for Varga International, Alderne's largest firm, said it was time to go.",
         "A spokeswoman for Varga International"),
        ("A Downing Street spokesman said: “We do not comment on leaks.”",
         "A Downing Street spokesman"),
        ("“Nobody told us,” one resident, who gave her name only as Ada, said.", "one resident"),
        ("Quill’s lawyer said his client was “innocent”.", "Quill’s lawyer"),
        ("Lawyers for Mr. Adel have argued that he acted alone.", "Lawyers for Mr. Adel"),
        ("“The dam will hold,” reads the letter, signed by 12 engineers.", "the letter"),
        ("“It leaks,” Adel and Varga said in a joint statement.", "Adel and Varga"),
        ("Both ministers said the deal was “historic.”", "Both ministers"),
        ("The report found that inspectors “had repeatedly failed to act on it.”", "The report"),
        ("ALDERNE (Norfa) - The central bank on Friday cut rates, saying growth had “slowed.”",
         "The central bank"),
    ],
)  # fmt: skip
def test_unnamed_sources_stand_as_the_text_has_them(body: str, source: str) -> None:
    assert _speakers(body) == [source]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        # Party, state and place in a picture belong to no name.
        ("“It is a point,” said Sen. Omar Quill (R-Norland). “The mayor knows it well.”",
         ["Omar Quill"] * 2),
        ("The law was hailed by Sen. Omar Quill, I-Al., who called on all to vote it down "
         "“everywhere.”\n\n“We must stand together now,” he said.", ["Omar Quill"] * 2),
        ("Ada Voss (D., N.J.) said the plan was “dead on arrival.”", ["Ada Voss"]),
        ("Ada Voss (right) said the plan was “dead on arrival.”", ["Ada Voss"]),
        ("Max Varga ran in May. “It was close,” Republican Varga said.", ["Max Varga"]),
        # A surname of two words, and given names that look like other words.
        ("Joy Harden Roe, a doctor in Alderne, was there.\n\n“It is late,” Harden Roe says.",
         ["Joy Harden Roe"]),
        ("“It is the right time for it,” said Varga's Kimberly Roe.", ["Kimberly Roe"]),
        ("Adv Omar Quill was born in Alderne. “I see it,” Adv Quill says.", ["Omar Quill"]),
        ("“It fits a pattern,” White House press secretary Ada Huck Roe said.", ["Ada Huck Roe"]),
        ("Max Varga spoke. So did Max Varga Jr. in May.\n\n“I won,” Varga said.", ["Max Varga"]),
        ("Ada Voss met Varga MORE in town. “It is mine,” Varga said.", ["Varga"]),
        # Whose verb it is.
        ("Omar Quill spoke. Quill then took a shot at Voss's lawyer, Ada Adel, saying, “She is "
         "wrong.”", ["Omar Quill"]),
        ("Senator Omar Quill, an Alderne Republican who warned of it, played it down.\n\n"
         "“It is a risk, but a fair one,” he said.", ["Omar Quill"]),
        ("Omar Quill, asked whether Varga paid, did not dispute it, but said: “He did.”",
         ["Omar Quill"]),
        ("He spoke of a suit by Varga Media, which accuses the port of “hiding” its plans.",
         ["Varga Media"]),
        ("The Water League said in a statement that “the ill should be treated as others are,” "
         "noted the Daily Post.", ["Water League"]),
        ("Omar Quill spoke. “Effort is all there is to it,” he aptly summarizes.", ["Omar Quill"]),
        ("The minister of defence, Omar Adel, could not say why but told us: “Ask them.”",
         ["Omar Adel"]),
    ],
)  # fmt: skip
def test_names_are_read_in_any_dress(body: str, names: list[str]) -> None:
    marked = [quote for quote in find_quotes(body, "en") if quote.kind != "indirect"]
    assert [quote.speaker_resolved for quote in marked] == names


def test_a_role_that_may_be_one_or_another_stays_as_the_text_has_it() -> None:
    body = (
        "Ada Quill and Omar Varga ran the port. Tim Roe ran the dam. "
        "Asked about it, the supervisor replied: “Nobody told us about it.”"
    )
    (quote,) = find_quotes(body, "en")
    assert (quote.speaker, quote.speaker_resolved) == ("the supervisor", "the supervisor")
    (quote,) = find_quotes(body.replace("supervisor", "director"), "en")
    assert (quote.speaker, quote.speaker_resolved) == ("the director", None)


def test_words_of_nobodys_are_no_quotes() -> None:
    for body in (
        "The film “The Last Dam” opens on Friday.",
        "The so-called “Lion of Alderne” died on Monday, his family said.",
        "She reads “War and Water” every year.",
        "“Dam Fails Again”",
    ):
        assert [each for each in find_quotes(body, "en") if each.speaker_resolved] == []


@pytest.mark.parametrize(
    ("body", "clauses"),
    [
        ("Omar Adel points out that the dam leaks at both ends.", ["the dam leaks at both ends"]),
        ("Omar Adel points to the dam that leaks.", []),
        ("Researchers saw the dam. They found that it leaks badly.", ["it leaks badly"]),
        ("Ada Roe said the dam leaks badly — but nobody looked.", ["the dam leaks badly"]),
        ("Ada Roe said the dam — the old one — leaks.", ["the dam — the old one — leaks"]),
        ("I believe that the dam leaks badly.", []),
        ("The aides, who asked for anonymity to discuss it, said it leaks badly.",
         ["it leaks badly"]),
        ("Norfa shared that the dam was old.", ["the dam was old"]),
    ],
)  # fmt: skip
def test_reported_clauses_begin_and_end_where_somebody_speaks(
    body: str, clauses: list[str]
) -> None:
    assert [quote.quote for quote in find_quotes(body, "en")] == clauses


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        ("Sen. Tom Adel spoke on Monday. “It leaks,” the Norland Republican said. “It did.”",
         ["Tom Adel"] * 2),
        ("“It leaks,” a top Republican said.", ["a top Republican"]),
        ("“It leaks,” one Tory MP told the Post.", ["one Tory MP"]),
        ("“It leaks,” said one Labour MP.", ["one Labour MP"]),
        ("“It leaks,” said the top Democrat on the panel, Ada Quill.", ["Ada Quill"]),
        ("“It leaks,” said Alderne MP Ada Quill.", ["Ada Quill"]),
        ("The Justice Department said it would appeal the ruling.", ["Justice Department"]),
        ("“It is sad,” said Ada Roe, legal director of the port. “I am.”\n\n"
         "It drew criticism from the mayor, who called it “shameful.”",
         ["Ada Roe", "Ada Roe", "the mayor"]),
    ],
)  # fmt: skip
def test_members_and_offices_are_told_from_names(body: str, speakers: list[str | None]) -> None:
    assert _speakers(body) == speakers
