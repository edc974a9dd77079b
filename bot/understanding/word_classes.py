"""Classes of words that mean the same in questions about a score, written ``{name}`` in phrases."""

WORD_CLASSES = {
    name: frozenset(words.split())
    for name, words in {
        "fall": (
            "drop drops dropped dropping fall falls fell fallen falling decline declines declined "
            "declining decrease decreased decreases decreasing sink sank sunk sinking plunge "
            "plunged plummet plummeted plummeting tank tanked tanking dip dipped dipping slip "
            "slips slipped slipping slide slid sliding lose loses losing lost loss losses crash "
            "crashed crashing tumble tumbled nosedive nosedived bleed bleeding shrink shrank "
            "shrunk shrinking erosion eroded eroding deteriorated deteriorating reduced reducing "
            "reduction down downward downwards worse worsened regressed regress dive dived diving "
            "collapse collapsed evaporated vanished vanish disappeared disappear cut docked "
            "deducted deduction slump slumped slumping south backwards minus punished punish "
            "penalised penalized knocked missing lighter gone lower lowered downhill hammered "
            "screwed wiped halved drag dragged dragging"
        ),
        "rise": (
            "rise rises rose risen rising increase increased increases increasing up climb climbed "
            "climbing gain gained gains gaining grow grew grown growing jump jumped jumping jumps "
            "spike spiked surge surged bumped boosted higher upward soared skyrocketed improved "
            "improvement shot rocketed recovered recover"
        ),
        "stay": (
            "stuck flat frozen stagnant stagnating stagnate stagnated plateau plateaued "
            "plateauing unchanged stalled idle static"
        ),
        "shift": (
            "change changes changed changing move moved moves moving movement difference delta "
            "swing swung fluctuate fluctuates fluctuating fluctuation shift shifted variation "
            "gap happened happening happen differ differs budge budging"
        ),
        "why": "why wherefore because reason reasons cause causes caused causing reasoning",
        "score": (
            "score scores ssi number numbers points point rating index figure figures value values "
            "result results digits total mark grade percentage average pillar pillars metric "
            "brand insights people relationships relationship kpi stats"
        ),
        "low": (
            "low bad poor terrible weak awful crap shit rubbish pathetic horrible embarrassing "
            "miserable tiny dismal lousy under below behind"
        ),
        "others": (
            "everyone everybody anyone anybody others colleagues teammates coworkers people else "
            "reps folks members users all rest team whole company guys peers"
        ),
        "past": (
            "was were been had used looked ended finished history past previous previously "
            "earlier ever before"
        ),
        "act": (
            "post posts posted posting comment comments commented commenting like likes share "
            "shares sharing message messages inmail inmails connect connects connections "
            "connection article articles write publish "
            "publishing reply replies endorsement endorsements "
            "recommendation recommendations search searches invite invites do did send stop add "
            "reactions react leads outreach activity activities actions"
        ),
        "get": "get reach hit achieve make attain earn arrive cross break pass touch land come",
        "raise": (
            "improve increase raise boost grow lift bump better up higher strengthen fix push "
            "build enhance maximise maximize optimise optimize climb recover enlarge"
        ),
        "calc": (
            "calculated calculate calculates calculation calculations computed compute computes "
            "measured measure measures scored determined determine weighted weighting weights "
            "formula formulas algorithm algorithms methodology rulebook rulebooks rules rule "
            "scoring math maths compose composed composition criteria"
        ),
        "show": (
            "show give see view display list send share tell get pull fetch check look print read "
            "plot chart graph draw remind"
        ),
        "trend": (
            "trend trends trending history historical trajectory evolution progression progress "
            "progressed course chart graph timeline curve record highs lows peak max min "
            "maximum minimum development evolved"
        ),
        "rank": (
            "rank ranks ranking rankings ranked leaderboard leaderboards board standings standing "
            "place podium leader leaders winner winners winning wins league scoreboard position "
            "top first movers climbers leading ladder"
        ),
        "compare": (
            "compare compared compares comparing comparison versus benchmark benchmarks against "
            "relative percentile percentiles average median stack typical norm"
        ),
        "data": (
            "data import imports imported importing upload uploads uploaded uploading export "
            "exports exported csv zip file files archive log logs logged logging record recorded "
            "entry entries activities sync download downloaded spreadsheet tally excel"
        ),
        "amend": (
            "correct wrong incorrect delete remove undo fix edit retract missing duplicate "
            "duplicated double add enter register record revert mistake amend"
        ),
        "private": (
            "privacy private confidential gdpr consent retention anonymous visible visibility "
            "erase erased erasure forget hide hidden surveillance spying tracked tracking opt"
        ),
        "viewer": (
            "boss manager managers chef lead leader colleagues coworkers teammates others everyone "
            "anyone people hr admin everybody somebody someone who company employer"
        ),
        "how": "how way ways method",
        "who": "who whose which whom",
        "if": "if suppose supposing assuming imagine unless",
        "future": (
            "will would could going if until suppose tomorrow next soon need needed needs "
            "forecast predict projected shall might upcoming coming continue"
        ),
        "want": "want wish like need would aim goal target trying try",
        "now": "now current currently today latest present",
        "time": (
            "yesterday today week weeks month months quarter year days monday tuesday wednesday "
            "thursday friday saturday sunday weekend overnight since january february april june "
            "july august september october november december ago morning q1 q2 q3 q4 ytd mtd"
        ),
        "past verb": (
            "was were had went did got became came looked started ended finished stood sat used "
            "scored happened began turned hit"
        ),
        "ever": "ever peak record trending evolved developed trajectory development progression",
        "best": "best most highest top better ahead biggest strongest fastest easiest",
        "level": (
            "good bad decent ok okay normal enough fine high low average typical terrible solid "
            "respectable acceptable great"
        ),
        "advice": (
            "tips advice suggest suggestion suggestions recommend advise coach coaching plan next "
            "focus priority priorities needle weakest weakness sucks quickest easiest start"
        ),
        "mechanics": (
            "count counts counted counting worth window refresh refreshed updates updated weigh "
            "weighs weight weights matter matters cap caps capped formula mean means include "
            "includes included defined basis based consider considered considers exactly works "
            "same official maximum lookback"
        ),
        "gain": "gain worth give gives bring brings get earn add adds extra another more value",
        "expiry": "expire expires expiring lapse lapses fade fades pending",
        "present": "showing shown show appear appears see there visible registered included mine",
        "negation": "not no never nothing none without nobody neither cannot",
        "effect": "effect impact matter matters help helps work works moves move difference",
        "strange": (
            "weird odd strange random randomly suddenly sudden sideways unexpected unexpectedly "
            "glitch dip dips hiccup spiky drastically penalised penalized punished sense reason "
            "explanation account went jumpy erratic"
        ),
        "mine": "my our me i mine ours",
        "all mine": "all everything me myself account",
        "viewing": "see sees seeing view views look looks looking read reads know knows access get",
        "privacy words": (
            "reviews appraisal appraisals legal visible hr public publicly showing anonymity "
            "personal private privacy sensitive allowed permission access"
        ),
        "team": (
            "team teams squad crew gang reps region group department sellers folks guys people "
            "sdrs aes bdrs"
        ),
        "doing": "doing performing tracking going summary report overview status perform perform",
        "shared": "too also same affected else true together collectively",
        "alone": "only just alone isolated systemic widespread everybody everyone",
        "how many": "many much count number total list",
        "bot words": "help commands command bot hello hi hey use menu features capable assistant",
        "outside": (
            "weather joke poem recipe lunch dinner cook laptop phone crm movie music song "
            "president minister capital translate holiday "
            "flight hotel stock bitcoin cricket football "
            "instructions prompt password"
        ),
        "number": "@number",
    }.items()
}

WORD_CLASSES["domain"] = frozenset({"linkedin", "ssi", "sales", "@person", "@number"}).union(
    *(
        WORD_CLASSES[name]
        for name in (
            "score",
            "act",
            "rank",
            "trend",
            "calc",
            "data",
            "private",
            "fall",
            "rise",
            "stay",
            "compare",
            "team",
            "strange",
            "expiry",
        )
    )
)
"""Words that belong to the product's field: a text without any is hardly a question to it."""
