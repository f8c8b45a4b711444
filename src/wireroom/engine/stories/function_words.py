"""Words that say nothing of an event, of languages whose articles nobody has counted yet."""

from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Final

from wireroom.engine.stories.terms import split_words, stem_word

# Without them a young stream takes "dans" for as rare as a town: two reports of different fires
# share ten such words. The commonest stand before the bar. From general knowledge of the
# languages; what is left out is counted by the stream itself, only later.
_WORDS: Final[Mapping[str, str]] = {
    "fr": "de la le les et des en un une du à l d dans est a|que qui par pour sur au il s n ne pas"
    " se ce avec plus son sa ses ont été sont aux mais on c qu ou elle cette après selon leur deux"
    " avait être fait ans jours",
    "es": "de la que el en y a los del se las por un con una para su|no al lo es más como o fue ha"
    " sus le ya este entre desde han sobre tras según esta pero son dos también hasta años hay ser"
    " muy sin",
    "de": "der die und in den von zu das mit sich des auf für ist im dem|nicht ein eine als auch es"
    " an er hat aus bei nach sie einen einem einer werden wurde sind war am um noch wie über so"
    " zum zur haben nur oder aber vor bis mehr durch man sein wird dass",
    "it": "di e il la che in a per un del della è le con si i|da non una sono al dei più nel alla"
    " ha lo gli anche ma come delle su l d o dal nella stato dopo anni era hanno questo due",
    "pt": "de a o que e do da em um para com uma os no se na|por mais as dos como mas ao foi das à"
    " seu sua ou ser quando muito nos já está também pelo pela até são após não anos dois",
    "nl": "de van het een en in is dat op te voor met zijn die|niet aan er om ook als dan maar bij"
    " uit door naar heeft hij werd wordt over nog ze meer was worden tot jaar na",
    "sv": "och i att det som en på är av för med den till har|de inte om ett han men var från vid"
    " sig efter kan hade under också än eller ska",
    "pl": "w i na z do się że nie to jest o za po od|jak ale przez dla tym był która który są jego"
    " ma tego co przed ich było już tylko roku oraz",
    "cs": "a v se na je že s z do o i to|k ve pro za by po od jak ale jeho byl podle které který"
    " před jsou jako ze už také roce",
    "tr": "ve bir bu da de için ile olarak daha|en çok o olan gibi sonra kadar ne ise ancak var"
    " dedi oldu her iki yeni etti tarafından göre",
    "id": "yang dan di dari untuk dengan ini pada itu ke|dalam tidak akan juga oleh telah sebagai"
    " adalah ada kata tersebut bisa lebih saat mereka para karena",
    "ru": "в и на с по не что из за к от о для как|его он до это а был у при также после их года но"
    " все со об во было были она или более уже году сообщил сообщила этом",
    "uk": "в і у на з та до не що за про від для як|його він по це а був при також після їх року"
    " й із було були вона або більше вже зі",
    "el": "και το να του η της με που την από για ο τα|στο στη τον σε είναι θα των οι στην τους δεν"
    " τη ένα μια ότι στον ως αλλά μετά",
    "ar": "في من على إلى أن عن التي مع ما هذا|هذه الذي بعد كان قال كما لا أو ذلك بين قد كانت حتى"
    " وقال خلال إن هو هي عند كل لم قبل ولم أي قالت",
    "fa": "و در به از که این را با است برای|آن یک خود شد تا کرد بر هم نیز می های شده بود وی باید"
    " ها دو اما گفت پس",
    "ur": "کے کی میں ہے اور سے کا کو اس نے|پر یہ کہ ہیں کر ایک نہیں بھی تھا ان گیا لیے جو کہا ہو"
    " تک بعد ہوئے",
    "hi": "के में है की और से का को पर ने|यह कि हैं एक नहीं भी था इस कर लिए जो गया गई कहा हो तक बाद साथ"
    " थे वह रहा रही हुए हुआ अपने",
    "he": "של את על לא הוא עם זה כי גם|היא אל או יותר אחרי בין אבל כל לאחר היה אמר אם עד לפני רק",
    "vi": "và của là có cho trong được với các không đã|người này một những khi để từ đến ra về"
    " cũng năm theo như sau tại trên ông bà còn nhiều bị nhưng do lại sẽ vào ở nói biết thì mà"
    " nên việc ngày vẫn đang",
    "zh": "表示 没有 一个 已经 进行|记者 报道 宣布 目前 以及 可以 他们 我们 其中 这个 认为",
    "ja": "して した いる こと れた ます です った から する ている|ない って など ため よう まし"
    " との この その",
    "th": "ที่ และ ใน ของ การ เป็น ได้ จะ|ให้ ว่า มี ไม่ กับ จาก ความ นี้ แล้ว",
    "ko": "이 그 및 등 수 것 있다 했다 한|있는 밝혔다 말했다 대한 위해 지난 이번 따르면",
}  # fmt: skip
_USUAL: Final = 0.6  # share of articles that hold one of the commonest,
_COMMON: Final = 0.2  # and one of the others


@cache
def function_word_shares(base: str) -> Mapping[str, float]:
    """Return stem -> share of articles taken to hold it; empty for a language without a list."""
    shares: dict[str, float] = {}
    for words, share in zip(_WORDS.get(base, "").split("|"), (_USUAL, _COMMON), strict=False):
        # Each by itself: words of scripts without spaces would run into each other.
        for word in chain.from_iterable(map(split_words, words.split())):
            shares.setdefault(stem_word(word, base), share)
    return shares
