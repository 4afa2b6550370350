package import CanonicalJSON

/// Why a statement does not count for how it is authenticated.
package enum AuthenticationReason: Reason {
    /// The checklist counts what is signed alone.
    case unsigned
    /// The checklist counts what is signed alone, and nothing on record says whose keys count.
    case noSignersOnRecord
    case signature(SignatureFault)
    /// The key counted when it was recorded, and no longer does.
    case withdrawn(SignatureFault)
    /// The same signed bytes are in an earlier entry.
    case replayed(of: Int)

    package var code: String {
        switch self {
        case .unsigned: return "unsigned"
        case .noSignersOnRecord: return "no-signers-on-record"
        case .signature(let fault): return "signature-\(fault.code)"
        case .withdrawn(let fault): return "withdrawn-\(fault.code)"
        case .replayed: return "replayed"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .unsigned, .noSignersOnRecord: return [:]
        case .signature(let fault), .withdrawn(let fault): return fault.values
        case .replayed(let entry): return ["entry": .number(entry)]
        }
    }
}
