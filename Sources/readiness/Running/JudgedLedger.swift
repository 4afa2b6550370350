import LedgerStorage
import Reporting
import Rollout

/// What a ledger held for a checklist at an instant, and what that comes to.
struct JudgedLedger {
    /// The instant that was judged at.
    let instant: Instant
    /// The records of the ledger at that instant, also those about other checklists.
    let records: [Record]
    /// What they say about the checklist.
    let assessment: Assessment

    /// Reads the whole ledger, so that damage anywhere in it is noticed.
    init(
        _ ledger: any Ledger, at path: String, for checklist: Checklist, asOf: AsOf, now: Instant
    ) async throws {
        let all = try await ledger.records(of: nil)
        try await ledger.close()
        instant = try asOf.named(in: checklist.zone) ?? Self.present(now, all.last, path)
        let instant = instant
        records = all.filter { $0.recordedAt <= instant }
        assessment = checklist.assessment(of: records, asOf: instant)
    }

    /// How much of the ledger was judged, for reports.
    var extent: ReportInput.LedgerExtent {
        ReportInput.LedgerExtent(
            count: records.count,
            last: records.last.map {
                ReportInput.Position(sequence: $0.sequence, digest: $0.digest)
            })
    }

    /// The present moment, or that of the newest record where it is a little later.
    ///
    /// With the plain clock the newest records would be left out, and one of them may be the
    /// rejection that stops a rollout.
    private static func present(_ now: Instant, _ newest: Record?, _ path: String) throws -> Instant
    {
        guard let newest, newest.recordedAt > now else { return now }
        guard newest.recordedAt <= now.advanced(by: SQLiteLedger.tolerance) else {
            throw CommandFailure(
                .fileTrouble,
                "The clock of this machine shows \(now.rfc3339), but record \(newest.sequence) of "
                    + "the ledger \(path) was made at \(newest.recordedAt.rfc3339): one of the two "
                    + "clocks is wrong. Set this machine's clock, or name the instant to judge at "
                    + "with --as-of.")
        }
        return newest.recordedAt
    }
}
