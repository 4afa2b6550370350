import Foundation
import LedgerStorage
import Testing

/// Whose ledger is believed, and when one is started.
struct LedgerOwnerTests {
    @Test(
        "A ledger that was found and belongs to another user is refused, one that was named is not")
    func owner() async throws {
        // Only the system's own user may give a file away.
        guard geteuid() == 0 else { return }
        try await withSampleLedger { ledger, path async throws in
            #expect(chown(path, 4711, 4711) == 0)
            let found = LedgerLocation(path: path, origin: .found).ledger()
            let error = await #expect(throws: LedgerError.self) { try await found.all() }
            #expect(error?.cause == .foreignOwner(path: path, owner: 4711))
            #expect(try await ledger.all().count == 8)
            #expect(chown(path, 0, 0) == 0)
            #expect(try await found.all().count == 8)
            #expect(chown((path as NSString).deletingLastPathComponent, 4711, 4711) == 0)
            await #expect(throws: LedgerError.self) {
                try await found.append([Samples.waiver()], at: Samples.now)
            }
        }
    }

    @Test("A named ledger that is not there is started only where that is allowed")
    func absent() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/deep/ledger.sqlite"
            let location = LedgerLocation(path: path, origin: .named(mayBeNew: false))
            let error = await #expect(throws: LedgerError.self) {
                try await location.ledger().append([Samples.waiver()], at: Samples.now)
            }
            #expect(error?.cause == .absent)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/deep"))
            let new = LedgerLocation(path: path, origin: .named(mayBeNew: true)).ledger()
            #expect(try await new.append([Samples.waiver()], at: Samples.now).count == 1)
            #expect(try await location.ledger().all().count == 1)
        }
    }
}
