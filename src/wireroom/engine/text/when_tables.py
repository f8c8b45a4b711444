"""Names of months, weekdays, units, numbers and zones in the languages whose times are read."""

from typing import Final

# Written as people write them; `flat` of when_grammar folds case, accents and Arabic forms.
MONTH_NAMES: Final[dict[int, str]] = {
    1: "january jan janvier janv januar jänner jan enero ene gennaio janeiro "
    "يناير جانفي كانون_الثاني كانون_ثاني "
    "ocak января январь янв januari stycznia जनवरी gen",
    2: "february feb février fevrier févr fév februar feber febrero feb febbraio fevereiro "
    "فبراير فيفري شباط "
    "şubat февраля февраль фев februari lutego फरवरी fev",
    3: "march mar mars märz maerz mrz marzo março مارس آذار اذار "
    "mart марта март мар maart maret marca मार्च",
    4: "april apr avril avr abril abr aprile أبريل إبريل ابريل نيسان أفريل "
    "nisan апреля апрель апр kwietnia अप्रैल",
    5: "may mai mayo maggio maio مايو أيار ماي mayıs мая май mei maja मई mag",
    6: "june jun juin juni junio giugno junho يونيو حزيران جوان يونية "
    "haziran июня июнь июн czerwca जून giu",
    7: "july jul juillet juil juli julio luglio julho يوليو تموز جويلية يولية يوليوز "
    "temmuz июля июль июл lipca जुलाई lug",
    8: "august aug août aout agosto ago أغسطس آب اوت غشت "
    "ağustos августа август авг augustus agustus augusti sierpnia अगस्त",
    9: "september sept sep septembre septiembre setiembre settembre setembro سبتمبر أيلول شتنبر "
    "eylül сентября сентябрь сен сент września सितंबर सितम्बर",
    10: "october oct octobre oktober okt octubre ottobre outubro "
    "أكتوبر تشرين_الأول تشرين_أول اكتوبر "
    "ekim октября октябрь окт października अक्टूबर अक्तूबर ott",
    11: "november nov novembre noviembre novembro نوفمبر تشرين_الثاني تشرين_ثاني نونبر "
    "kasım ноября ноябрь ноя listopada नवंबर नवम्बर",
    12: "december dec décembre déc dezember dez diciembre dic dicembre dezembro "
    "ديسمبر كانون_الأول كانون_أول دجنبر "
    "aralık декабря декабрь дек desember grudnia दिसंबर दिसम्बर dez",
}

HIJRI_MONTHS: Final = (
    "محرم المحرم صفر ربيع_الأول ربيع_الآخر ربيع_الثاني جمادى_الأولى جمادى_الآخرة جمادى_الثانية "
    "رجب شعبان رمضان شوال ذو_القعدة ذي_القعدة ذو_الحجة ذي_الحجة"
)

# Monday is 0, as in datetime.
WEEKDAY_NAMES: Final[dict[int, str]] = {
    0: "monday mon lundi montag lunes الاثنين الإثنين اثنين "
    "pazartesi понедельник lunedì maandag segunda-feira सोमवार",
    1: "tuesday tue tues mardi dienstag martes الثلاثاء "
    "salı вторник martedì dinsdag terça-feira मंगलवार",
    2: "wednesday wed mercredi mittwoch miércoles الأربعاء الاربعاء "
    "çarşamba среда среду mercoledì woensdag quarta-feira बुधवार",
    3: "thursday thu thur thurs jeudi donnerstag jueves الخميس "
    "perşembe четверг giovedì donderdag quinta-feira गुरुवार गुरूवार",
    4: "friday fri vendredi freitag viernes الجمعة "
    "cuma пятница пятницу venerdì vrijdag sexta-feira शुक्रवार",
    5: "saturday sat samedi samstag sonnabend sábado السبت "
    "cumartesi суббота субботу zaterdag sabato शनिवार",
    6: "sunday sun dimanche sonntag domingo الأحد الاحد pazar воскресенье domenica zondag रविवार",
}

SECOND: Final = 1
MINUTE: Final = 60
HOUR: Final = 3600
DAY: Final = 86_400
WEEK: Final = 604_800
# Months and years are counted on the calendar, so they have no length in seconds.
MONTH: Final = -1
YEAR: Final = -12

# Units that need a number before them.
COUNTED_UNITS: Final[dict[int, str]] = {
    SECOND: "seconds second secs sec s secondes seconde sekunden sekunde segundos segundo "
    "ثواني ثوان ثانية "
    "saniye секунд секунды секунду सेकंड 秒",
    MINUTE: "minutes minute mins min m minuten minutos minuto minuti دقائق دقيقة دقايق "
    "dakika dk минут минуты минуту мин मिनट menit 分钟 分鐘",
    HOUR: "hours hour hrs hr h heures heure stunden stunde std horas hora ore ora ساعات ساعة "
    "saat час часа часов uur uren घंटे घंटा jam 小时 小時",
    DAY: "days day d jours jour tagen tage tag días día giorni giorno dias dia أيام يوم يوما "
    "gün день дня дней dagen दिन hari 天",
    WEEK: "weeks week wks wk w semaines semaine wochen woche semanas semana settimane settimana "
    "أسابيع أسبوع أسبوعا "
    "hafta неделю недели недель weken सप्ताह हफ्ते minggu 周 週",
    MONTH: "months month mos mo mois monaten monate monat meses mes mesi mese أشهر شهور شهر شهرا "
    "ay месяц месяца месяцев maanden महीने bulan 个月 個月",
    YEAR: "years year yrs yr y ans an années jahren jahre jahr años año anni anno anos ano "
    "سنوات سنة سنين أعوام عام عاما "
    "yıl год года лет jaar साल tahun 年",
}

# Arabic singulars and duals that carry their own number.
OWN_COUNT_UNITS: Final[dict[str, tuple[float, int]]] = {
    "ثانيتين": (2, SECOND),
    "ثانية": (1, SECOND),
    "دقيقتين": (2, MINUTE),
    "دقيقة": (1, MINUTE),
    "ساعتين": (2, HOUR),
    "ساعة": (1, HOUR),
    "نصف_ساعة": (0.5, HOUR),
    "ربع_ساعة": (0.25, HOUR),
    "يومين": (2, DAY),
    "يوم": (1, DAY),
    "أسبوعين": (2, WEEK),
    "أسبوع": (1, WEEK),
    "شهرين": (2, MONTH),
    "شهر": (1, MONTH),
    "سنتين": (2, YEAR),
    "سنة": (1, YEAR),
    "عامين": (2, YEAR),
    "عام": (1, YEAR),
}

NUMBER_WORDS: Final[dict[int, str]] = {
    1: "a an one un une ein eine einer einem una uno um uma واحد واحدة",
    2: "two deux zwei dos due dois duas a_couple_of couple_of",
    3: "three trois drei tres tre três ثلاث ثلاثة",
    4: "four quatre vier cuatro quattro quatro أربع أربعة",
    5: "five cinq fünf cinco cinque خمس خمسة",
    6: "six sechs seis sei ست ستة",
    7: "seven sept sieben siete sette sete سبع سبعة",
    8: "eight huit acht ocho otto oito ثماني ثمان ثمانية",
    9: "nine neuf neun nueve nove تسع تسعة",
    10: "ten dix zehn diez dieci dez عشر عشرة",
    11: "eleven onze elf once",
    12: "twelve douze zwölf doce",
}

# Days back from the day of capture.
NAMED_DAYS: Final[dict[int, str]] = {
    0: "today aujourd'hui heute hoy oggi hoje اليوم bugün сегодня vandaag आज 今天",
    1: "yesterday hier gestern ayer ieri ontem أمس بالأمس البارحة امبارح "
    "dün вчера gisteren कल 昨天",
    2: "avant-hier vorgestern anteayer أول_أمس أمس_الأول",
}

NOW_WORDS: Final = (
    "just_now moments_ago a_moment_ago a_few_seconds_ago seconds_ago à_l'instant gerade_eben "
    "ahora_mismo الآن للتو قبل_قليل منذ_قليل منذ_لحظات قبل_لحظات قبل_ثوان منذ_ثوان قبل_دقائق_قليلة"
)

ZONE_MINUTES: Final[dict[str, int]] = {
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "wet": 0,
    "bst": 60,
    "cet": 60,
    "mez": 60,
    "west": 60,
    "wat": 60,
    "cest": 120,
    "mesz": 120,
    "eet": 120,
    "cat": 120,
    "sast": 120,
    "eest": 180,
    "msk": 180,
    "eat": 180,
    "trt": 180,
    "мск": 180,
    "gst": 240,
    "pkt": 300,
    "ist": 330,  # India: pages of Israel and Ireland seldom name their zone
    "wib": 420,
    "hkt": 480,
    "sgt": 480,
    "myt": 480,
    "awst": 480,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "غرينتش": 0,
    "جرينتش": 0,
    "غرينيتش": 0,
    "ت_غ": 0,
    "ت.غ": 0,
    "مكة_المكرمة": 180,
    "مكة": 180,
    "السعودية": 180,
    "الرياض": 180,
    "الدوحة": 180,
    "بغداد": 180,
    "الإمارات": 240,
    "أبوظبي": 240,
    "دبي": 240,
}

# Zones of the United States whose letters do not say whether it is summer time.
US_ZONE_HOURS: Final[dict[str, int]] = {"et": -5, "ct": -6, "mt": -7, "pt": -8}

# Words that may stand beside a time on a line that says nothing else.
LABEL_WORDS: Final = (
    "published publish posted post updated update modified created first last on at the in date "
    "time released issued filed time: edited of from "
    "publié publiée le à mis mise jour modifié par veröffentlicht aktualisiert stand am um uhr "
    "publicado actualizado el a las hora pubblicato aggiornato il alle "
    "نشر نشرت نُشر تم النشر تاريخ التاريخ في آخر تحديث حدث حُدّث التحديث الساعة ساعة عند بتوقيت "
    "توقيت الموافق م هـ ه مضى مضت وقت أضيف بتاريخ يوم "
    "ore ultimo aggiornamento atualizado atualizada em às publicada actualizada fecha "
    "gepubliceerd bijgewerkt laatste op om opublikowano aktualizacja "
    "yayın yayınlanma yayınlandı tarihi güncelleme güncellenme güncellendi oluşturulma eklenme "
    "giriş haber son saat опубликовано обновлено дата публикации время в "
    "प्रकाशित अपडेट अपडेटेड समय पर 发布 发布时间 发表于 更新 更新时间 时间 發布時間 更新時間 時間"
)

UPDATE_WORDS: Final = (
    "updated update modified edited mis mise modifié aktualisiert stand actualizado aggiornato "
    "تحديث حدث التحديث تعديل معدل "
    "aggiornamento atualizado atualizada actualizada bijgewerkt aktualizacja güncelleme "
    "güncellenme "
    "güncellendi обновлено अपडेट अपडेटेड 更新 更新时间 更新時間"
)
