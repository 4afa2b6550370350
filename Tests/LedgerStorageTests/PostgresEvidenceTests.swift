import Foundation
import LedgerStorage
import PostgresStorage
import Rollout
import Testing

/// Files in a database before a statement names them, and from then on.
@Suite(.enabled(if: PostgresCluster.isWanted), .timeLimit(.minutes(10)))
struct PostgresEvidenceTests {
    @Test("What nobody named is there for every server, counts, and is removed after its time")
    func removed() async throws {
        try await PostgresPair.with { pair async throws in
            let (one, two) = (pair.one, pair.two)
            let file = try await pair.bring("stray", to: one)
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
        try await PostgresPair.with { pair async throws in
            let (one, two, name) = (pair.one, pair.two, pair.name)
            let file = try await pair.bring("named", to: one)
            _ = try await two.servedLedger().record([PostgresPair.naming(file)], at: Samples.now)
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

    @Test("Many servers bring, want and remove one file at once: it is whole, or not there")
    func together() async throws {
        try await PostgresPair.with { pair async throws in
            let (one, two) = (pair.one, pair.two)
            for round in 0..<20 {
                let file = try await pair.bring("file \(round)", to: one)
                _ = try two.content.put(Array("file \(round)".utf8))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        _ = try await two.evidence.remove(file.digest, unlessSince: .max)
                    }
                    group.addTask { try await two.database?.bring(file.digest, of: two) }
                    group.addTask { _ = try await one.evidence.renew(file.digest) }
                    try await group.waitForAll()
                }
                let isListed = try await one.evidence.removable().contains {
                    $0.digest == file.digest
                }
                #expect(try await one.evidence.renew(file.digest) == isListed)
                let whole = try pair.run(
                    """
                    SELECT count(*) FROM readiness.upload_files f
                    JOIN readiness.uploads u USING (digest)
                    WHERE f.size = length(u.bytes) AND u.bytes = 'file \(round)'
                    """)
                #expect(whole == (isListed ? "1\n" : "0\n"))
            }
        }
    }

    @Test(
        "An entry names a file that others bring, read and remove: it is whole for good, and once")
    func namedTogether() async throws {
        try await PostgresPair.with { pair async throws in
            let (one, two) = (pair.one, pair.two)
            for round in 0..<40 {
                let text = "file \(round)"
                let file = try await pair.bring(text, to: one)
                _ = try two.content.put(Array(text.utf8))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        let drafts = [PostgresPair.naming(file)]
                        _ = try await one.servedLedger().append(drafts, at: Samples.now)
                    }
                    group.addTask { try await two.database?.bring(file.digest, of: two) }
                    group.addTask { _ = try await two.database?.fetch([file.digest], to: two) }
                    if round.isMultiple(of: 2) {
                        group.addTask {
                            _ = try await two.evidence.remove(file.digest, unlessSince: .max)
                        }
                    }
                    try await group.waitForAll()
                }
                try await two.evidence.removeCopies()
                let whole = try pair.run(
                    """
                    SELECT count(*) FROM readiness.content_files f
                    JOIN readiness.content c USING (digest)
                    WHERE f.size = length(c.bytes) AND c.bytes = 'file \(round)'
                    """)
                #expect(whole == "1\n")
                #expect(try await one.evidence.removable().isEmpty)
            }
            #expect(try pair.run("SELECT count(*) FROM readiness.uploads") == "0\n")
        }
    }

    @Test("A file that lies in both places counts once, as soon as it is cleaned")
    func copied() async throws {
        try await PostgresPair.with { pair async throws in
            let file = try await pair.bring("named", to: pair.one)
            let drafts = [PostgresPair.naming(file)]
            _ = try await pair.one.servedLedger().append(drafts, at: Samples.now)
            try pair.run(
                """
                INSERT INTO readiness.uploads SELECT * FROM readiness.content;
                INSERT INTO readiness.upload_files SELECT digest, size, 1 FROM readiness.content_files
                """)
            #expect(try await pair.one.evidence.size() == 10)
            try await pair.two.evidence.removeCopies()
            #expect(try await pair.one.evidence.size() == 5)
            #expect(try pair.run("SELECT count(*) FROM readiness.uploads") == "0\n")
            #expect(
                try await pair.two.database?.fetch([file.digest], to: pair.two) == [file.digest])
        }
    }

    @Test("How long a file waits is told by the clock of the database, whatever a server's shows")
    func waited() async throws {
        try await PostgresPair.with { pair async throws in
            _ = try await pair.bring("stray", to: pair.one)
            let kept = try #require(try await pair.one.evidence.removable().first)
            for hours in [-50, 0, 50] {
                let now = Samples.now.advanced(by: .seconds(hours * 3600))
                let day = try await pair.two.evidence.moment(.seconds(86_400), before: now)
                #expect(day < kept.broughtAt && kept.broughtAt - day < 86_400 * 1_000_000_000)
                let none = try await pair.two.evidence.moment(.zero, before: now)
                #expect(none >= kept.broughtAt)
            }
        }
    }

    @Test("A server that cannot write is told, and leaves nothing behind where it can")
    func appendable() async throws {
        try await PostgresPair.with { pair async throws in
            let (one, name) = (pair.one, pair.name)
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
