"""Where a country's names stand below "com", "co", "org" or "net": no site is called that.

From the public suffix list (publicsuffix.org, of March 2026), its part that registries keep.
Written down, for addresses are compared by it: a newer list would part stored reports from theirs.
"""

from typing import Final

_EVERY: Final = ("ck", "er", "fk", "jm", "mm", "np", "pg")  # whatever stands below is a suffix
_COUNTRIES: Final = {
    "com": (
        "ac af ag ai al am ar au aw az ba bb bd bh bi bj bm bn bo br bs bt by bz ci cm cn co "
        "cu cv cw cy dm do dz ec ee eg es et fj fm fr ge gh gi gl gn gp gr gt gu gy hk hn hr "
        "ht im in io iq jo kg kh ki km kp kw ky kz la lb lc lk lr lv ly mg mk ml mo ms mt mu "
        "mv mw mx my na nf ng ni nr om pa pe pf ph pk pl pr ps pt py qa re ro sa sb sc sd sg "
        "sh sl sn so ss st sv sy tj tm tn to tr tt tw ua ug uy uz vc ve vi vn vu ws ye zm"
    ),
    "co": (
        "ae ag am ao at az bb bd bi bj bw bz ci cl cm cr dm gg gl gy hu id il im in io ir it "
        "je jp ke kr lc ls ma me mg mu mw mz na ni nz om pn rs rw ss st sz th tj tm tt tz ug "
        "uk us uz ve vi za zm zw"
    ),
    "org": (
        "ac ae af ag ai al am ao ar au az ba bb bd bh bi bj bm bn bo br bs bt bw bz ci cn co "
        "cu cv cw cy dm do dz ec ee eg es et fj fm ge gg gh gi gl gn gp gr gt gu gy hk hn ht "
        "hu il im in io iq ir je jo kg kh ki km kn kp kw ky kz la lb lc lk lr ls lv ly ma me "
        "mg mk ml mn mo ms mt mu mv mw mx my mz na ng ni nr nz om pa pe pf ph pk pl pn pr ps "
        "pt py qa ro rs rw sa sb sc sd se sg sh sk sl sn so ss st sv sy sz tj tm tn to tr tt "
        "tw ua ug uk uy uz vc ve vi vn vu ws ye za zm zw"
    ),
    "net": (
        "ac ae af ag ai al am ar au az ba bb bd bh bj bm bn bo br bs bt bw bz ci cm cn co cu "
        "cv cw cy dm do dz ec eg et fj fm ge gg gh gl gn gp gr gt gu gy hk hn ht id il im in "
        "io iq ir je jo kg kh ki kn kw ky kz la lb lc lk lr ls lv ly ma me mk ml mo ms mt mu "
        "mv mw mx my mz na nf ng ni nr nz om pa pe ph pk pl pn pr ps pt py qa rw sa sb sc sd "
        "sg sh sl so ss st sy th tj tm tn to tr tt tw ua uk uy uz vc ve vi vn vu ws ye za zm"
    ),
}
_SUFFIXES: Final = frozenset(
    f"{label}.{country}"
    for label, countries in _COUNTRIES.items()
    for country in (*countries.split(), *_EVERY)
)


def is_suffix(host: str) -> bool:
    """Whether a host of two labels is no site's, but what sites of a country are named below."""
    return host in _SUFFIXES
