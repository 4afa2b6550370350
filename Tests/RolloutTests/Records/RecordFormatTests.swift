import CanonicalJSON
import Rollout
import Testing

/// What is not exactly a record is an error that names the record and the key.
struct RecordFormatTests {
    /// A record of each kind as a tree.
    static let trees: [JSONValue] = RecordJSONTests.cases.compactMap { entry in
        let bytes = RecordDraft(checklist: "mc1", principal: "nora", event: entry.event)
            .canonicalBytes(sequence: 7, recordedAt: Instant(milliseconds: 0))
        return try? JSONValue(jsonBytes: bytes)
    }

    private func error(
        _ tree: JSONValue, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) -> RecordFormatError? {
        #expect(throws: RecordFormatError.self, sourceLocation: sourceLocation) {
            try Record(canonicalBytes: tree.canonicalBytes)
        }
    }

    @Test("A key that is missing is named", arguments: trees)
    func missing(tree: JSONValue) {
        for place in tree.places where !place.key.isEmpty {
            let error = error(tree.replacing(place.path, with: nil))
            #expect(error?.key == place.key)
            #expect(error?.sequence == (place.key == "sequence" ? nil : 7))
        }
    }

    @Test("A value of the wrong type is named", arguments: trees)
    func wrongType(tree: JSONValue) {
        for place in tree.places {
            for wrong in [.null, true, 1, "x", [[:]], ["x": 1]] as [JSONValue] {
                guard !place.value.hasType(of: wrong) else { continue }
                let error = error(tree.replacing(place.path, with: wrong))
                let isWhole = place.key.isEmpty
                #expect(
                    error?.key == (isWhole ? "record" : place.key)
                        || error?.key.hasPrefix("\(place.key)[") == true)
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

    static let values: [(path: [String], value: JSONValue, text: String)] = [
        (
            ["record"], 2,
            "Record 7: the key `record` is not 1, the one version that this program reads."
        ),
        (
            ["kind"], "seal",
            "Record 7: the key `kind` is none of: checklist-text, check, sign-off, waiver, revocation, decision."
        ),
        (
            ["kind"], "Check",
            "Record 7: the key `kind` is none of: checklist-text, check, sign-off, waiver, revocation, decision."
        ),
        (["sequence"], 0, "Record 0: the key `sequence` is below 1."),
        (["sequence"], -1, "Record -1: the key `sequence` is below 1."),
        (
            ["sequence"], "7",
            "A record without a readable sequence: the key `sequence` is not a whole number."
        ),
        (
            ["recordedAt"], "2025-02-30T00:00:00Z",
            "Record 7: the key `recordedAt` is not a time of the years 1 to 9999 such as 2025-10-10T08:00:00Z."
        ),
        (
            ["recordedAt"], "2025-10-10T10:00:00+02:00",
            "Record 7 is not written in canonical form (RFC 8785, times in UTC)."
        ),
        (
            ["recordedAt"], "2025-10-10T10:00:00.000Z",
            "Record 7 is not written in canonical form (RFC 8785, times in UTC)."
        ),
        (
            ["event", "step", "digest"], "sha256:00",
            "Record 7: the key `event.step.digest` is not `sha256:` with 64 lower-case hexadecimal digits."
        ),
        (["event", "position"], -1, "Record 7: the key `event.position` is below 0."),
        (
            ["event", "result", "outcome"], "ok",
            "Record 7: the key `event.result.outcome` is none of: met, unmet, undetermined."
        ),
        (
            ["event", "result", "warnings"], ["a", 1],
            "Record 7: the key `event.result.warnings[1]` is not a string."
        ),
        (
            ["event", "result", "findings"], [["expected": "a", "actual": "b"]],
            "Record 7: the key `event.result.findings[0].met` is missing."
        ),
    ]

    @Test("The words of an error", arguments: values)
    func words(path: [String], value: JSONValue, text: String) {
        #expect(error(Self.trees[1].replacing(path, with: value))?.description == text)
    }

    @Test(
        "Bytes that are no JSON object are an error",
        arguments: [
            "", "null", "[]", "\"record\"", "{\"record\":1", "{\"record\":1}x", "\u{feff}{}",
        ])
    func noObject(text: String) {
        #expect(throws: RecordFormatError.self) { try Record(canonicalBytes: Array(text.utf8)) }
    }

    @Test("A text that does not have its digest is an error")
    func otherText() {
        let error = error(Self.trees[0].replacing(["event", "text"], with: "changed"))
        #expect(
            error?.description == "Record 7: the key `event.digest` is not the digest of the text.")
    }

    @Test("A change of any one byte is an error, or another record with another digest")
    func everyByte() throws {
        for tree in Self.trees {
            let bytes = tree.canonicalBytes
            let digest = ContentDigest(of: bytes)
            for index in bytes.indices {
                var changed = bytes
                changed[index] ^= 1
                let record = try? Record(canonicalBytes: changed)
                #expect(record?.digest != digest)
            }
        }
    }
}

extension JSONValue {
    /// An object of a record, or a value in one, with the way to it.
    fileprivate struct Place {
        let path: [String]
        let value: JSONValue
        var key: String { path.joined(separator: ".") }
    }

    /// The value itself and everything that objects below it hold, except what has free keys: the
    /// facts of a check, and parameters.
    fileprivate var places: [Place] {
        var places = [Place(path: [], value: self)]
        for (key, member) in members ?? [:] where key != "facts" && key != "parameters" {
            places += member.places.map { Place(path: [key] + $0.path, value: $0.value) }
        }
        return places
    }

    /// The value with another one at the end of a path, or without it for nil.
    fileprivate func replacing(_ path: [String], with value: JSONValue?) -> JSONValue {
        guard let key = path.first else { return value ?? .null }
        var members = members ?? [:]
        members[key] =
            path.count == 1
            ? value : members[key]?.replacing(Array(path.dropFirst()), with: value)
        return .object(members)
    }

    fileprivate func hasType(of other: JSONValue) -> Bool {
        switch (self, other) {
        case (.null, .null), (.boolean, .boolean), (.integer, .integer), (.string, .string),
            (.array, .array), (.object, .object):
            return true
        default: return false
        }
    }
}
