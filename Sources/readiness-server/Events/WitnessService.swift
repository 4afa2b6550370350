import Logging
import Operations
import ServiceLifecycle

/// Has witnesses sign what the log signed, beside the requests and never before them.
struct WitnessService: Service {
    let witnesses: Witnesses
    let logger: Logger

    private static let look = Duration.seconds(1)

    func run() async throws {
        let looks = AsyncStream { try? await Task.sleep(for: Self.look) }
        for await _ in looks.cancelOnGracefulShutdown() {
            do {
                for (name, standing) in try await witnesses.ask() {
                    logger.log(
                        level: level(standing), "\(standing.sentence(name))",
                        metadata: ["witness": "\(name)"])
                }
            } catch {
                logger.error("witnesses were not asked", metadata: ["reason": "\(error)"])
            }
        }
    }

    private func level(_ standing: WitnessStanding) -> Logger.Level {
        switch standing {
        case .waiting, .cosigned: .info
        case .unreachable: .warning
        case .refused, .contradicts, .unusable: .error
        }
    }
}
