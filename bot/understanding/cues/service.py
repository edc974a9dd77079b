"""Phrases of questions about the product: stored data, privacy, help, and none of these."""

from bot.understanding.question import Intent

SERVICE_CUES: dict[Intent, dict[float, tuple[str, ...]]] = {
    Intent.DATA: {
        4: (
            "on file",
            "file|files|hold on|for|about me",
            (
                "not .. go through|showing|imported|there|appear|show|mine|counted|recognised|"
                "recognized"
            ),
            "which|what sources|source|data|activities",
            "sources|source connected",
            "data|import|export .. refreshed|updated|synced|last",
            "^ list my|our|all",
            "not mine",
            "go|went through",
            "failed|fails|broken import|export|upload",
            "{data} .. {amend}",
            (
                "{amend} .. {data}|posts|post|messages|article|articles|comments|inmails|entry|"
                "activity"
            ),
            (
                "how many|much .. {act}|people|leads .. did|have|do|does|has|had|are|were|this|"
                "last|in"
            ),
            "how many {act}|articles|posts .. i|we|team|@person",
            "count|number|list of|the {act}",
            "count|list|show .. activities|activity|{act} .. ^|you|i|have|stored|hold",
            "^ log|record|add|register|export|import|upload|undo|delete|data|sync",
            "upload|uploads|uploading|import|importing|export|exporting|sync",
            "csv|zip|archive|spreadsheet|raw",
            "add|log|record|put|note|count|register .. {act}|please|them|it|that|this|for",
            "stored|store|recorded|hold .. about|of|on|for .. me|us",
            "numbers|number|data|figures|count are|is|looks wrong|off|incorrect",
            "i|we never sent|did|posted|wrote|made",
            "connect|link|hook .. linkedin|salesforce|crm|hubspot|account|navigator",
            "type|enter|put .. in|manually|hand",
            "why do|does not|you|it .. have|see|show .. it|my",
            "where .. {act}|upload|data|searches .. see|have|put|upload|find",
            "which .. file|files|one",
            "i sent|posted|wrote|made|published|did|had|got @number|a|an|some|three|two",
        ),
        2: (
            "{data}",
            "by hand|manually",
            "{amend}",
            "my activity|activities",
            "how many",
        ),
    },
    Intent.PRIVACY: {
        5: (
            "am i|we|is visible|public|anonymous|exposed",
            "i|we want out",
            "delete|erase|remove|wipe all my|of",
            "who gets|receives|has .. reports|report|access|this|these|data|it",
            "used|use for|in|against .. reviews|review|me|appraisals|bonus|performance|hr",
            "stop|quit showing|tracking|sharing|listing|monitoring|publishing me|my|us",
            "leave me|us",
            "off the board|leaderboard|list|ranking|grid",
            "performance review|reviews",
            "data protection",
            "who|which|what .. can|could|able|may|allowed .. see|sees|view|access|read|look",
            "who|what sees|views|reads|knows",
            (
                "can|could|does|do|will|is|are|may {viewer}|my|our|the|@person .. see|sees|"
                "view|read|allowed|know|find"
            ),
            "opt me? out|in",
            "opted out",
            (
                "delete|erase|remove|forget|wipe .. my|all|me .. data|account|information|"
                "everything|me|records|history"
            ),
            "forget me|about",
            (
                "take|remove|keep|leave|get|hide .. me|my|name .. off|from|out|of .. board|"
                "leaderboard|ranking|list"
            ),
            "how long .. keep|store|stored|kept|retain|retained|hold|held|save|saved",
            "retention|gdpr|privacy|consent|confidential|surveillance|anonymous",
            ("do|can|are you read|reading|see|spy|spying|store|track|tracking|monitor|access|look"),
            (
                "what .. you|is .. store|stored|know|keep|recorded|collect|collected|track .. "
                "about|of|on me|us|each"
            ),
            "do not|dont .. want .. appear|name|see|shown|show|visible|public|board|ranking",
            "is|are .. private|public|visible|shared|secret|safe|secure|tracked",
            "hide|hidden|hiding",
            "get|gets|allowed to see|look|view",
        ),
        2: (
            "{private}",
            "see my|this|it|me",
            "personal",
            "permission|permissions|allowed",
        ),
    },
    Intent.HELP: {
        5: (
            "list|show|all the? commands",
            "^ what is|are this|you|ssi? bot? ^",
            "how do|can|should i|we use",
            "what .. can i|we type|ask|say",
            "^ help ^",
            "^ help me? please? ^",
            "what can|do|could you|ye|u|it|this|i .. do|help|answer|offer|ask|for ^|me",
            "what .. you .. do|for|capable",
            "what .. things|stuff|questions|commands|can .. ask|commands|type",
            "how .. bot|you|this thing|app|tool .. work|works|use|used|help",
            "how .. use .. you|bot|this|thing|it",
            "commands|manual|tutorial|instructions|documentation|docs|features|getting started",
            "^ hi|hello|hey|yo|hola|hallo|morning|menu|start .. ^",
            "who are you",
            "what are you",
            "how do|can i use|talk|ask",
            "i am new",
            "are you .. bot|human|real|there",
        ),
        1.5: (
            "help",
            "hello|hi",
            "bot",
        ),
    },
    Intent.OUT_OF_SCOPE: {
        7: (
            "forget|ignore your|all|the|previous",
            "from now on you",
            "answer everything",
            "your instructions|prompt|rules ^",
            "who is .. president|minister|king|ceo",
            "translate|laptop|cook|printer|crm|wifi|password",
            (
                "ignore|disregard|forget|override|bypass|skip .. instructions|rules|"
                "permissions|previous|prompt|restrictions|guidelines"
            ),
            "you are now",
            "pretend|roleplay|act as|like|you|to",
            "system prompt",
            "developer|debug|god|admin|sudo|dan mode",
            "jailbreak|sudo|password|passwords|token|tokens|api|secret|credentials|key",
            "set|make|change|put|update|bump|raise|edit .. score|ssi|points to @number",
            "give me|us .. @number .. points|extra",
            "extra|free|bonus points",
            "i am .. admin|ceo|administrator|root|developer|owner",
            "tell|know|say .. joke|jokes|story|riddle",
            "weather|forecast|temperature .. in|tomorrow|like|today|outside",
            (
                "write|compose|draft|translate|summarise|summarize .. poem|song|email|e|letter|"
                "code|essay|story|text|revenue|message|haiku|python"
            ),
            "capital of",
            (
                "book|schedule|reserve|arrange .. meeting|room|flight|call|table|hotel|lunch|"
                "appointment"
            ),
            (
                "recipe|lottery|football|soccer|match|bitcoin|stock|stocks|pizza|movie|song|"
                "president|horoscope|game|lunch|dinner|coffee|salary|payslip|vacation days|"
                "raise"
            ),
            (
                "revenue|pipeline|forecast|quota|invoice|deal|deals|opportunities .. by|review|"
                "segment|for|close|closed|value|crm|account"
            ),
            "poem|haiku|joke|jokes",
            "who won",
            "are|r you|u .. stupid|dumb|useless|idiot|garbage|crap|shit",
            "bot .. useless|garbage|crap|sucks|stupid|dumb|shit|trash",
            "weather",
            "love you|marry",
        ),
        4: (
            "thank|thanks you?|a|so|for|^",
            "^ ok|okay|cool|great|nice|bye|goodbye|lol|yes|no|sure ^",
            "useless|garbage|stupid",
        ),
    },
}
