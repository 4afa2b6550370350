import ChecklistDecoding
import Operations
import Rollout

/// What was said about something else, or in another order.
extension Attempt {
    /// A sign-off of step one with a part of its statement changed before it was signed.
    private static func about(
        _ name: String, _ code: String, rollout: RolloutReference? = nil, scope: Scope? = nil,
        step: StepReference? = nil
    ) -> Attempt {
        .slipped(name, code, step: "one") {
            let own = try await $0.signOff("one", by: "ann")
            let statement = Statement(
                rollout: rollout ?? own.rollout, scope: scope ?? own.scope,
                checklist: own.checklist, step: step ?? own.step, principal: own.principal,
                role: own.role, madeAt: own.madeAt, body: own.body)
            return try await $0.append(statement, key: "ann")
        }
    }

    /// A statement that was signed elsewhere, and is not the one that is to be recorded.
    private static func elsewhere(
        _ name: String, _ make: @escaping @Sendable (Matrix) async throws -> Statement
    ) -> Attempt {
        .recorded("signed elsewhere: \(name)", "otherStatement", step: "one") {
            let bytes = try await make($0).canonicalBytes
            try $0.place.write("s", String(decoding: bytes, as: UTF8.self))
            try $0.place.write("s.sig", $0.keys.signature(over: bytes, by: "ann"))
            let method = SigningMethod.signed(
                statement: $0.place.path("s"), signature: $0.place.path("s.sig"))
            _ = try await SignStep("one", .approve, note: "n", role: "admin")(
                $0.act(by: "ann", signing: method))
        }
    }

    static let places: [Attempt] = [
        about(
            "for another rollout", "absent",
            rollout: RolloutReference(id: "another", place: Sample.path)),
        about(
            "for another place", "other-place",
            rollout: RolloutReference(id: "matrix", place: "checklists/prod/sample.yaml")),
        about("for another scope", "other-value", scope: Scope(parameters: ["cloud": "two"])),
        about(
            "for another target", "other-target",
            scope: Scope(target: "contoso", parameters: ["cloud": "one"])),
        about(
            "for a parameter that there is not", "unknown-parameter",
            scope: Scope(parameters: ["cloud": "one", "region": "eu"])),
        about(
            "for another wording", "other-wording",
            step: StepReference(id: "one", digest: ContentDigest(of: "one".utf8))),
        about(
            "for a step that there is not", "step-removed",
            step: StepReference(id: "two", digest: ContentDigest(of: "two".utf8))),
        Attempt("a step that was edited since", "other-wording", step: "one") {
            let entry = try await $0.sign("one", by: "ann")
            try $0.edit("title: One", title)
            return try await $0.verdict(on: entry)
        },
        Attempt("a step whose rule was edited since", "other-wording", step: "one") {
            let entry = try await $0.sign("one", by: "ann")
            try $0.edit("title: One, role: admin, due: first, sign-off: {}", rule)
            return try await $0.verdict(on: entry)
        },
        elsewhere("a rejection") { try await $0.signOff("one", .reject, by: "ann") },
        elsewhere("another step") { try await $0.signOff("pair", by: "ann") },
        elsewhere("another name") { try await $0.signOff("one", by: "ana") },
        elsewhere("another role") { try await $0.signOff("one", by: "ann", role: "boss") },
        elsewhere("another text") {
            let statement = try await $0.signOff("one", by: "ann")
            try $0.edit("title: Attempts", "title: Other attempts")
            return statement
        },
        elsewhere("another scope") {
            try await $0.place.load(set: ["cloud": "two"]).checklist.statement(
                .signOff(SignOff(choice: .approve, note: "n", evidence: [])),
                step: $0.signOff("one", by: "ann").step, by: Matrix.person("ann"), for: "admin",
                at: $0.place.now)
        },
    ]

    private static let title = "title: The one"
    private static let rule =
        "title: One, role: admin, due: first, sign-off: {valid-for: 7d}"

    private static let later = "2025-10-01T12:00:00Z"

    /// Takes the newest entry back.
    private static func takeBack(
        _ matrix: Matrix, _ sequence: Int, by name: String, for member: String? = nil
    ) async throws {
        _ = try await TakeBack(.signOff, sequence, of: "one", reason: "r")(
            matrix.act(by: name, for: member))
    }

    static let orders: [Attempt] = [
        .slipped(
            "the same statement again", "replayed",
            after: { try await $0.append($0.signOff("one", by: "ann"), key: "ann") }
        ) { try await $0.append($0.signOff("one", by: "ann"), key: "ann") },
        .slipped(
            "what was taken back, again", "replayed", step: "one",
            after: {
                let entry = try await $0.append($0.signOff("one", by: "ann"), key: "ann")
                try await takeBack($0, entry.sequence, by: "ann")
            }
        ) { try await $0.append($0.signOff("one", by: "ann"), key: "ann") },
        .slipped(
            "what was rejected meanwhile, again", "replayed", step: "one",
            after: {
                try await $0.append($0.signOff("one", by: "ann"), key: "ann")
                try await $0.sign("one", .reject, by: "ann")
            }
        ) { try await $0.append($0.signOff("one", by: "ann"), key: "ann") },
        .slipped(
            "an approval that was kept back behind a rejection", "made-before-a-no", step: "one",
            after: {
                try $0.place.set(later)
                try await $0.sign("one", .reject, by: "ann")
            }
        ) { try await $0.append($0.signOff("one", by: "ann", at: Place.start), key: "ann") },
        .slipped(
            "an approval that was kept back behind a deputy's rejection", "made-before-a-no",
            step: "one",
            after: {
                try $0.place.set(later)
                try await $0.sign("one", .reject, by: "dan", for: "ann")
            }
        ) { try await $0.append($0.signOff("one", by: "ann", at: Place.start), key: "ann") },
        .slipped(
            "an approval that was kept back behind a revocation", "made-before-a-no", step: "one",
            after: {
                let entry = try await $0.sign("one", by: "ann")
                try $0.place.set(later)
                try await takeBack($0, entry.sequence, by: "ann")
            }
        ) {
            try await $0.append(
                $0.signOff("one", note: "m", by: "ann", at: Place.start), key: "ann")
        },
        Attempt("an approval before a rejection", "replaced", step: "one") {
            let entry = try await $0.sign("one", by: "ann")
            try await $0.sign("one", .reject, by: "ann")
            return try await $0.verdict(on: entry)
        },
        .recorded(
            "somebody else's rejection taken back", "not-the-author", step: "one",
            after: { try await $0.sign("one", .reject, by: "ann") }
        ) { try await takeBack($0, 3, by: "bob") },
        .recorded(
            "the owner takes a rejection back", "not-the-author", step: "one",
            after: { try await $0.sign("one", .reject, by: "ann") }
        ) { try await takeBack($0, 3, by: "bea") },
        .recorded(
            "a rejection taken back for its author by no deputy", "not-the-author", step: "one",
            after: { try await $0.sign("one", .reject, by: "ann") }
        ) { try await takeBack($0, 3, by: "cas", for: "ann") },
        .recorded(
            "a rejection taken back by a deputy after the time", "not-the-author", step: "one",
            after: {
                try await $0.sign("one", .reject, by: "ann")
                try $0.place.set("2025-11-01T10:00:00Z")
            }
        ) { try await takeBack($0, 3, by: "dan", for: "ann") },
        revocation("a rejection taken back for its author by no deputy", "not-the-author") {
            try await $0.append(
                $0.statement($1, step: "one", by: "cas", for: "ann", role: nil), key: "cas")
        },
        revocation("a rejection taken back without a signature", "unsigned") {
            try await $0.append($0.statement($1, step: "one", by: "ann", role: nil), key: nil)
        },
        revocation("a rejection taken back in its author's name", "signature-not-for-principal") {
            try await $0.append($0.statement($1, step: "one", by: "ann", role: nil), key: "cas")
        },
    ]

    /// The taking back of a rejection.
    private static func revocation(
        _ name: String, _ code: String,
        _ append: @escaping @Sendable (Matrix, StatementBody) async throws -> Entry
    ) -> Attempt {
        .slipped(name, code, step: "one") {
            let rejection = try await $0.sign("one", .reject, by: "ann")
            return try await append(
                $0, .revocation(Revocation(entry: rejection.reference, reason: "r")))
        }
    }
}
