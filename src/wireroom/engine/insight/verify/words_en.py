"""English words that the verifier knows: those without content, those that turn a fact."""

from typing import Final

from wireroom.engine.insight.verify.word_table import words_in

# Words that claim nothing of their own.
STOP: Final = words_in(
    """
    a an the this that these those there here it its he him his she her hers they them their
    theirs we us our i my me you your who whom whose which what when where while and or but
    nor so yet of in on at by for with to from into onto upon through across along between
    among within as is are was were be been being am has have had having do does did done
    doing will would shall should can could may might must if then than because since until
    till about around over out off also too such just very well even still already one ones
    other another how why s t d ll re ve own per via amid despite although though however
    whether during including toward towards one's not no never without none neither cannot
    nobody nothing anybody anyone somebody someone unless went go gone come came get got getting
    make made making take took
    taken taking put became become now himself herself itself themselves
    """
)

# Words a writer adds that change no fact; a small share of a claim may be such.
PLAIN: Final = words_in(
    """
    according statement news report reports reported say says said saying tell told telling add
    added adding people person persons officials official authorities spokesman spokeswoman
    spokesperson country city town place area part parts figures case event incident happen
    happened happening take taking occurred occur situation matter thing things time times way
    give gave given include includes included including involve involved involving meanwhile
    further moment result following describe described describing explain explained note noted
    noting state stated remark remarked comment commented call called calling name named set
    currently present being able work working group body show shows showed shown member members
    put see seen sees saw like takes helped
    """
)

# Verbs and nouns that say little without what they stand with; the frames compare that.
LIGHT: Final = words_in(
    """
    each much rather soon once remain remains remained left held receive receives received
    receiving up face faces faced facing turn turned turns draw drew drawn draws use used uses
    using level levels side sides line bring brings brought carry carries carried carrying set
    sets settle lie lies stand stands stood run runs ran move moved play played plays own itself
    themselves figure mark marks marked serve served far actual current
    """
)

NEGATORS: Final = words_in(
    """
    not no never without none neither nor cannot nobody nothing nowhere n't isn't aren't
    wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't
    shouldn't deny denies denied denying fail fails failed failing refuse refuses refused
    refusing decline declines declined declining unable lack lacks lacked lacking unknown
    unclear unhurt unharmed uninjured ruled false falsely wrongly hardly barely avoid
    avoided unsolved unnamed undecided unless unconfirmed rejects rejected reject
    """
)

_MODALS: Final = {
    "future": """
        will shall plan plans planned planning intend intends intended expect expects
        expected due scheduled going aim aims hope hopes hoped promise promises promised
        pledged vowed would ll upcoming
    """,
    "possible": """
        may might could possible possibly perhaps maybe potentially probably likely suggests
        feared
    """,
    "alleged": """
        alleged allegedly accused accuse accuses suspected suspect reportedly purported
        purportedly claimed claims rumoured unconfirmed charged
    """,
    "wished": """
        should must ought proposed proposes propose proposal recommended recommends urged
        urges asked considering considers consider wants want demanded demands called-for
        draft threatened threatens
    """,
}
MODALS: Final = {word: kind for kind, words in _MODALS.items() for word in words.split()}

# Verbs that decide what happened: they bind only to what their own sentence says.
OUTCOMES: Final = words_in(
    """
    won win wins lost lose drew died killed arrested charged convicted day night north
    south east west upstream downstream acquitted cleared jailed most mostly all only
    half last resigned signed elected appointed approved rejected passed fired
    """
)

# A subject that such a word opens is an adjunct, or says nothing of who it is.
HEADLESS: Final = words_in(
    "in at on by from with for after before during despite under as among according there it"
)
PREPOSITIONS: Final = words_in(
    """
    in at of from on near for with off into against between during under over about via around
    outside inside across by among through towards toward within without upon onto along behind
    despite except following including throughout to after before until since as than
    """
)
