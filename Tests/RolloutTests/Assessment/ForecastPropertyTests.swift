import Rollout
import Testing

/// A forecast is the assessment that is made at that moment with the same entries.
struct ForecastPropertyTests {
    private static let batches = 0..<8
    private static let perBatch = 15

    /// Runs a test on the histories of a batch, at a moment that is somewhere in or after them.
    private func forEachHistory(
        _ batch: Int, ahead: Int = 7,
        _ body: (Checklist, [Entry], Instant, inout SeededGenerator) throws -> Void
    ) throws {
        let checklist = try LayeredSample.checklist()
        for seed in (batch * Self.perBatch)..<((batch + 1) * Self.perBatch) {
            var (history, book) = try LayeredSample.history(checklist, seed: seed, ahead: ahead)
            let now = seed % 2 == 0 ? history.now : history.moment(within: 250)
            try body(checklist, book.entries, now, &history.generator)
        }
    }

    @Test("A verdict holds until the moment that is said, and not at it", arguments: batches)
    func holdsUntil(batch: Int) throws {
        try forEachHistory(batch) { checklist, entries, now, _ in
            let found = checklist.assessment(of: entries, asOf: now)
            let later = LayeredSample.moments(checklist, entries).filter { $0 > now }
            let far = now.plus(hours: 24 * 400)
            for phase in found.phases {
                func verdict(at instant: Instant) -> Verdict? {
                    checklist.assessment(of: entries, asOf: instant).phase(phase.phase.id)?.verdict
                }
                let end = phase.holdsUntil ?? far
                if phase.holdsUntil != nil {
                    #expect(end > now)
                    #expect(verdict(at: end.plus(milliseconds: -1)) == phase.verdict)
                    #expect(verdict(at: end) != phase.verdict)
                } else {
                    #expect(verdict(at: far) == phase.verdict)
                }
                for moment in later where moment < end {
                    #expect(verdict(at: moment) == phase.verdict)
                }
            }
        }
    }

    @Test(
        "Before the start, the verdict at start is that of the same entries then",
        arguments: batches)
    func atStartBefore(batch: Int) throws {
        try forEachHistory(batch) { checklist, entries, now, _ in
            for phase in checklist.assessment(of: entries, asOf: now).phases
            where !phase.hasStarted {
                let then = checklist.assessment(of: entries, asOf: phase.starts)
                #expect(phase.atStart == then.phase(phase.phase.id)?.verdict)
            }
        }
    }

    @Test(
        "After the start, the verdict at start stays, whatever is recorded later",
        arguments: batches)
    func atStartAfter(batch: Int) throws {
        try forEachHistory(batch) { checklist, entries, _, generator in
            let now = try Make.at("2025-10-05T08:00:00Z").plus(hours: 4)
            let found = checklist.assessment(of: entries, asOf: now)
            var later = EntryBook(checklist, entries: entries)
            for step in checklist.steps {
                later.sign(step.id, by: "olga", .reject, at: now)
                later.check(step.id, 0, .unmet, at: now)
                later.waive(step.id, at: now, until: now.plus(hours: 9))
                later.revoke(
                    Int.random(in: 1...entries.count, using: &generator), by: "olga",
                    at: now)
            }
            let after = later.assessment(asOf: now)
            for phase in found.phases where phase.hasStarted {
                let until = entries.lastIndex { $0.recordedAt <= phase.starts } ?? -1
                let then = checklist.assessment(of: Array(entries[...until]), asOf: phase.starts)
                #expect(phase.atStart == then.phase(phase.phase.id)?.verdict)
                #expect(phase.atStart == after.phase(phase.phase.id)?.atStart)
            }
        }
    }

    @Test("Own evidence counts until the moment that is said, and not at it", arguments: batches)
    func countsUntil(batch: Int) throws {
        try forEachHistory(batch) { checklist, entries, now, _ in
            let found = checklist.assessment(of: entries, asOf: now)
            for step in found.steps {
                func isThere(at instant: Instant) -> Bool {
                    let step = checklist.assessment(of: entries, asOf: instant).step(step.step.id)
                    let status = step?.withoutWaiver?.status ?? step?.status
                    return status == .ready || status == .blocked
                }
                if let end = step.countsUntil {
                    #expect(isThere(at: end.plus(milliseconds: -1)))
                    #expect(!isThere(at: end))
                } else if step.status == .ready || step.status == .blocked {
                    #expect(isThere(at: now.plus(hours: 24 * 400)))
                }
            }
        }
    }

    @Test(
        "The order of entries and what is recorded for other ids change nothing",
        arguments: batches)
    func order(batch: Int) throws {
        try forEachHistory(batch) { checklist, entries, now, generator in
            let found = checklist.assessment(of: entries, asOf: now)
            #expect(
                checklist.assessment(of: entries.shuffled(using: &generator), asOf: now) == found)
            let own = entries.filter { $0.statement.rollout.id == checklist.id }
            #expect(checklist.assessment(of: own, asOf: now) == found)
        }
    }
}
