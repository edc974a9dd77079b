"""Phrases of questions that look at others: boards, comparisons, teams, shared moves."""

from bot.understanding.question import Intent

PEOPLE_CUES: dict[Intent, dict[float, tuple[str, ...]]] = {
    Intent.LEADERBOARD: {
        8: ("i|we only|just|still 2nd|3rd|4th|5th|6th|7th|8th|9th|10th|second|third|fourth|fifth",),
        4: (
            "hall of fame",
            "number one",
            "am i|we last|first|ahead|winning|top|bottom",
            "up|down the board|ranking|table|ladder|leaderboard",
            "biggest|best|highest|top jump|gain|increase|score .. who",
            "who .. biggest|best|highest|most",
            "overtaken|passed|overtook|beat|beats|beating me|us|@person",
            "best performer|performers|seller|rep",
            "who is|was|are|were|has|have|had|got .. {rank}|best|highest|most|ahead|winning|top",
            "who is|was killing|crushing|smashing|leading|nailing",
            "who stands|leads|won|wins|improved|climbed|tops",
            "what|which place|rank|position|spot",
            "my|our|the rank|ranking|leaderboard|leaderboards|standings",
            "top @number|three|five|ten|performers|reps|scorers|of",
            "most improved",
            "biggest|top|fastest movers|climbers|gainers|mover|climber|winner|losers",
            "^ top|board|leaderboard|rank|ranking|movers|standings|winners",
            "leaderboard|leaderboards|ranking|rankings|podium|scoreboard|standings",
            "how far .. from|off|behind .. first|top|lead|leader|second|third",
            "{show} .. board|ranking|ranks",
            "ranked|rank",
        ),
        3: (
            "winner|winners",
            "who .. first|1st|top|number one",
            "improved .. most",
            "am i .. ahead",
            "am i first|last|top|winning|second|third",
            "the board",
            "in|on the top|lead",
            "overtake|overtook",
        ),
        1: (
            "{rank}",
            "who",
        ),
    },
    Intent.COMPARE: {
        4: (
            "what is average|normal|typical|usual",
            "should someone|somebody|one|people .. be|have|score",
            "better|worse|higher|lower than most|average|others",
            "difference between me|us",
            "far|much .. below|above|under|over|behind .. mean|average|median",
            "what score|scores|points .. do|does top|good|best|most|other|others",
            "decent|good|fine|normal for a|an|my|our",
            "for my|our industry|role|level",
            "norm|norms|usual",
            (
                "{compare} .. team|industry|average|peers|others|@person|rest|company|median|"
                "colleagues|market"
            ),
            "team|industry|company|sector|group|branch .. average|median|mean|benchmark",
            (
                "me|i|us|mine versus|or|and|against @person|team|average|industry|rest|others|"
                "everyone"
            ),
            "^ versus",
            "above|below|over|under .. average|median|mean|norm",
            "how do|does|did .. stack|measure|compare|fare|match up|against|to|with",
            "what|which is .. good|decent|normal|typical|average|healthy .. {score}|level|range",
            "is @number .. good|bad|ok|okay|decent|normal|any|fine|low|high|enough",
            "@number is|was good|bad|ok|okay|decent|normal|fine|enough",
            "good|decent|normal|typical {score}",
            "percentile|percentiles|benchmark|benchmarks",
            "what do|does|have .. most|typical|average|others|other .. get|have|score|people",
            "@person .. better|higher|ahead|or|than|versus|me",
            "compare|comparison|compared @person|me|us|with|to",
            "compared to|with @person|team|industry|average|others|peers|rest",
            (
                "better|worse|higher|lower|ahead than|of @person|others|peers|colleagues|"
                "average|most|industry"
            ),
            "relative to .. rest|industry|team|peers|others|average",
            "am i .. average|good|bad|normal|behind|mediocre|ok|okay|decent|any",
            "as good|bad|high as",
        ),
        1.5: (
            "{compare}",
            "average",
            "than others|@person|my",
            "most people|folks|reps",
        ),
    },
    Intent.TEAM_REPORT: {
        4: (
            (
                "how .. team|teams|reps|squad|crew|gang|people|folks|guys|sellers|region|group|"
                "lads|department .. doing|do|did|going|tracking|performing|looking|perform"
            ),
            "how are|were|is|did|do we|us .. doing|do|tracking|looking|performing|going",
            "how is going .. team|group|crew",
            "^ team ^",
            "^ my? our? the? team|squad report|overview|status|summary|update|score|scores",
            (
                "overview|summary|state|status|report|update|health|snapshot .. team|reps|org|"
                "people|group|sales|squad|we|region"
            ),
            "team|reps|squad|group .. overview|summary|status|report|update|snapshot",
            (
                "which|who .. struggling|behind|slacking|help|weak|weakest|attention|support|"
                "coaching|fine"
            ),
            "who in|on|of my|our|the team",
            "state of .. sales|team|org|nation|reps",
        ),
        2: (
            "my reps|team|people|folks|guys|sellers",
            "team",
            "one - on - ones",
            "struggling|lagging|slacking",
        ),
    },
    Intent.COHORT: {
        6: (
            "am|are i|we the? only one|ones",
            "is it everybody|everyone|all|anyone",
            "same for|with others|everyone|everybody|all|anyone",
            (
                "lot|lots|many|most|plenty|few of? people|members|us|reps|others|colleagues .. "
                "{fall}|{shift}|lost"
            ),
            "team|company|group|everyone|everybody|all|us|org affected|hit",
            "for|with all|everyone|everybody ^|since|too",
            "only|just me|us",
            "me or|and .. everyone|everybody|all|others|every|else",
            (
                "everyone|everybody|anyone|anybody|others|all|someone|somebody|people else .. "
                "{fall}|{rise}|{shift}|hit|see|seeing|notice|noticed|same|affected|tank"
            ),
            (
                "everyone|everybody|all|others|colleagues|reps|members|teammates|anybody|"
                "anyone|people|rest|team|company .. {fall}|{shift}|hit|affected|screwed|less|"
                "down .. ^|too|also|as|overnight|since|over"
            ),
            (
                "did|has|have|is|are|does everyone|everybody|anyone|anybody|others|all|the|"
                "other|also|whole .. {fall}|{rise}|{shift}|hit|affected|decline|less"
            ),
            "{fall}|{shift} .. for everyone|everybody|all|others|us",
            (
                "share|percentage|proportion|many of? members|people|reps|users|us .. {fall}|"
                "{rise}|{shift}"
            ),
            "across the board",
            "systemic|isolated|widespread|global|platform|outage",
            "everyone|everybody|all {fall}",
            "is it|this me ^",
            "or is it|this .. me",
            "or only|just for? me|my|us|to",
            "happened|happen .. to|with all|everyone|everybody|others|anyone",
            "linkedin|platform|system .. down|problem|problems|bug|glitch|issue|issues|broken",
            "all|three|two|several of us",
        ),
        2: (
            "{others} .. {fall}|{shift}",
            "everyone|everybody|anyone|anybody",
            "others|else",
            "same thing",
        ),
    },
}
