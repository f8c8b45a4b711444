"""Hosts that many publishers share: neither domain nor host says whose an address there is."""

from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.addresses import leave_device, site_of

# Everybody has a name below these. From the private part of the public suffix list
# (publicsuffix.org, of March 2026), what serves feeds, and platforms that keep no entry there.
_NAMES_BELOW: Final = (
    "altervista.org appspot.com azurewebsites.net bearblog.dev beehiiv.com blogg.se bloghost.com "
    "buttondown.com canalblog.com cloudfront.net fc2.com firebaseapp.com ghost.io github.io "
    "gitlab.io hashnode.dev hatenablog.com hatenadiary.com herokuapp.com jimdofree.com "
    "libsyn.com livedoor.blog livejournal.com medium.com micro.blog mystrikingly.com "
    "neocities.org netlify.app onrender.com over-blog.com pages.dev podbean.com posthaven.com "
    "squarespace.com substack.com tistory.com tumblr.com typepad.com ucoz.ru vercel.app web.app "
    "webnode.com weebly.com wixsite.com wordpress.com write.as"
)
# Everybody has a path here: feeds of whoever had them made.
_PATHS_ALONE: Final = (
    "acast.com ameblo.jp anchor.fm art19.com audioboom.com bsky.app buzzsprout.com captivate.fm "
    "dev.to facebook.com feedblitz.com feedburner.com feedly.com feedpress.me feedproxy.google.com "
    "fetchrss.com google.com inoreader.com kill-the-newsletter.com libsynpro.com mastodon.social "
    "megaphone.fm naver.com note.com omny.fm omnycontent.com politepaul.com politepol.com rss.app "
    "rss.com rsshub.app simplecast.com soundcloud.com spreaker.com t.me telegram.org "
    "transistor.fm twitter.com vimeo.com x.com yahoo.com youtube.com reddit.com amazonaws.com "
    "windows.net"
)
_NAMED: Final = frozenset(_NAMES_BELOW.split())
_PATHS: Final = frozenset(_PATHS_ALONE.split())
_BLOGSPOT: Final = "blogspot"  # under a suffix of almost every country


def own_site(url: str) -> str:
    """Return the site that is one publisher's own: a domain, or a name below a shared one.

    Empty where many publishers share the host, or the address has none.
    """
    try:
        host = leave_device((urlsplit(url).hostname or "").lower())
    except ValueError:  # "https://[half"
        return ""
    labels = host.split(".")
    if any(".".join(labels[place:]) in _PATHS for place in range(len(labels))):
        return ""
    for place in range(len(labels)):
        if labels[place] == _BLOGSPOT or ".".join(labels[place:]) in _NAMED:
            return ".".join(labels[place - 1 :]) if place else ""
    return site_of(f"//{host}") if ":" not in host else host
