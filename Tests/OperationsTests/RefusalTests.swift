import LedgerStorage
import Operations
import Rollout
import Testing

/// Everything that somebody may want to say and must not, with the type of the refusal.
@Suite("Refused acts")
struct RefusalTests {
    /// An act that must not be recorded.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let principal: String
        /// The name of the case of the error.
        let kind: String
        let words: String
        let carryOut: @Sendable (Act, Place) async throws -> Void

        init(
            _ description: String, by principal: String, _ kind: String, _ words: String,
            _ carryOut: @escaping @Sendable (Act, Place) async throws -> Void
        ) {
            testDescription = description
            self.principal = "\(principal)@example.com"
            self.kind = kind
            self.words = words
            self.carryOut = carryOut
        }

        static func sign(
            _ step: String, by principal: String, _ kind: String, _ words: String,
            choice: SignOff.Choice = .approve, role: String? = nil
        ) -> Case {
            Case("\(choice) \(step) by \(principal)", by: principal, kind, words) { act, _ in
                _ = try await SignStep(step, choice, note: "n", role: role)(act)
            }
        }

        static func waive(
            _ step: String, by principal: String, _ kind: String, _ words: String,
            until: String = "2025-10-20", role: String? = nil
        ) -> Case {
            Case("waive \(step) until \(until) by \(principal)", by: principal, kind, words) {
                act, _ in
                let point = try #require(CalendarPoint(until))
                _ = try await WaiveStep(step, until: point, reason: "r", role: role)(act)
            }
        }

        static func decide(
            _ phase: String, by principal: String, _ kind: String, _ words: String
        ) -> Case {
            Case("decide \(phase) by \(principal)", by: principal, kind, words) { act, _ in
                _ = try await DecidePhase(phase, .go, reason: "r")(act)
            }
        }
    }

    static let cases: [Case] = [
        .sign("reviewd", by: "bob", "unknown", "did you mean \"reviewed\"?"),
        .sign("each", by: "bob", "severalSteps", "each/a, each/b"),
        .sign("present", by: "bob", "noSignOffAsked", "asks for no sign-off"),
        .sign("elsewhere", by: "bea", "pointless", "does not apply"),
        .sign("elsewhere", by: "bea", "pointless", "does not apply", choice: .reject),
        .sign("closed", by: "bob", "pointless", "The phase done is over"),
        .sign("closed", by: "bob", "pointless", "The phase done is over", choice: .reject),
        .sign("reviewed", by: "zoe", "noRole", "zoe@example.com is not a member of admin"),
        .sign("reviewed", by: "bob", "unknown", "did you mean \"admin\"?", role: "admn"),
        .sign("reviewed", by: "bea", "signOff", "the step asks for Admins", role: "boss"),
        .sign("twice", by: "ann", "severalRoles", "admin and both"),
        .sign("approved", by: "ann", "evidenceWanted", "--evidence"),
        .sign("later", by: "ann", "signOff", "It is too early to sign"),
        .waive("reviewd", by: "bea", "unknown", "did you mean \"reviewed\"?"),
        .waive("elsewhere", by: "bea", "pointless", "does not apply"),
        .waive("closed", by: "bea", "pointless", "The phase done is over"),
        .waive("firm", by: "bea", "waiver", "may not be waived"),
        .waive("reviewed", by: "ann", "noRole", "not a member of boss"),
        .waive("reviewed", by: "ann", "waiver", "waivers are given for Bosses", role: "admin"),
        .waive("reviewed", by: "bea", "waiver", "ends before it begins", until: "2025-09-30"),
        .waive(
            "reviewed", by: "bea", "waiverTooLong", "the latest day is 2025-10-30",
            until: "2025-11-20"),
        .decide("frist", by: "bea", "unknown", "did you mean \"first\"?"),
        .decide("first", by: "ann", "decision", "not a member of Bosses"),
        .decide("gone", by: "bea", "pointless", "cancelled or does not apply"),
        .decide("second", by: "bea", "pointless", "cancelled or does not apply"),
        .decide("done", by: "bea", "pointless", "The phase done is over"),
        Case("take back what is not there", by: "ann", "noSuchEntry", "Entry 7 is not a sign-off") {
            act, _ in
            _ = try await TakeBack(.signOff, 7, of: "reviewed", reason: "r")(act)
        },
        Case("evidence in a folder", by: "ann", "file", "it is a folder, not a file") {
            act, place in
            _ = try await SignStep(
                "approved", .approve, note: "n", evidence: [place.path("checklists")])(act)
        },
        Case("evidence that is missing", by: "ann", "file", "cannot be read") { act, place in
            _ = try await SignStep(
                "approved", .approve, note: "n", evidence: [place.path("missing.txt")])(act)
        },
    ]

    @Test("Each has its type and its reason, and nothing is recorded", arguments: cases)
    func refused(_ refusal: Case) async throws {
        try await Place.with { place in
            let act = try await place.act(by: refusal.principal)
            let failure = await #expect(throws: OperationFailure.self) {
                try await refusal.carryOut(act, place)
            }
            let found = try #require(failure)
            #expect(Mirror(reflecting: found).children.first?.label == refusal.kind)
            #expect(found.description.contains(refusal.words), "\(found)")
            #expect(found.description.hasSuffix(".") || found.description.hasSuffix("?"))
            #expect(!place.exists(".readiness"))
        }
    }

    @Test("Who signed a step may not sign the one that needs other eyes, but may reject it")
    func notBy() async throws {
        try await Place.with { place in
            _ = try await SignStep(
                "approved", .approve, note: "n", evidence: [place.path("evidence.txt")])(
                    place.act(by: "ann@example.com"))
            let act = try await place.act(by: "ann@example.com")
            let failure = await #expect(throws: OperationFailure.self) {
                try await SignStep("reviewed", .approve, note: "n")(act)
            }
            #expect(failure?.description.contains("ann@example.com signed approved") == true)
            _ = try await SignStep("reviewed", .reject, note: "n")(act)
            #expect(try await place.status("reviewed").status == .failing)
        }
    }
}
