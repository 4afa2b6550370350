import Files
import Glibc
import Synchronization

/// The authorities that were read, so that one file is read and parsed once for a whole run.
///
/// That takes tens of milliseconds, many times what a handshake takes.
package final class AuthorityCache: Sendable {
    /// Where authorities come from; a file that changes is another one.
    private struct Source: Hashable {
        /// Nil for the system's.
        let path: String?
        var inode: UInt64 = 0
        var size: Int64 = 0
        /// The last change of content or status, which nobody can set back as they can the other.
        var changed: Int64 = 0

        init(_ path: String?) {
            self.path = path
            var status = stat()
            guard let path, stat(path, &status) == 0 else { return }
            (inode, size) = (UInt64(status.st_ino), Int64(status.st_size))
            changed = status.changedNanoseconds
        }
    }

    /// A folder that a file of authorities was seen to lie in.
    private struct Permission: Hashable {
        let source: Source
        let folder: String
    }

    private struct State {
        var contexts: [Source: OpenSSLContext] = [:]
        var permissions: Set<Permission> = []
        var count = 0
    }

    /// More files than a run has, so that one that goes on for long keeps its size.
    private static let limit = 32

    private let state = Mutex(State())

    package init() {}

    /// How many times authorities were read and parsed.
    package var count: Int { state.withLock { $0.count } }

    /// The settings that verify against the authorities of a file, or of the system where there is
    /// none.
    ///
    /// Whoever comes while a file is read waits for it: reading it twice takes longer. Throws for a
    /// file outside of a folder that is the only one allowed; one that lay in it is the same file as
    /// long as it is the same inode and unchanged.
    func context(
        _ path: String?, within folder: String?
    ) throws(TLSSetupFailure) -> OpenSSLContext {
        let source = Source(path)
        if let path, let folder {
            let permission = Permission(source: source, folder: folder)
            if !state.withLock({ $0.permissions.contains(permission) }) {
                try CredentialFile.requirePermission(path, .authorities, folder)
                state.withLock { state in
                    if state.permissions.count >= Self.limit { state.permissions = [] }
                    state.permissions.insert(permission)
                }
            }
        }
        let found = state.withLock { state -> Result<OpenSSLContext, TLSSetupFailure> in
            if let context = state.contexts[source] { return .success(context) }
            state.count += 1
            do throws(TLSSetupFailure) {
                let context = try OpenSSLContext(authorities: path)
                if state.contexts.count >= Self.limit { state.contexts = [:] }
                state.contexts[source] = context
                return .success(context)
            } catch {
                return .failure(error)
            }
        }
        return try found.get()
    }
}
