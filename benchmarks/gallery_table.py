"""Which named addresses of the site are pages, where each is, and who may look at it."""

from typing import Final, Literal

Who = Literal["", "host", "newcomer", "invited"]

# By the name of its address in Django; a look of its own at the same page has a name after a dot.
# What stands in braces is found in benchmarks/gallery_pages.py or made in gallery_deeds.py.
PAGES: Final = {
    "front": "",
    "past-front": "front/{day}/",
    "story": "story/{story}/",
    "story.done": "story/{story}/#done-follow",
    "grouping": "story/{story}/grouping/",
    "quotes": "story/{story}/quotes/",
    "perspectives": "story/{story}/perspectives/",
    "ask": "story/{story}/ask/?q=How+many%3F",
    "gaps": "gaps/",
    "article": "article/{article}/",
    "article.done": "article/{article}/#done-save",
    "changes": "article/{article}/changes/",
    "compare": "compare/{pair}/",
    "outlets": "outlets/",
    "outlets.narrowed": "outlets/?q=tide&country=NO",
    "outlet": "outlet/{outlet}/",
    "outlet.done": "outlet/{outlet}/#done-block",
    "topics": "topics/",
    "topic": "topic/{topic}/",
    "topic-quotes": "topic/{person}/quotes/",
    "section": "section/{section}/",
    "wrap-up": "wrap-up/",
    "wrap-up-of": "wrap-up/{day}/",
    "search": "search/?q=a+OR+the+OR+%D9%81%D9%8A",
    "search.chosen": "search/?section={section}&in=en",
    "search.empty": "search/",
    "search.nothing": "search/?q=zzyzx+quux",
    "press-review": "press-review/?q=a+OR+the+OR+%D9%81%D9%8A",
    "press-review.empty": "press-review/",
    "report-error": "report-error/?of={wrong}",
    "comments": "story/{talk}/comments/",
    "unsubscribe": "unsubscribe/{token}/",
    "about": "about/",
    "app": "app/",
    "offline": "offline/",
    "choose-outlets": "choose-outlets/",
    "mine": "mine/",
    "mine-front": "mine/front/",
    "mine-story": "mine/story/{story}/",
    "mine-save": "mine/save/?story={story}",
    "mine-follow": "mine/follow/?story={story}",
    "mine-block": "mine/block/?outlet={outlet_id}",
    "mine-mute": "mine/mute/",
    "mine-search": "mine/search/?q=a",
    "mine-saved": "mine/saved/",
    "mine-follows": "mine/follows/",
    "mine-blocks": "mine/blocks/",
    "mine-mutes": "mine/mutes/",
    "mine-send": "mine/send/",
    "mine-settings": "mine/settings/",
    "mine-alerts": "mine/alerts/",
    "mine-apps": "mine/apps/",
    "mine-highlight": "mine/highlight/?article={report}",
    "mine-highlights": "mine/highlights/",
    "mine-note": "mine/highlights/{note}/",
    "mine-delete": "mine/delete/",
    "mine-deleted": "mine/deleted/",
    "comments-mine": "mine/comments/",
    "comments-mine-of": "mine/comments/of/{talk}/",
    "comment-write": "mine/comments/write/{talk}/",
    "comment-reply": "mine/comments/reply/{comment}/",
    "comment-edit": "mine/comments/edit/{own}/",
    "comment-delete": "mine/comments/delete/{own}/",
    "comment-flag": "mine/comments/flag/{comment}/",
    "comment-block": "mine/comments/block/{comment}/",
    "queue": "mine/queue/",
    "queue-log": "mine/queue/log/",
    "desk": "desk/",
    "desk-letters": "desk/dead-letters/",
    "desk-health": "desk/health/",
    "desk-alerts": "desk/alerts/",
    "desk-asked": "desk/outlet/{outlet_id}/asked/",
    "desk-add-outlets": "desk/outlets/add/",
    "desk-outlets": "desk/outlets/",
    "desk-outlet": "desk/outlet/{outlet_id}/",
    "desk-outlet-rules": "desk/outlet/{outlet_id}/rules/",
    "desk-settings": "desk/settings/",
    "desk-topics": "desk/topics/?q=a",
    "desk-topic": "desk/topic/{topic_id}/",
    "desk-start": "desk/start/?key={start}",
    "desk-stories": "desk/stories/",
    "desk-story": "desk/story/{story}/",
    "desk-preview": "desk/story/{story}/preview/?deed=spike",
    "desk-errors": "desk/errors/",
    "desk-people": "desk/people/",
    "desk-take-down": "desk/take-down/",
    "desk-log": "desk/log/",
}
# Of no edition: in the one whose cookie is there.
ACCOUNT: Final = {
    "account_login": "account/login/",
    "account_signup": "account/signup/",
    "account_inactive": "account/inactive/",
    "account_reset_password": "account/password/reset/",
    "account_reset_password_done": "account/password/reset/done/",
    "account_reset_password_from_key": "account/password/reset/key/{uid}-{password}/",
    "account_reset_password_from_key_done": "account/password/reset/key/done/",
    "account_email_verification_sent": "account/confirm-email/",
    "account_confirm_email": "account/confirm-email/{confirm}/",
    "account_logout": "account/logout/",
    "account_reauthenticate": "account/reauthenticate/",
    "account_email": "account/email/",
    "account_change_password": "account/password/change/",
    "account_set_password": "account/password/set/",
    "mfa_index": "account/2fa/",
    "mfa_reauthenticate": "account/2fa/reauthenticate/",
    "mfa_activate_totp": "account/2fa/totp/activate/",
    "mfa_deactivate_totp": "account/2fa/totp/deactivate/",
    "mfa_view_recovery_codes": "account/2fa/recovery-codes/",
    "mfa_generate_recovery_codes": "account/2fa/recovery-codes/generate/",
    "mfa_list_webauthn": "account/2fa/webauthn/",
    "mfa_add_webauthn": "account/2fa/webauthn/add/",
    "mfa_remove_webauthn": "account/2fa/webauthn/keys/{key}/remove/",
    "mfa_edit_webauthn": "account/2fa/webauthn/keys/{key}/edit/",
}
# Lead elsewhere by themselves: to the form behind a key that is good once, and to the address
# that a topic has now; the sample's are still being named.
LEADING: Final = frozenset({"account_reset_password_from_key", "topic", "topic-quotes"})
_OF_STRANGERS: Final = (  # those before signing out
    *list(ACCOUNT)[: list(ACCOUNT).index("account_logout")],
    "mine-deleted",
)
# Of people who have no second step yet, and no password.
_OF_OTHERS: Final[dict[str, Who]] = {
    "mfa_activate_totp": "newcomer",
    "mfa_add_webauthn": "newcomer",
    "account_set_password": "invited",
}
_OWN: Final = ("mine", "comments-mine", "comment-", "queue", "desk")

# Addresses that no person looks at, or that have no page of this site: feeds, files and what
# machines ask for,
_FILES: Final = (
    "front-feed", "story-feed", "outlet-feed", "topic-feed", "topic-quotes-feed",
    "section-feed", "wrap-up-feed",
    "search-feed", "press-review-json", "press-review-csv", "signing-key", "comments-feed",
    "podcast", "wrap-up-wav", "wrap-up-mp3", "wrap-up-text",
    "outlets-list", "opensearch", "search-suggest", "manifest", "service-worker", "favicon",
    "picture", "robots", "metrics", "healthz", "hand-in", "mcp", "websub", "mine-export",
    "mine-highlights-md", "mine-highlights-json", "mine-marks", "mine-hidden", "mine-kept",
    "queue-export",
    "mfa_download_recovery_codes",
    "story-card", "article-card", "wrap-up-card", "sitemap", "sitemap-pages", "sitemap-news",
    "sitemap-of",
)  # fmt: skip
# what leads on,
_WAYS: Final = ("root", "short", "short-link", "shared", "comment", "past-fronts")
# what only forms are sent to,
_DEEDS: Final = (
    "desk-rerun", "desk-outlet-edit", "desk-outlet-state", "desk-outlet-reread", "desk-mend",
    "desk-error", "desk-role", "desk-settings-mail", "desk-topic-mend", "desk-topic-undo",
    "desk-undo", "unblock", "queue-decide", "queue-undo", "queue-mode", "mfa_login_webauthn",
    "desk-outlet-budget", "desk-feed",
)  # fmt: skip
# and what stands within a sign-in, or asks another service.
_BETWEEN: Final = (
    "mfa_authenticate", "mfa_reauthenticate_webauthn", "openid_connect_login",
    "openid_connect_callback", "translated",
)  # fmt: skip
NO_PAGES: Final = frozenset((*_FILES, *_WAYS, *_DEEDS, *_BETWEEN))


def who_looks(name: str) -> Who:
    """Return who may look at a page: a stranger, or somebody who is signed in."""
    if name in _OF_STRANGERS:
        return ""
    if name in _OF_OTHERS:
        return _OF_OTHERS[name]
    return "host" if name in ACCOUNT or name.startswith(_OWN) else ""
