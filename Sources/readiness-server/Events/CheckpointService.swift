import Logging
import Operations
import ServiceLifecycle

/// Follows what other servers of the same database sign, beside the requests.
///
/// What this one saw it keeps beside its key: a database that is brought back from an older state is not
/// signed, whichever of the servers signed the newer one.
struct CheckpointService: Service {
    let desk: Desk

    private static let look = Duration.seconds(1)

    func run() async throws {
        guard desk.folder.database != nil else {
            try? await gracefulShutdown()
            return
        }
        var known: String?
        let looks = AsyncStream { try? await Task.sleep(for: Self.look) }
        for await _ in looks.cancelOnGracefulShutdown() {
            do {
                _ = try await desk.log.checkpoint()
                known = nil
            } catch {
                let reason = "\(error)"
                // Said once, and not each second.
                if reason != known {
                    desk.logger.error(
                        "the log is not signed", metadata: ["reason": "\(reason)"])
                }
                known = reason
            }
        }
    }
}
