import Foundation
import GRDB
import LedgerStorage
import Operations
import Rollout

extension AdversaryTests {
    /// What turns a no into a yes past the program; entry 2 is an approval, entry 3 a rejection.
    static let tampering: [Attack] = [
        database("the rejection removed, and left in the index", delete("entries")),
        database("the rejection removed from the index", delete("rollout_entries")),
        database("the rejection removed everywhere", delete("entries") + delete("rollout_entries")),
        database(
            "the rejection removed, and the ledger said to be shorter",
            delete("entries") + delete("rollout_entries") + "UPDATE log SET size = 2;"),
        database(
            "the rejection removed, and counted less",
            delete("entries") + delete("rollout_entries")
                + "UPDATE log SET size = 2; UPDATE rollouts SET count = 2;"),
        database("the index emptied", "DELETE FROM rollout_entries;"),
        database(
            "the index led to the approval",
            "UPDATE rollout_entries SET sequence = 2 WHERE sequence = 3;"),
        database(
            "another word in the rejection",
            "UPDATE entries SET bytes = CAST(replace(bytes, 'reject', 'approve') AS BLOB) WHERE sequence = 3;"
        ),
        database(
            "the approval in the place of the rejection",
            """
            UPDATE entries SET bytes = (SELECT bytes FROM entries WHERE sequence = 2),
                digest = (SELECT digest FROM entries WHERE sequence = 2) WHERE sequence = 3;
            """),
        database(
            "both in each other's place",
            """
            UPDATE entries SET sequence = 9 WHERE sequence = 2;
            UPDATE entries SET sequence = 2 WHERE sequence = 3;
            UPDATE entries SET sequence = 3 WHERE sequence = 9;
            """),
        database(
            "another time beside the rejection",
            "UPDATE entries SET recorded_at = 1 WHERE sequence = 3;"),
        database(
            "a trigger more", "CREATE TRIGGER more AFTER INSERT ON entries BEGIN SELECT 1; END;"),
        database("a table more", "CREATE TABLE more (a);"),
        database("no triggers", "", keepsTriggers: false),
        copy("a line taken out of a copy", "damaged") { Array($0.dropLast(2)) + $0.suffix(1) },
        copy("a word changed in a copy", "unverified copy") {
            $0.dropLast() + [$0[$0.count - 1].replacing("reject", with: "approve")]
        },
        copy("the last line taken out of a copy", "unverified copy") { Array($0.dropLast()) },
        copy("a copy as the ground of a gate", "is an unverified copy", gates: true) { $0 },
        kept("evidence that was changed") { place, path in try place.write(path, "APPROVED\n") },
        kept("evidence that is gone") { place, path in
            try FileManager.default.removeItem(atPath: place.path(path))
        },
        kept("evidence that is a link to the same bytes") { place, path in
            try FileManager.default.removeItem(atPath: place.path(path))
            symlink(place.path("evidence.txt"), place.path(path))
        },
    ]

    private static func delete(_ table: String) -> String {
        "DELETE FROM \(table) WHERE sequence = 3;"
    }

    private static func sign(_ place: Place) async throws {
        for (person, choice) in [("bob", SignOff.Choice.approve), ("ann", .reject)] {
            _ = try await SignStep("reviewed", choice, note: "n")(
                place.act(by: "\(person)@example.com"))
        }
    }

    private static func database(
        _ name: String, _ sql: String, keepsTriggers: Bool = true
    ) -> Attack {
        .inPlace(6, name, "is damaged or was tampered with") { place in
            try await sign(place)
            let path = place.path(".readiness/ledger.sqlite")
            try await DatabaseQueue.patient(path).write { database in
                let rows = try Row.fetchAll(
                    database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
                for row in rows {
                    let name: String = row["name"]
                    try database.execute(sql: "DROP TRIGGER \(name)")
                }
                if !sql.isEmpty { try database.execute(sql: sql) }
                guard keepsTriggers else { return }
                for row in rows {
                    let statement: String = row["sql"]
                    try database.execute(sql: statement)
                }
            }
            return await Attack.refusal {
                // A rejection that still counts is no success of the attacker, but it was noticed.
                throw Status(description: "\(try await place.status("reviewed").status)")
            }
        }
    }

    private struct Status: Error, CustomStringConvertible {
        let description: String
    }

    /// A ledger as a text file, with other lines; what a report on it says first of the ledger.
    private static func copy(
        _ name: String, _ wanted: String, gates: Bool = false,
        _ change: @escaping @Sendable ([String]) -> [String]
    ) -> Attack {
        .inPlace(15, name, wanted) { place in
            try await sign(place)
            let lines = Gatherer()
            let ledger = place.context().location(for: place.path(Sample.path)).ledger()
            _ = try await ledger.entries(of: nil, asOf: .everything) { lines.add($0.bytes) }
            try await ledger.close()
            let changed = change(lines.text.split(separator: "\n").map(String.init))
            try place.write("copy.jsonl", changed.map { $0 + "\n" }.joined())
            return await Attack.refusal {
                if gates {
                    try GatePhase.requireVerified(
                        [try await place.load()], place.context(ledger: "copy.jsonl"))
                }
                let report = Place.markdown(try await place.judged(ledger: "copy.jsonl"))
                let warning =
                    report.split(separator: "\n").first { $0.contains("unverified copy") } ?? "none"
                throw Status(description: String(warning))
            }
        }
    }

    /// What becomes of a step whose evidence was changed where it is kept.
    private static func kept(
        _ name: String, _ change: @escaping @Sendable (Place, String) throws -> Void
    ) -> Attack {
        .inPlace(6, name, "1 missing") { place in
            _ = try await SignStep(
                "approved", .approve, note: "n", evidence: [place.path("evidence.txt")])(
                    place.act(by: "bob@example.com"))
            guard try await place.status("approved").status == .ready else { return "not ready" }
            let digest = ContentDigest(of: "approved\n".utf8).hex
            try change(place, ".readiness/evidence/sha256/\(digest.prefix(2))/\(digest)")
            return try await place.held()
        }
    }
}
