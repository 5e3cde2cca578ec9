"""Words that decide whether a dated clause tells what happened: states, figures, words of speech, light verbs."""

from onrecord.annotating.eventwords import words

STATES = words(
    "act address aim amount answer appear apply average be bear believe belong bring call care chair chat cite come "
    "command comment compare comprise concern condemn consider consist constitute contain contemplate continue "
    "contribute cost couch cover cry date demonstrate denounce depend deserve differ discuss do doubt earn enjoy "
    "equal exceed exist expect express face favor favour fear feature feel focus follow forget get happen hate have "
    "head hear help highlight hold hope include indicate intend involve joke keep know lack last laugh lead let lie "
    "like listen live look love manage mark matter mean measure need notice occur oppose owe own plan play ponder "
    "prefer prove rank rate read realise realize refer reference reflect regard rely remain remember remind reply "
    "represent require resemble reside resonate respond reveal run see seem serve share show sit smile sound speak "
    "spend stand stay stem struggle study suggest support surpass talk teach tend think total try understand use "
    "vary view wait want watch weigh wish wonder work worry "
)
"""Verbs that tell a state, a habit or a way of life, or nothing by themselves."""
MEASURED = words(
    "add average climb close contract decline decrease dip double drop earn edge end expand export fall finish gain "
    "generate grow halve hit import increase jump log lose make narrow open peak plunge post produce reach rebound "
    "record register report rise sell shed ship shrink sink slide slip slump soar stand surge total trade triple "
    "tumble widen "
)
"""Verbs that, of a figure, tell how much there was."""
FIGURES = words(
    "advantage approval average bond case cost crime crude currency death debt deficit demand dividend dollar "
    "earnings economy emission euro export favorability favourability figure future gdp gold growth import income "
    "index inflation lead level loss margin market number oil output percentage peso poll population pound price "
    "production profit proportion rate rating rent revenue salary sale share spending stock supply support surplus "
    "temperature total turnout turnover unemployment volume wage yield "
)
"""What a figure is of."""
GIVING = words("add deliver give have issue level make offer post put raise repeat send share strike take voice ")
"""Verbs that with a noun of speech tell that something was said."""
OF_SPEECH = words(
    "account accusation answer apology argument assessment briefing case claim comment criticism impression "
    "interview look note opinion point position question remark reply response speech stance statement talk tone "
    "version view word "
)
DEEDS = words(
    "accede accept appeal approve back begin conclude email endorse file fire float grant hit impeach indict knock "
    "offer open post prepare present publish recall refuse reject shoot sing summon write "
)
"""Verbs of speech that are deeds with a thing, or to somebody: "recalled its ambassador", "wrote to the mayor"."""
BEGUN = words("begin conclude fire open shoot sing ")
"""Of them, those that need no object: "the plant opened in 2009"."""
LIGHT = {
    "come": words("back into to from out down off ashore home online"), "get": words("back into out"),
    "bring": words("back to before into down"), "run": words("aground into over off"),
}  # fmt: skip
"""States that tell what happened with one of these words beside them."""
