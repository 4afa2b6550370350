import Attestation
import Hummingbird
import Logging
import Operations
import Rollout

/// What watches the server: whether it works, and figures.
enum WatchRoutes {
    /// Whether it works is no secret; why not stands in the server's log alone.
    static func addPublic(to router: Router<ServerContext>, _ desk: Desk) {
        router.get("/health") { _, _ in
            guard let failure = await desk.health.failure() else { return Reply.text("ok\n") }
            desk.logger.error("not well", metadata: ["reason": "\(failure)"])
            return Reply.text(
                "The ledger cannot be written; the server's log says why.\n",
                status: .serviceUnavailable)
        }
    }

    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/metrics") { _, _ in
            Reply.bytes(
                Array(try await text(desk).utf8), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    private static func text(_ desk: Desk) async throws -> String {
        var metrics = MetricsText()
        metrics.add(
            "readiness_server_requests_total", .counter, "Requests that were answered.",
            desk.metrics.requests.map { one in
                (
                    [
                        ("method", one.kind.method), ("route", one.kind.route),
                        ("status", String(one.kind.status)),
                    ], one.count
                )
            })
        let signed = try await desk.log.checkpoint()
        metrics.add(
            "readiness_server_entries", .gauge, "Entries in the newest signed checkpoint.",
            signed?.checkpoint.extent.size ?? 0)
        if let at = desk.log.checkpointWritten {
            metrics.add(
                "readiness_server_checkpoint_timestamp_seconds", .gauge,
                "When the newest checkpoint was signed, in seconds since 1970.",
                Int(at.milliseconds / 1000))
        }
        metrics.add(
            "readiness_server_waiting_requests", .gauge,
            "Requests with statements that wait for their turn.", await desk.intake.waitingCount)
        metrics.add(
            "readiness_server_evidence_bytes", .gauge, "Bytes of evidence that are kept.",
            desk.quota.total)
        let isWell = await desk.health.failure() == nil
        metrics.add(
            "readiness_server_writable", .gauge, "1 where the ledger can be written.",
            isWell ? 1 : 0)
        metrics.add(
            "readiness_server_rollouts", .gauge, "Rollouts by verdict, at most a minute old.",
            try await desk.verdicts.counts().sorted { $0.key < $1.key }.map {
                ([("verdict", $0.key)], $0.value)
            })
        return metrics.text
    }
}
