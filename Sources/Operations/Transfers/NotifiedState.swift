import CanonicalJSON
import Characters
import Files
package import Rollout

/// What a channel was told last of each rollout, kept in a file, so that nothing is said twice.
///
/// A rollout counts as changed where its verdict, that of a phase, or what holds a phase back is
/// another: not where only time went by.
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
    package func isNews(_ assessment: Assessment) -> Bool {
        rollouts[Self.key(assessment)] != Self.standing(assessment)
    }

    /// Keeps that the channel was told of it; the file is written as a whole.
    package mutating func keep(_ assessment: Assessment) throws(OperationFailure) {
        rollouts[Self.key(assessment)] = Self.standing(assessment)
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

    private static func standing(_ assessment: Assessment) -> JSONValue {
        [
            "verdict": .string(assessment.verdict.rawValue),
            "phases": .array(
                assessment.phases.map { phase in
                    [
                        "id": .string(phase.phase.id.text),
                        "verdict": phase.headline.map { .string($0.rawValue) } ?? .null,
                        "reasons": .array(
                            phase.current.reasons.map { reason in
                                guard case .step(let id, _, _, _) = reason else {
                                    return .string(reason.code)
                                }
                                return .string("\(id) \(reason.code)")
                            }),
                    ]
                }),
        ]
    }
}
