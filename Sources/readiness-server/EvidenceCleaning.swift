import Hummingbird
import Logging
import Operations
import Rollout
import ServiceLifecycle

/// Removes evidence that nobody named, each hour until the server ends.
struct EvidenceCleaning: Service {
    let desk: Desk
    /// How long evidence may wait for its statement.
    let patience: Duration

    private static let pause = Duration.seconds(3600)

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                await clean()
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    private func clean() async {
        let location = desk.folder.location
        do {
            let removed = try await RemoveUnnamed(location)(
                unwantedFor: patience, at: DataFolder.now())
            try await desk.quota.count(in: location)
            guard removed.files > 0 else { return }
            desk.logger.info(
                "removed evidence that no statement names",
                metadata: ["files": "\(removed.files)", "bytes": "\(removed.bytes)"])
        } catch {
            desk.logger.error(
                "evidence that no statement names was not removed",
                metadata: ["reason": "\(error)"])
        }
    }
}
