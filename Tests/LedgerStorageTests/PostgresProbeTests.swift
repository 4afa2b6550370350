import LedgerStorage
import PostgresStorage
import Rollout
import Testing

/// A database whose commits wait for a standby that says nothing.
@Suite(.enabled(if: PostgresCluster.isWanted), .timeLimit(.minutes(5)))
struct PostgresProbeTests {
    private func wait(for standby: String, _ pair: PostgresPair) throws {
        try pair.run("ALTER SYSTEM SET synchronous_standby_names = '\(standby)'")
        try pair.run("SELECT pg_reload_conf()")
        // The setting is there for connections that begin now.
        while try pair.run("SHOW synchronous_standby_names") != "\(standby)\n" {}
    }

    @Test(
        "A standby that says nothing is told in time, each time, and nothing is left that holds the log"
    )
    func standby() async throws {
        let cluster = try PostgresCluster()
        try await PostgresPair.with(in: cluster) { pair async throws in
            let database = try cluster.database(pair.name)
            try await database.requireAppendable(at: pair.one)
            try wait(for: "nobody", pair)
            // Commits wait a moment after the setting is there.
            var waits = false
            for _ in 0..<100 where !waits {
                do {
                    try await database.requireAppendable(at: pair.one)
                } catch {
                    waits = true
                }
            }
            #expect(waits)
            for _ in 0..<2 {
                let start = ContinuousClock.now
                let error = await #expect(throws: LedgerError.self) {
                    try await database.requireAppendable(at: pair.one)
                }
                let said = error?.description ?? ""
                #expect(said.contains("it has no confirmation"), "\(said)")
                // Three seconds on a machine that has nothing else to do.
                #expect(start.duration(to: .now) < .seconds(60))
                // A wait that was given up is over a moment later.
                let held = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
                while try pair.run(held) != "0\n" {}
            }
            try wait(for: "", pair)
            try await database.requireAppendable(at: pair.one)
            try await database.close()
        }
    }

    @Test("What was confirmed is one ledger, and not another one of its size")
    func confirmed() async throws {
        try await PostgresPair.with { pair async throws in
            let ledger = pair.one.servedLedger()
            _ = try await ledger.append([Samples.waiver()], at: Samples.now)
            let extent = try await ledger.extent()
            // Nothing can be confirmed any more; what was, is.
            try pair.run("REVOKE UPDATE ON readiness.log FROM writer")
            let database = try #require(pair.one.database)
            try await database.confirm(extent, of: pair.one)
            let other = LedgerExtent(size: extent.size, root: Samples.digest)
            await #expect(throws: LedgerError.self) {
                try await database.confirm(other, of: pair.one)
            }
        }
    }
}
