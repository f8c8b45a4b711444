"""The words by which pages say that they are no report, a row a kind, in many languages."""

import re
from typing import Final


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


NOT_FOUND: Final = _any(
    r"\b(?:404|410|403|50[0234])\b.{0,40}(?:error|not found|forbidden|gone|unavailable)",
    r"\b(?:page|article|story|content)\b.{0,20}\b(?:not found|no longer (?:available|exists)|"
    r"(?:does not|doesn'?t|can(?:not|'t)) (?:exist|be found))",
    r"^(?:error )?(?:404|410|403|500|502|503)\W*$",
    r"\b(?:access denied|forbidden|internal server error|bad gateway|service unavailable)\b",
    r"\bwe (?:can(?:not|['’]t)|could ?n(?:o|['’])t) find (?:the|this|that|your) page\b",
    r"seite (?:wurde )?(?:leider )?nicht gefunden|seite existiert nicht|"
    r"page (?:introuvable|non trouvée)|cette page n['’]existe (?:pas|plus)",
    r"p[áa]gina (?:no (?:encontrada|existe|disponible)|não (?:encontrada|existe)|non trovata)|"
    r"pagina (?:niet gevonden|non (?:esiste|trovata)|bulunamadı)|sayfa bulunamadı",
    r"sidan (?:hittades inte|kunde inte hittas)|siden (?:blev |ble )?ikke (?:fundet|funnet)|"
    r"strony? nie (?:znaleziono|istnieje)|stránka (?:nebyla nalezena|neexistuje)",
    r"страница не (?:найдена|существует)|сторінку не знайдено|halaman tidak ditemukan|"
    r"ページが見つかりません|(?:页面|頁面)(?:不存在|未找到)|페이지를 찾을 수 없",
    r"الصفحة (?:المطلوبة )?غير (?:موجودة|متوفرة|متاحة)|(?:لم يتم|تعذر) العثور|"
    r"الصفحة المطلوبة غير|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|הדף לא נמצא",
)
CONSENT: Final = _any(
    r"\b(?:before you continue|we value your privacy|we (?:and our partners )?use cookies|"
    r"cookie (?:consent|settings|policy|preferences)|your privacy choices|consent to|"
    r"privacy cent(?:er|re))\b",
    r"wir (?:und unsere partner )?(?:verwenden|nutzen) cookies|mit werbung und cookies|"
    r"zustimmung (?:zu|erforderlich)|ihre privatsphäre",
    r"(?:nous utilisons|utilise) des cookies|respectons votre vie privée|"
    r"continuer sans accepter|vos choix en matière de cookies",
    r"(?:utilizamos|usamos) cookies|respetamos (?:su|tu) privacidad|valoramos (?:su|tu) privacidad|"
    r"utilizziamo i cookie|la tua privacy|valorizamos a sua privacidade",
    r"gebruiken (?:wij )?cookies|vi (?:använder|bruger|bruker) (?:cookies|kakor|informasjons)|"
    r"pliki cookie|мы используем (?:файлы )?cookie|çerez(?:ler)? kullan",
    r"ملفات تعريف الارتباط|الموافقة على|نحن نحترم خصوصيتك|نستخدم الكوكيز",
)
BOT_CHECK: Final = _any(
    r"\b(?:just a moment\b\W*$|are you a (?:robot|human)|verify(?:ing)? (?:that )?you are "
    r"(?:a )?(?:human|not a robot)|checking your browser|captcha)",
    r"\b(?:enable javascript|javascript (?:is )?(?:required|disabled)|unusual traffic from)\b",
    r"sind sie ein (?:mensch|roboter)|javascript (?:aktivieren|muss aktiviert)|"
    r"êtes-vous un (?:robot|humain)|(?:activer|activez) javascript|vérification de (?:votre|vos)",
    r"(?:habilit[ae]|activ[ae]) javascript|¿?(?:es|eres) un robot|verific(?:a|ar|amos) que (?:no )?"
    r"(?:eres|es) (?:un )?(?:humano|robot)|você (?:não )?é um robô|non sei un robot",
    r"подтвердите,? что вы (?:не робот|человек)|robot olmadığınızı|"
    r"(?:تحقق|التحقق|نتحقق) من أنك (?:إنسان|لست)|(?:لست|هل أنت) (?:روبوت|برنامج روبوت)|"
    r"(?:تفعيل|تمكين) جافا",
)
PAYWALL: Final = _any(
    r"\b(?:subscribe (?:now )?to (?:continue|read|keep|unlock)|subscribers? only|for subscribers|"
    r"to (?:continue|keep) reading|(?:already|become) a (?:subscriber|member)|"
    r"unlock (?:this|the|full)|this (?:article|content|story) is (?:for|reserved|only))\b",
    r"réservée? (?:aux|à nos) abonnés|abonnez-vous pour (?:lire|continuer)|"
    r"il vous reste .{0,12}% de cet article",
    r"weiterlesen mit|nur für abonnenten|jetzt abonnieren|exklusiv für abonnenten|"
    r"diesen artikel (?:weiter|mit)",
    r"(?:exclusivo|solo|s[óo]) para (?:su[bs]scri[pt]*tores|assinantes)|"
    r"su(?:s|b)cr[íi]bete para (?:seguir|leer|continuar)|"
    r"(?:contenuto|articolo) riservato agli abbonati|abbonati per (?:leggere|continuare)",
    r"alleen voor abonnees|endast för prenumeranter|kun for abonnent|tylko dla (?:prenumeratorów|"
    r"subskrybentów)|(?:только )?для подписчиков|aboneler(?:e|imize) özel",
    r"للمشتركين فقط|(?:اشترك|اشتركوا) (?:لمتابعة|لقراءة|لمواصلة)|لمواصلة القراءة|"
    r"(?:المحتوى|المقال) (?:مخصص|حصري) للمشتركين",
)
LOGIN: Final = _any(
    r"\b(?:(?:log|sign) in to (?:continue|read|view|see)|register (?:for free )?to (?:continue|"
    r"read)|please (?:log|sign) in\b|create (?:a free|an) account to (?:continue|read))",
    r"(?:bitte )?(?:melden sie sich an|einloggen), um|connectez-vous pour (?:lire|continuer)|"
    r"inici[ae] sesión para (?:leer|continuar)|accedi per (?:leggere|continuare)|"
    r"(?:سجل|سجّل|تسجيل) الدخول (?:لمتابعة|لقراءة|للمتابعة|لمواصلة)|"
    r"войдите,? чтобы (?:читать|продолжить)",
)
# What a page says under its report: where nothing else is there, there is no report.
STANDING: Final = _any(
    r"\b(?:all rights reserved|terms (?:of (?:use|service)|and conditions)|privacy policy)\b",
    r"\b(?:sign up|subscribe)\b.{0,50}\b(?:newsletter|inbox|updates|alerts)|\bunsubscribe\b|"
    r"\bby (?:signing up|clicking|continuing),? you (?:agree|accept)",
    r"\b(?:accept|reject|manage) (?:all )?cookies\b|\buses? cookies\b",
    r"\b(?:follow us on|download (?:our|the) app|share (?:this|on)|contact the newsroom)\b|"
    r"\b(?:the material on|nothing on) this site may\b",
    r"alle rechte vorbehalten|newsletter (?:abonnieren|anmelden)|datenschutzerklärung|"
    r"tous droits réservés|inscrivez-vous à (?:notre|la) newsletter|mentions légales",
    r"todos los derechos reservados|su(?:s|b)cr[íi]bete a (?:nuestro|la)|aviso legal|"
    r"política de (?:privacidad|cookies)|todos os direitos reservados|tutti i diritti riservati",
    r"جميع الحقوق محفوظة|(?:اشترك|سجل) في (?:النشرة|نشرتنا)|سياسة الخصوصية|شروط الاستخدام|"
    r"تابعونا على|حمل التطبيق|ملفات تعريف الارتباط",
    r"все права защищены|подпи(?:шитесь|саться) на рассылку|tüm hakları saklıdır",
)
LIVE: Final = _any(
    r"\b(?:watch live|live ?stream|live tv|live now)\b|\ben (?:direct|vivo|directo)\b|"
    r"im livestream|البث (?:المباشر|الحي)|بث مباشر|прямой эфир|canlı yayın"
)
