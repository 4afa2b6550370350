/// Whether words say that all are reached, or that all of it is done: "all customers will have it",
/// "with full removal".
enum FullReach {
    private static let everybody: Set<String> = ["everyone", "everybody", "100"]
    private static let groups: Set<String> = [
        "customers", "users", "tenants", "organizations", "organisations", "devices", "regions",
        "environments", "people",
    ]
    /// What may stand between "all" and whom it is of; another word would name some of them.
    private static let adjectives: Set<String> = [
        "of", "the", "our", "your", "eligible", "remaining", "affected", "microsoft", "365",
    ]
    private static let wholes: Set<String> = [
        "removal", "rollout", "deployment", "availability", "retirement", "enforcement",
    ]
    private static let verbs: Set<String> = [
        "available", "reach", "reaches", "reached", "reaching", "rolled", "deployed", "live",
        "enabled", "have",
    ]
    /// What readers are told to do ends nothing.
    private static let demands: Set<String> = ["you", "please", "must", "should", "need", "not"]

    static func isSaid(in words: ArraySlice<Token>) -> Bool {
        guard !words.contains(where: { demands.contains($0.text) }),
            !AudienceWords.occur(in: words)
        else { return false }
        let texts = words.map(\.text)
        if texts.indices.dropLast().contains(where: {
            ["full", "final"].contains(texts[$0]) && wholes.contains(texts[$0 + 1])
        }) {
            return true
        }
        return texts.contains(where: verbs.contains)
            && texts.indices.contains { place in
                everybody.contains(texts[place]) || isOfAll(texts[place...])
            }
    }

    /// Whether words begin with "all customers" or the like.
    private static func isOfAll(_ words: ArraySlice<String>) -> Bool {
        guard let first = words.first, ["all", "every", "entire"].contains(first) else {
            return false
        }
        let noun = words.dropFirst().prefix(5).first { !adjectives.contains($0) }
        return noun.map { groups.contains($0) || groups.contains($0 + "s") } ?? false
    }
}
