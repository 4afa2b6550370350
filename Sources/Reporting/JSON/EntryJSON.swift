import CanonicalJSON
import Rollout

/// What every act on record has in common in JSON.
enum EntryJSON {
    /// Who, when, and how that is known.
    static func members(_ entry: Entry) -> [String: JSONValue] {
        [
            "principal": .string(entry.statement.principal.text),
            "onBehalfOf": entry.statement.onBehalfOf.map { .string($0.text) } ?? .null,
            "authentication": .string(entry.authentication.code),
            "signer": signer(entry.authentication),
            "recordedAt": .moment(entry.recordedAt),
            "madeAt": .moment(entry.statement.madeAt),
            "entry": reference(entry.reference),
        ]
    }

    /// The key that made a statement; null where none is proved.
    static func signer(_ authentication: Authentication) -> JSONValue {
        guard let signer = authentication.signer else { return .null }
        var members: [String: JSONValue] = [
            "fingerprint": .string(signer.fingerprint.text), "type": .string(signer.type),
        ]
        if let certificate = signer.certificate {
            members["authority"] = .string(certificate.authority.text)
            members["keyId"] = .string(certificate.keyID)
        }
        if let origin = signer.securityKey?.origin { members["origin"] = .string(origin) }
        return .object(members)
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
