"""Names that are known everywhere, and that no form tells: companies, media, clubs, people."""

from typing import Final

from wireroom.engine.insight.quotes.word_list import word_list

# From general knowledge; words that mean something else as often are left out ("apple" is told
# by its capital, "gap" and "target" are not).
COMPANIES: Final = word_list(
    "adidas airbnb alphabet axa audi barclays basf bayer bmw bp bytedance caterpillar cisco "
    "citigroup "
    "citroën coca-cola costco danone deepmind dell deloitte ebay ericsson exxonmobil fedex ferrari "
    "fiat ford glencore google halliburton heineken honda hsbc hyundai ibm jaguar jpmorgan kellogg "
    "kpmg lenovo lego linkedin lockheed lyft macy mastercard mazda mcdonald mckinsey "
    "mercedes "
    "mercedes-benz merck michelin mitsubishi monsanto motorola nestlé nestle netflix nissan nokia "
    "novartis nvidia oracle panasonic paypal pepsico peugeot pfizer philips pinterest porsche "
    "qualcomm raytheon reddit renault roche ryanair easyjet safran saks sainsbury salesforce "
    "sanofi "
    "sap schneider shein shell siemens slack snapchat softbank soundcloud stellantis stripe subaru "
    "suzuki temu tesco thales totalenergies toshiba twitch ubs unilever vodafone volvo wework "
    "whatsapp wikileaks wikipedia xiaomi yahoo yandex zara zoom astrazeneca moderna biontech "
    "anthropic deepseek palantir blackrock vattenfall eon rwe edf engie orange enel iberdrola "
    "repsol "
    "telefónica santander bbva unicredit allianz lidl aldi carrefour auchan decathlon flydubai "
    "lukoil sberbank roscosmos nord-stream wirecard tui condor sabic zain etisalat"
) - word_list("alphabet caterpillar orange slack stripe zoom shell jaguar fiat condor schneider")
CLUBS: Final = word_list(
    "arsenal chelsea liverpool-fc tottenham everton barça juventus milan-ac napoli-calcio lazio "
    "schalke hertha benfica fenerbahçe galatasaray besiktas ajax feyenoord psg dortmund-bvb "
    "yankees dodgers knicks celtics"
)
# Surnames that are known alone and are no words of the languages read.
PEOPLE: Final = word_list(
    "trump biden obama putin zelensky zelenskyy zelenskiy selenskyj selenski macron merkel scholz "
    "merz erdogan erdoğan netanyahu starmer sunak meloni orbán orban lukashenko lukaschenko assad "
    "khamenei chamenei sinwar nasrallah maduro bolsonaro milei trudeau modi jinping zuckerberg "
    "bezos musk gandhi mandela gorbachev lavrov blinken rubio hegseth vance pelosi mcconnell "
    "rousseff habeck baerbock lindner söder sarkozy hollande mélenchon sánchez-castejón rajoy "
    "ronaldo mbappé federer nadal djokovic shakespeare einstein picasso hitler stalin lenin mao "
    "путин зеленский трамп байден макрон лукашенко навальный"
)
# Names of several words.
PHRASES: Final = frozenset(
    (
        "al qaeda", "al qaida", "al shabaab", "ku klux klan", "getty images", "vanity fair",
        "procter & gamble", "jp morgan chase", "jpmorgan chase", "merrill lynch",
        "ernst & young", "time warner", "home depot", "best buy", "burger king",
        "american express", "pizza hut", "mcdonald's", "macy's", "kellogg's", "sainsbury's",
        "levi strauss", "harley davidson", "louis vuitton", "hugo boss", "deutsche bahn",
        "deutsche telekom", "deutsche post", "le figaro", "el espectador", "air france",
        "air france-klm", "crédit agricole", "société générale", "bnp paribas", "real sociedad",
        "atlético madrid", "manchester united", "manchester city", "aston villa",
        "crystal palace", "west ham", "red bull", "rolls-royce", "aston martin", "land rover",
        "bloomberg news", "usa today", "daily telegraph", "the daily telegraph",
        "the independent", "the sun", "the hill", "the atlantic", "national geographic",
        "business insider",
    )
)  # fmt: skip
