import Foundation
import LedgerStorage
import PostgresStorage
import Rollout
import Testing

/// Files in a database before a statement names them, and from then on.
@Suite(.enabled(if: PostgresCluster.isWanted), .timeLimit(.minutes(10)))
struct PostgresEvidenceTests {
    /// Two servers with a database of their own, and its name.
    private func withTwo(
        _ work: (LedgerLocation, LedgerLocation, String) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder async throws in
            let name = try await PostgresCluster.common().newName()
            var locations: [LedgerLocation] = []
            var databases: [PostgresDatabase] = []
            for place in ["one", "two"] {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(place)", withIntermediateDirectories: true)
                databases.append(try PostgresCluster.common().database(name))
                locations.append(databases[databases.count - 1].location(in: "\(folder)/\(place)"))
            }
            try await work(locations[0], locations[1], name)
            for database in databases { try await database.close() }
        }
    }

    private func bring(_ text: String, to location: LedgerLocation) async throws -> FileReference {
        let file = try location.content.put(Array(text.utf8))
        try await location.database?.bring(file.digest, of: location)
        return file
    }

    private func named(_ file: FileReference) -> Draft {
        Samples.draft(
            .signOff(
                SignOff(
                    choice: .approve, note: "n", evidence: [EvidenceFile(name: "e", file: file)])))
    }

    @Test("What nobody named is there for every server, counts, and is removed after its time")
    func removed() async throws {
        try await withTwo { one, two, _ async throws in
            let file = try await bring("stray", to: one)
            let found = try await two.database?.fetch([file.digest], to: two)
            #expect(found == [file.digest])
            #expect(try await two.evidence.size() == 5)
            let kept = try #require(try await two.evidence.removable().first)
            #expect(kept.digest == file.digest && kept.size == 5)
            #expect(try await !two.evidence.remove(file.digest, unlessSince: kept.broughtAt))
            // What another server was asked for meanwhile stays.
            try await Task.sleep(for: .milliseconds(5))
            #expect(try await one.evidence.renew(file.digest))
            let since = kept.broughtAt + 1_000_000
            #expect(try await !two.evidence.remove(file.digest, unlessSince: since))
            #expect(try await two.evidence.remove(file.digest, unlessSince: .max))
            #expect(try await !one.evidence.renew(file.digest))
            #expect(try await one.evidence.size() == 0)
            // Brought again, it is there again.
            try await one.database?.bring(file.digest, of: one)
            #expect(try await two.evidence.renew(file.digest))
        }
    }

    @Test("What an entry names is kept for good, and the servers cannot remove it")
    func named() async throws {
        try await withTwo { one, two, name async throws in
            let file = try await bring("named", to: one)
            _ = try await two.servedLedger().record([named(file)], at: Samples.now)
            #expect(try await one.evidence.removable().isEmpty)
            #expect(try await !one.evidence.remove(file.digest, unlessSince: .max))
            #expect(try await one.evidence.size() == 5)
            // Brought once more, it stays what it is.
            try await one.database?.bring(file.digest, of: one)
            #expect(try await one.evidence.removable().isEmpty)
            #expect(try await one.evidence.renew(file.digest))
            let cluster = try PostgresCluster.common()
            #expect(
                try cluster.run(name, "SELECT count(*) FROM readiness.content")
                    .hasPrefix("1"))
            for table in ["content", "content_files"] {
                let said = try cluster.refusal(
                    of: "DELETE FROM readiness.\(table)", in: name, role: "writer")
                #expect(said.contains("permission denied"), "\(said)")
            }
        }
    }

    @Test("Many servers bring, want, name and remove one file at once: it is whole, or not there")
    func together() async throws {
        try await withTwo { one, two, name async throws in
            for round in 0..<20 {
                let file = try await bring("file \(round)", to: one)
                _ = try two.content.put(Array("file \(round)".utf8))
                let wasWanted = try await withThrowingTaskGroup(of: Bool?.self) { group in
                    group.addTask {
                        _ = try await two.evidence.remove(file.digest, unlessSince: .max)
                        return nil
                    }
                    group.addTask {
                        try await two.database?.bring(file.digest, of: two)
                        return nil
                    }
                    group.addTask { try await one.evidence.renew(file.digest) }
                    return try await group.reduce(nil) { $0 ?? $1 }
                }
                #expect(wasWanted != nil)
                let isListed = try await one.evidence.removable().contains {
                    $0.digest == file.digest
                }
                let isThere = try await one.evidence.renew(file.digest)
                #expect(isListed == isThere)
                guard isListed else { continue }
                _ = try await one.servedLedger().record([named(file)], at: Samples.now)
                #expect(
                    try PostgresCluster.common().run(
                        name,
                        """
                        SELECT count(*) FROM readiness.content_files f
                        JOIN readiness.content c USING (digest)
                        WHERE f.size = length(c.bytes) AND c.bytes = 'file \(round)'
                        """) == "1\n")
            }
        }
    }

    @Test("A server that cannot write is told, and leaves nothing behind where it can")
    func appendable() async throws {
        try await withTwo { one, _, name async throws in
            let cluster = try PostgresCluster.common()
            let database = try cluster.database(name)
            let rows = "SELECT size, peaks, previous FROM readiness.log"
            let before = try cluster.run(name, rows)
            try await database.requireAppendable(at: one)
            #expect(try cluster.run(name, rows) == before)
            try cluster.run(name, "REVOKE UPDATE ON readiness.log FROM writer")
            await #expect(throws: LedgerError.self) {
                try await database.requireAppendable(at: one)
            }
            try cluster.run(name, "GRANT UPDATE ON readiness.log TO writer")
            try await database.requireAppendable(at: one)
            // Who was promised more than there is learns it.
            try cluster.run(name, "ALTER ROLE writer IN DATABASE \(name) SET temp_file_limit = 0")
            let limited = try cluster.database(name)
            await #expect(throws: LedgerError.self) {
                try await limited.requireAppendable(at: one)
            }
            try await database.close()
            try await limited.close()
        }
    }
}
