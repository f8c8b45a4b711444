"""English verbs that decide what happened: only a word that says the same stands for one."""

from typing import Final

from wireroom.engine.insight.verify.word_table import words_in

# Verbs of direction, yes and no, beginning and end, harm, law, sport, trade and staff: put for
# another one of their kind, each makes another fact of the same names and numbers.
DECISIVE: Final = words_in(
    """
    abandon abolish abstain abuse accept accuse achieve acquire acquit add admit adopt advance
    agree allow appeal appoint approve arm arrest arrive assassinate assault attack attend award
    back ban bar beat begin behead betray bomb borrow break bribe build burn bury buy cancel
    capture cause cease challenge charge cheat clear climb close collapse collapse concede
    condemn confess confirm confiscate conquer continue convict crash create criticise criticize
    cross cut damage decline decrease defeat defect defend delay demolish demote deny deport
    derail destroy detain deteriorate devalue die disappear discover dismiss dissolve divorce
    donate double drop drown earn ease elect end endorse enter escape evacuate exceed execute
    expand expel explode export expose extend extinguish extradite fail fake fall fight find fine
    finish fire flatten flee flood forbid force forge forgive found free freeze gain give grant
    grow guarantee halt halve hang harm heal help hide hike hire hit hurt ignore impeach import
    imprison improve include increase indict infect inherit injure insult insure invade invent
    invest jail join jump keep kidnap kill lack land launch lay lead leak leave lend let lie lift
    limit liberate lift lose lower marry melt merge miss murder name narrow nationalise negotiate
    nominate obey occupy omit open oppose order oust outlaw overtake overturn own pardon pass
    pause pay permit plunge poison postpone praise prevent privatise produce prohibit promote
    prosecute protect prove provoke publish punish qualify quit raid raise rape rebuild recall
    receive recover recruit reduce refuse reinstate reject release relegate remain remove renew
    repair repay repeal replace rescue resign resume retain retire retreat retract return reveal
    reverse revoke rise rob rule sabotage sack sail save score scrap seize sell send sentence
    separate shell shoot shrink shut sign sink slash slow smuggle soar solve spare spend split
    stab start starve stay steal stop strengthen strike strip sue suffer support surge surrender
    survive suspend swear take target tear test thank threaten threat tie topple torture trap
    treat triple triumph tumble turn unveil vaccinate vandalise veto violate vote wait warn waste
    weaken welcome win withdraw withhold worsen wound wreck
    """
)
