import Files
import Rollout

/// Reads a file of certificates or keys before OpenSSL does, whose errors do not name it.
enum CredentialFile {
    /// What a file is for; the words for it are made where obstacles are worded.
    enum Role: String {
        case authorities
        case clientCertificate = "client-certificate"
        case clientKey = "client-key"
    }

    /// More than any bundle of certificates has: 16 MiB.
    private static let limit = 16 << 20

    /// The whole file.
    static func read(_ path: String, _ role: Role) throws(TLSSetupFailure) -> [UInt8] {
        do throws(FileFailure) {
            return try RegularFile(path: path).bytes(limit: limit)
        } catch {
            throw TLSSetupFailure(
                .credentialUnreadable,
                ["role": role.rawValue, "path": path, "detail": error.reason])
        }
    }

    /// Throws for a file that a checklist without trust must not use.
    static func requirePermission(
        _ path: String, _ role: Role, _ confinement: String?
    ) throws(TLSSetupFailure) {
        guard let confinement else { return }
        do throws(FileFailure) {
            guard try RegularFile(path: path).lies(in: confinement) else {
                throw FileFailure.notAFile("")
            }
        } catch .notAFile("") {
            throw TLSSetupFailure(.notTrusted, ["path": path])
        } catch {
            throw TLSSetupFailure(
                .credentialUnreadable,
                ["role": role.rawValue, "path": path, "detail": error.reason])
        }
    }

    /// The file holds something else than what its role asks for.
    static func unusable(_ path: String, _ role: Role, _ detail: String) -> TLSSetupFailure {
        TLSSetupFailure(
            .credentialUnusable, ["role": role.rawValue, "path": path, "detail": detail])
    }
}
