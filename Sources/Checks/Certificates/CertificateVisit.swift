import Files
import Glibc
import Rollout

/// Reads a file of certificates, and the key that should belong to it.
struct CertificateVisit: Sendable {
    let path: String
    /// Nil where no key is asked for.
    let keyPath: String?
    let password: String?
    /// The folder that the files must lie in; nil where they may lie anywhere.
    let confinement: String?
    /// The names that are looked for.
    let names: [String]
    /// What the chain is verified for; nil where it is not verified.
    let trust: Trust?
    let cache: AuthorityCache
    let instant: Instant

    /// What a chain is verified against.
    struct Trust: Sendable {
        /// The path of the authorities; nil for the system's.
        let authorities: String?
        let usage: CertificateUsage?
    }

    /// More than any file of certificates has: 1 MiB.
    private static let limit = 1 << 20

    /// Looks; it may take long where a password is to be tried many times.
    func look() -> CertificateObservation {
        var seen = CertificateObservation(instant: instant, certificates: .absent)
        var found: OpenSSLCertificates?
        seen.certificates = content(path) { bytes in
            let (format, content) = OpenSSLCertificateReader.read(bytes, password: password)
            seen.format = format?.rawValue
            if case .read(let certificates) = content { found = certificates }
            return Self.map(content, path) { $0.items.map(entry) }
        }
        seen.key = keyPath.map { keyPath in
            content(keyPath) { bytes in
                let content = OpenSSLKeyReader.read(bytes, password: password)
                return Self.map(content, keyPath) { key in
                    let (type, bits) = OpenSSLCertificate.describe(key.pointer)
                    return CertificateObservation.Key(
                        type: type, bits: bits, place: found?.place(of: key))
                }
            }
        }
        if let trust, let found { verify(found, trust, &seen) }
        return seen
    }

    private func entry(_ certificate: OpaquePointer) -> CertificateObservation.Entry {
        let sha256 = OpenSSLCertificate.digest(of: certificate)?.hex ?? ""
        let read = OpenSSLCertificate.read(certificate, sha256: sha256)
        return CertificateObservation.Entry(
            certificate: read, traits: OpenSSLTraits.read(certificate),
            matching: Set(
                (names + read.destinations).filter { OpenSSLCertificate.matches(certificate, $0) }))
    }

    private func verify(
        _ certificates: OpenSSLCertificates, _ trust: Trust, _ seen: inout CertificateObservation
    ) {
        do throws(TLSSetupFailure) {
            let context = try cache.context(trust.authorities, within: confinement)
            seen.verification = OpenSSLVerification.verify(
                certificates, context, isNamed: trust.authorities != nil, for: trust.usage,
                at: instant)
        } catch {
            seen.authoritiesObstacle = error.obstacle
        }
    }

    /// What stands under a path, by what its bytes are.
    private func content<Value>(
        _ path: String, _ read: ([UInt8]) -> CertificateObservation.Content<Value>
    ) -> CertificateObservation.Content<Value> {
        do throws(FileFailure) {
            let file = try RegularFile(path: path)
            guard confinement.map(file.lies) ?? true else {
                return .unknown(Obstacle(.notTrusted, ["path": path]))
            }
            return read(try file.bytes(limit: Self.limit))
        } catch {
            switch error {
            case .system(let system) where [ENOENT, ENOTDIR].contains(system.code): return .absent
            case .notAFile(let what): return .other(what)
            default:
                return .unknown(
                    Obstacle(.contentUnread, ["path": path, "detail": error.reason]))
            }
        }
    }

    private static func map<Read, Value>(
        _ reading: CredentialReading<Read>, _ path: String, _ describe: (Read) -> Value
    ) -> CertificateObservation.Content<Value> {
        switch reading {
        case .read(let value): return .read(describe(value))
        case .other(let words): return .other(words)
        case .locked(let lock): return .unknown(lock.obstacle(path))
        }
    }
}
