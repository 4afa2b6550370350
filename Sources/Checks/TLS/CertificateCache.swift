import CLibSSL
import Rollout
import Synchronization

/// The certificates that were described, so that one that many servers present is described once.
final class CertificateCache: Sendable {
    /// More than the servers of a run have, so that one that goes on for long keeps its size.
    private static let limit = 256

    private let known = Mutex<[ContentDigest: TLSCertificate]>([:])

    /// What a certificate says.
    func read(_ certificate: OpaquePointer) -> TLSCertificate {
        guard let digest = OpenSSLCertificate.digest(of: certificate) else {
            return OpenSSLCertificate.read(certificate, sha256: "")
        }
        if let found = known.withLock({ $0[digest] }) { return found }
        let description = OpenSSLCertificate.read(certificate, sha256: digest.hex)
        known.withLock { known in
            if known.count >= Self.limit { known = [:] }
            known[digest] = description
        }
        return description
    }

    /// What the certificates of a stack say; the stack stays the caller's.
    func all(_ stack: OpaquePointer?, limit: Int) -> [TLSCertificate] {
        OpenSSLCertificate.items(stack).prefix(limit).map(read)
    }
}
