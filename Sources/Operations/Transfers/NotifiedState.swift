import CanonicalJSON
import Characters
import Files
package import Reporting
import Rollout

/// What a channel was told last of each rollout, kept in a file, so that nothing is said twice.
///
/// A rollout counts as changed where its verdict, that of a phase, what holds a phase back, or what
/// is wrong with the ledger is another: not where only time went by.
package struct NotifiedState: Sendable {
    private let path: String
    private var rollouts: [String: JSONValue]

    private static let version: JSONValue = 1
    private static let mostBytes = 16 << 20

    /// Reads the file; where there is none, nothing was told yet.
    package init(at path: String) throws(OperationFailure) {
        self.path = path
        rollouts = [:]
        guard Folder.holdsSomething(at: path) else { return }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try RegularFile(path: path).bytes(limit: Self.mostBytes)
        } catch {
            throw .file(.notified, path: path, error)
        }
        guard let value = try? JSONValue(jsonBytes: bytes), value["notified"] == Self.version,
            let known = value["rollouts"]?.members
        else { throw .notNotified(path: path) }
        rollouts = known
    }

    /// The channel was told another standing of the rollout, or none.
    package func isNews(_ report: ReportInput) -> Bool {
        rollouts[Self.key(report.assessment)] != NotifiedStanding.value(report)
    }

    /// Keeps that the channel was told of it; the file is written as a whole.
    package mutating func keep(_ report: ReportInput) throws(OperationFailure) {
        rollouts[Self.key(report.assessment)] = NotifiedStanding.value(report)
        try write()
    }

    /// Writes the file as a whole, also to find out whether it can be.
    package func write() throws(OperationFailure) {
        let value: JSONValue = ["notified": Self.version, "rollouts": .object(rollouts)]
        do throws(FileFailure) {
            try WholeFile.write(
                Array((value.prettyText + "\n").utf8), to: path, permissions: 0o644)
        } catch {
            throw .file(.notified, path: path, error)
        }
    }

    /// Id, place, target and values: what makes a rollout.
    private static func key(_ assessment: Assessment) -> String {
        let checklist = assessment.checklist
        let values = checklist.scope.parameters.mapValues { JSONValue.string($0) }
        let key: JSONValue = [
            .string(checklist.id), .string(checklist.rollout.place),
            checklist.target.map { .string($0.id.text) } ?? .null, .object(values),
        ]
        return String(decoding: key.canonicalBytes, as: UTF8.self)
    }
}
