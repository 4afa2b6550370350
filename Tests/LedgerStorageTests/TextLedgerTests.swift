import Foundation
import LedgerStorage
import Rollout
import Testing

/// What is particular to a ledger in a text file.
struct TextLedgerTests {
    /// The exported lines of a ledger of eight entries, without their line ends.
    private func exported() async throws -> [String] {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            _ = try await ledger.append(Samples.everyKind, at: Samples.now)
            return try await ledger.lines().map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private func read(_ content: String) async throws -> [Entry] {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.jsonl"
            try Data(content.utf8).write(to: URL(fileURLWithPath: path))
            return try await TextLedger(LedgerLocation(path: path)).all()
        }
    }

    @Test("An empty file is an empty ledger")
    func empty() async throws {
        #expect(try await read("").isEmpty)
    }

    /// A change to an exported file, and what the ledger says of it.
    struct Damage: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sequence: Int
        let words: String
        let change: @Sendable ([String]) -> String
    }

    /// The lines as a file has them.
    private static func joined(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }

    static let damages = [
        Damage(testDescription: "cut off in a line", sequence: 8, words: "was cut off") {
            String(joined($0).dropLast(5))
        },
        Damage(testDescription: "no last line feed", sequence: 8, words: "was cut off") {
            String(joined($0).dropLast())
        },
        Damage(testDescription: "a line removed", sequence: 3, words: "that it is entry 4") {
            joined(Array($0[..<2] + $0[3...]))
        },
        Damage(testDescription: "the first line removed", sequence: 1, words: "is entry 2") {
            joined(Array($0.dropFirst()))
        },
        Damage(testDescription: "a line twice", sequence: 3, words: "that it is entry 2") {
            joined(Array($0[..<2] + $0[1...]))
        },
        Damage(testDescription: "an empty line", sequence: 2, words: "ends where") {
            joined([$0[0], ""] + $0[1...])
        },
        Damage(testDescription: "CR LF", sequence: 1, words: "CR LF") {
            $0.map { $0 + "\r\n" }.joined()
        },
        Damage(testDescription: "a byte order mark", sequence: 1, words: "it is not an object") {
            "\u{FEFF}" + joined($0)
        },
        Damage(testDescription: "a blank", sequence: 2, words: "canonical form") {
            joined([$0[0], $0[1].replacing("\":", with: "\": ")] + $0[2...])
        },
        Damage(testDescription: "another order of keys", sequence: 8, words: "is missing") {
            let moved = $0[7].replacing(
                "\"principal\":\"nora@example.com\",\"role\":\"network-engineer\"",
                with: "\"role\":\"network-engineer\",\"principal\":\"nora@example.com\"")
            return joined($0[..<7] + [moved])
        },
        Damage(testDescription: "a time with an offset", sequence: 8, words: "is not a UTC time") {
            joined($0[..<7] + [$0[7].replacing("Z\"", with: "+00:00\"")])
        },
        Damage(testDescription: "an escape that is not needed", sequence: 8, words: "canonical") {
            joined($0[..<7] + [$0[7].replacing("nora", with: "n\\u006fra")])
        },
        Damage(testDescription: "an earlier time", sequence: 8, words: "an earlier time") {
            joined(
                $0[..<7] + [$0[7].replacing("recordedAt\":\"2025-", with: "recordedAt\":\"2024-")])
        },
        Damage(testDescription: "a text twice", sequence: 8, words: "repeats the text") {
            let again = $0[0].replacing("\"sequence\":1", with: "\"sequence\":8")
            return joined($0[..<7] + [again])
        },
        Damage(testDescription: "a text that was changed", sequence: 1, words: "digest of the text")
        {
            joined([$0[0].replacing("readiness: 1", with: "readiness: 2")] + $0[1...])
        },
        Damage(testDescription: "a key twice", sequence: 8, words: "occurs twice") {
            joined($0[..<7] + ["{\"entry\":3," + $0[7].dropFirst()])
        },
        Damage(testDescription: "an unknown key", sequence: 8, words: "`zeal` is not known") {
            joined($0[..<7] + [$0[7].dropLast() + ",\"zeal\":1}"])
        },
        Damage(
            testDescription: "an unknown kind", sequence: 8,
            words: "the key `statement.kind` is none of"
        ) {
            joined($0[..<7] + [$0[7].replacing("\"sign-off\"", with: "\"seal\"")])
        },
        Damage(
            testDescription: "a record of version 1", sequence: 1,
            words: "it is a record of version 1, which an unreleased version of the program wrote"
        ) { _ in
            joined([#"{"checklist":"a","event":{},"kind":"check","record":1,"sequence":1}"#])
        },
        Damage(testDescription: "a line without end", sequence: 9, words: "longer than 65535") {
            joined($0) + String(repeating: "x", count: 300_000)
        },
    ]

    @Test(
        "A file that is not as it was exported is an error that names the record",
        arguments: damages)
    func damaged(damage: Damage) async throws {
        let lines = try await exported()
        #expect(try await read(Self.joined(lines)).count == 8)
        let error = await #expect(throws: LedgerError.self) {
            try await read(damage.change(lines))
        }
        guard case .damaged(let found) = error?.cause else {
            Issue.record("\(error as Any)")
            return
        }
        #expect(found.sequence == damage.sequence)
        #expect(found.reason.contains(damage.words), "\(found.reason)")
    }

    @Test("Nothing is recorded in a text file")
    func append() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.jsonl"
            await #expect(throws: LedgerError(LedgerLocation(path: path), .readOnlyFormat)) {
                try await TextLedger(LedgerLocation(path: path)).append(
                    [Samples.waiver()], at: Samples.now)
            }
            #expect(try names(in: folder).isEmpty)
        }
    }

    @Test("A text file that is not there, or is a folder, is an error")
    func absent() async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.jsonl"
            await #expect(
                throws: LedgerError(
                    LedgerLocation(path: path), .unreadable(reason: "it does not exist"))
            ) { try await TextLedger(LedgerLocation(path: path)).all() }
            await #expect(
                throws: LedgerError(
                    LedgerLocation(path: folder), .notALedger(reason: "it is a folder"))
            ) {
                try await TextLedger(LedgerLocation(path: folder)).all()
            }
        }
    }

    @Test(
        "The end of a path says which kind of ledger it is",
        arguments: [
            ("ledger.sqlite", LedgerFormat.sqlite), ("ledger.jsonl", .jsonLines),
            ("LEDGER.JSONL", .jsonLines), ("ledger", .sqlite), ("ledger.json", .sqlite),
            ("jsonl/ledger.db", .sqlite), ("", .sqlite),
        ])
    func format(path: String, format: LedgerFormat) {
        #expect(LedgerLocation(path: path).format == format)
    }
}
