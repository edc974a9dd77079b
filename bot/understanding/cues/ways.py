"""Phrases of questions about the way up: what to do, what it would give, which rules hold."""

from bot.understanding.question import Intent

WAYS_CUES: dict[Intent, dict[float, tuple[str, ...]]] = {
    Intent.IMPROVE: {
        4: (
            "next level",
            "moves|move the needle",
            "why am i|we only|just|still|so|at",
            "how .. {get} .. up|higher|better",
            "weakest .. fix|improve|raise|do",
            "most points|impact|bang|effect|value|efficient",
            "which action|actions|activity|activities",
            "something|anything to do|try",
            "help|helps my|our team|reps|people",
            "sucks",
            "what is missing",
            "do more|better|differently",
            "worth focusing|my|doing|time",
            "how|what .. can|could|should|do|must|to|may|shall|would .. {raise}",
            "how .. {raise} .. {score}",
            "why .. so|that|such|this .. {low}",
            "why .. is|are .. {low}",
            "what should|must|can|could|shall|would|do i|we|you do|focus|work|have|try|start",
            "where should|do|must|can|would i|we start|begin|focus|improve",
            (
                "tips|advice|suggestions|suggest|suggestion|recommend|advise|coach|coaching|"
                "hints|tricks"
            ),
            "holding|hold|keeping|dragging me|us|my|it back|down|low",
            "what now|next",
            "next step|steps|best|move|action|actions",
            "quick|easy|fast|cheap win|wins|fix|fixes",
            (
                "quickest|fastest|easiest|cheapest|best|highest .. thing|way|actions|action|"
                "leverage|win"
            ),
            "^ next|improve|plan|tips ^",
            "action? plan",
            "should i|we be? do|focus|work|asking|posting|start|stop|try|doing",
            "help me|us {raise}|grow|get|with",
            "how|way|ways to {raise}|get .. {score}|higher|better|it|my",
            "low hanging fruit",
            "room for improvement",
            "focus on",
        ),
        2: (
            "want|need|like .. {raise}",
            "get|getting better|higher",
            "to do",
            "{raise} my|our|it",
            "best way",
            "worth doing",
            "priority|priorities|prioritise|prioritize",
            "what can i",
        ),
        1: (
            "{raise}",
            "{low}",
            "should",
        ),
    },
    Intent.WHATIF: {
        5: (
            "what if",
            "if i|we|he|she|they|every|everyone|nobody|you|@person",
            "suppose|supposing|assuming|imagine|hypothetically",
            "what would|will .. happen|happens|do|be|give|bring|change",
            (
                "how many|much .. need|needed|takes|take|require|required|until|gain|win|get|"
                "bring|brings|give|gives"
            ),
            "what do|does|would|will .. need|take|require .. @number|for|to",
        ),
        4: (
            "how long|many|soon until|till|before|to",
            "what .. about to",
            (
                "does|do|would taking|skipping|stopping|missing|being .. hurt|cost|affect|"
                "matter|drop"
            ),
            "can i|we make|reach|hit|get|still|be",
            "going to|gonna lose|drop|fall|rise|gain|go|get|be|happen|expire",
            "am i|we going to|gonna",
            "gain|gains|benefit|effect from|of",
            "how many|much {act} for|until|to",
            "stop posting|commenting|doing|working",
            "will i|we|it|my|our|this|score|he|she|@person",
            (
                "would|will .. help|shift|move|give|bring|cost|gain|raise|push|increase|"
                "improve|be|land"
            ),
            (
                "forecast|forecasts|predict|prediction|project|projection|projected|simulate|"
                "estimate|estimated|outlook"
            ),
            "need|needed|takes|take|required|minimum .. to|for {get}? @number",
            "what|how .. {get} @number|{get}",
            "where will|would|do i|we|my|it",
            "marginal|value of",
            (
                "what .. expire|expires|drops|drop|leaves|leave|off|ages .. next|soon|window|"
                "tomorrow|week"
            ),
            "at|keep this|that|it pace|rate|up",
            "is it|would worth",
            "cost|costs me|us",
            "brings|gives|earns me|us",
            "next week|month|quarter ^",
            "^ @number {act}",
            "^ another|more|extra {act}",
            "another|more|one|extra {act} .. {get}|help|worth|give|do|points|add",
            "when will|would|do",
            (
                "by|before christmas|december|january|year|end|next|spring|summer|friday|q1|q2|"
                "q3|q4|easter"
            ),
        ),
        2: ("from @number to @number",),
        1.5: (
            "would",
            "will",
            "if",
            "need",
            "tomorrow",
            "worth",
            "going to",
        ),
    },
    Intent.RULES: {
        4: (
            "same as linkedin|the|linkedins",
            "official .. ssi|score",
            "what are the|these? four? pillars",
            "time .. refresh|update|updated|refreshed|recalculated",
            "how many|long days|day|months|weeks|window .. look|looks|count|back|window|it|does",
            "new rules|rule|formula",
            "where .. weights|rules|points|formula|numbers come|from",
            "matter|matters|count|counts|weigh|weighs|worth .. more|less|than|as|same",
            "day|days window",
            "is there a limit|cap|maximum|max",
            "how many points is|are|does|do",
            "what counts|goes|belongs|falls",
            "when .. refresh|refreshed|update|updated|updates|recalculated",
            "how .. {calc}",
            "what .. counts|count|counted|included|considered|weights|weighs|goes|feeds into?",
            (
                "{act}|profile|photo|headline|they|recommendations|searches|reshares .. count|"
                "counts|counted|considered|matter|matters"
            ),
            "do|does|did|are|is .. count|counts|counted|considered|matter|matters",
            "{calc} .. change|changed|changes|new|different|version|tweak|tweaked|updated",
            "change|changed|changes|changing|tweak|tweaked|new|altered .. {calc}",
            "^ {calc} ^",
            "worked|works|calculated|work out|it|score|ssi|this|that",
            "way .. worked|calculated|scored|measured|works",
            "what does|is .. mean|means|ssi|social|pillar|pillars|index ^",
            "what is .. an|a|the ssi|social|cap|window|weight|limit|maximum",
            "how does|do .. work|works|score|ssi|points|point|pillar|index .. ^|work",
            "how often .. updated|update|calculated|refresh|refreshed|change",
            "how much|many .. worth|weight|points .. a|one|each|per",
            "is each|worth",
            "how far back|long .. look|count|window|stay|last|goes",
            "formula|algorithm|methodology|rulebook|rulebooks",
            "cap|caps|weights|weighting|window",
            "goes into",
            "what is|are .. in it|pillars",
            "meaning|definition of|definition|explain the rules|formula|score|pillars",
        ),
        2: (
            "{calc}",
            "counts|count|counted",
            "work|works",
            "mean|means|defined|definition",
            "pillars",
            "how does",
            "decides|decided|decide",
            "effect",
            "do anything",
            "real|legit|accurate|fair",
        ),
    },
}
