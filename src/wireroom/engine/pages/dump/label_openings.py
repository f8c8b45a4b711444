"""How labels, buttons and notices begin: patterns for a line that is folded, without accents."""

from typing import Final

# Each with the name of its label; the first that matches counts.
PREFIXES: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:more|latest|stories|news|posts) by ", "author_list"),
    (
        r"(?:articles|all articles) (?:by|from) |مقالات الكاتب|كل مقالات|مقالات ل",
        "author_list",
    ),
    (
        r"(?:more|latest|related|recommended|popular|trending|top) (?:from|on|in|"
        r"stories|news|articles|posts|coverage|topics|about|for you|now|reads|"
        r"headlines)\b|(?:more|latest|top|other) (?:\w+ )?(?:news|stories|headlines|videos|"
        r"coverage|articles)$",
        "related",
    ),
    (
        r"(?:المزيد (?:من|عن|في|حول)|مقالات|مواضيع|موضوعات|اخبار|قصص) (?:ذات صله|مرتبطه|"
        r"متعلقه|مشابهه|اخري|المزيد|قد تهمك|متصله)",
        "related",
    ),
    (r"المزيد من ", "related"),
    (
        r"(?:subscribe|log in|sign in|register|join) (?:now )?to (?:continue|read|"
        r"unlock|keep)",
        "paywall",
    ),
    (
        r"this (?:article|story|content) is (?:for|only for|exclusive|reserved|"
        r"available)",
        "paywall",
    ),
    (
        r"(?:explore|discover|see|try|ask) (?:what |our |the |more )?.{0,30}\b(?:ai|app|"
        r"features)\b",
        "furniture",
    ),
    (
        r"(?:جرب|استكشف|اكتشف) .{0,40}(?:الذكاء الاصطناعي|ميزات|تطبيق|\bai\b)",
        "furniture",
    ),
    (
        r"(?:follow|like|join|find|watch|add|contact|about|support) (?:us|"
        r"\w+(?: \w+)? on (?:facebook|x|twitter|telegram|instagram|whatsapp|google|"
        r"youtube|linkedin|threads|tiktok|bluesky))\b",
        "furniture",
    ),
    (
        # Most of these verbs also open sentences ("took part", "scored"): their object tells.
        r"(?:تابعنا|تابعونا|شاركنا|شاركونا) |(?:تابع|تابعوا|انضم|انضموا|اشترك|اشتركوا|"
        r"حمل|حملوا|نزل|نزلوا|سجل|سجلوا|شارك) (?:الان|مجانا|الينا|معنا|التطبيق|تطبيق|"
        r"حسابنا|صفحتنا|قناتنا|في النشره|في نشرتنا|في قناتنا|الي قناتنا|هذا|المقال|"
        r"الخبر|الصفحه|الرابط|رايك)",
        "furniture",
    ),
    (
        r".{0,40} علي (?:تلغرام|تليغرام|فيسبوك|تويتر|واتساب|انستغرام|يوتيوب|اكس|غوغل|"
        r"تيك توك)$",
        "furniture",
    ),
    (r"\[?editor'?s'? note\b|(?:editor|edited by|المحرر|تحرير)\s?:", "furniture"),
    (r"(?:للمزيد|لمزيد) من .{0,50}(?:تطبيق|تابع|قناه)", "furniture"),
    (
        r"(?:photo|photos|image|picture|file photo|caption|photographs?|foto|illustration|"
        r"video|graphic)\b(?: by| credit| courtesy|:)",
        "furniture",
    ),
    (
        r"\d+ (?:min|mins|minute|minutes) read$|\d+ (?:دقائق|دقيقه) (?:قراءه|للقراءه)$|"
        r"مده القراءه",
        "furniture",
    ),
    (r"(?:download|get|try|install|open)(?: the| our)?(?: [\w-]+){0,3} app\b", "furniture"),
    (
        r"(?:jetzt )?(?:weiterlesen|testen) mit|il vous reste \d|(?:cet )?article (?:est "
        r")?reserve|"
        r"la suite (?:de cet article )?est reservee|suscribete para|okumaya devam etmek icin|"
        r"sie haben bereits ein|(?:este|esta) (?:contenido|articulo|noticia) es exclusiv",
        "paywall",
    ),
    (
        r"(?:mehr (?:zum|zu|aus)|weitere (?:artikel|nachrichten|themen|meldungen)|"
        r"mas (?:noticias|sobre|informacion)|plus (?:d'articles|d'infos|d'actualites)|"
        r"altro (?:su|da)|ещё (?:по|о)|mais (?:sobre|noticias|d[oa] (?=\w+$))|daha fazla) ?\b",
        "related",
    ),
    (
        r"(?:summary|key points|takeaways|insights|overview) (?:by|from) |(?:ai|smart) "
        r"(?:summary|"
        r"overview|digest)\b|summari[sz]ed by |(?:resume|zusammenfassung|resumen) (?:par|"
        r"von|por) ",
        "key_points",
    ),
    (
        r"(?:siga|suivez|sigue(?:nos)?|siguenos|folgen sie|segui(?:ci)?|volg ons|"
        r"подписывайтесь|"
        r"подпишитесь|rejoignez|unete|inscrivez|assine|receba) (?:o |a |nous|le |la |el |"
        r"su |ci |"
        r"al |auf |на |uns|-vous )",
        "furniture",
    ),
    (
        r"(?:heard|seen|aired|broadcast|first aired|originally aired) on |from the (?:show|"
        r"podcast|"
        r"programme)\b|view (?:in|this email in) |update (?:your )?preferences|unsubscribe\b|"
        r"you (?:are receiving|received) this ",
        "furniture",
    ),
    (
        r"to read this (?:article|story) |you have (?:read|reached) your (?:last|limit)",
        "paywall",
    ),
    (r"(?:read|continue|open|view|see) (?:it |more )?(?:on|at) (?!the\b)", "furniture"),
    (r"(?:click|tap) here (?:for|to)\b|read the latest\b|story saved", "furniture"),
    (r"(?:skip|jump|back|go) to (?:main|content|top|home|navigation)", "furniture"),
    (
        r"(?:cookie|privacy|terms|copyright|advertis|sponsored|newsletter|sign up|"
        r"all rights reserved|published with|powered by|join the conversation|"
        r"be the first|leave a|write a|add a comment|your email|enter your)",
        "furniture",
    ),
    (r"(?:جميع|كافه|كل) الحقوق محفوظه", "furniture"),
    (
        r"[\w-]+(?: [\w-]+)? (?:logo|background|icon|avatar|banner|thumbnail|"
        r"placeholder)$",
        "furniture",
    ),
)
# What the page says of itself, in sentences or before the headline.
NOTICES: Final = (
    r"your browser (?:does not|doesn't)|(?:please )?enable javascript|javascript (?:is|must)\b"
    r"|(?:share|comment)(?: or comment)? on this (?:article|story)|share this article\s?:"
    r"|(?:read|listen to) this (?:story |article )?in \w+$|(?:leer|lire|leia|read) (?:en|in|em) "
    r"\w+$"
    r"|this (?:article|story|summary|content|translation) (?:was|is|has been) (?:auto\S* )?"
    r"(?:generated|created|translated|published|produced|syndicated)\b"
    r"|(?:the )?comments below have (?:not )?been|(?:this )?comments? section is (?:now )?closed"
    r"|(?:listen to|share|save|gift) (?:this|full) (?:article|story)\b"
    r"|this (?:article|story) appeared in|\(?except for the headline|did (?:our|this) .{0,20}help\b"
    r"|(?:this )?summary is (?:ai|machine)|dieses thema im programm|下载.{1,12}(?:app|客户端)"
    r"|a version of this (?:article|story)|(?:was|is) this (?:\w+ )?(?:helpful|useful)"
    r"|(?:audio |video )?(?:produced|narrated|illustrated|illustrations?|audio|music) by\b"
    r"|for (?:the latest|more) (?:\w+ )?(?:news|stories|headlines)\b|our standards\s?:"
    r"|do you have a (?:story|tip)|have a news tip|copyright\s*(?:©|\(c\)|\d{4})|©|\(c\) ?\d{4}"
    r"|(?:video|audio|playback) (?:duration|length)|(?:duree|duracion|duracao|durata) "
    r"(?:de la |del? )?video|مده (?:الفيديو|الصوت)|(?:watch|listen)(?: now)?\s?: "
    r"|\d+ minutes?,? \d+ seconds?"
)
