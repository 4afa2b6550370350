/// How far a phase has come, as the post says.
package enum PhaseStatus: String, Hashable, Sendable {
    case available, started, completed, cancelled
    /// It will be said later.
    case announced = "tbd"

    private static let phrases: [(words: [String], status: PhaseStatus)] =
        Cancellation.phrases.filter { !$0.kind.isPutOff }.map { ($0.words, .cancelled) } + [
            (["on", "hold"], .announced), (["paused"], .announced), (["postponed"], .announced),
            (["will", "communicate"], .announced), (["will", "update", "this"], .announced),
            (["will", "update", "the"], .announced), (["will", "announce"], .announced),
            (["be", "announced"], .announced), (["be", "determined"], .announced),
            (["be", "communicated"], .announced), (["be", "shared"], .announced),
            (["be", "provided"], .announced), (["be", "confirmed"], .announced),
            (["tbd"], .announced), (["tba"], .announced), (["tbc"], .announced),
            (["coming", "soon"], .announced), (["later", "date"], .announced),
            (["further", "notice"], .announced), (["delayed", "indefinitely"], .announced),
            (["not", "yet", "scheduled"], .announced), (["no", "date", "yet"], .announced),
            (["will", "share"], .announced), (["will", "provide"], .announced),
            (["ready", "to", "proceed"], .announced), (["will", "send"], .announced),
            (["will", "post"], .announced),
            (["available", "now"], .available), (["now", "available"], .available),
            (["already", "available"], .available), (["now", "live"], .available),
            (["already", "live"], .available), (["available", "today"], .available),
            (["available", "immediately"], .available), (["available", "since"], .available),
            (["is", "complete"], .completed), (["are", "complete"], .completed),
            (["rollout", "complete"], .completed), (["now", "complete"], .completed),
            (["completed"], .completed), (["been", "rolled", "out"], .completed),
            (["has", "rolled", "out"], .completed), (["have", "rolled", "out"], .completed),
            (["fully", "rolled", "out"], .completed), (["already", "rolled", "out"], .completed),
            (["has", "ended"], .completed),
            (["has", "finished"], .completed), (["have", "finished"], .completed),
            (["currently", "rolling"], .started), (["is", "rolling", "out"], .started),
            (["rolling", "out", "now"], .started), (["now", "rolling"], .started),
            (["is", "ongoing"], .started), (["in", "progress"], .started),
            (["under", "way"], .started), (["underway"], .started), (["has", "started"], .started),
            (["have", "started"], .started), (["has", "begun"], .started),
            (["have", "begun"], .started),
            (["has", "been", "started"], .started), (["started"], .started), (["began"], .started),
        ]

    /// What words say of the state of things; nil for nothing.
    static func said(in tokens: [Token]) -> PhaseStatus? {
        let words = tokens.filter { $0.kind == .word }.map(\.text)
        if words == ["available"] { return .available }
        if words == ["complete"] || words == ["completed"] { return .completed }
        if words.contains("available"), !words.contains("longer"),
            words.indices.contains(where: { words[$0...].starts(with: ["as", "of"]) })
        {
            return .available
        }
        // The phrase that stands first in the list counts, wherever it stands in the sentence.
        var best: (order: Int, status: PhaseStatus)?
        for (start, word) in words.enumerated() {
            for (order, phrase, status) in byFirstWord[word] ?? [] where order < best?.order ?? .max
            {
                guard words[start...].starts(with: phrase),
                    status == .cancelled
                        ? isCancelled(tokens)
                        : isMeant(status, words, start..<(start + phrase.count))
                else { continue }
                best = (order, status)
            }
        }
        return best?.status ?? saidOfToday(in: tokens)
    }

    private static func isCancelled(_ tokens: [Token]) -> Bool {
        CancellationSentence.read(tokens).contains {
            !$0.isPutOff && !$0.isRefusal && !$0.isDoubtful
        }
    }

    private static let byFirstWord: [String: [(order: Int, words: [String], status: PhaseStatus)]] =
        {
            let ordered = phrases.enumerated().map {
                (order: $0, words: $1.words, status: $1.status)
            }
            return Dictionary(grouping: ordered) { $0.words[0] }
        }()

    /// What will, may or is expected to be, is not yet.
    static func isMeant(
        _ status: PhaseStatus, _ words: [String], _ phrase: Range<Int>
    ) -> Bool {
        guard status == .completed || status == .started || status == .available else {
            return true
        }
        let start = phrase.lowerBound
        let ahead: Set<String> = [
            "will", "expect", "expected", "should", "once", "when", "until", "may",
        ]
        let near = max(0, start - 4)..<start
        // "To be completed", and not "to Worldwide completed".
        if near.contains(where: { index in
            ahead.contains(words[index])
                || (words[index] == "to" && (index + 1 == start || words[index + 1] == "be"))
        }) {
            return false
        }
        // "Has not yet started", "is not available today".
        if words[max(0, start - 2)..<start].contains(where: denials.contains) { return false }
        // "No longer available since".
        if status == .available, near.contains(where: { words[$0] == "longer" }) { return false }
        // "available by default now" is about the default.
        return !(status == .available && words[start...].contains("default"))
    }

    private static let denials: Set<String> = [
        "not", "isn't", "aren't", "hasn't", "haven't", "wasn't", "never",
    ]

    static let putsOff: Set<String> = [
        "delayed", "delaying", "postponed", "postponing", "paused", "pausing", "deferred",
        "suspended", "hold",
    ]
}
