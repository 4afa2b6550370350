import Rollout
import Testing

/// What holds for every history, tried on thousands of them.
struct AssessmentPropertyTests {
    private static let batches = 0..<10
    private static let perBatch = 50

    /// Runs a test on the histories of a batch, half of which begin with all that GO takes.
    private func forEachHistory(
        _ batch: Int, _ body: (inout RandomHistory, inout EntryBook) throws -> Void
    ) throws {
        let checklist = try RolloutSample.checklist()
        let start = try Make.at("2025-09-25T00:00:00Z")
        for seed in (batch * Self.perBatch)..<((batch + 1) * Self.perBatch) {
            var history = RandomHistory(checklist, start: start, seed: seed)
            var book = EntryBook(checklist)
            if seed % 2 == 0 {
                for piece in RolloutSample.evidence(&history.generator) { piece(&book, start) }
            }
            try body(&history, &book)
        }
    }

    @Test("The order in which entries are handed over changes nothing", arguments: batches)
    func order(batch: Int) throws {
        try forEachHistory(batch) { history, book in
            history.add(25, to: &book)
            let now = history.moment(within: 300)
            let other = book.entries.shuffled(using: &history.generator)
            #expect(
                book.assessment(asOf: now) == book.checklist.assessment(of: other, asOf: now))
        }
    }

    @Test("Without positive evidence nothing is ready, and nothing is GO", arguments: batches)
    func noEvidence(batch: Int) throws {
        let checklist = try RolloutSample.checklist()
        let start = try Make.at("2025-09-25T00:00:00Z")
        let negative: [RandomHistory.Ingredient] = [
            .rejection, .unmet, .undetermined, .waiver, .revocation, .decision,
        ]
        for seed in (batch * Self.perBatch)..<((batch + 1) * Self.perBatch) {
            var history = RandomHistory(checklist, start: start, seed: seed)
            var book = EntryBook(checklist)
            for _ in 0..<4 {
                history.add(5, to: &book, of: negative)
                let now = book.entries.last?.recordedAt ?? start
                let step = history.step()
                book.sign(step, by: "eve", at: now, files: 1)
                book.sign(step, by: "nora", at: now, files: 1, wording: Make.otherWording)
                book.sign(step, by: "nora", for: "nobody", at: now, files: 1)
                book.sign(step, by: "olga", for: "owner", at: now, about: .otherID)
                book.check(step, at: now, wording: Make.otherWording)
                book.check(step, at: now, kind: "other")
                book.check(step, at: now, about: .otherID)
            }
            let now = book.entries.last?.recordedAt ?? start
            for piece in RolloutSample.evidence(&history.generator) {
                piece(&book, now.plus(milliseconds: 1))
            }
            let assessment = book.assessment(asOf: now)
            #expect(!assessment.steps.contains { $0.status == .ready })
            #expect(!assessment.steps.contains { $0.status == .blocked })
            #expect(!assessment.phases.contains { $0.verdict == .go })
            #expect(assessment.verdict != .go)
        }
    }

    @Test(
        "A rejection more never improves a verdict, nor the status of its step", arguments: batches)
    func rejection(batch: Int) throws {
        try forEachHistory(batch) { history, book in
            history.add(12, to: &book)
            let now = book.entries.last?.recordedAt ?? history.start
            let before = book.assessment(asOf: now)
            let step = history.step()
            book.sign(
                step, by: history.generator.pick(RandomHistory.people, else: "eve"),
                for: history.generator.pick(RandomHistory.roles, else: "ops"), .reject, at: now,
                wording: history.wording())
            let after = book.assessment(asOf: now)
            for (old, new) in zip(before.phases, after.phases) {
                #expect(Self.badness(new.verdict) >= Self.badness(old.verdict))
            }
            if let old = before.step(step), let new = after.step(step) {
                #expect(Self.badness(new.status) >= Self.badness(old.status))
            }
        }
    }

    @Test("Before the first entry nothing is ready, whatever is dated ahead", arguments: batches)
    func beforeAll(batch: Int) throws {
        try forEachHistory(batch) { history, book in
            history.add(10, to: &book)
            let first = book.entries.first?.recordedAt ?? history.start
            let assessment = book.assessment(asOf: first.plus(milliseconds: -1))
            #expect(!assessment.steps.contains { [.ready, .waived, .blocked].contains($0.status) })
            #expect(assessment.verdict == .noGo)
        }
    }

    @Test("GO without any one of the pieces that it rests on is not GO", arguments: batches)
    func everyPiece(batch: Int) throws {
        let checklist = try RolloutSample.checklist()
        let start = try Make.at("2025-09-25T00:00:00Z")
        for seed in (batch * 6)..<((batch + 1) * 6) {
            var history = RandomHistory(checklist, start: start, seed: seed)
            let pieces = RolloutSample.evidence(&history.generator)
            // A stranger's entries stand between the others and help nobody.
            func verdict(without left: Int?) -> Verdict? {
                var book = EntryBook(checklist)
                for (index, piece) in pieces.enumerated() where index != left {
                    book.sign("build", by: "eve", at: start)
                    piece(&book, start.plus(hours: index))
                }
                return book.assessment(asOf: start.plus(hours: 24)).phase("worldwide")?.verdict
            }
            #expect(verdict(without: nil) == .go)
            for left in pieces.indices { #expect(verdict(without: left) != .go) }
        }
    }

    private static func badness(_ verdict: Verdict?) -> Int {
        switch verdict {
        case .go: 0
        case .conditional: 1
        case .noGo: 2
        case nil: 3
        }
    }

    private static func badness(_ status: StepStatus) -> Int {
        switch status {
        case .ready: 0
        case .notApplicable: 1
        case .waived: 2
        case .blocked: 3
        case .pending: 4
        case .stale: 5
        case .unknown: 6
        case .failing: 7
        }
    }
}
