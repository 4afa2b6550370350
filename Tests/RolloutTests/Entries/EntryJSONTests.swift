import CanonicalJSON
import Rollout
import Testing

/// What is not exactly an entry is an error that names the key.
struct EntryJSONTests {
    static let entries: [Entry] = StatementJSONTests.cases.map { sample in
        let bytes = Entry.canonicalBytes(
            sequence: 7, recordedAt: Instant(milliseconds: 0), ordinal: 3,
            rollouts: LedgerExtent.empty.root, statement: sample.statement.canonicalBytes,
            signature: "-----BEGIN\n")
        return Entry(
            sequence: 7, recordedAt: Instant(milliseconds: 0), ordinal: 3,
            rollouts: LedgerExtent.empty.root, statement: sample.statement,
            signature: "-----BEGIN\n", digest: ContentDigest(ofLeaf: bytes))
    }

    /// The same as trees.
    static let trees = entries.compactMap { try? JSONValue(jsonBytes: $0.canonicalBytes) }

    /// Keys that may be left out, each of which leads to another entry or to an error of its own.
    static let optionals: Set = [
        "statement.body.holdsUntil",
        "signature", "statement.role", "statement.step", "statement.site", "statement.run",
        "statement.scope.target", "statement.body.obstacle", "statement.body.facts",
        "statement.body.storedFacts", "statement.body.storedText",
    ]

    private func error(
        _ tree: JSONValue, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) -> CanonicalFormatError? {
        #expect(throws: CanonicalFormatError.self, sourceLocation: sourceLocation) {
            try Entry(canonicalBytes: tree.canonicalBytes)
        }
    }

    @Test("The bytes around a statement")
    func bytes() throws {
        let entry = Self.entries[0]
        let text = String(decoding: entry.canonicalBytes, as: UTF8.self)
        #expect(
            text.hasPrefix(
                #"{"entry":3,"ordinal":3,"recordedAt":"1970-01-01T00:00:00Z","rollouts":"sha256:"#
                    + #"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","sequence":7,"#
                    + #""signature":"-----BEGIN\n","statement":{"body""#))
        #expect(text.hasSuffix(#""statement":2}}"#))
        #expect(try Entry(canonicalBytes: entry.canonicalBytes) == entry)
        #expect(entry.authentication == .unverified)
    }

    @Test("A key that is missing is named", arguments: trees)
    func missing(tree: JSONValue) {
        for place in tree.places where !place.key.isEmpty && !Self.optionals.contains(place.key) {
            #expect(error(tree.replacing(place.path, with: nil))?.key == place.key)
        }
    }

    @Test("A key that may be missing gives another entry or an error", arguments: trees)
    func missingOptional(tree: JSONValue) {
        for place in tree.places where Self.optionals.contains(place.key) {
            let changed = tree.replacing(place.path, with: nil)
            let entry = try? Entry(canonicalBytes: changed.canonicalBytes)
            #expect(entry == nil || entry?.canonicalBytes == changed.canonicalBytes)
        }
    }

    @Test("A value of the wrong type is named, and null is never left out", arguments: trees)
    func wrongType(tree: JSONValue) {
        for place in tree.places {
            for wrong in [.null, true, 1, "x", [[:]], ["x": 1]] as [JSONValue] {
                guard !place.value.hasType(of: wrong) else { continue }
                let error = error(tree.replacing(place.path, with: wrong))
                // A body that is no object may be noticed where its end should be.
                #expect(
                    error?.key == place.key || error?.key.hasPrefix("\(place.key)[") == true,
                    "\(place.key): \(error as Any)")
            }
        }
    }

    @Test("A key that is not known is named", arguments: trees)
    func unknown(tree: JSONValue) {
        for place in tree.places {
            guard case .object(var members) = place.value else { continue }
            members["zz-unknown"] = .null
            let error = error(tree.replacing(place.path, with: .object(members)))
            #expect(error?.key == (place.key.isEmpty ? "zz-unknown" : "\(place.key).zz-unknown"))
            #expect(error?.reason == "is not known to this version of the program")
        }
    }

    @Test("A key that comes twice, or before the one before it, is an error", arguments: trees)
    func order(tree: JSONValue) throws {
        let bytes = tree.canonicalBytes
        let text = String(decoding: bytes, as: UTF8.self)
        let twice = text.replacing(#""entry":3,"#, with: #""entry":3,"entry":3,"#)
        #expect(throws: CanonicalFormatError(key: "entry", reason: "occurs twice")) {
            try Entry(canonicalBytes: Array(twice.utf8))
        }
        let back = text.replacing(#""entry":3,"#, with: #""entry":3,"a":1,"#)
        #expect(throws: CanonicalFormatError.self) {
            try Entry(canonicalBytes: Array(back.utf8))
        }
    }

    static let values: [(path: [String], value: JSONValue, text: String)] = [
        (["entry"], 2, "the key `entry` is not 3, the one version that this program reads"),
        (
            ["statement", "statement"], 1,
            "the key `statement.statement` is not 2, the one version that this program reads"
        ),
        (
            ["statement", "kind"], "seal",
            "the key `statement.kind` is none of: checklist-text, check, sign-off, waiver, "
                + "revocation, decision, correction, poll, request, approval, retrospective, signers, "
                + "editorial, triage, enrolment-link, enrolment"
        ),
        (["sequence"], 0, "the key `sequence` is below 1"),
        (["sequence"], "7", "the key `sequence` is not a whole number"),
        (
            ["recordedAt"], "2025-02-30T00:00:00Z",
            "the key `recordedAt` is not a UTC time of the years 1 to 9999, written like "
                + "2025-10-10T08:00:00Z"
        ),
        (
            ["recordedAt"], "2025-10-10T10:00:00+02:00",
            "the key `recordedAt` is not a UTC time of the years 1 to 9999, written like "
                + "2025-10-10T08:00:00Z"
        ),
        (
            ["recordedAt"], "2025-10-10T10:00:00.000Z",
            "the key `recordedAt` is not a UTC time of the years 1 to 9999, written like "
                + "2025-10-10T08:00:00Z"
        ),
        (
            ["statement", "step", "digest"], "sha256:00",
            "the key `statement.step.digest` is not `sha256:` with 64 lower-case hexadecimal digits"
        ),
        (
            ["statement", "body", "position"], -1,
            "the key `statement.body.position` is below 0"
        ),
        (
            ["statement", "body", "outcome"], "ok",
            "the key `statement.body.outcome` is none of: met, unmet, undetermined"
        ),
        (
            ["statement", "body", "outcome"], "met",
            "the key `statement.body.outcome` is met, but unmet follows from what was found"
        ),
        (
            ["statement", "body", "findings"], [],
            "the key `statement.body.outcome` is unmet, but undetermined follows from what was "
                + "found"
        ),
        (
            ["statement", "body", "findings"], [["actual": "a", "expected": 1, "standing": "met"]],
            "the key `statement.body.findings[0].expected` is not a string"
        ),
        (
            ["statement", "role"], "owner",
            "the key `statement.role` must not be there in a statement of kind check"
        ),
        (
            ["statement", "scope", "parameters"], ["cloud": 1],
            "the key `statement.scope.parameters.cloud` is not a string"
        ),
        (
            ["statement", "body", "storedFacts"],
            ["digest": .string(StatementJSONTests.hex), "size": 1],
            "the key `statement.body.storedFacts` must not be there beside `facts`"
        ),
    ]

    @Test("The words of an error", arguments: values)
    func words(path: [String], value: JSONValue, text: String) {
        #expect(error(Self.trees[2].replacing(path, with: value))?.description == text)
    }

    @Test(
        "Bytes that are no JSON object are an error",
        arguments: [
            "", "null", "[]", "\"entry\"", "{\"entry\":3", "{\"entry\":3}x", "\u{feff}{}", "{",
            "{\"",
        ])
    func noObject(text: String) {
        #expect(throws: CanonicalFormatError.self) { try Entry(canonicalBytes: Array(text.utf8)) }
    }

    @Test("A record of version 1 is refused by its name")
    func version1() {
        let record = #"{"checklist":"mc1","event":{},"kind":"check","record":1,"sequence":7}"#
        let error = #expect(throws: CanonicalFormatError.self) {
            try Entry(canonicalBytes: Array(record.utf8))
        }
        #expect(
            error?.description
                == "it is a record of version 1, which an unreleased version of the program wrote; "
                + "such records are not read")
    }

    @Test("A text that does not have its digest is an error")
    func otherText() {
        let error = error(Self.trees[0].replacing(["statement", "body", "text"], with: "changed"))
        #expect(
            error?.description == "the key `statement.checklist` is not the digest of the text")
    }

    @Test("A change of any one byte is an error, or another entry in canonical form")
    func everyByte() throws {
        for entry in Self.entries {
            let bytes = entry.canonicalBytes
            for index in bytes.indices {
                for mask in [0x01, 0x02, 0x20, 0x80, 0xFF] as [UInt8] {
                    var changed = bytes
                    changed[index] ^= mask
                    guard let read = try? Entry(canonicalBytes: changed) else { continue }
                    #expect(read != entry)
                    #expect(read.canonicalBytes == changed)
                }
            }
        }
    }

    @Test("Cut off anywhere, it is an error")
    func everyLength() {
        for entry in Self.entries {
            let bytes = entry.canonicalBytes
            for length in 0..<bytes.count {
                #expect(throws: CanonicalFormatError.self) {
                    try Entry(canonicalBytes: Array(bytes[..<length]))
                }
            }
        }
    }
}
