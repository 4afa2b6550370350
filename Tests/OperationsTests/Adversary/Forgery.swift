import ChecklistDecoding
import LedgerStorage
import Operations
import Rollout
import Testing

/// A statement that is written into a ledger past every act.
struct Forgery: Sendable {
    var id = "sample"
    var folder = Sample.path
    var parameters = ["cloud": "one"]
    var target: String?
    var text: ContentDigest
    /// The step, and the digest of its wording.
    var step: StepReference?
    var principal = "bob@example.com"
    var role: RoleID? = "admin"
    var body: StatementBody

    /// An approval of the step `reviewed` that counts.
    static func approval(_ judged: JudgedRollout, of step: StepID = "reviewed") throws -> Forgery {
        let checklist = judged.loaded.checklist
        return Forgery(
            text: checklist.digest,
            step: StepReference(id: step, digest: try #require(checklist.step(step)).digest),
            body: .signOff(SignOff(choice: .approve, note: "n", evidence: [])))
    }

    func append(to place: Place) async throws {
        let statement = Statement(
            rollout: RolloutReference(id: id, place: folder),
            scope: Scope(target: target.map { TargetID($0) }, parameters: parameters),
            checklist: text, step: step, principal: Principal(principal), role: role,
            madeAt: place.now, body: body)
        let ledger = place.context().location(for: place.path(Sample.path)).ledger()
        _ = try await ledger.append([Draft(statement)], at: place.now)
        try await ledger.close()
    }
}
