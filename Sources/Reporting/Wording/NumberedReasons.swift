/// Sentences that a list would say again and again: each stands above it once, with a number.
struct NumberedReasons {
    /// As often as a report says the same.
    private static let mostSaid = 3

    private let numbered: [String]

    /// The sentences as the list would say them.
    init(_ sentences: [String]) {
        var counts: [String: Int] = [:]
        for sentence in sentences { counts[sentence, default: 0] += 1 }
        var seen: Set<String> = []
        numbered = sentences.filter {
            counts[$0, default: 0] > Self.mostSaid && seen.insert($0).inserted
        }
    }

    /// What stands above the list.
    var items: [Inline] {
        numbered.enumerated().map { "\(strong: "Reason \($0 + 1):") \($1)" }
    }

    /// What stands in the list: the sentence, or its number.
    func words(_ sentence: String) -> String {
        numbered.firstIndex(of: sentence).map { "reason \($0 + 1)" } ?? sentence
    }
}
