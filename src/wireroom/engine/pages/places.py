"""Places that open a report, for datelines that no capital letters give away."""

import re
from typing import Final

from wireroom.engine.text.words import fold


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_LATIN: Final = (
    "Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Aden|Ajman|Aleppo|Algiers|Alger|Amman|"
    "Amsterdam|Ankara|Antananarivo|Ashgabat|Asmara|Astana|Asunción|Athens|Athènes|Athen|"
    "Baghdad|Bagdad|Baku|Bamako|Bangkok|Barcelona|Basra|Beijing|Pékin|Peking|Pekín|Beirut|"
    "Beyrouth|Belfast|Belgrade|Belgrad|Bengaluru|Benghazi|Berlin|Bern|Bishkek|Bogota|Bogotá|"
    "Brasilia|Brasília|Bratislava|Brazzaville|Brussels|Bruxelles|Brüssel|Bruselas|Bucharest|"
    "Bukarest|Budapest|Buenos Aires|Cairo|Le Caire|Kairo|El Cairo|Canberra|Cape Town|Caracas|"
    "Casablanca|Chennai|Chicago|Chisinau|Colombo|Copenhagen|Dakar|Damascus|Damas|Damaskus|"
    "Dammam|Dar es Salaam|Delhi|Dhaka|Djibouti|Doha|Dubai|Dublin|Dushanbe|Erbil|Frankfurt|"
    "Freetown|Gaza|Gaza City|Geneva|Genève|Genf|Ginebra|Guatemala City|Hamburg|Hanoi|Harare|"
    "Havana|La Habana|Helsinki|Hong Kong|Houston|Islamabad|Istanbul|Jakarta|Jeddah|Jerusalem|"
    "Johannesburg|Juba|Kabul|Kampala|Karachi|Kathmandu|Khartoum|Kigali|Kinshasa|Kolkata|Köln|"
    "Kuala Lumpur|Kuwait|Kuwait City|Kyiv|Kiev|Kiew|Lagos|Lahore|La Paz|Lima|Lisbon|Lisbonne|"
    "Lissabon|Lisboa|Ljubljana|London|Londres|Los Angeles|Luanda|Lusaka|Luxembourg|Madinah|"
    "Madrid|Makkah|Mecca|Managua|Manama|Manila|Maputo|Marrakech|Melbourne|Mexico City|México|"
    "Miami|Milan|Minsk|Mogadishu|Monrovia|Montevideo|Montreal|Moscow|Moscou|Moskau|Moscú|"
    "Mosul|Mumbai|Munich|München|Muscat|Nairobi|New Delhi|New York|Nueva York|Niamey|Nicosia|"
    "Nouakchott|Oslo|Ottawa|Ouagadougou|Panama City|Paris|Paname|Perth|Phnom Penh|Podgorica|"
    "Port-au-Prince|Prague|Prag|Praga|Pretoria|Pristina|Pyongyang|Quito|Rabat|Rafah|Ramallah|"
    "Reykjavik|Riga|Rio de Janeiro|Riyadh|Riad|Rome|Rom|Roma|Sanaa|San Francisco|San José|"
    "San Salvador|Santiago|Santo Domingo|Sao Paulo|São Paulo|Sarajevo|Seoul|Séoul|Shanghai|"
    "Sharjah|Singapore|Skopje|Sofia|Stockholm|Strasbourg|Straßburg|Stuttgart|Sydney|Taipei|"
    "Tallinn|Tashkent|Tbilisi|Tegucigalpa|Tehran|Téhéran|Teheran|Tel Aviv|The Hague|La Haye|"
    "Den Haag|Tirana|Tokyo|Tokio|Toronto|Tripoli|Tunis|Ulaanbaatar|United Nations|"
    "Vatican City|Vienna|Vienne|Wien|Viena|Vilnius|Warsaw|Varsovie|Warschau|Washington|"
    "Wellington|Windhoek|Yangon|Yaoundé|Yerevan|Zagreb|Zurich|Zürich|UAE|Kyoto|Osaka"
)
_ARABIC: Final = (
    "الرياض|جدة|مكة|مكة المكرمة|المدينة المنورة|الدمام|أبها|تبوك|نيوم|العلا|دبي|أبوظبي|"
    "أبو ظبي|الشارقة|عجمان|رأس الخيمة|الفجيرة|العين|الدوحة|المنامة|الكويت|مسقط|صلالة|عدن|"
    "صنعاء|تعز|مأرب|الحديدة|القاهرة|الإسكندرية|الجيزة|شرم الشيخ|العريش|السويس|بورسعيد|أسوان|"
    "الأقصر|قنا|الخرطوم|بورتسودان|الفاشر|طرابلس|بنغازي|سرت|مصراتة|تونس|صفاقس|الجزائر|وهران|"
    "الرباط|الدار البيضاء|مراكش|طنجة|فاس|نواكشوط|مقديشو|جيبوتي|موروني|بيروت|صيدا|صور|دمشق|"
    "حلب|حمص|حماة|إدلب|اللاذقية|درعا|القامشلي|دير الزور|بغداد|البصرة|الموصل|أربيل|كركوك|"
    "النجف|كربلاء|السليمانية|عمان|إربد|العقبة|الزرقاء|القدس|القدس المحتلة|رام الله|غزة|رفح|"
    "خان يونس|نابلس|جنين|الخليل|بيت لحم|تل أبيب|طهران|أصفهان|مشهد|أنقرة|إسطنبول|كابل|كابول|"
    "إسلام آباد|كراتشي|نيودلهي|نيو دلهي|مومباي|دكا|كولومبو|بكين|شنغهاي|هونغ كونغ|طوكيو|سيول|"
    "بيونغ يانغ|تايبيه|مانيلا|جاكرتا|كوالالمبور|سنغافورة|بانكوك|هانوي|سيدني|كانبرا|موسكو|"
    "كييف|مينسك|سان بطرسبرغ|تبليسي|باكو|يريفان|لندن|باريس|برلين|روما|مدريد|لشبونة|بروكسل|"
    "لاهاي|أمستردام|جنيف|زيورخ|برن|فيينا|أثينا|نيقوسيا|وارسو|براغ|بودابست|بوخارست|صوفيا|"
    "بلغراد|سراييفو|زغرب|ستوكهولم|أوسلو|كوبنهاغن|هلسنكي|دبلن|ستراسبورغ|الفاتيكان|واشنطن|"
    "نيويورك|الأمم المتحدة|لوس أنجلوس|شيكاغو|ميامي|أوتاوا|مكسيكو|هافانا|كراكاس|بوغوتا|ليما|"
    "برازيليا|ريو دي جانيرو|ساو باولو|بوينس آيرس|سانتياغو|نيروبي|أديس أبابا|كامبالا|كيغالي|"
    "كينشاسا|أبوجا|لاغوس|أكرا|داكار|باماكو|نيامي|نجامينا|جوبا|بريتوريا|جوهانسبرغ|هراري|عواصم"
)
_COUNTRIES: Final = (
    "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|"
    "Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|"
    "Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|"
    "Cameroon|Canada|Chad|Chile|China|Colombia|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|"
    "Denmark|Djibouti|Dominican Republic|DR Congo|Ecuador|Egypt|El Salvador|England|Eritrea|"
    "Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|"
    "Guatemala|Guinea|Guyana|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|"
    "Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|"
    "Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Lithuania|Luxembourg|Madagascar|Malawi|"
    "Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Mongolia|Montenegro|"
    "Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|"
    "North Korea|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama|"
    "Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|"
    "Saudi Arabia|Scotland|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|"
    "South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Sweden|Switzerland|Syria|"
    "Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tunisia|Turkey|Türkiye|Turkmenistan|UAE|Uganda|"
    "Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Venezuela|"
    "Vietnam|Wales|West Bank|Yemen|Zambia|Zimbabwe"
)
# Where a name and a place run together; agencies of Taiwan and China write so.
_HAN: Final = _words(
    "台北 臺北 新北 桃園 新竹 台中 臺中 台南 臺南 高雄 基隆 嘉義 花蓮 台東 臺東 宜蘭 屏東 "
    "苗栗 彰化 南投 雲林 金門 澎湖 北京 上海 天津 重庆 重慶 广州 廣州 深圳 南京 杭州 武汉 "
    "武漢 成都 西安 沈阳 哈尔滨 长春 济南 郑州 长沙 福州 厦门 南昌 合肥 太原 昆明 贵阳 南宁 "
    "海口 兰州 西宁 银川 拉萨 乌鲁木齐 呼和浩特 石家庄 大连 青岛 香港 澳門 澳门 東京 东京 "
    "大阪 首爾 首尔 平壤 平壌 曼谷 河內 河内 新加坡 馬尼拉 马尼拉 雅加達 雅加达 吉隆坡 "
    "新德里 華盛頓 华盛顿 紐約 纽约 洛杉磯 洛杉矶 舊金山 旧金山 芝加哥 渥太華 渥太华 聯合國 "
    "联合国 倫敦 伦敦 巴黎 柏林 布魯塞爾 布鲁塞尔 日內瓦 日内瓦 羅馬 罗马 馬德里 马德里 "
    "維也納 维也纳 莫斯科 基輔 基辅 華沙 华沙 雅典 安卡拉 伊斯坦堡 伊斯坦布尔 耶路撒冷 加薩 "
    "加沙 開羅 开罗 德黑蘭 德黑兰 巴格達 巴格达 貝魯特 贝鲁特 大馬士革 大马士革 利雅得 杜拜 "
    "迪拜 多哈 內羅畢 内罗毕 坎培拉 堪培拉 雪梨 悉尼 惠靈頓 惠灵顿 墨西哥城 巴西利亚"
)
# A name that begins with one of these is a place whatever comes after it.
_ARABIC_HEADS: Final = frozenset(map(fold, ("مدينة", "ميناء", "محافظة", "ولاية", "جزيرة", "بندر")))
_KNOWN: Final = frozenset(fold(name) for name in f"{_LATIN}|{_ARABIC}".split("|"))
_KNOWN_COUNTRIES: Final = frozenset(map(fold, _COUNTRIES.split("|")))
_PARTS: Final = re.compile(r"\s*[,،/؛;]\s*|\s+-\s+|\s+و(?=\S)")


def is_known_place(text: str) -> bool:
    """Tell whether the text names places of the table: "Paris", "Moscow/London", "غزة"."""
    parts = [fold(part).strip() for part in _PARTS.split(text) if part.strip()]
    if not parts:
        return False
    first = parts[0]
    return first in _KNOWN or (first.split()[0] in _ARABIC_HEADS and len(first.split()) <= 3)


def is_country(name: str) -> bool:
    """Tell whether the text is a country's English name."""
    return fold(name).strip() in _KNOWN_COUNTRIES


def known_place_at_end(text: str) -> str:
    """Return the place of the table that a text in Han letters ends with, "" where there is none.

    Something has to stand before it.
    """
    ends = (text[-length:] for length in (5, 4, 3, 2) if length < len(text))
    return next((end for end in ends if end in _HAN), "")
