/// How it is known who made a statement.
package enum Authentication: Hashable, Sendable {
    /// Nobody signed it: the name is as it was given.
    case none
    /// It is signed, and nothing on record says whose key that is.
    case unverified
    /// A key of its principal signed it.
    case key(SignerKey)
    /// The same when it was recorded; the key no longer counts by what is on record since.
    case withdrawn(SignerKey, SignatureFault)
    case refused(SignatureFault)

    /// What a statement will have that its principal is about to sign.
    package static let presumed = Authentication.key(SignerKey(fingerprint: "", type: ""))

    /// A stable name of the case.
    package var code: String {
        switch self {
        case .none: return "none"
        case .unverified: return "unverified"
        case .key: return "ssh-key"
        case .withdrawn: return "withdrawn"
        case .refused: return "refused"
        }
    }

    /// How it was known when it was recorded, whatever was withdrawn since.
    package var whenRecorded: Authentication {
        guard case .withdrawn(let key, _) = self else { return self }
        return .key(key)
    }

    /// The key that made it, where that is proved.
    package var signer: SignerKey? {
        switch self {
        case .key(let key), .withdrawn(let key, _): return key
        case .none, .unverified, .refused: return nil
        }
    }
}
