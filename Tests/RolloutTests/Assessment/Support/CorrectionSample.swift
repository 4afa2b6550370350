import Rollout
import Testing

/// Corrections of the time of entry 2, which a clock two weeks ahead dated.
enum CorrectionSample {
    /// By name: adds corrections, the first of which is the one that is asked for; `now` is the true
    /// present, an hour after entry 1.
    static let histories: [String: @Sendable (inout EntryBook, Instant) -> Void] = [
        "by a member of the owner's role, to a time between the entry before and its own": {
            $0.correct(2, to: $1.plus(minutes: -5), at: $1)
        },
        "by anybody else": { $0.correct(2, to: $1.plus(minutes: -5), by: "nora", at: $1) },
        "of an entry that is not on record, or by another digest": {
            $0.correct(2, to: $1.plus(minutes: -5), at: $1, digest: Make.otherWording)
        },
        "of an entry that is not ahead of it": { $0.correct(1, to: $1.plus(minutes: -90), at: $1) },
        "to a time after its own": { $0.correct(2, to: $1.plus(minutes: 5), at: $1) },
        "to a time before that of an entry that came before": {
            $0.correct(2, to: $1.plus(minutes: -61), at: $1)
        },
        "that a later one of the same entry follows": {
            $0.correct(2, to: $1.plus(minutes: -5), at: $1)
            $0.correct(2, to: $1.plus(minutes: -6), at: $1.plus(minutes: 1))
        },
    ]

    /// Why the first correction counts or not.
    static func reason(_ name: String) throws -> CorrectionReason {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let history = try #require(histories[name])
        var book = EntryBook(
            try Make.checklist([Make.step("step", signOff: SignOffRule(roles: ["ops"]))]))
        book.sign("step", by: "nora", at: now.plus(hours: -1))
        book.sign("step", by: "nils", .reject, at: now.plus(hours: 24 * 14))
        history(&book, now)
        let assessment = book.checklist.assessment(of: book.entries, asOf: now.plus(hours: 1))
        return try #require(assessment.corrections.first).reason
    }
}

extension EntryBook {
    fileprivate mutating func correct(
        _ sequence: Int, to time: Instant, by principal: Principal = "olga", at instant: Instant,
        digest: ContentDigest? = nil
    ) {
        let own = entries.first { $0.sequence == sequence }?.digest
        let entry = EntryReference(
            sequence: sequence, digest: digest ?? own ?? Make.otherWording)
        add(
            .correction(Correction(entry: entry, time: time, reason: "The clock was wrong.")),
            by: principal, for: "owner", at: instant)
    }
}
