import Rollout

/// The critical options of a certificate: who does not know one must refuse the certificate.
package struct SSHCertificateOptions: Hashable, Sendable {
    /// The hardware key has to ask for a PIN or a fingerprint.
    package private(set) var asksForVerification = false
    /// The name of an option that is not known; nil where all are.
    package private(set) var unknown: String?

    /// Reads pairs of name and value; no name stands there twice.
    init(_ bytes: ArraySlice<UInt8>) throws(SignatureFault) {
        var reader = SSHReader(bytes, .options)
        var names: Set<String> = []
        while !reader.isAtEnd {
            let name = try reader.text()
            let value = try reader.string()
            guard names.insert(name).inserted else { throw .malformed(.notOfItsType(.options)) }
            switch name {
            case "verify-required":
                guard value.isEmpty else { throw .malformed(.notOfItsType(.options)) }
                asksForVerification = true
            // They restrict logins; as with ssh-keygen, a signature is none.
            case "force-command", "source-address": break
            default: if unknown == nil { unknown = name }
            }
        }
    }
}
