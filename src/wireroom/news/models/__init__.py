"""The tables of the news: they hold the truth, and whatever is due is found by a query."""

from wireroom.news.models.articles import Article, ArticlePrints, Revision
from wireroom.news.models.briefs import ArticleInsight, Brief
from wireroom.news.models.budgets import HostHour
from wireroom.news.models.copies import Copy
from wireroom.news.models.desk import LoggedDeed, TakenDown
from wireroom.news.models.errors import ErrorSender, ErrorState, ReportedError
from wireroom.news.models.feeds import Entry, Feed
from wireroom.news.models.held import HeldHost, HeldPage
from wireroom.news.models.memories import OutletMemory
from wireroom.news.models.mends import Deed, Mend
from wireroom.news.models.newsletters import (
    IssueFate,
    Mailbox,
    NewsletterIssue,
    NewsletterSender,
)
from wireroom.news.models.outlets import Category, Outlet, OutletState, PublicationPolicy
from wireroom.news.models.pages import Page, PageContent
from wireroom.news.models.reading_days import ReadingDay
from wireroom.news.models.rules import OutletRules
from wireroom.news.models.search import SearchDocument
from wireroom.news.models.shards import Shard
from wireroom.news.models.silence_letters import SilenceLetter
from wireroom.news.models.stories import LocalRank, Membership, RareName, Story, Storyline
from wireroom.news.models.subscriptions import Subscription
from wireroom.news.models.topics import (
    ArticleNames,
    StoryTopic,
    Tagging,
    Topic,
    TopicDeed,
    TopicMend,
    TopicName,
)
from wireroom.news.models.transcripts import Transcript
from wireroom.news.models.translations import MachineTranslation, TranslationDay
from wireroom.news.models.ways import Archive, Token
from wireroom.news.models.work import Work
from wireroom.news.models.writings import ModelAnswer, ModelDay, ModelServer, Writing

__all__ = [
    "Archive",
    "Article",
    "ArticleInsight",
    "ArticleNames",
    "ArticlePrints",
    "Brief",
    "Category",
    "Copy",
    "Deed",
    "Entry",
    "ErrorSender",
    "ErrorState",
    "Feed",
    "HeldHost",
    "HeldPage",
    "HostHour",
    "IssueFate",
    "LocalRank",
    "LoggedDeed",
    "MachineTranslation",
    "Mailbox",
    "Membership",
    "Mend",
    "ModelAnswer",
    "ModelDay",
    "ModelServer",
    "NewsletterIssue",
    "NewsletterSender",
    "Outlet",
    "OutletMemory",
    "OutletRules",
    "OutletState",
    "Page",
    "PageContent",
    "PublicationPolicy",
    "RareName",
    "ReadingDay",
    "ReportedError",
    "Revision",
    "SearchDocument",
    "Shard",
    "SilenceLetter",
    "Story",
    "StoryTopic",
    "Storyline",
    "Subscription",
    "Tagging",
    "TakenDown",
    "Token",
    "Topic",
    "TopicDeed",
    "TopicMend",
    "TopicName",
    "Transcript",
    "TranslationDay",
    "Work",
    "Writing",
]
