"""Words of time in English, French, Spanish and German, one table a language.

Each key is the sign of a class of words (see lexicon.py); "word=value" gives what a word stands
for, "_" a space between words. What is written with a capital needs one in the text, what is
written small may have one, and "!" takes a word only as it is written here.
"""

from typing import Final

DAY: Final = 1
WEEK: Final = 2
MONTH: Final = 3
YEAR: Final = 4
DECADE: Final = 5

ENGLISH: Final[dict[str, str]] = {
    "W": "Monday=0 Tuesday=1 Wednesday=2 Thursday=3 Friday=4 Saturday=5 Sunday=6",
    "w": "Mon=0 Tue=1 Tues=1 Wed=2 Thu=3 Thur=3 Thurs=3 Fri=4 Sat=5 Sun=6",
    "M": "January=1 February=2 July=7 September=9 October=10 November=11 December=12 Jan=1 Feb=2 "
    "Apr=4 Jun=6 Jul=7 Aug=8 Sept=9 Sep=9 Oct=10 Nov=11 Dec=12",
    "m": "March=3 April=4 May=5 June=6 August=8 Mar=3",
    "D": "yesterday=-1 today=0 tonight=0 tomorrow=1 "
    "the_day_before_yesterday=-2 the_day_after_tomorrow=2",
    "a": "a=1 an=1 one=1",
    "c": "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 "
    "a_couple_of=2",
    "q": "first=1 second=2 third=3 fourth=4",
    "s": "st! nd! rd! th!",
    "j": "s!",
    "u": "day=1 days=1 week=2 weeks=2 month=3 months=3 year=4 years=4 decade=5 decades=5",
    "Q": "quarter Q",
    "B": "half",
    "E": "weekend",
    "L": "last=0 past=1",
    "N": "next coming",
    "t": "this",
    "e": "early mid late end_of beginning_of start_of middle_of",
    "r": "earlier",
    "R": "later",
    "p": "morning afternoon evening night",
    "g": "ago",
    "i": "in during",
    "o": "on at",
    "f": "of",
    "b": "by until till",
    "S": "since",
    "F": "from",
    "T": "between",
    "&": "and to through",
    "X": "will shall ll! would due scheduled expected set plans planned slated ahead upcoming "
    "begins starts opens takes_place closes resumes faces hopes intends aims is_to are_to",
    "V": "said says told was were had has have did announced reported added confirmed wrote",
}

FRENCH: Final[dict[str, str]] = {
    "W": "lundi=0 mardi=1 mercredi=2 jeudi=3 vendredi=4 samedi=5 dimanche=6",
    "M": "janvier=1 février=2 avril=4 mai=5 juin=6 juillet=7 août=8 septembre=9 octobre=10 "
    "novembre=11 décembre=12 fevrier=2 aout=8 decembre=12 janv=1 févr=2 "
    "sept=9 oct=10 nov=11 déc=12",
    "m": "mars=3",
    "D": "hier=-1 aujourd_'_hui=0 aujourd_’_hui=0 demain=1 avant_-_hier=-2 après_-_demain=2",
    "a": "un=1 une=1",
    "c": "deux=2 trois=3 quatre=4 cinq=5 six=6 sept!=7 huit=8 neuf=9 dix=10 onze=11 douze=12",
    "q": "premier=1 première=1 deuxième=2 second=2 troisième=3 quatrième=4",
    "s": "er! re!",
    "u": "jour=1 jours=1 semaine=2 semaines=2 mois=3 an=4 ans=4 année=4",
    "J": "années=-1",
    "Q": "trimestre",
    "B": "semestre",
    "L": "dernier dernière passé passée",
    "N": "prochain prochaine",
    "t": "ce cet cette",
    "e": "début fin mi",
    "p": "matin midi soir nuit après_-_midi",
    "G": "il_y_a",
    "i": "en",
    "o": "le au",
    "f": "de du",
    "b": "jusqu_'_en jusqu_'_à",
    "S": "depuis",
    "F": "entre",
    "&": "et au",
    "X": "sera seront devrait devraient doit doivent prévu prévue prévus aura auront va vont",
    "V": "a_déclaré a_annoncé a_indiqué était étaient avait ont annoncé déclaré indiqué",
}

SPANISH: Final[dict[str, str]] = {
    "W": "lunes=0 martes=1 miércoles=2 jueves=3 viernes=4 sábado=5 domingo=6 miercoles=2 sabado=5",
    "M": "enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 "
    "setiembre=9 octubre=10 noviembre=11 diciembre=12",
    "D": "ayer=-1 hoy=0 mañana=1 anteayer=-2 anoche=-1 pasado_mañana=2 esta_mañana=0 esta_noche=0 "
    "esta_tarde=0",
    "a": "un=1 una=1 uno=1",
    "c": "dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12",
    "q": "primer=1 primero=1 segundo=2 tercer=3 cuarto=4",
    "s": "º!",
    "u": "día=1 días=1 semana=2 semanas=2 mes=3 meses=3 año=4 años=4",
    "Q": "trimestre",
    "J": "los_años=-1",
    "B": "semestre",
    "E": "fin_de_semana",
    "L": "pasado pasada",
    "N": "próximo próxima que_viene",
    "t": "este esta",
    "e": "principios mediados finales",
    "p": "por_la_mañana por_la_tarde por_la_noche por_la_madrugada",
    "G": "hace",
    "i": "en",
    "o": "el al",
    "f": "de del",
    "b": "hasta",
    "S": "desde",
    "F": "entre",
    "&": "y al a",
    "X": "será serán debe deberá prevé prevista previsto tendrá tendrán va van",
    "V": "dijo anunció informó declaró fue era fueron había ha han",
}

GERMAN: Final[dict[str, str]] = {
    "W": "Montag=0 Dienstag=1 Mittwoch=2 Donnerstag=3 Freitag=4 Samstag=5 Sonnabend=5 Sonntag=6",
    "M": "Januar=1 Jänner=1 Februar=2 März=3 April=4 Mai=5 Juni=6 Juli=7 August=8 September=9 "
    "Oktober=10 November=11 Dezember=12",
    "D": "gestern!=-1 Gestern!=-1 heute!=0 Heute!=0 morgen!=1 vorgestern=-2 übermorgen=2",
    "a": "ein=1 eine=1 einem=1 einer=1",
    "c": "zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht!=8 neun=9 zehn=10 elf=11 zwölf=12",
    "q": "ersten=1 erste=1 zweiten=2 zweite=2 dritten=3 dritte=3 vierten=4 vierte=4",
    "j": "er!",
    "u": "Tag=1 Tage=1 Tagen=1 Woche=2 Wochen=2 Monat=3 Monate=3 Monaten=3 Jahr=4 Jahre=4 Jahren=4",
    "Q": "Quartal",
    "B": "Halbjahr",
    "E": "Wochenende",
    "L": "letzten letzte letzter vergangenen vergangene vergangener",
    "N": "nächsten nächste nächster kommenden kommende kommender",
    "t": "diesen diese dieser diesem",
    "e": "Anfang Mitte Ende",
    "p": "Morgen! Vormittag Mittag Nachmittag Abend Nacht früh",
    "G": "vor",
    "i": "im in",
    "o": "am",
    "f": "des",
    "b": "bis",
    "S": "seit",
    "F": "zwischen von",
    "T": "vom",
    "&": "und bis_zum",
    "X": "wird werden soll sollen will wollen geplant",
    "V": "sagte teilte war waren hatte hatten erklärte wurde wurden",
}

# German joins the weekday with the part of the day.
GERMAN_PARTS: Final = "morgen vormittag mittag nachmittag abend nacht"
