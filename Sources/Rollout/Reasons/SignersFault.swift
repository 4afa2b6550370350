package import CanonicalJSON

/// Why a list of signers on record does not count.
package enum SignersFault: Reason {
    case unsigned
    /// Only the owner that the list before it names may record one.
    case notTheOwner(Principal)
    case signature(SignatureFault)
    /// It was signed before the list that it would replace.
    case older(than: Int)
    /// The same signed bytes are in an earlier entry.
    case replayed(of: Int)

    package var code: String {
        switch self {
        case .unsigned: return "unsigned"
        case .notTheOwner: return "not-the-owner"
        case .signature(let fault): return "signature-\(fault.code)"
        case .older: return "older"
        case .replayed: return "replayed"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .unsigned: return [:]
        case .notTheOwner(let owner): return ["owner": .name(owner)]
        case .signature(let fault): return fault.values
        case .older(let entry), .replayed(let entry): return ["entry": .number(entry)]
        }
    }
}
