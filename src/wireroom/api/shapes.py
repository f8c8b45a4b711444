"""The shapes of answers, as OpenAPI describes them; names are those of the glossary."""

from datetime import date, datetime

from ninja import Field, Schema


class Outlet(Schema):
    """Who publishes. A sample is invented, an aggregator carries what others publish."""

    slug: str
    name: str
    lang: str = Field(description="BCP 47")
    is_sample: bool
    is_aggregator: bool
    url: str = Field(description="its page here")


class Opening(Schema):
    """The first words of a report, as many as its outlet lets be shown."""

    text: str
    is_cut: bool = Field(description="whether they end inside a sentence")


class Image(Schema):
    """A picture that its outlet lets us show, at an address of this site."""

    url: str
    caption: str
    credit: str


class Report(Schema):
    """An outlet's article in a list."""

    id: int
    headline: str
    lang: str = Field(description="BCP 47")
    outlet: Outlet
    found_at: Outlet | None = Field(description="the aggregator it was found at, if any")
    published_at: datetime | None
    published_from: str = Field(description="what the time rests on; empty where there is none")
    updated_at: datetime | None = Field(description="as the outlet states it")
    seen_at: datetime = Field(description="when this site first had it")
    opening: Opening
    image: Image | None
    wire_credit: str = Field(description="the agency it credits; empty where it is the outlet's")
    dateline: str
    health: str = Field(description='"article", or why its page holds no readable report')
    revisions: int = Field(description="states of its text that were seen, the first included")
    link: str = Field(description="the publisher's page; empty where none is known to be safe")
    url: str = Field(description="its page here")


class Story(Schema):
    """One event in a list. Independent reports are those whose text is nobody else's."""

    id: int
    headline: str = Field(description="the lead's own words")
    lang: str
    section: str
    reports: int
    outlets: int
    independent: int
    outlet_names: list[str]
    first_at: datetime | None
    last_at: datetime | None
    lead: int | None = Field(description="the report whose headline stands for it")
    also_in: list[str] = Field(description="other languages that tell the event, where known")
    is_pinned: bool
    url: str = Field(description="its page here")


class Cited(Schema):
    """Words of a report, letter for letter, and their place in the latest state of its text."""

    text: str
    report: int
    revision: int
    outlet: str = Field(description="the outlet's slug")
    start: int = Field(description="code points of the text before the words")
    end: int
    url: str = Field(description="the report's page here")
    link: str = Field(description="the publisher's page")


class KeyPoint(Schema):
    """A sentence of a report that stands for the story."""

    cited: Cited
    independent: int = Field(description="reports that say so in words of their own")


class WrittenPoint(Schema):
    """A sentence that a model wrote, and the sentences of reports each of which says it."""

    text: str
    cited: list[Cited]


class Writing(Schema):
    """What a model wrote of the story, and how much of it was withheld."""

    model: str
    at: datetime | None
    points: list[WrittenPoint]
    told: int
    withheld: int


class Value(Schema):
    """What one report says of a fact; `words` stand inside the sentence that is cited."""

    cited: Cited
    words: str
    source: str = Field(description="who is cited for it")
    carriers: list[str] = Field(description="outlets that carry the same text")
    at: datetime
    is_latest: bool


class Difference(Schema):
    """One fact and the values that reports give for it, oldest first."""

    kind: str
    measure: str
    about: str
    values: list[Value]


class Quote(Schema):
    """An utterance; `carried` reports have it, of which `independent` wrote their own text."""

    cited: Cited
    speakers: list[str]
    addressee: str
    via: list[str]
    first: int | None = Field(description="the report that had it first")
    carried: int
    independent: int


class Day(Schema):
    """What happened on a day, or is announced for it."""

    cited: Cited
    day: date
    is_announced: bool
    others: int = Field(description="further reports that tell of that day")


class News(Schema):
    """A sentence that says what no report before it said."""

    cited: Cited
    seen_at: datetime = Field(description="when this site first had its report")


class Carrier(Schema):
    """A report that carries another's text."""

    report: Report
    original: int = Field(description="the report it has the text from")
    share: float = Field(description="of its words, 0 to 1")
    kind: str = Field(description="whole, cut, edited, passages, quote or translated")
    is_certain: bool = Field(description="whether it is certain who had the text first")


class Strand(Schema):
    """A report, and those that carry its text."""

    report: Report
    carriers: list[Carrier]


class StoryDetail(Story):
    """One event: whose text each report is, and what the reports say."""

    strands: list[Strand]
    page: int
    pages: int = Field(description="of strands; ?page=2 has the next")
    key_points: list[KeyPoint]
    writing: Writing | None
    differences: list[Difference]
    quotes: list[Quote] = Field(description="the first; /quotes has all")
    more_quotes: int
    timeline: list[Day]
    storyline: list[Story] = Field(description="events that follow from one another")
    related: list[Story]
    other_languages: list[Story] = Field(description="the same event told in other languages")


class Quotes(Schema):
    """All that a story's reports quote, as far as it may be shown."""

    story: Story
    quotes: list[Quote]


class Answer(Schema):
    """What a story's reports answer to a question: sentences of theirs, or none."""

    story: Story
    asked: str
    replies: list[Cited]
    is_withheld: bool = Field(description="they answer, and no outlet lets its words be shown")
    read: int = Field(description="reports that were read for it")


class NewSince(Schema):
    """What came in since a moment; ask with `cursor` the next time."""

    story: Story
    since: datetime
    cursor: str
    reports: list[Report] = Field(description="that came in, the latest first")
    news: list[News] = Field(description="what they say that none before said")


class Stories(Schema):
    """A page of stories; `next` is the address of the page behind it, null on the last."""

    stories: list[Story]
    next: str | None


class Paragraphs(Schema):
    """What the outlet lets be shown of the text, and why not more."""

    standfirst: str
    key_points: list[str]
    paragraphs: list[str]
    html: str = Field(description="the paragraphs with their structure, cleaned; may be empty")
    withheld: str = Field(description='"nothing", or why less than all is shown')


class ArticleDetail(Report):
    """One report."""

    authors: list[str]
    section: str
    tags: list[str]
    text: Paragraphs
    story: Story | None
    changes: int = Field(description="of its text since it was first seen")
    changed_at: datetime | None


class OutletDetail(Outlet):
    """One outlet, its terms and its latest reports."""

    country: str
    owner_type: str
    link: str
    shows: str = Field(description='"headline", "excerpt" or "full"')
    excerpt_words: int
    own_reporting: int = Field(description="of the latest `counted` reports")
    counted: int
    reports: list[Report]
    next: str | None


class Topic(Schema):
    """A person, place, organisation or section."""

    id: int
    kind: str
    name: str
    names: dict[str, str] = Field(description="by language")
    country: str
    latitude: float | None
    longitude: float | None
    url: str = Field(description="its page here")


class TopicDetail(Topic):
    """A topic and the stories that name it, the latest first."""

    stories: list[Story]
    quotes: list[Quote]
    next: str | None


class Hit(Schema):
    """A report that was found, and where the words stand as far as that may be shown."""

    report: Report
    story: int | None
    others: int = Field(description="further reports of the story that were found, too")
    snippet: str


class Found(Schema):
    """A page of what was found."""

    hits: list[Hit]
    next: str | None


class Wrapped(Schema):
    """A story of the day and sentences of its reports."""

    story: Story
    points: list[KeyPoint]


class WrapUp(Schema):
    """The foremost stories of one day of UTC."""

    day: date
    stories: list[Wrapped]


class Edition(Schema):
    """A front that this site offers."""

    code: str = Field(description="as it stands in addresses")
    lang: str
    country: str = Field(description="ISO 3166-1 alpha-2, capitals; empty of a language's own")
    url: str


class Trouble(Schema):
    """Why there is no answer, and what to do."""

    error: str
