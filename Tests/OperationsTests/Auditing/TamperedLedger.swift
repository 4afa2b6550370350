import Attestation
import Foundation
import GRDB
import LedgerStorage
import Operations
import Rollout
import Testing

/// A small ledger that is tampered with, and what was said of it before.
struct TamperedLedger: Sendable {
    let matrix: Matrix
    /// An old report and an old checkpoint, by their names in the folder.
    static let earlier = ["old-report.md", "old-checkpoint"]

    private static let text = """
        readiness: 1
        id: small
        title: Small
        owner: boss
        timeline: [{id: first, title: First, starts: 2025-11-10}]
        roles:
          boss: {title: Bosses, members: [bea@example.com, ann@example.com]}
          head: {title: Heads, members: [cas@example.com]}
        waivers: {by: [head], longest: 30d}
        steps: [{id: one, title: One, role: boss, due: first, sign-off: {}}]

        """

    /// Makes a ledger of seven entries: a list of signers, the text, two sign-offs, of which one is
    /// signed, a waiver, a decision and a revocation.
    static func with(_ body: (TamperedLedger) async throws -> Void) async throws {
        let keys = try MatrixKeys.shared.get()
        try await Place.with(text) { place in
            let matrix = Matrix(place: place, keys: keys)
            try await matrix.list(
                "ann@example.com \(keys.line("ann"))\n", by: "ann", owner: "ann", key: "ann")
            try await matrix.sign("one", by: "ann", role: "boss")
            _ = try await SignStep("one", .reject, note: "no")(place.act(by: "bea@example.com"))
            try place.set("2025-10-01T10:30:00Z")
            let end = try #require(CalendarPoint("2025-10-20"))
            _ = try await WaiveStep("one", until: end, reason: "r")(
                place.act(by: "cas@example.com"))
            _ = try await DecidePhase("first", .noGo, reason: "r")(place.act(by: "bea@example.com"))
            _ = try await TakeBack(.signOff, 4, of: "one", reason: "r")(
                place.act(by: "bea@example.com"))
            try place.write(earlier[0], Place.markdown(try await place.judged()))
            let log = LogKeyPlace.account(folder: place.path("config"))
            _ = try MakeLogKey(matrix.location, log)("ledger.example.com/2025")
            let signed = try await SignCheckpoint(matrix.location, log)()
            try place.write(earlier[1], String(decoding: signed.note.bytes, as: UTF8.self))
            try await body(TamperedLedger(matrix: matrix))
        }
    }

    /// The bytes of the ledger's file, which nobody has open.
    func file() throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: matrix.location.path))
    }

    /// Makes another ledger of a file's bytes, without what lies beside the first one.
    func write(_ file: Data, as name: String) throws -> LedgerLocation {
        let location = LedgerLocation(path: matrix.place.path("\(name)/ledger.sqlite"))
        try FileManager.default.createDirectory(
            atPath: matrix.place.path(name), withIntermediateDirectories: true)
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: location.path + end)
        }
        try file.write(to: URL(fileURLWithPath: location.path))
        return location
    }

    func entries() async throws -> [Entry] {
        let ledger = matrix.location.ledger()
        let entries = try await ledger.reading(of: nil, asOf: .everything).entries
        try await ledger.close()
        return entries
    }

    /// What somebody says at a time, as a ledger is given it.
    struct Saying {
        var draft: Draft
        var at: Instant
    }

    /// Makes another ledger through the same doors as the first one, so that all of it fits.
    func write(_ sayings: [Saying], as name: String) async throws {
        let location = LedgerLocation(path: matrix.place.path("\(name)/ledger.sqlite"))
        try? FileManager.default.removeItem(atPath: matrix.place.path(name))
        let ledger = location.ledger()
        for saying in sayings { _ = try await ledger.append([saying.draft], at: saying.at) }
        try await ledger.close()
    }

    /// The rules that an audit of a ledger finds broken; nil where it cannot be read at all.
    func audit(_ name: String, since earlier: String?) async throws -> [AuditFinding.Rule]? {
        let context = matrix.place.context(ledger: "\(name)/ledger.sqlite")
        do {
            return try await AuditLedger(context, since: earlier.map(matrix.place.path))()
                .findings.map(\.rule)
        } catch is LedgerError {
            return nil
        }
    }

    /// Whether an audit notices what was done to a ledger.
    func isFound(_ name: String, since earlier: String?) async throws -> Bool {
        try await audit(name, since: earlier).map { !$0.isEmpty } ?? true
    }

    /// Runs SQL on a ledger as somebody would who takes the triggers away and puts them back.
    static func change(_ location: LedgerLocation, _ sql: String) async throws {
        let queue = try DatabaseQueue.patient(location.path)
        try await queue.write { database in
            let triggers = try Row.fetchAll(
                database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers {
                let name: String = trigger["name"]
                try database.execute(sql: "DROP TRIGGER \(name)")
            }
            try database.execute(sql: sql)
            for trigger in triggers {
                let statement: String = trigger["sql"]
                try database.execute(sql: statement)
            }
        }
        try queue.close()
    }
}
