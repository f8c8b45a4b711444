"""What stands in letters beside the news: how to leave, who gets it, where else to look."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from wireroom.engine.newsletters.blocks import Block, Piece
from wireroom.engine.newsletters.recipient import Recipient

# Words of links that manage a subscription or show the letter elsewhere, in the languages of the
# starter lists.
_LEAVE: Final = (
    r"unsubscrib|abbestell|abmelden|austragen|désabonn|desabonn|désinscri|darse de baja|"
    r"cancelar (?:la |a )?(?:suscripción|inscrição|assinatura|subscrição)|"
    r"anular (?:la )?suscripción|disiscri|annulla l.iscrizione|cancella(?:ti| l.iscrizione)|"
    r"uitschrijven|afmelden|avregistrera|avprenumerera|avmeld|frameld|afmeld|"
    r"meld (?:dig|deg) a[vf]|peru(?:uta)? tila|wypisz|rezygnuj|отписа|відписа|odhlás|leiratkoz|"
    r"dezabon|abonelikten (?:çık|ayrıl)|listeden çık|berhenti berlangganan|"
    r"إلغاء الاشتراك|الغاء الاشتراك|لغو عضویت|配信停止|配信解除|登録解除|退订|取消订阅|取消訂閱|"
    r"수신\s?거부|구독\s?취소|ביטול הרשמה|הסרה מרשימת"
)
_MANAGE: Final = (
    r"(?:manage|update|change|edit|email|your|communication) (?:your |my )?(?:\w+ )?"
    r"(?:preferences|subscriptions?|settings|profile)|preference cent(?:er|re)|opt[ -]?out|"
    r"(?:newsletter-?)?(?:einstellungen|profil) (?:ändern|bearbeiten|verwalten)|"
    r"(?:gérer|modifier) (?:vos|mes|votre) \w+|gestionar|preferencias|preferenze|preferências|"
    r"voorkeuren|إدارة (?:التفضيلات|الاشتراك)|تفضيلات"
)
_VIEW: Final = (
    r"view (?:this |it |the )?(?:\w+ )?(?:in|on) (?:your |a |the )?(?:web )?(?:browser|web|app)|"
    r"view (?:it )?online|(?:read|open|view) (?:this |it )?(?:\w+ )?"
    r"(?:online|in (?:the )?app|in your browser)|online ?(?:version|ansehen|lesen)|web ?version|"
    r"im browser|dans (?:un|votre) navigateur|version en ligne|en (?:el|su|tu) navegador|"
    r"versión (?:online|web)|nel (?:tuo )?browser|no (?:seu )?navegador|in (?:je|uw) browser|"
    r"trouble (?:viewing|reading)|عرض (?:الرسالة |النشرة )?في المتصفح|في المتصفح|"
    r"ブラウザで|在浏览器|在瀏覽器"
)
_TELL: Final = (
    r"forward(?:ed)? (?:this|to a friend)|share (?:this|on)\b|(?:refer|invite) a friend|"
    r"privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|"
    r"(?:sign|log) ?in\Z|download (?:the |our )?app|app store|google play|datenschutz|impressum|"
    r"mentions légales|politique de confidentialité|política de privacidad|سياسة الخصوصية"
)
# Asking a reader for something. To follow such a link would be to agree.
_CONFIRM: Final = (
    r"(?:confirm|verify|activate|complete) (?:my|your|the|this|e-?mail|subscription|sign-?up)\b|"
    r"(?:confirm|verify|activate)\Z|confirm(?:ation)? (?:of )?(?:your )?(?:e-?mail|subscription)|"
    r"(?:anmeldung|abo\w*|adresse|e-?mail) bestätigen|bestätige\w* (?:sie )?(?:ihre|deine)|"
    r"confirmer? (?:mon|votre|l.|ton)|confirm(?:ar?|e) (?:mi|tu|su|la|minha|sua|a) |"
    r"conferma (?:la|il|l.|iscrizione)|bevestig (?:je|uw)|potwierdź|подтверд(?:ите|ить)|onayla|"
    r"تأكيد (?:الاشتراك|البريد|اشتراك)|確認してください|确认订阅|確認訂閱"
)
_ASK: Final = (
    r"\A(?:subscribe|upgrade|donate|sign up|join|become a|support|leave a comment|comment|like|"
    r"share|reply|give a gift|abonnieren|jetzt abonnieren|s.abonner|suscríb\w+|abbonati|"
    r"assine|abonneer|اشترك)\b.{0,25}\Z"
)
_WORDS: Final = re.compile(rf"{_LEAVE}|{_MANAGE}|{_VIEW}|{_TELL}|{_CONFIRM}|{_ASK}", re.IGNORECASE)
_CONFIRMS: Final = re.compile(_CONFIRM, re.IGNORECASE)
_ENDING: Final = re.compile(_LEAVE, re.IGNORECASE)
_ADDRESSES: Final = re.compile(
    r"unsub|opt-?(?:out|in)\b|/(?:confirm|verify|activate)|confirm=|preferences|subscription-?(?:cent|settings|manage)|manage-?subscr|"
    r"email-?settings|view-?(?:in-?browser|online|email)|webview|list-manage\.com/(?:profile|unsub)|"
    r"forward-to-friend|//(?:www\.)?(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|threads|"
    r"pinterest|whatsapp)\.(?:com|net)/|//(?:wa\.me|t\.me|apps\.apple\.com|play\.google\.com)/",
    re.IGNORECASE,
)
_WHY: Final = re.compile(
    r"\byou(?:'re| are)? (?:have )?(?:receiv|gett|got)\w* th\w+ "
    r"(?:e-?mail|message|newsletter|letter)|\bto unsubscribe\b|"
    r"this (?:e-?mail|message|newsletter) (?:was|is|has been) (?:sent (?:to|by)|forwarded)|"
    r"was this (?:e-?mail|newsletter) forwarded|"
    r"(?:sie|du) (?:erhalten|erhältst|bekommen|bekommst) diese[nr]?\b|vous recevez (?:cet|ce)\b|"
    r"(?:recibes|recibe|has recibido|ha recibido) este|ricevi questa|"
    r"você (?:está )?receb\w+ est|وصلتك هذه|تصلك هذه|\(c\) ?20\d\d|©|all rights reserved|"
    r"جميع الحقوق محفوظة|alle rechte vorbehalten|tous droits réservés",
    re.IGNORECASE,
)
_LONGEST: Final = 400  # characters of a block that goes with the link in it
_LONGEST_LINK: Final = 60  # headlines are longer, or have other words
_FEWEST_WORDS: Final = 4  # of a headline; "here" and "click here" have fewer
_SHARE: Final = 3  # one word in so many of a block is of links that lead out: it is about them
_BODY: Final = 0.5  # of the letter: a way out behind it ends the letter


def drop_furniture(
    blocks: Sequence[Block], recipient: Recipient, *, ways_out: Collection[str] = ()
) -> list[Block]:
    """Return the blocks of the news alone, which name the recipient nowhere.

    `ways_out` are the addresses that the letter's head gives for leaving (List-Unsubscribe).
    """
    kept: list[Block] = []
    whole, read = sum(len(block.text) for block in blocks), 0
    for block in blocks:
        told = block.text
        read += len(told)
        if _is_furniture(block, ways_out):
            if read > whole * _BODY and _ends_letter(block):
                break
            continue
        cleaned = _without_recipient(_without_ways_out(block, ways_out), recipient)
        if cleaned is not None:
            kept.append(cleaned)
    return kept


def asks_to_confirm(subject: str) -> bool:
    """Tell whether a letter is to find out whether somebody wants letters."""
    return _CONFIRMS.search(subject) is not None


def is_way_out(piece: Piece, ways_out: Collection[str] = ()) -> bool:
    """Tell whether a link manages the subscription, writes a letter or leads to another place."""
    if not piece.href:
        return False
    if piece.href in ways_out or not piece.href.lower().startswith(("http://", "https://")):
        return True
    said = " ".join(piece.text.split())
    is_told = len(said) <= _LONGEST_LINK and _WORDS.search(said) is not None
    return is_told or _ADDRESSES.search(piece.href) is not None


def _is_furniture(block: Block, ways_out: Collection[str]) -> bool:
    text = block.text
    if len(text) > _LONGEST:
        return False
    if _WHY.search(text):
        return True
    if _ENDING.search(text) and any(map(_is_button, block.pieces)):
        return True
    out = sum(len(piece.text) for piece in block.pieces if _leads_out(piece, ways_out))
    return out * _SHARE >= len(text)


def _is_button(piece: Piece) -> bool:
    return bool(piece.href) and len(piece.text.split()) < _FEWEST_WORDS


def _leads_out(piece: Piece, ways_out: Collection[str]) -> bool:
    """Writing to somebody is news, too."""
    href = piece.href.lower()
    is_told = not href.startswith(("mailto:", "#")) or _ENDING.search(href) is not None
    return is_told and is_way_out(piece, ways_out)


def _ends_letter(block: Block) -> bool:
    return any(map(_ENDING.search, (block.text, *(piece.href for piece in block.pieces))))


def _without_ways_out(block: Block, ways_out: Collection[str]) -> Block:
    pieces = (
        replace(piece, href="") if is_way_out(piece, ways_out) else piece for piece in block.pieces
    )
    return replace(block, pieces=tuple(pieces))


def _without_recipient(block: Block, recipient: Recipient) -> Block | None:
    text = block.text
    cleaned = recipient.without(text)
    if cleaned == text:
        return block
    if not any(sign.isalnum() for sign in cleaned):
        return None
    # What was cut may reach over several pieces: the links of such a block are given up.
    return replace(block, pieces=(Piece(cleaned),))
