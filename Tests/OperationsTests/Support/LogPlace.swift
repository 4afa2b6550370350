import Attestation
import Foundation
import LedgerStorage
import Operations
import Rollout

/// A place with a ledger that has a log.
struct LogPlace {
    let place: Place
    let location: LedgerLocation
    let key: LogKeyPlace
    let log: NoteKey

    static let name = "ledger.example.com/2026"

    /// Makes the ledger with some entries and the key of its log.
    static func with(
        entries: Int = 3, _ body: (LogPlace) async throws -> Void
    ) async throws {
        try await Place.with { place in
            let location = LedgerLocation(path: place.path(".readiness/ledger.sqlite"))
            let key = LogKeyPlace.account(folder: place.path("config"))
            let log = try MakeLogKey(location, key)(name)
            let made = LogPlace(place: place, location: location, key: key, log: log)
            try await made.append(entries)
            try await body(made)
        }
    }

    /// Adds entries that are all different.
    func append(_ count: Int, _ word: String = "entry", to other: LedgerLocation? = nil)
        async throws
    {
        guard count > 0 else { return }
        let ledger = (other ?? location).ledger()
        let drafts = (0..<count).map { number in
            Draft(
                Statement(
                    rollout: RolloutReference(id: "sample", place: "checklists/sample.yaml"),
                    scope: Scope(), checklist: ContentDigest(of: "text".utf8),
                    step: StepReference(id: "a", digest: ContentDigest(of: "step".utf8)),
                    principal: "ann@example.com", role: "admin", madeAt: place.now,
                    body: .signOff(
                        SignOff(choice: .approve, note: "\(word) \(number)", evidence: []))))
        }
        _ = try await ledger.append(drafts, at: place.now)
        try await ledger.close()
    }

    func sign() async throws -> LogCheckpoint { try await SignCheckpoint(location, key)() }

    var keyPath: String { key.path(for: Self.name) }
    var publicPath: String { "\(location.path).vkey" }
    var checkpointPath: String { "\(location.path).checkpoint" }

    /// Copies the ledger's own file, which nobody has open.
    func copyLedger(to name: String) throws -> LedgerLocation {
        let path = place.path(name)
        try FileManager.default.copyItem(atPath: location.path, toPath: path)
        return LedgerLocation(path: path)
    }

    func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// Puts the ledger back as it was in a copy.
    func restore(_ copy: LedgerLocation) throws {
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: location.path + end)
        }
        try FileManager.default.copyItem(atPath: copy.path, toPath: location.path)
    }
}

/// The failure of a log that some work ends in; nil where it ends otherwise.
func logFailure<Value>(_ work: () async throws -> Value) async -> LogFailure? {
    do {
        _ = try await work()
        return nil
    } catch OperationFailure.log(let failure) {
        return failure
    } catch {
        return nil
    }
}
