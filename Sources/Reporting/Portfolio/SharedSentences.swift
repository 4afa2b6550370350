import Rollout

/// What is to be said of several rollouts, each sentence once: for those that it is not true of all.
enum SharedSentences {
    static func items(
        of reports: [ReportInput], _ sentences: (ReportInput) -> [String]
    ) -> [Inline] {
        var order: [String] = []
        var titles: [String: [String]] = [:]
        for report in reports {
            for sentence in sentences(report) {
                if titles[sentence] == nil { order.append(sentence) }
                titles[sentence, default: []].append(report.assessment.checklist.title)
            }
        }
        return order.map { sentence in
            let named = titles[sentence, default: []]
            guard named.count < reports.count else { return "\(sentence)" }
            return "\(.joined(named.map { "\($0)" }, separator: ", ")): \(sentence)"
        }
    }
}
