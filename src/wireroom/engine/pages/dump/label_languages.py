"""The phrases of labels and buttons in further languages, as the pages of each print them."""

from collections.abc import Mapping
from typing import Final

# By language, then by the name of the label. Case and accents of the table are the pages' own.
PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "de": {
        "related": (
            "mehr|mehr dazu|mehr zu diesem thema|lesen sie mehr|weitere artikel|"
            "weitere nachrichten|weitere themen|auch interessant|neueste artikel|"
            "meistgelesene artikel|das könnte dich auch interessieren|empfehlungen|"
            "empfohlene artikel|mehr aus dem ressort|topmeldungen|die beliebtesten|"
            "aktuelle nachrichten|lesetipps"
        ),
        "next": ("zum nächsten artikel|nächste meldung|vorheriger artikel|vorige meldung"),
        "inline": ("lesen sie dazu auch|lesen sie hier|siehe auch|auch lesen|zum thema|mehr lesen"),
        "key_points": (
            "zusammenfassung|kurz zusammengefasst|die wichtigsten punkte|in kürze|das wichtigste"
        ),
        "comments": (
            "kommentar|kommentar schreiben|diskutieren sie mit|ihre meinung|kommentare lesen|"
            "jetzt kommentieren|leserkommentare"
        ),
        "no_comments": "noch keine kommentare|schreiben sie den ersten kommentar",
        "author_list": (
            "zum autor|zur autorin|zur person|mehr von diesem autor|alle artikel des autors"
        ),
        "paywall": (
            "jetzt weiterlesen|weiterlesen|nur für abonnenten|sie haben bereits ein abo|"
            "jetzt abonnieren und weiterlesen|dieser artikel ist nur für abonnenten"
        ),
        "furniture": (
            "artikel teilen|artikel drucken|merken|vorlesen|zur app|zur merkliste|anhören|"
            "artikel anhören|menü|suche|anmelden|abmelden|login|registrieren|jetzt testen|"
            "zustimmen|einstellungen|alle akzeptieren|ablehnen|impressum|datenschutz|"
            "datenschutzerklärung|agb|kontakt|nach oben|folgen|newsletter abonnieren|e paper|"
            "abo|mediathek|mehr laden|schließen|weitere informationen|eilmeldung|werbung|"
            "schriftgröße|kommentieren|auf x teilen|hauptmenü"
        ),
    },
    "fr": {
        "related": (
            "lire aussi|à lire également|sur le même thème|nos derniers articles|"
            "dans la même rubrique|les plus récents|plus d'articles|"
            "les articles les plus lus|contenus sponsorisés|l'actualité en continu|"
            "vous aimerez aussi|recommandé pour vous"
        ),
        "next": "article précédent|l'article suivant|lire l'article suivant",
        "inline": ("lire également|lire plus tard|lire l'article|regarder aussi|voir également"),
        "key_points": "à retenir|ce qu'il faut retenir|le résumé|résumé|l'info en bref",
        "comments": (
            "réagir|vos réactions|réactions|lire les commentaires|laisser un commentaire|"
            "ajouter un commentaire|voir les commentaires|espace commentaire|contributions"
        ),
        "no_comments": "soyez le premier à commenter|pas de commentaire",
        "author_list": "du même auteur|de la même auteure|tous les articles de l'auteur",
        "paywall": (
            "article réservé aux abonnés|réservé aux abonnés|contenu réservé aux abonnés|"
            "la suite est réservée aux abonnés|lire la suite|déjà abonné|"
            "déjà abonné connectez vous|abonnez vous pour lire la suite"
        ),
        "furniture": (
            "ajouter à vos sélections|ajouter à mes favoris|offrir l'article|offrir|"
            "copier le lien|envoyer par e mail|se connecter|connexion|s'inscrire|menu|"
            "recherche|rechercher|fermer|tout accepter|accepter|refuser|paramétrer|"
            "continuer sans accepter|mentions légales|confidentialité|nous contacter|contact|"
            "retour en haut|suivre|écouter|écouter l'article|newsletters|voir plus|"
            "nos offres|le direct|en direct|vidéos|vidéo|services|la rédaction|"
            "réservé abonnés|abonnés|s'abonner|abonnez-vous|je m'abonne|télécharger l'application"
        ),
    },
    "es": {
        "related": (
            "más información|relacionado|relacionadas|noticias destacadas|lo más visto|"
            "lo último|últimas noticias|también te puede interesar|te recomendamos|más en|"
            "contenido relacionado|otras noticias|recomendados|más leídas|más leídos"
        ),
        "next": "noticia siguiente|noticia anterior|siguiente|anterior|siguiente nota",
        "inline": ("ver también|lea además|leer más|mira también|vea también|te recomendamos leer"),
        "key_points": "en síntesis|lo esencial|lo más importante|resumen|los puntos clave",
        "comments": (
            "comentar|ver comentarios|deja tu comentario|dejar un comentario|"
            "escribe un comentario|opina"
        ),
        "no_comments": "sé el primero en comentar|no hay comentarios",
        "author_list": "más artículos del autor|ver biografía|acerca del autor",
        "paywall": (
            "suscríbete para seguir leyendo|suscríbete para continuar leyendo|"
            "contenido exclusivo para suscriptores|solo para suscriptores|ya soy suscriptor|"
            "exclusivo suscriptores"
        ),
        "furniture": (
            "compartir en whatsapp|compartir en facebook|compartir en twitter|copiar enlace|"
            "copiar|guardar|escuchar|iniciar sesión|iniciar sesion|regístrate|registrarse|"
            "menú|buscar|cerrar|aceptar|aceptar todo|aceptar y continuar|rechazar|configurar|"
            "aviso legal|política de privacidad|política de cookies|contacto|volver arriba|"
            "seguir|boletines|ver más|cargar más|archivado en|suscríbete|hazte suscriptor|"
            "ir a los comentarios|última hora|en vivo|opinión|escucha este artículo|noticias"
        ),
    },
    "pt": {
        "related": (
            "leia também|veja também|relacionadas|notícias relacionadas|mais lidas|"
            "últimas notícias|mais notícias|recomendadas|mais sobre o tema|saiba mais|"
            "veja mais|artigos relacionados|conteúdo relacionado|"
            "continua depois da publicidade"
        ),
        "next": "próxima notícia|notícia anterior|próximo artigo",
        "inline": "leia mais|veja mais detalhes|ver também|assista",
        "key_points": "resumo|em resumo|pontos principais|principais pontos|destaques",
        "comments": (
            "comentários|comentar|deixe seu comentário|ver comentários|deixe um comentário"
        ),
        "no_comments": "seja o primeiro a comentar|nenhum comentário",
        "author_list": "sobre o autor|sobre a autora|mais do autor",
        "paywall": (
            "conteúdo exclusivo para assinantes|só para assinantes|exclusivo para assinantes|"
            "já é assinante|assine para continuar lendo"
        ),
        "furniture": (
            "compartilhar|compartilhe|partilhar|salvar|copiar link|ouvir|entrar|cadastre se|"
            "assine|buscar|pesquisar|fechar|aceitar|aceitar todos|rejeitar|voltar ao topo|"
            "publicidade|política de privacidade|termos de uso|fale conosco|início|ao vivo|"
            "seguir|newsletter"
        ),
    },
    "it": {
        "related": (
            "leggi anche|articoli correlati|notizie correlate|i più letti|più letti|"
            "ultime notizie|altri articoli|potrebbe interessarti|ti potrebbe interessare|"
            "potrebbe interessarti anche|consigliati per te|le ultime"
        ),
        "next": "articolo successivo|articolo precedente|prossimo articolo",
        "inline": "vedi anche|leggi di più|guarda anche|approfondisci|per approfondire",
        "key_points": "in sintesi|i punti chiave|punti chiave|in breve|riassunto",
        "comments": "commenti|commenta|lascia un commento|scrivi un commento",
        "no_comments": "nessun commento|commenta per primo",
        "author_list": "sull'autore|altri articoli dell'autore",
        "paywall": (
            "contenuto riservato agli abbonati|solo per gli abbonati|"
            "abbonati per continuare a leggere|sei già abbonato"
        ),
        "furniture": (
            "condividi|stampa|salva|ascolta|accedi|registrati|abbonati|cerca|chiudi|accetta|"
            "accetta tutti|rifiuta|torna su|pubblicità|informativa privacy|contatti|home|"
            "segui|riproduzione riservata|ascolta l'articolo|diretta"
        ),
    },
    "nl": {
        "related": (
            "lees ook|gerelateerd|gerelateerde artikelen|meest gelezen|meer nieuws|"
            "laatste nieuws|aanbevolen|meer over dit onderwerp|net binnen"
        ),
        "next": "volgend artikel|vorig artikel",
        "inline": "lees meer|bekijk ook|zie ook",
        "key_points": "samenvatting|in het kort|de kern",
        "comments": "reacties|reageer|plaats een reactie|reageren",
        "no_comments": "nog geen reacties",
        "author_list": "over de auteur|meer van deze auteur",
        "paywall": "lees verder met een abonnement|alleen voor abonnees|al abonnee",
        "furniture": (
            "buitenland|binnenland|economie|politiek|cultuur|nieuws|vandaag|deel artikel|"
            "delen|deel dit artikel|afdrukken|bewaar|bewaren|inloggen|aanmelden|zoeken|"
            "sluiten|akkoord|alles accepteren|weigeren|advertentie|terug naar boven|"
            "abonneren|luister|volg|privacybeleid|nieuwsbrief"
        ),
    },
    "tr": {
        "related": (
            "ilgili haber|ilgili haberler|benzer haberler|diğer haberler|çok okunanlar|"
            "en çok okunanlar|son dakika haberleri|son haberler|bunlara da bakın|"
            "bakmadan geçme|öne çıkanlar|sizin için seçtiklerimiz|önerilen haberler|"
            "haberle ilgili daha fazlası|günün öne çıkan haberleri|editörün seçtikleri|"
            "popüler haberler"
        ),
        "next": "sonraki haber|önceki haber|sıradaki haber",
        "inline": ("ayrıca okuyun|bunu da okuyun|devamını oku|haberin devamı için|ayrıca bakınız"),
        "key_points": "özet|haber özeti|öne çıkan noktalar|kısaca",
        "comments": "yorumlar|yorum yap|yorum yaz|yorum ekle",
        "no_comments": "henüz yorum yapılmamış|ilk yorumu siz yapın|ilk yorumu sen yap",
        "author_list": "yazarın diğer yazıları|yazarın tüm yazıları|yazar hakkında",
        "paywall": "okumaya devam etmek için abone olun|abonelere özel|üyelere özel",
        "furniture": (
            "haberin devamı|abone ol|abone olun|paylaş|yazdır|kaydet|giriş yap|üye ol|ara|"
            "kapat|kabul et|tümünü kabul et|reddet|reklam|künye|iletişim|gizlilik politikası|"
            "çerez politikası|anasayfa|ana sayfa|haberler|gündem|dünya|ekonomi|spor|"
            "son dakika|canlı|takip et|dinle|başa dön|google news|"
            "google haberler'de abone ol|menü|foto galeri|kullanım koşulları|sponsorlu|"
            "haber girişi|yazı tipi boyutu"
        ),
    },
    "ru": {
        "related": (
            "читайте также|похожие материалы|материалы по теме|по теме|ещё по теме|"
            "еще по теме|самое читаемое|популярное|главное|главные новости|последние новости|"
            "другие новости|рекомендуем|вам может быть интересно|смотрите также|"
            "новости по теме"
        ),
        "next": ("следующая новость|следующая статья|предыдущая новость|следующий материал"),
        "inline": "читать также|подробнее|читать далее|смотрите|читайте",
        "key_points": "главное за минуту|кратко|коротко|ключевые тезисы|основные моменты",
        "comments": ("комментарии|обсуждение|обсудить|оставить комментарий|добавить комментарий"),
        "no_comments": "комментариев пока нет|нет комментариев|будьте первым",
        "author_list": "об авторе|все материалы автора|другие материалы автора",
        "paywall": "материал доступен по подписке|только для подписчиков",
        "furniture": (
            "поделиться|печать|сохранить|войти|вход|регистрация|поиск|закрыть|принять|"
            "согласен|реклама|на правах рекламы|наверх|подписаться|подписка|меню|контакты|"
            "о нас|редакция|политика|экономика|общество|мир|спорт|новости|прямой эфир|"
            "читать в telegram|копировать ссылку|скопировать ссылку|все новости|показать ещё|"
            "показать еще|лента новостей"
        ),
    },
    "zh": {
        "related": (
            "相关推荐|相关内容|推荐内容|热点推荐|大家爱看|相关新闻|相关阅读|相关文章|"
            "相关报道|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门新闻|热门推荐|相關新聞|"
            "相關報導|猜你喜欢|为你推荐|更多新闻|更多精彩|最新消息|热门排行|熱門新聞|"
            "新闻排行|阅读排行|大家都在看|精彩推荐|最新新聞|点击排行"
        ),
        "next": "下一篇|上一篇|下一则|下一條",
        "inline": "阅读更多|閱讀更多|查看更多|点击查看|了解更多",
        "key_points": ("要点|摘要|重点摘要|重點摘要|内容提要|核心提示|導讀|导读|新闻摘要|本文要点"),
        "comments": "评论|网友评论|評論|留言|我要评论|发表评论|跟贴|最新评论|全部评论",
        "no_comments": "暂无评论|暂无留言|还没有评论|沒有留言",
        "author_list": "关于作者|作者简介|作者其他文章",
        "paywall": "订阅后继续阅读|仅限订户|訂閱後繼續閱讀|会员专享|訂戶專屬",
        "furniture": (
            "分享|分享到|收藏|打印|字号|字體|字体|大|中|小|登录|登入|注册|註冊|搜索|搜尋|"
            "首页|首頁|关闭|接受|广告|廣告|返回顶部|返回首页|关注|关注我们|扫码关注|微信|"
            "微博|举报|点赞|转发|联系我们|关于我们|版权声明|免责声明|网站地图|收听|朗读|正文|"
            "国际|国内|财经|体育|社会|娱乐|新闻|滚动新闻|视频|图片|设为首页|复制链接|纠错|"
            "打开app|下载app|小 中 大|大 中 小"
        ),
    },
    "hi": {
        "related": (
            "संबंधित खबरें|संबंधित ख़बरें|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|अन्य खबरें|"
            "ताजा खबरें|ताज़ा खबरें|ट्रेंडिंग|सबसे ज्यादा पढ़ी गई|लेटेस्ट न्यूज़|बड़ी खबरें|"
            "अगली खबरें|टॉप न्यूज़|आपके लिए|संबंधित न्यूज़"
        ),
        "next": "अगली खबर|अगला लेख|पिछली खबर|अगली स्टोरी",
        "inline": "यह भी पढ़िए|इसे भी पढ़ें|विस्तार से पढ़ें|पूरी खबर पढ़ें",
        "key_points": ("मुख्य बातें|खास बातें|सार|संक्षेप|हाइलाइट्स|मुख्य बिंदु|विस्तार|खबर का सार"),
        "comments": "टिप्पणियां|टिप्पणी|कमेंट|कमेंट्स|कमेंट करें|अपनी राय दें",
        "no_comments": "अभी कोई टिप्पणी नहीं",
        "author_list": "लेखक के बारे में|लेखक की अन्य खबरें",
        "paywall": "आगे पढ़ने के लिए सब्सक्राइब करें|केवल सदस्यों के लिए",
        "furniture": (
            "शेयर करें|शेयर|फॉलो करें|फॉलो|विज्ञापन|होम|हिंदी न्यूज़|हिंदी न्यूज|"
            "हिन्दी न्यूज़|वीडियो|फोटो|लाइव|खोजें|लॉग इन|साइन इन|एप डाउनलोड करें|"
            "ऐप डाउनलोड करें|देश|विदेश|राज्य|खेल|मनोरंजन|बिजनेस|न्यूज़|न्यूज|ब्रेकिंग न्यूज|"
            "सुनें|सेव करें|प्रिंट"
        ),
    },
    "en": {
        "related": (
            "more on this topic|more from us|more for you|you might be interested in|"
            "popular stories|what to read next|today's top stories|must reads|"
            "more top stories|stories for you|more coverage|suggested for you|"
            "also in the news|other news|what others read|more in this section|"
            "explore more stories"
        ),
        "inline": ("read also|also on this site|related video|related link|read the full report"),
        "key_points": (
            "what you need to know|the main points|key developments|in short|top line|"
            "in summary|story summary|quick summary|why it matters|the brief|bullet points|"
            "tl dr"
        ),
        "author_list": (
            "about the writer|about the columnist|meet the author|more from the author|"
            "about our correspondent|contributors"
        ),
        "paywall": (
            "already have an account|this article is for subscribers|subscriber only|"
            "to continue reading|continue reading with a subscription|"
            "you have no free articles left|this is a premium article|unlock the full story|"
            "get unlimited access|subscribe to unlock this article|subscribe for full access"
        ),
        "furniture": (
            "read time|reading time|let us know|listen to this story|quick links|"
            "read full article|full article|read the full article|read full story|"
            "open full story|go to article|view original|read at source|read on site|"
            "source link|gift article|gift this article|give this article|unlocked|"
            "listen now|view comments|advertisement continue reading|article continues below|"
            "story continues|story continues below advertisement|story continues below|"
            "content continues below|scroll to continue|scroll to continue with content|"
            "skip advertisement|skip ad|show caption|hide caption|toggle caption|"
            "enlarge this image|view gallery|view image|open image in gallery|show all|"
            "expand|collapse|previous|forward|newsletters sign up|purchase licensing rights|"
            "licensing rights|republish this article|cite this article|why you can trust us|"
            "our standards|was this helpful|was this article helpful|yes|no|"
            "thank you for your feedback|add to reading list|read later|remove|saved|"
            "ask a question|click to rate|view profile|see comments|show transcript|"
            "transcript|cc|mute|unmute|watch live|live tv|local|my feed|for you|more options|"
            "comments closed"
        ),
    },
    "ar": {
        "related": (
            "أخبار متصلة|مواضيع مشابهة|تغطيات ذات صلة|قصص ذات صلة|الأخبار المتعلقة|"
            "الموضوعات المتعلقة|المواضيع المتعلقة|الأخبار ذات الصلة|مواضيع قد تهمك|"
            "أخبار قد تهمك|المقالات المرتبطة|اقرأ في هذا الملف|الأكثر تفاعلا|ترند|"
            "شاهد المزيد|أخبار متنوعة|نرشح لك|مقترحات|آخر المقالات|جديد الأخبار|"
            "المقالات الأكثر قراءة"
        ),
        "inline": "اقرأ أيضا على الموقع|طالع|تابع القراءة|قد يهمك أيضا قراءة|مقال ذو صلة",
        "key_points": (
            "أهم ما جاء في الخبر|ملخص المقال|ملخص بالذكاء الاصطناعي|ملخص ذكي|موجز|"
            "النقاط الأساسية|أبرز ما ورد|خلاصة الخبر|الملخص"
        ),
        "comments": "اضف تعليقك|أضف تعليقك|أترك تعليقا|شاركنا رأيك|لا تعليق",
        "author_list": "نبذة عن الكاتب|المزيد للكاتب|مقالات أخرى للكاتب|كاتب المقال|عن المؤلف",
        "paywall": "محتوى للمشتركين|لقراءة المقال كاملا|سجل لمتابعة القراءة",
        "furniture": (
            "تقارير|محافظات|حوادث|فن|سياسة|اقتصاد|رياضة|اقرأ الخبر كاملا|اقرأ المقال كاملا|"
            "قراءة الخبر|المصدر الأصلي|استمع للخبر|تكبير الخط|تصغير الخط|متابعينا|سجل الدخول|"
            "إرسال|مشاركة الخبر|مشاركة المقال|طباعة الخبر|كلمات البحث|أرسل|حفظ المقال|"
            "مدة القراءة|إعلان ممول|نشر في|مشاهدة|فتح الرابط|تخطي الإعلان|عرض التعليقات|"
            "إضافة إلى المفضلة"
        ),
    },
}
