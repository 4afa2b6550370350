/// The words by which a publisher says that a change does not come, or not when it was announced.
enum Cancellation {
    /// Each holds where `CancellationPredicate` says so; "won't" and "aren't" count as "not".
    static let phrases: [CancellationPhrase] = verbs + others

    /// What stands before a verb such as "proceed".
    private static let leads = [
        "not", "not to", "no longer", "not going to", "no longer going to", "never", "not plan to",
        "not planning to", "no longer plan to", "no longer plans to", "no longer planning to",
        "no longer intend to", "no longer intends to", "no plans to", "no plan to",
        "no current plans to", "no further plans to", "no longer have plans to", "not intend to",
        "not able to", "not be able to", "unable to",
    ]
    /// What stands before one such as "proceeding".
    private static let progressive = [
        "not", "not be", "no longer", "no longer be", "never be", "against",
    ]
    /// What stands before one such as "released".
    private static let passive = [
        "not be", "no longer be", "never be", "not going to be", "not being", "no longer being",
    ]

    private static let verbs: [CancellationPhrase] =
        combined(
            .goingOn,
            ["proceed", "move forward", "move ahead", "go forward", "go ahead", "resume"],
            [
                "proceeding", "moving forward", "moving ahead", "going forward", "going ahead",
                "resuming",
            ], [])
        + combined(.rolling, ["roll"], ["rolling"], ["rolled"])
        + combined(
            .releasing,
            ["release", "launch", "ship", "deploy", "deliver", "implement", "introduce"]
                + ["reintroduce", "offer", "bring", "re release", "re enable", "re introduce"],
            [
                "releasing", "launching", "shipping", "deploying", "delivering", "implementing",
                "introducing", "bringing",
            ],
            [
                "released", "launched", "shipped", "deployed", "delivered", "implemented",
                "introduced", "made available", "re released", "re enabled",
            ])
        + combined(.making, ["make"], ["making"], [])
        + combined(
            .ending, ["retire", "deprecate", "discontinue", "end"],
            ["retiring", "deprecating", "discontinuing", "ending"],
            ["retired", "deprecated", "discontinued"])
        + combined(
            .happening, ["happen", "take place"], ["happening", "taking place"], [])

    private static func combined(
        _ kind: CancellationPhrase.Kind, _ bases: [String], _ gerunds: [String],
        _ participles: [String]
    ) -> [CancellationPhrase] {
        [(leads, bases), (progressive, gerunds), (passive, participles)].flatMap { heads, verbs in
            heads.flatMap { head in verbs.map { CancellationPhrase("\(head) \($0)", kind) } }
        }
    }

    private static let others: [CancellationPhrase] =
        [
            (CancellationPhrase.Kind.goingOn, ["decided against"]),
            (.happening, ["no longer planned", "no longer scheduled"]),
            (
                .cancelled,
                [
                    "cancelled", "canceled", "withdrawn", "abandoned", "scrapped", "rescinded",
                    "revoked", "retracted", "called off", "removed from the roadmap",
                    "removed from our roadmap",
                ]
            ),
            (
                .cancelling,
                [
                    "to cancel", "cancelling", "canceling", "to abandon", "to withdraw",
                    "withdrawing", "retracting", "rescinding", "revoking",
                ]
            ),
            (
                .paused,
                [
                    "paused", "suspended", "halted", "stopped", "on hold", "rolled back",
                    "reverted",
                    "delayed indefinitely", "postponed indefinitely",
                ]
            ),
            (.postponed, ["postponed", "delayed", "deferred", "pushed back", "pushed out"]),
            (
                .pausing,
                [
                    "pausing", "suspending", "halting", "stopping", "rolling back", "to pause",
                    "to suspend", "to halt", "to stop", "to roll back", "will pause", "must pause",
                ]
            ),
            (
                .postponing,
                [
                    "postponing", "delaying", "deferring", "pushing back", "pushing out",
                    "to postpone", "to delay", "to defer",
                    "will postpone", "will delay", "must postpone", "must delay",
                ]
            ),
        ].flatMap { kind, phrases in phrases.map { CancellationPhrase($0, kind) } }

    /// By their first word, the longer ones first.
    private static let byFirstWord = Dictionary(
        grouping: phrases.sorted { $0.words.count > $1.words.count }
    ) { $0.words[0] }

    /// The places of the phrases in words, one at each place.
    static func places(
        in words: [String]
    ) -> [(range: Range<Int>, kind: CancellationPhrase.Kind)] {
        let words = words.map { $0.hasSuffix("n't") ? "not" : $0 }
        return words.indices.compactMap { start in
            byFirstWord[words[start]]?.first { words[start...].starts(with: $0.words) }
                .map { (start..<(start + $0.words.count), $0.kind) }
        }
    }

    /// Each phrase of what does not come has one of these; the last is "won" with its apostrophe.
    static let endMarks = TextMarks([
        "ncel", "draw", "not ", "nger", "n't ", "gain", "ever", "no p", "no c",
        "no f", "band", "scra", "scin", "voke", "trac", "lled", "emov", "unab", "n\u{2019}",
    ])
    /// Each of those that only put it off has one of these.
    static let putOffMarks = TextMarks([
        "paus", "pone", "elay", "efer", "uspe", "halt", "stop", "topp", "hold",
        "back", "vert", "shed", "shin",
    ])
    /// The first words of those.
    private static let putOffStarts = Set(
        phrases.filter(\.kind.isPutOff).map { $0.words[0] })

    /// Whether words may hold one of those.
    static func mayPutOff(_ tokens: [Token]) -> Bool {
        tokens.contains { putOffStarts.contains($0.text) }
    }
}
