import CanonicalJSON
import Files
import Rollout

/// A statement and its signature, from files that came from another machine.
struct SignedElsewhere {
    let signature: String
    private let path: String
    private let made: Statement

    init(statement path: String, signature: String) throws(OperationFailure) {
        self.path = path
        let bytes = try Self.bytes(path)
        do throws(CanonicalFormatError) {
            made = try Statement(canonicalBytes: bytes)
        } catch {
            throw .signing(.notAStatement(path: path, reason: error.description))
        }
        self.signature = String(decoding: try Self.bytes(signature), as: UTF8.self)
    }

    private static func bytes(_ path: String) throws(OperationFailure) -> [UInt8] {
        do throws(FileFailure) {
            return try RegularFile(path: path).bytes(limit: Entry.mostBytes)
        } catch { throw .signing(.file(path: path, error)) }
    }

    /// The statement that was signed, where it says what is to be recorded; the time at which it was
    /// made may be another one, and of a decision what of the ledger it was made on.
    func statement(insteadOf wanted: Statement) throws(OperationFailure) -> Statement {
        if let part = Self.difference(made, wanted) {
            throw .signing(.otherStatement(path: path, part: part))
        }
        return made
    }

    /// The part in which a statement that was signed is another one than the one that is to be
    /// recorded; nil where it says the same.
    static func difference(_ made: Statement, _ wanted: Statement) -> String? {
        if made.body.kind != wanted.body.kind { return "kind" }
        if made.rollout != wanted.rollout { return "rollout" }
        if made.scope != wanted.scope { return "scope" }
        if made.checklist != wanted.checklist { return "checklist" }
        if made.step != wanted.step { return "step" }
        if made.actor != wanted.actor { return "principal" }
        if made.role != wanted.role { return "role" }
        if made.site != wanted.site || made.run != wanted.run { return "run" }
        return isSame(made.body, wanted.body) ? nil : "body"
    }

    private static func isSame(_ made: StatementBody, _ wanted: StatementBody) -> Bool {
        guard case .decision(let made) = made, case .decision(let wanted) = wanted else {
            return made == wanted
        }
        return made.phase == wanted.phase && made.question == wanted.question
            && made.choice == wanted.choice && made.reason == wanted.reason
            && made.isEmergency == wanted.isEmergency && made.verdict == wanted.verdict
    }
}
