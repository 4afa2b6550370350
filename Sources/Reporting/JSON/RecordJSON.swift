package import CanonicalJSON
package import Rollout

/// An entry of a ledger for programs: what is known of it beside its statement.
package enum RecordJSON {
    /// The members that `readiness log` and a server show alike.
    package static func members(_ entry: Entry) throws -> [String: JSONValue] {
        [
            "sequence": .number(entry.sequence),
            "recordedAt": .moment(entry.recordedAt),
            "digest": .string(entry.digest.description),
            "statement": try JSONValue(jsonBytes: entry.statement.canonicalBytes),
            "authentication": .string(entry.authentication.code),
        ]
    }

    /// The same with who signed, and the signature, so that a reader verifies it alone.
    package static func signed(_ entry: Entry) throws -> JSONValue {
        var members = try members(entry)
        members["signer"] = EntryJSON.signer(entry.authentication)
        members["signature"] = entry.signature.map { .string($0) } ?? .null
        return .object(members)
    }
}
