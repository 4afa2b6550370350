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
        let file = try open(path, role)
        do throws(FileFailure) { return try file.bytes(limit: limit) } catch {
            throw unreadable(path, role, error)
        }
    }

    /// Throws for a file that a checklist without trust must not use, because it lies elsewhere.
    ///
    /// It is to lie in the folder, whatever links lead to it; nil is any folder.
    static func requirePermission(
        _ path: String, _ role: Role, _ confinement: String?
    ) throws(TLSSetupFailure) {
        guard let confinement, try !open(path, role).lies(in: confinement) else { return }
        throw TLSSetupFailure(.notTrusted, ["path": path])
    }

    private static func open(
        _ path: String, _ role: Role
    ) throws(TLSSetupFailure) -> RegularFile {
        do throws(FileFailure) { return try RegularFile(path: path) } catch {
            throw unreadable(path, role, error)
        }
    }

    private static func unreadable(
        _ path: String, _ role: Role, _ failure: FileFailure
    ) -> TLSSetupFailure {
        TLSSetupFailure(
            .credentialUnreadable,
            ["role": role.rawValue, "path": path, "detail": failure.reason])
    }

    /// The file holds something else than what its role asks for.
    static func unusable(_ path: String, _ role: Role, _ detail: String) -> TLSSetupFailure {
        TLSSetupFailure(
            .credentialUnusable, ["role": role.rawValue, "path": path, "detail": detail])
    }
}
