import Rollout

/// What is to be said of several rollouts, each sentence once: with those that it is true of, where
/// it is not true of all.
enum SharedSentences {
    static func all(
        of reports: [ReportInput], _ sentences: (ReportInput) -> [String]
    ) -> [String] {
        var order: [String] = []
        var places: [String: [Int]] = [:]
        for (place, report) in reports.enumerated() {
            for sentence in sentences(report) where places[sentence]?.last != place {
                if places[sentence] == nil { order.append(sentence) }
                places[sentence, default: []].append(place)
            }
        }
        lazy var names = RolloutNames(of: reports, by: ScopeWording.titled)
        return order.map { sentence in
            let own = places[sentence, default: []]
            guard own.count < reports.count else { return sentence }
            let rollouts = own.map { names.name(of: reports[$0]) }
            return "\(rollouts.joined(separator: ", ")): \(sentence)"
        }
    }
}
