"""Parameters that say where a reader came from, never which page is meant: a table with sources.

A name stands here when a product's own documents, or the newsrooms that use it, say that it only
counts visits. What a site may use to choose a page ("id", "ref", "source", "page") does not.
"""

from typing import Final

# (parameters, those that begin so), by the product whose documents name them.
_KNOWN: Final[tuple[tuple[str, str, str], ...]] = (
    # Google Analytics and Ads: campaign URL builder, auto-tagging, cross-domain linker.
    ("Google", "_ga _gl gclid gclsrc dclid gbraid wbraid srsltid", "utm_"),
    ("Google Search Console's AMP viewer", "amp_js_v amp_gsa usqp", ""),
    ("Meta", "fbclid fb_source fb_ref igshid igsh mibextid sfnsn", "fb_action_"),
    ("X", "twclid __twitter_impression", ""),
    ("Microsoft Advertising", "msclkid", ""),
    ("Yandex Metrica and Direct", "yclid ysclid _openstat", ""),
    ("TikTok", "ttclid", ""),
    ("LinkedIn", "li_fat_id", ""),
    ("Pinterest", "epik", ""),
    ("Snapchat", "sccid", ""),
    ("Matomo, once Piwik", "", "mtm_ matomo_ pk_ piwik_"),
    ("Piano Analytics, once AT Internet", "xtor", "at_"),
    ("Adobe Analytics", "s_cid icid", ""),
    ("Comscore", "", "ns_"),
    (
        "HubSpot",
        "_hsenc _hsmi __hssc __hstc __hsfp hsctatracking",
        "hsa_",
    ),
    ("Mailchimp", "mc_cid mc_eid", ""),
    ("Marketo", "mkt_tok", ""),
    ("Vero", "vero_id vero_conv", ""),
    ("Wicked Reports", "wickedid", ""),
    ("Omeda", "oly_enc_id oly_anon_id", ""),
    ("Taboola and Outbrain", "tblci obclid dicbo", ""),
    ("RebelMouse and Echobox", "rb_clickid echobox", ""),
    ("Yahoo's consent pages", "guccounter", "guce_"),
    # Campaign codes of newsrooms, met in public feeds and share buttons.
    ("Newsrooms", "cmp cmpid ncid ocid smid taid traffic_source", ""),
)
TRACKER_NAMES: Final = frozenset(name for _, names, _ in _KNOWN for name in names.split())
TRACKER_PREFIXES: Final = tuple(start for _, _, starts in _KNOWN for start in starts.split())


def is_tracker(pair: str) -> bool:
    """Tell whether a part of a query ("name=value") only says where a reader came from."""
    name = pair.partition("=")[0].lower()
    return name in TRACKER_NAMES or name.startswith(TRACKER_PREFIXES)
