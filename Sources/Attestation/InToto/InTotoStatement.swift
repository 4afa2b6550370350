import CanonicalJSON
package import Rollout

/// What an entry records, in the words of in-toto (Statement v1), for those who gather attestations.
package enum InTotoStatement {
    package static let predicateType = "urn:x-readiness:entry:v1"

    /// About the text that it was said on, and the files that were shown; in canonical JSON.
    package static func bytes(of entry: Entry) -> [UInt8] {
        let statement = entry.statement
        var subjects = [subject(statement.rollout.place, statement.checklist)]
        if case .signOff(let signOff) = statement.body {
            subjects += signOff.evidence.map { subject($0.name, $0.file.digest) }
        }
        var predicate: [String: JSONValue] = [
            "entry": [
                "sequence": .integer(Int64(entry.sequence)),
                "recordedAt": .string(entry.recordedAt.rfc3339),
                "leaf": .string(entry.digest.description),
            ],
            "statement": (try? JSONValue(jsonBytes: statement.canonicalBytes)) ?? .null,
        ]
        if let signature = entry.signature { predicate["signature"] = .string(signature) }
        let value: JSONValue = [
            "_type": "https://in-toto.io/Statement/v1", "subject": .array(subjects),
            "predicateType": .string(predicateType), "predicate": .object(predicate),
        ]
        return value.canonicalBytes
    }

    private static func subject(_ name: String, _ digest: ContentDigest) -> JSONValue {
        ["name": .string(name), "digest": ["sha256": .string(digest.hex)]]
    }
}
