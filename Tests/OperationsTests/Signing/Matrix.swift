import Attestation
import ChecklistDecoding
import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

/// A rollout whose statements must be signed, with a list of signers on record.
struct Matrix: Sendable {
    let place: Place
    let keys: MatrixKeys

    static let text = """
        readiness: 1
        id: matrix
        title: Attempts
        owner: boss
        signing: required
        runners: [robot@example.com]
        parameters:
          cloud: {default: one, one-of: [one, two]}
        timeline:
          - {id: first, title: First, starts: 2025-11-10}
          - {id: second, title: Second, starts: 2025-12-10}
        roles:
          boss: {title: Bosses, members: [bea@example.com, bet@example.com, amy@example.com, cab@example.com, own@example.com]}
          admin:
            title: Admins
            members:
              [ann@example.com, ana@example.com, bob@example.com, cas@example.com, amy@example.com,
               old@example.com, soon@example.com, git@example.com, gone@example.com,
               cay@example.com]
            deputies:
              - {for: ann@example.com, by: dan@example.com, from: 2025-09-20, until: 2025-10-31, reason: r}
              - {for: bob@example.com, by: dan@example.com, from: 2025-10-20, until: 2025-10-25, reason: r}
              - {for: bob@example.com, by: own@example.com, from: 2025-09-20, until: 2025-10-15, reason: r}
          asker: {title: Askers, members: [bob@example.com, ana@example.com, cay@example.com]}
          desk: {title: Desk, members: [bea@example.com]}
        waivers: {by: [boss], longest: 30d}
        decisions: {poll: [admin], unanimous: true}
        steps:
          - {id: one, title: One, role: admin, due: first, sign-off: {}}
          - {id: pair, title: Two people, role: admin, due: first, sign-off: {count: 2}}
          - {id: other, title: Somebody else, role: admin, due: first, sign-off: {not-by: [one]}}
          - {id: both, title: Two roles, role: admin, due: first, sign-off: {by: [admin, asker]}}
          - {id: change, title: A change, role: admin, due: first, requested-by: asker, sign-off: {}}
          - {id: shown, title: With files, role: admin, due: first, sign-off: {evidence: required}}
          - {id: firm, title: Never waived, role: admin, due: first, waivable: false, sign-off: {}}
          - {id: bosses, title: What the bosses do, role: boss, due: first, sign-off: {}}
          - {id: desked, title: Signed elsewhere, role: admin, due: first, sign-off: {by: [desk]}}
          - {id: seen, title: Seen, role: admin, due: first, check: [{file: {path: present.txt}}]}

        """

    /// Makes the place for as long as the body runs.
    static func with<Result>(
        signers: Bool = true, _ body: (Matrix) async throws -> Result
    ) async throws -> Result {
        let keys = try MatrixKeys.shared.get()
        return try await Place.with(text) { place in
            let matrix = Matrix(place: place, keys: keys)
            if signers { _ = try await matrix.list(keys.allowed, revoked: keys.revoked) }
            return try await body(matrix)
        }
    }

    /// What an attempt came to.
    struct Outcome {
        /// Why it was refused, or why it does not count.
        let code: String
        let counts: Bool
    }

    var location: LedgerLocation { place.context().location(for: place.path(Sample.path)) }

    /// Changes the text of the checklist.
    func edit(_ old: String, _ new: String) throws {
        let text = try String(contentsOfFile: place.path(Sample.path), encoding: .utf8)
        try #require(text.contains(old))
        try place.write(Sample.path, text.replacing(old, with: new))
    }

    // What operations are asked for.

    func act(
        by name: String, for member: String? = nil, key: String? = nil,
        signing method: SigningMethod? = nil, set: [String: String] = [:]
    ) async throws -> Act {
        try await Act(
            on: place.load(set: set), by: Self.person(name), for: member.map(Self.person),
            signing: method ?? .key(path: keys.path(key ?? name)), place.context())
    }

    static func person(_ name: String) -> Principal { Principal("\(name)@example.com") }

    /// Signs a step by the operation.
    @discardableResult
    func sign(
        _ step: String, _ choice: SignOff.Choice = .approve, by name: String,
        for member: String? = nil, key: String? = nil, role: String = "admin"
    ) async throws -> Entry {
        try await SignStep(step, choice, note: "n", role: role)(
            act(by: name, for: member, key: key))
    }

    /// The refusal that an operation ends in, after which nothing more is on record.
    func refusal<Value>(_ work: () async throws -> Value) async throws -> Outcome {
        let before = try await size()
        do {
            _ = try await work()
            return Outcome(code: "recorded", counts: true)
        } catch let failure as OperationFailure {
            #expect(try await size() == before)
            return Outcome(code: failure.attemptCode, counts: false)
        }
    }

    func size() async throws -> Int {
        let ledger = location.ledger()
        let size = try await ledger.reading(of: "nothing", asOf: .everything).state.extent.size
        try await ledger.close()
        return size
    }

    // What is slipped into the ledger past the operations.

    /// A statement as the tool makes it, of a principal at a moment.
    func statement(
        _ body: StatementBody, step: String? = nil, by name: String, for member: String? = nil,
        role: String? = "admin", at time: Instant? = nil
    ) async throws -> Statement {
        let checklist = try await place.load().checklist
        let reference = step.flatMap { id in
            checklist.steps.first { $0.id.text == id }?.reference
        }
        return checklist.statement(
            body, step: reference, by: Self.person(name), onBehalfOf: member.map(Self.person),
            for: role.map { RoleID($0) }, at: time ?? place.now)
    }

    func signOff(
        _ step: String, _ choice: SignOff.Choice = .approve, note: String = "n", by name: String,
        for member: String? = nil, role: String = "admin", at time: Instant? = nil
    ) async throws -> Statement {
        try await statement(
            .signOff(SignOff(choice: choice, note: note, evidence: [])), step: step, by: name,
            for: member, role: role, at: time)
    }

    /// Appends a statement with the signature of a key over it, or over something else.
    @discardableResult
    func append(
        _ statement: Statement, key: String?, over bytes: [UInt8]? = nil,
        namespace: String = SignatureNamespace.statement.text
    ) async throws -> Entry {
        let signature = try key.map {
            try keys.signature(
                over: bytes ?? statement.canonicalBytes, by: $0, namespace: namespace)
        }
        return try await append(statement, signature: signature)
    }

    @discardableResult
    func append(_ statement: Statement, signature: String?) async throws -> Entry {
        let ledger = location.ledger()
        let made = try await ledger.append([Draft(statement, signature: signature)], at: place.now)
        try await ledger.close()
        return try #require(made.last)
    }

    /// The same, and how the entry is judged.
    func slipped(
        _ statement: Statement, key: String?, over bytes: [UInt8]? = nil,
        namespace: String = SignatureNamespace.statement.text
    ) async throws -> Outcome {
        try await verdict(
            on: append(statement, key: key, over: bytes, namespace: namespace))
    }

    /// Records a list of signers, signed by its owner.
    @discardableResult
    func list(
        _ allowed: String, revoked: String = "", by name: String = "bea", owner: String = "bea",
        key: String? = "bea", at time: Instant? = nil
    ) async throws -> Entry {
        try await append(
            SignersRecord.statement(
                owner: Self.person(owner), allowed: allowed, revoked: revoked,
                by: Self.person(name), at: time ?? place.now),
            key: key)
    }
}
