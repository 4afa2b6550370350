/// The words that tell of whom, of what and why it is said that something does not come.
enum CancellationWords {
    /// What a publisher cancels; other things, such as meetings, are cancelled by others.
    static let things: Set = [
        "rollout", "rollouts", "change", "changes", "feature", "features", "release", "update",
        "deployment", "retirement", "deprecation", "launch", "plan", "plans", "announcement",
        "capability", "functionality", "enforcement",
    ]
    /// What is said of what holds no longer.
    static let once: Set = ["previously", "earlier", "originally", "formerly", "once"]
    /// What of it is put off.
    static let plans: Set = ["timeline", "timelines", "schedule", "date", "dates", "start"]
    /// What tells in a title that it announces an end.
    static let endings: Set = [
        "retire", "retires", "retired", "retiring", "retirement", "deprecate", "deprecated",
        "deprecating", "deprecation", "discontinue", "discontinued", "end", "ending", "ends",
        "sunset",
    ]
    /// Who cancels it.
    static let publishers: Set = ["we", "we're", "we've", "we'll", "microsoft", "team"]
    /// Who does not proceed with other things.
    static let others: Set = ["you", "users", "user", "admins", "they", "who", "which"]
    /// What makes a case of it: "if you do not proceed".
    static let conditions: Set = [
        "if", "when", "whenever", "unless", "once", "whether", "should",
    ]
    /// What says of whom or until when it does not: of the others and from then on it does.
    static let limits: Set = ["until", "unless", "before", "yet", "without"]

    /// What makes a passive.
    static let passives: Set = ["is", "are", "was", "were", "be", "been", "being"]
    /// What stands between a subject and what is said of it.
    static let helpers: Set = passives.union([
        "has", "have", "had", "will", "would", "now", "also", "therefore", "currently", "just",
        "already", "since", "to", "decided", "going", "do", "does", "did", "yet", "fully",
        "completely",
    ])
    /// Whose thing it is that is paused.
    static let owners: Set = ["whose", "who", "user", "users", "admin", "admins", "your"]
    /// What says that nobody knows until when something is put off.
    static let openTimes: [[String]] = [
        ["further", "notice"], ["later", "date"], ["later", "time"], ["future", "date"],
        ["indefinitely"], ["tbd"], ["hold"], ["be", "announced"], ["be", "determined"],
    ]
    /// Whether words go on with a word behind "paused" that stands alone.
    static func goesOnBehind(_ word: String) -> Bool {
        reasons.contains(word) || word.hasSuffix("ly")
            || ["until", "till", "while", "pending", "again", "now", "before"].contains(word)
    }
    static let negations: Set = [
        "not", "never", "longer", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't",
        "won't", "nor", "neither",
    ]

    /// What clauses of their own are made with.
    static let verbs: Set = helpers.subtracting(["to", "now", "also", "since", "yet"]).union(
        publishers
    ).union(negations.subtracting(["longer", "not"])).union([
        "cancelled", "canceled", "withdrawn", "continue", "continues", "continuing", "continued",
        "proceed", "proceeds", "remain", "remains", "stay", "stays", "go", "goes", "move", "moves",
        "moved", "keep", "keeps", "begin", "begins", "start", "starts", "started", "follow",
        "follows", "decided", "apologize", "apologise", "appreciate", "thank", "regret", "hope",
        "ask", "recommend", "paused", "roll", "rolls", "focus", "it's", "you", "can", "may", "must",
    ])

    /// What begins a reason, a comparison or another time, and says nothing of whom.
    static let reasons: Set = [
        "because", "due", "as", "since", "following", "after", "based", "given", "thanks", "upon",
        "owing", "considering", "despite", "although", "though", "so",
    ]
    /// What makes a reason of the "in" before it: "in response to".
    static let reasonsBehindIn: Set = ["response", "light", "order", "favor", "favour", "view"]
    /// What comes from somebody, and is not said of them: "feedback from".
    static let voices: Set = [
        "feedback", "input", "requests", "request", "concerns", "reports", "complaints", "comments",
    ]
    /// What makes an aim of the "to" before it: "to ensure".
    static let aims: Set = [
        "ensure", "improve", "allow", "give", "provide", "avoid", "address", "make", "help",
        "focus", "gather", "reduce", "prevent", "simplify", "align", "be", "evaluate", "review",
        "incorporate", "fix", "minimize", "keep", "deliver", "resolve", "investigate", "work",
        "meet", "support", "enable", "better", "further", "reevaluate", "explore", "cancel",
        "proceed", "move",
    ]

    static let prepositions: Set = [
        "for", "to", "in", "on", "within", "across", "among", "from", "with", "of", "at", "by",
        "against", "about",
    ]
    /// What tells some of the people before it from others: "tenants that have a licence".
    static let relatives: Set = ["who", "that", "which", "whose", "where", "using", "having"]
    static let articles: Set = [
        "the", "all", "our", "your", "any", "a", "an", "this", "that", "these", "those", "every",
        "each", "both", "its", "it", "only", "and", "or",
    ]
    /// All of those whom a change reaches.
    static let people: Set = [
        "tenants", "tenant", "customers", "users", "organizations", "organisations", "admins",
        "everyone", "everybody", "you", "people",
    ]
    /// What stands beside the names of clouds, rings and platforms.
    static let kinds: Set = [
        "cloud", "clouds", "environment", "environments", "government", "ring", "rings", "channel",
        "channels", "platform", "platforms", "device", "devices", "client", "clients", "app",
        "apps",
    ]
    /// Times that leave nobody out.
    static let times: Set = [
        "now", "time", "present", "moment", "foreseeable", "future", "year", "month", "quarter",
        "today", "anymore", "effective", "near", "again",
    ]
    /// Why, and of what plan: "for technical reasons".
    static let causes: Set = [
        "reason", "reasons", "feedback", "schedule", "timeline", "further", "inconvenience",
    ]
    /// What was done on a day before.
    static let tellings: Set = ["announced", "communicated", "published", "shared", "described"]
    /// What may stand beside the change itself.
    static let ofTheChange: Set = [
        "announced", "planned", "proposed", "upcoming", "described", "scheduled", "mentioned",
        "above", "new", "whole", "entire", "out", "rolling", "releasing", "deploying", "launching",
        "retiring", "forward", "at", "message", "post", "support", "availability",
    ]
    /// What makes another thing of it, which came before the one that is announced.
    static let former: Set = ["previous", "prior", "earlier", "old"]
    /// What says that another one comes instead.
    static let renewals: Set = ["new", "another", "instead", "revised"]
}
