import Operations
import Reporting

/// How many rollouts have which verdict, judged anew at most so often: a scraper asks all the time.
actor VerdictCount {
    private let rollouts: ServedRollouts
    private let tool: ReportInput.Tool
    private var known: (at: ContinuousClock.Instant, counts: [String: Int])?
    private var judging: Task<[String: Int], any Error>?

    private static let lasts = Duration.seconds(60)

    init(_ rollouts: ServedRollouts, _ tool: ReportInput.Tool) {
        self.rollouts = rollouts
        self.tool = tool
    }

    func counts() async throws -> [String: Int] {
        if let known, known.at.duration(to: .now) < Self.lasts { return known.counts }
        // One judgement for all who ask meanwhile; whoever made it may be gone before it is done.
        let task =
            judging
            ?? Task { [rollouts, tool] in
                let all = try await rollouts.all()
                var counts: [String: Int] = [:]
                for report in try await rollouts.reports(of: all.served, tool) {
                    counts[report.verdictWords, default: 0] += 1
                }
                // What cannot be judged is no reason to show less than there is.
                if !all.notes.isEmpty { counts["not judged"] = all.notes.count }
                return counts
            }
        judging = task
        defer { judging = nil }
        let counts = try await task.value
        known = (.now, counts)
        return counts
    }
}
