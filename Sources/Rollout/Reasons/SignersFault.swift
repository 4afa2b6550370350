package import CanonicalJSON

/// Why a list of signers on record does not count.
package enum SignersFault: Reason {
    case unsigned
    /// Only the owner that the list before it names may record one.
    case notTheOwner(Principal)
    case signature(SignatureFault)

    package var code: String {
        switch self {
        case .unsigned: return "unsigned"
        case .notTheOwner: return "not-the-owner"
        case .signature(let fault): return "signature-\(fault.code)"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .unsigned: return [:]
        case .notTheOwner(let owner): return ["owner": .name(owner)]
        case .signature(let fault): return fault.values
        }
    }
}
