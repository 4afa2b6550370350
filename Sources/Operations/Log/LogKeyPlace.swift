import Rollout

/// Where the private key of a log is kept.
package enum LogKeyPlace: Hashable, Sendable {
    /// The operator named the file.
    case file(String)
    /// Below the folder that the account keeps its configuration in, outside of every repository:
    /// `readiness/logs`, and the digest of the log's name.
    case account(folder: String)

    package func path(for name: String) -> String {
        switch self {
        case .file(let path): return path
        case .account(let folder):
            return "\(folder)/readiness/logs/\(ContentDigest(of: name.utf8).hex).pem"
        }
    }
}
