"""English verbs of the news in their base form, and those that act or suffer alike."""

from typing import Final

from wireroom.engine.insight.verify.word_table import words_in

VERBS: Final = words_in(
    """
    abandon abolish absorb abuse accept accompany accuse achieve acknowledge acquire acquit act
    adapt add address adjourn admit adopt advance advise affect agree aim allege allow alter
    amend analyse analyze announce answer anticipate apologise apologize appeal appear applaud
    apply appoint approach approve argue arise arm arrange arrest arrive ask assault assemble
    assert assess assign assist assume assure attach attack attempt attend attract auction
    authorise authorize avert avoid award back ban bar bear beat become beg begin believe belong
    benefit betray bid bind bite blame blast bleed block blow board boast bomb book boost borrow
    bounce break bring broadcast build burn burst bury buy calculate call calm campaign cancel
    capsize capture care carry cast catch cause caution cease celebrate censure challenge
    champion change charge chase check cheer choose cite claim clash classify clean clear climb
    close collapse collect collide combine come comfort command commemorate comment commission
    commit compare compel compete complain complete comply comprise concede conceal concern
    conclude condemn conduct confess confine confirm confiscate confront connect consider
    consist construct consult consume contact contain contest continue contract contradict
    contribute control convert convey convict convince cook cool cooperate cope copy correct
    cost count counter cover crack crash create credit criticise criticize cross crowd crush cry
    cultivate cure curb cut damage dance deal debate decide decline decorate decrease dedicate
    defeat defend defer define defuse delay deliberate deliver demand demolish demonstrate
    denounce deny depart depend deploy deport depose derail derive describe desert deserve
    design destroy detain detect deteriorate determine detonate develop devote die differ dig
    dine dip direct disagree disappear disappoint discard discharge disclose discover discuss
    disembark dismantle dismiss dispatch disperse displace display dispose dispute disrupt
    dissolve distribute dive divert divide dock dodge dominate donate double doubt down draft
    drag drain draw dream dress drift drill drink drive drop drown dry dump earn ease eat edit
    educate elect eliminate embark embrace emerge emit emphasise emphasize employ empty enable
    encounter encourage end endanger endorse endure enforce engage enhance enjoy enlarge enlist
    ensure enter entertain equal equip erect erupt escape escort establish estimate evacuate
    evade evaluate evolve examine exceed exchange exclude excuse execute exempt exercise exhaust
    exist exit expand expect expel experience explain explode explore export expose express
    extend extinguish extract extradite face fade fail fall falsify favour favor fear feature
    feed feel fight file fill film finance find fine finish fire fish fit fix flatten flee float
    flood flow fly focus follow fool force forbid forecast foresee forget forgive form found
    free freeze fuel fund gain gather generate get give go govern grab grant greet grieve grow
    guarantee guard guess guide hail halt halve hand handle hang happen harm harvest hate head
    heal hear heat help hesitate hide highlight hike hint hire hit hold honour honor hope host
    house hunt hurry hurt identify ignite ignore illustrate imagine impeach implement implicate
    import impose impound impress imprison improve incite include increase incur indicate indict
    infect inflict influence inform inhabit inherit inject injure innovate inspect inspire
    install instruct insult insure integrate intend intensify intercept interpret interrogate
    interrupt intervene interview introduce inundate invade invent invest investigate invite
    involve isolate issue jail join joke judge jump justify keep kick kidnap kill kiss knock
    know label lack land last laugh launch lay lead leak lean leap learn lease leave lend lessen
    let level levy liberate lie lift light limit line link list listen live load lobby locate
    lock lodge look loot lose lower maintain make manage manufacture march mark market marry
    match matter mean measure mediate meet melt mend mention merge mine minimise miss mistake
    mix mobilise moderate modernise modify monitor mount mourn move multiply murder name narrow
    negotiate net nominate note notice notify obey object oblige observe obtain occupy occur
    offer offset open operate oppose opt order organise organize originate oust outline outlaw
    outnumber outperform overcome overhaul overlook override overrun oversee overtake overthrow
    overturn owe own pack paint park participate pass pause pay peak permit persist persuade
    phase pick pilot pin place plan plant play plead please pledge plunge poison poll pollute
    pool portray pose position possess post postpone pour praise pray predict prefer prepare
    present preserve press pressure presume pretend prevail prevent print prioritise proceed
    process proclaim produce prohibit project prolong promise promote prompt propose prosecute
    protect protest prove provide provoke publish pull pump punish purchase pursue push put
    qualify quarantine quarrel question queue quit quote race raid rain raise rally range rank
    rape rate ratify reach react read realise realize rebound rebuild rebuke recall receive
    reckon recognise recognize recommend reconsider record recover recruit recycle redesign
    redraw reduce refer reflect refloat reform refund refuse regain regard register regret
    regulate rehearse reinforce reinstate reject rejoin relate relax release relieve relocate
    rely remain remark remember remind remove rename renew renounce renovate rent reopen repair
    repay repeal repeat replace reply report represent reprimand request require rescue research
    resemble resettle reside resign resist resolve respect respond rest restart restore restrict
    result resume retain retaliate retire retreat retrieve return reunite reveal reverse review
    revise revive revoke reward rewrite ride ring rise risk rob rocket roll rotate rule run
    rupture rush sabotage sack sacrifice sail salvage sanction satisfy save say scale scan
    scatter schedule score scrap scrape screen seal search seat secure see seek seem seize
    select sell send sense sentence separate serve set settle sever shake share shed shell
    shelter shelve shift shine ship shock shoot shop shorten shout show shrink shut sign signal
    sing sink sit ski slam slash slay sleep slide slip slow slump smash smell smoke smuggle snap
    soar solve sort spark speak specialise specify speculate speed spell spend spill split spoil
    sponsor spot spray spread spur spurn stab staff stage stall stand star start starve state
    stay steal steer step stem stick stimulate stoke stop store storm strand strengthen stress
    stretch strike strip struggle study submit subsidise succeed sue suffer suggest suit supply
    support suppress surface surge surpass surprise surrender surround survey survive suspect
    suspend sustain swear sweep swell swim swing switch sympathise tackle take talk target taste
    tax teach team tear tell tend terminate test testify thank think threaten throw tie tighten
    tip top topple torture total touch tour trace track trade trail train transfer transform
    translate transmit transport trap travel treat trial trigger trim triple trust try tumble
    turn uncover undergo undermine understand undertake unite unload unveil update upgrade
    uphold urge use vaccinate vacate value vanish vary venture veto view violate visit volunteer
    vote vow wade wage wait wake walk want warm warn wash waste watch weaken wear weather weep
    weigh welcome widen win wipe wish withdraw need declare tag resubmit circle withhold
    withstand witness work worry worsen wound wrap wreck write yield
    """
)
# Verbs whose subject is what their object is: "the shop opened", "the shop was opened".
TURNING: Final = words_in(
    """
    open close shut start begin stop end finish halt resume restart reopen continue increase
    decrease grow drop double halve triple change move turn burn sink capsize derail explode
    detonate break burst rupture split spill leak improve worsen strengthen weaken widen narrow
    expand shrink slow spread melt freeze crash land collapse raise rise lift fall lower cut
    release injure hurt gather unite merge separate develop evacuate settle stage hold marry
    detain ease save cost trade launch sell reach locate base
    """
)
