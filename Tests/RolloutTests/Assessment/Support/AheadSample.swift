import Rollout
import Testing

/// Entries that are dated ahead, each after what it changes.
enum AheadSample {
    /// By name: what is recorded now, and what is dated later.
    static let histories: [String: @Sendable (inout EntryBook, Instant, Instant) -> Void] = [
        "a met check": { book, _, ahead in book.check("step", at: ahead) },
        "an unmet check": { book, _, ahead in book.check("step", 0, .unmet, at: ahead) },
        "a check that could not be carried out": { book, _, ahead in
            book.check("step", 0, .undetermined, at: ahead)
        },
        "an approval": { book, _, ahead in book.sign("step", by: "nora", at: ahead) },
        "a rejection": { book, _, ahead in book.sign("step", by: "nora", .reject, at: ahead) },
        "a waiver": { book, _, ahead in
            book.waive("step", at: ahead, until: ahead.plus(hours: 1))
        },
        "the taking back of an approval": { book, now, ahead in
            book.sign("step", by: "nora", at: now)
            book.revoke(1, by: "nora", at: ahead)
        },
        "the taking back of a rejection": { book, now, ahead in
            book.sign("step", by: "nora", .reject, at: now)
            book.revoke(1, by: "nora", at: ahead)
        },
        "the taking back of a waiver": { book, now, ahead in
            book.waive("step", at: now, until: ahead.plus(hours: 1))
            book.revoke(1, by: "olga", at: ahead)
        },
        "a go": { book, _, ahead in book.decide("start", .go, at: ahead) },
        "a no-go": { book, _, ahead in book.decide("start", .noGo, at: ahead) },
    ]

    /// Whether the entry changes before its time what it changes at its time.
    static func countsAtOnce(_ name: String) throws -> Bool {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let ahead = now.plus(hours: 2)
        let history = try #require(histories[name])
        var book = EntryBook(
            try Make.checklist([
                Make.step("step", checks: 1, signOff: SignOffRule(roles: ["ops"]))
            ]))
        history(&book, now, ahead)
        func facts(_ entries: [Entry], at instant: Instant) -> [String?] {
            let assessment = book.checklist.assessment(of: entries, asOf: instant)
            let step = assessment.steps.first
            return [
                step?.status.rawValue, step?.checks.first?.freshness.rawValue,
                step?.signOffs.filter(\.counts).map(\.reason.code).joined(),
                assessment.waivers.filter(\.covers).map(\.reason.code).joined(),
                assessment.phases.first?.decision?.decision.choice.rawValue,
            ]
        }
        let without = facts(Array(book.entries.dropLast()), at: now)
        let before = facts(book.entries, at: now)
        #expect(facts(book.entries, at: ahead) != without, "\(name)")
        return before != without
    }
}
