"""Letters of invented newsletters."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

READER: Final = "ada.lindqvist@reader.example"
ARRIVED: Final = datetime(2026, 11, 29, 6, 5, tzinfo=UTC)
PARAGRAPHS: Final = (
    "The harbour bridge of Port Alder opened to traffic on Sunday, two years after a freighter"
    " struck its northern pier and closed the only road to the island.",
    "Mayor Ines Calloway said the work had cost 41 million crowns, six million more than the"
    " council had set aside in its budget for 2024.",
    "“We were told it could not be done before spring,” she told reporters beside the toll gate,"
    " where some 300 people had waited since dawn.",
    "Engineers replaced 112 steel hangers and poured a new base for the pier, according to a"
    " report that the transport office published on Friday.",
    "Ferries, which carried 9,000 commuters a day while the bridge was shut, will run at weekends"
    " until the end of January. Patients may opt out of the free pass.",
)
HEADLINES: Final = (
    "Harbour bridge of Port Alder opens after two years",
    "Council votes for a tram line to the northern quays",
    "Storm warning for the outer islands until Tuesday",
)


def letter(
    html: str = "", *, plain: str = "", subject: str = "The bridge is open again", **fields: str
) -> bytes:
    """Return a letter of Tidewire to Ada; `fields` go before these (list_id for List-Id)."""
    message = EmailMessage()
    told = {
        "from": '"Tidewire Daily" <daily@mail.tidewire.example>',
        "to": f"Ada Lindqvist <{READER}>",
        "subject": subject,
        "date": "Sun, 29 Nov 2026 07:00:00 +0100",
        "message-id": f"<{abs(hash((html, plain, subject)))}@tidewire.example>",
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    for name, value in told.items():
        message[name] = value
    if plain or not html:
        message.set_content(plain or "-")
    if html and plain:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message.as_bytes(policy=SMTP)


def in_table(*cells: str) -> str:
    """Return cells below each other, as senders lay letters out."""
    rows = "".join(f'<tr><td style="padding:8px"><font>{cell}</font></td></tr>' for cell in cells)
    return (
        "<html><head><style>td{color:red}</style></head><body>"
        '<div style="display:none;max-height:0">Seen in the list &zwnj; &zwnj; &zwnj;</div>'
        f"<table width=600>{rows}</table></body></html>"
    )


def linked_letter(address: str, *, direct: str = "https://tidewire.example") -> bytes:
    """Return a letter of three headlines: one direct, one coded, one with a button."""
    return letter(
        in_table(
            '<a href="https://click.example/view/1">View in browser</a>',
            f'<h2><a href="{direct}/2026/bridge?utm_source=mail&uid=77">{HEADLINES[0]}</a></h2>',
            "It was shut since a freighter struck its pier.",
            f'<a href="{address}/c/1">{HEADLINES[1]}</a>',
            f"<h3>{HEADLINES[2]}</h3>",
            "Ships stay in port.",
            f'<a href="{address}/c/2">Read more</a>',
            f'<a href="{direct}/">Tidewire</a>',
            f'<a href="https://click.example/u/9">Unsubscribe {READER}</a>',
        ),
        subject="Three things to know",
        list_id="Tidewire Daily <daily.tidewire.example>",
    )
