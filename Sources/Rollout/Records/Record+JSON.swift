import CanonicalJSON

extension RecordDraft {
    /// The version of the form in which records are written; the value of their key `record`.
    package static let formatVersion = 1

    /// The bytes that a ledger stores and hashes: the record without its digest, in the form of RFC
    /// 8785.
    package func canonicalBytes(sequence: Int, recordedAt: Instant) -> [UInt8] {
        let record: JSONValue = [
            "record": .integer(Int64(Self.formatVersion)),
            "sequence": .integer(Int64(sequence)),
            "recordedAt": .string(recordedAt.rfc3339),
            "checklist": .string(checklist),
            "principal": .string(principal),
            "kind": .string(event.kind.rawValue),
            "event": event.json,
        ]
        return record.canonicalBytes
    }
}

extension Record {
    /// The bytes that a ledger stores and hashes.
    package var canonicalBytes: [UInt8] {
        RecordDraft(checklist: checklist, principal: principal, event: event)
            .canonicalBytes(sequence: sequence, recordedAt: recordedAt)
    }

    /// Reads the bytes of a record; its digest is computed from them.
    ///
    /// Whatever is missing, unknown, of the wrong type or not in canonical form is an error:
    /// evidence that is passed over could turn a rejection into a GO.
    package init(canonicalBytes bytes: [UInt8]) throws(RecordFormatError) {
        let value: JSONValue
        do {
            value = try JSONValue(jsonBytes: bytes)
        } catch {
            throw RecordFormatError(sequence: nil, key: "", reason: "is not JSON: \(error)")
        }
        let given = value["sequence"]?.integer.flatMap { Int(exactly: $0) }
        guard value["record"]?.integer == Int64(RecordDraft.formatVersion) else {
            throw RecordFormatError(
                sequence: given, key: "record",
                reason:
                    "is not \(RecordDraft.formatVersion), the one version that this program reads")
        }
        var object = try RecordObject(value, path: "", sequence: given)
        _ = try object.integer("record", atLeast: 1)
        let kind: Event.Kind = try object.word("kind")
        self.init(
            sequence: try object.integer("sequence", atLeast: 1),
            recordedAt: try object.instant("recordedAt"),
            checklist: try object.text("checklist"),
            principal: try object.text("principal"),
            event: try object.object("event") { event throws(RecordFormatError) in
                try Event(kind, &event)
            },
            digest: ContentDigest(of: bytes))
        try object.end()
        guard canonicalBytes == bytes else {
            throw RecordFormatError(
                sequence: sequence, key: "",
                reason: "is not written in canonical form (RFC 8785, times in UTC)")
        }
    }
}
