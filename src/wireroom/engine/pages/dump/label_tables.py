"""The phrases of labels and buttons, as pages print them; case and Arabic forms do not matter."""

from typing import Final

RELATED_LABELS: Final = (
    "related|related articles|related stories|related news|related content|related posts|"
    "related topics|related coverage|recommended|recommended for you|recommended stories|"
    "recommended articles|you may like|you may also like|you might like|you might also like|"
    "you may be interested in|more|more news|more stories|more from this section|more like this|"
    "trending|trending now|trending stories|most read|most popular|most viewed|popular|popular now|"
    "latest|latest news|latest stories|top stories|top news|editor's picks|editors' picks|"
    "from the web|around the web|similar articles|similar stories|other stories|in other news|"
    "what others are reading|keep reading|explore more|in this section|don't miss|picks for you|"
    "sponsored stories|promoted stories|full coverage|see more stories|"
    "مقالات ذات صلة|مقالات مرتبطة|مقالات متعلقة|مقالات مشابهة|أخبار ذات صلة|أخبار متعلقة|"
    "أخبار مرتبطة|مواضيع ذات صلة|مواضيع متعلقة|مواضيع مرتبطة|موضوعات ذات صلة|موضوعات متعلقة|"
    "ذات صلة|قد يعجبك|قد يعجبك أيضا|قد يهمك|قد يهمك أيضا|ربما يعجبك|موصى به|"
    "موصى به لك|ننصحك بقراءة|"
    "مختارات|مختارات لك|اخترنا لك|اخترنا لكم|الأكثر قراءة|الأكثر مشاهدة|الأكثر تداولا|الأكثر شعبية|"
    "الأكثر رواجا|رائج|رائج الآن|أحدث الأخبار|آخر الأخبار|الأحدث|أهم الأخبار|"
    "المزيد|مزيد من الأخبار|"
    "المزيد من الأخبار|حول هذه القصة|من نفس الكاتب|أخبار أخرى|مقالات أخرى|محتوى ذو صلة|ترشيحات|في السياق ذاته|"
    "articles liés|articles similaires|sur le même sujet|à lire aussi|les plus lus|"
    "à ne pas manquer|"
    "verwandte artikel|ähnliche artikel|mehr zum thema|meistgelesen|"
    "das könnte sie auch interessieren|"
    "artículos relacionados|noticias relacionadas|te puede interesar|lo más leído|más noticias"
)
NEXT_LABELS: Final = (
    "next|next article|next story|next post|up next|next up|read next|continue reading|coming next|"
    "previous article|previous post|المقال التالي|الخبر التالي|التالي|"
    "المادة التالية|الموضوع التالي|"
    "المقال السابق|اقرأ التالي|article suivant|nächster artikel|siguiente noticia|"
    "siguiente artículo"
)
INLINE_LABELS: Final = (
    "read more|read also|also read|also see|see also|must read|read this|"
    "more on this|more on this story|"
    "watch|listen|watch also|related video|on this topic|اقرأ أيضا|اقرأ المزيد|إقرأ أيضا|اقرأ ايضا|"
    "شاهد أيضا|شاهد|طالع أيضا|انظر أيضا|تابع أيضا|للمزيد|lire aussi|voir aussi|lesen sie auch|"
    "lea también|lee también|leggi anche"
)
KEY_POINT_LABELS: Final = (
    "key points|key takeaways|highlights|at a glance|in brief|key facts|the gist|story highlights|"
    "main points|summary|ai summary|quick read|what to know|takeaways|short summary|"
    "أبرز النقاط|النقاط الرئيسية|نقاط رئيسية|أهم النقاط|في نقاط|الخلاصة|ملخص|ملخص الخبر|باختصار|"
    "أبرز ما جاء|points clés|l'essentiel|en bref|das wichtigste in kürze|auf einen blick|claves|"
    "puntos clave|en resumen"
)
COMMENT_LABELS: Final = (
    "comments|comment|discussion|join the discussion|join the conversation|reader comments|"
    "user comments|view comments|show comments|top comments|have your say|replies|responses|"
    "leave a comment|add a comment|post a comment|write a comment|التعليقات|تعليقات|تعليق|"
    "أضف تعليق|أضف تعليقا|اترك تعليقا|اكتب تعليقا|تعليقات القراء|آراء القراء|شارك برأيك|النقاش|"
    "commentaires|kommentare|comentarios|commenti"
)
NO_COMMENTS: Final = (
    "no comments|no comments yet|no comment|be the first to comment|"
    "be the first to leave a comment|"
    "لا توجد تعليقات|لا توجد تعليقات بعد|لا تعليقات|لا يوجد تعليقات|كن أول من يعلق|"
    "كن أول المعلقين|aucun commentaire|keine kommentare|sin comentarios"
)
SHORT_LINK_LABELS: Final = (
    "short link|short url|short address|permalink|copy link|link|shortlink|"
    "الرابط المختصر|رابط مختصر|"
    "رابط المقال|رابط قصير|الرابط القصير|lien court|kurzlink|enlace corto"
)
AUTHOR_LISTS: Final = (
    "more from this author|more by this author|about the author|author archive|"
    "latest from the author|"
    "all posts by|المزيد من الكاتب|مقالات الكاتب|عن الكاتب|كل مقالات الكاتب"
)
PAYWALL_LABELS: Final = (
    "subscribe to continue reading|subscribe to read|subscribers only|for subscribers|"
    "already a subscriber|already a subscriber log in|unlock this article|premium content|"
    "هذا المحتوى للمشتركين|للمشتركين فقط|اشترك لمتابعة القراءة|محتوى حصري للمشتركين"
)
FURNITURE: Final = (
    "logo|advertisement|advertising|ad|ads|sponsored|sponsored content|paid content|promoted|"
    "share|share this|share this article|share this story|share article|share on|"
    "share via|tweet|pin|print|save|"
    "bookmark|copy|copied|email|email this|listen to this article|"
    "listen to article|play|play video|"
    "video|videos|gallery|photos|subscribe|subscribe now|subscribe to our newsletter|"
    "sign up for our newsletter|sign up|sign in|log in|login|register|my account|newsletter|"
    "newsletters|menu|search|close|open menu|skip to content|skip to main content|"
    "skip to navigation|"
    "home|back to top|back|top|load more|show more|view all|see all|see more|"
    "view more|read full story|read full article|"
    "continue|accept|accept all|accept cookies|reject|reject all|manage preferences|manage cookies|"
    "cookie settings|privacy policy|privacy|terms of use|terms|terms of service|contact us|contact|"
    "about us|about|advertise with us|careers|sitemap|rss|help|feedback|"
    "report an error|corrections|"
    "download the app|get the app|get our app|our app|app|google play|app store|play store|"
    "follow us|follow|following|like|dislike|reply|report|block|edition|language|"
    "english|العربية|arabic|"
    "ask ai|translate|text size|font size|dark mode|image|images|photo|icon|"
    "article information|tt|read more about this|ad quality feedback|key events|show key events only|this live blog is closed|newest first|oldest first|"
    "author|loading|tags|topics|updated|published|breaking|breaking news|live|exclusive|opinion|"
    "the daily briefing|all rights reserved|thank you|done|ok|cancel|submit|go|email address|"
    "enter your email|your email address|by signing up you agree to our terms|"
    "شعار|إعلان|إعلانات|محتوى مدفوع|برعاية|شارك|مشاركة|شارك المقال|شارك الخبر|شارك هذا الخبر|"
    "انشر|غرد|طباعة|اطبع|حفظ|نسخ|نسخ الرابط|تم النسخ|بريد إلكتروني|البريد الإلكتروني|استمع|"
    "استمع إلى المقال|فيديو|صور|معرض الصور|اشترك|اشترك الآن|اشترك في النشرة|"
    "اشترك في نشرتنا البريدية|"
    "النشرة البريدية|نشرتنا البريدية|تسجيل الدخول|تسجيل|دخول|حسابي|القائمة|بحث|إغلاق|الرئيسية|"
    "تنزيل التطبيق|نزل التطبيق|نزّل التطبيق|قم بتنزيل التطبيق|احصل على التطبيق|"
    "إلى الأعلى|عرض المزيد|تحميل المزيد|عرض الكل|شاهد الكل|موافق|أوافق|قبول|قبول الكل|رفض|"
    "سياسة الخصوصية|الخصوصية|شروط الاستخدام|الشروط والأحكام|اتصل بنا|تواصل معنا|من نحن|أعلن معنا|"
    "وظائف|خريطة الموقع|حمل التطبيق|حمّل التطبيق|تحميل التطبيق|حملوا التطبيق|"
    "التطبيق|تابعنا|تابعونا|"
    "متابعة|إعجاب|رد|إبلاغ|اللغة|صورة|الصورة|الوسوم|عاجل|مباشر|حصري|رأي|"
    "جميع الحقوق محفوظة|جارٍ التحميل|الكاتب|حجم الخط|أخبار عاجلة|"
    "partager|imprimer|s'abonner|publicité|accueil|teilen|drucken|abonnieren|anzeige|startseite|"
    "compartir|imprimir|suscribirse|publicidad|inicio"
)
# A line of nothing but these is a bar of links or buttons.
FURNITURE_WORDS: Final = (
    "facebook|twitter|x|whatsapp|telegram|instagram|youtube|linkedin|pinterest|"
    "reddit|threads|tiktok|"
    "bluesky|mastodon|flipboard|messenger|viber|line|email|mail|e|print|copy|link|share|save|news|"
    "world|sport|sports|business|politics|opinion|culture|weather|tech|technology|science|health|"
    "entertainment|lifestyle|travel|video|videos|live|home|more|menu|search|login|sign|in|up|"
    "subscribe|newsletters|podcasts|shop|jobs|games|audio|photos|economy|markets|local|"
    "international|national|middle|east|europe|africa|asia|americas|latest|app|store|"
    "appstore|playstore|google|play|ios|android|download|get|it|on|available|the|"
    ""
    "and|فيسبوك|تويتر|إكس|واتساب|تلغرام|تليغرام|إنستغرام|انستغرام|يوتيوب|"
    "لينكدإن|سناب|شات|تيك|"
    "توك|مشاركة|نسخ|طباعة|بريد|أخبار|الأخبار|العالم|عالم|عربي|دولي|محليات|سياسة|اقتصاد|رياضة|ثقافة|"
    "فن|فنون|صحة|تكنولوجيا|علوم|منوعات|رأي|آراء|فيديو|مباشر|الرئيسية|المزيد|بحث|"
    "القائمة|طقس|تحقيقات|"
    "تقارير|مقالات|بودكاست|صور|اشترك|دخول|آب|ستور|غوغل|بلاي"
)
