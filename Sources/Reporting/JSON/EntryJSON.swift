import CanonicalJSON
import Rollout

/// What every act on record has in common in JSON.
enum EntryJSON {
    /// Who, when, and how that is known.
    static func members(_ entry: Entry) -> [String: JSONValue] {
        [
            "principal": .string(entry.statement.principal.text),
            "authentication": .string(entry.authentication.rawValue),
            "recordedAt": .moment(entry.recordedAt),
            "madeAt": .moment(entry.statement.madeAt),
            "entry": reference(entry.reference),
        ]
    }

    /// An entry by its place in the ledger and its digest.
    static func reference(_ entry: EntryReference) -> JSONValue {
        [
            "sequence": .number(entry.sequence),
            "digest": .string(entry.digest.description),
        ]
    }

    static func file(_ file: FileReference) -> JSONValue {
        [
            "size": .number(file.size), "digest": .string(file.digest.description),
        ]
    }
}
