import Foundation
import LedgerStorage
import PostgresStorage
import Rollout
import Testing

/// Files that were removed between the look at a statement and its entry.
@Suite(.enabled(if: PostgresCluster.isWanted), .timeLimit(.minutes(5)))
struct PostgresNamedFilesTests {
    private static let gone =
        "DELETE FROM readiness.upload_files; DELETE FROM readiness.uploads"

    private static func waiver(_ signature: String) -> Draft {
        let until = Samples.now.advanced(by: .seconds(86_400))
        return Samples.draft(.waiver(Waiver(until: until, reason: "r")), signature: signature)
    }

    @Test("One that still lies beside the ledger is kept for good from there")
    func beside() async throws {
        try await PostgresPair.with { pair async throws in
            let file = try await pair.bring("evidence", to: pair.one)
            try pair.run(Self.gone)
            let ledger = pair.one.servedLedger()
            let entries = try await ledger.append(
                [PostgresPair.naming(file)], at: Samples.now)
            #expect(entries.count == 1)
            let found = try await pair.two.database?.fetch([file.digest], to: pair.two)
            #expect(found == [file.digest])
            #expect(
                try pair.two.content.bytes(ofDigest: file.digest) == Array("evidence".utf8))
        }
    }

    @Test("Of one that is nowhere no entry is made; what else is sent is recorded")
    func nowhere() async throws {
        try await PostgresPair.with { pair async throws in
            let file = try await pair.bring("evidence", to: pair.one)
            try pair.run(Self.gone)
            try FileManager.default.removeItem(atPath: pair.one.content.folder)
            let ledger = pair.one.servedLedger()
            // In the same batches, or in others.
            let failures = await withTaskGroup(of: LedgerError?.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let draft =
                            number == 10
                            ? PostgresPair.naming(file)
                            : Self.waiver("s\(number)\n")
                        do {
                            _ = try await ledger.record([draft], at: Samples.now)
                            return nil
                        } catch {
                            return error as? LedgerError
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
            }
            #expect(failures.count == 1)
            let said = failures.first?.description ?? ""
            #expect(said.contains("the file \(file.digest) was removed before"), "\(said)")
            #expect(said.hasSuffix("Nothing was recorded."), "\(said)")
            #expect(try await ledger.extent().size == 19)
            #expect(try pair.run("SELECT count(*) FROM readiness.content_files") == "0\n")
        }
    }
}
