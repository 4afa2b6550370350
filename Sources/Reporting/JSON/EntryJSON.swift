import CanonicalJSON
import Rollout

/// What every act on record has in common in JSON.
enum EntryJSON {
    /// Who, when, and how that is known.
    static func members(_ entry: Entry) -> [String: JSONValue] {
        [
            "principal": .string(entry.statement.principal.text),
            "authentication": .string(entry.authentication.rawValue),
            "recordedAt": .string(entry.recordedAt.rfc3339),
            "madeAt": .string(entry.statement.madeAt.rfc3339),
            "entry": reference(entry.reference),
        ]
    }

    /// An entry by its place in the ledger and its digest.
    static func reference(_ entry: EntryReference) -> JSONValue {
        [
            "sequence": .integer(Int64(entry.sequence)),
            "digest": .string(entry.digest.description),
        ]
    }

    static func file(_ file: FileReference) -> JSONValue {
        [
            "size": .integer(Int64(file.size)), "digest": .string(file.digest.description),
        ]
    }
}

extension JSONValue {
    static func moment(_ instant: Instant?) -> JSONValue {
        instant.map { .string($0.rfc3339) } ?? .null
    }

    static func names(_ names: some Sequence<some Name>) -> JSONValue {
        .array(names.map { .string($0.text) })
    }

    static func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }
}
