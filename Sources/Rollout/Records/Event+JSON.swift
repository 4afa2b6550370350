import CanonicalJSON

extension Event {
    /// The names of the kinds of event in a record.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case checklistText = "checklist-text"
        case check
        case signOff = "sign-off"
        case waiver
        case revocation
        case decision
    }

    /// The kind of the event.
    package var kind: Kind {
        switch self {
        case .checklistText: return .checklistText
        case .check: return .check
        case .signOff: return .signOff
        case .waiver: return .waiver
        case .revocation: return .revocation
        case .decision: return .decision
        }
    }

    /// The event as a record has it under `event`.
    var json: JSONValue {
        switch self {
        case .checklistText(let text): return text.json
        case .check(let check): return check.json
        case .signOff(let signOff): return signOff.json
        case .waiver(let waiver): return waiver.json
        case .revocation(let revocation): return revocation.json
        case .decision(let decision): return decision.json
        }
    }

    /// Reads an event of a known kind.
    init(_ kind: Kind, _ object: inout RecordObject) throws(RecordFormatError) {
        switch kind {
        case .checklistText: self = .checklistText(try ChecklistText(&object))
        case .check: self = .check(try CheckEvent(&object))
        case .signOff: self = .signOff(try SignOff(&object))
        case .waiver: self = .waiver(try Waiver(&object))
        case .revocation: self = .revocation(try Revocation(&object))
        case .decision: self = .decision(try Decision(&object))
        }
    }
}

extension ChecklistText {
    fileprivate var json: JSONValue {
        ["digest": .string(digest.description), "text": .string(text)]
    }

    fileprivate init(_ object: inout RecordObject) throws(RecordFormatError) {
        self.init(digest: try object.digest("digest"), text: try object.text("text"))
        guard ContentDigest(of: text.utf8) == digest else {
            throw object.failure("digest", "is not the digest of the text")
        }
    }
}

extension SignOff {
    fileprivate var json: JSONValue {
        [
            "step": step.json,
            "role": .string(role),
            "decision": .string(decision.rawValue),
            "note": .string(note),
            "evidence": .array(evidence.map(\.json)),
        ]
    }

    fileprivate init(_ object: inout RecordObject) throws(RecordFormatError) {
        self.init(
            step: try StepReference(inside: &object), role: try object.text("role"),
            decision: try object.word("decision"), note: try object.text("note"),
            evidence: try object.objects("evidence") { file throws(RecordFormatError) in
                try EvidenceFile(&file)
            })
    }
}

extension EvidenceFile {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "size": .integer(Int64(size)),
            "digest": .string(digest.description),
        ]
    }

    fileprivate init(_ object: inout RecordObject) throws(RecordFormatError) {
        self.init(
            name: try object.text("name"), size: try object.integer("size", atLeast: 0),
            digest: try object.digest("digest"))
    }
}

extension Waiver {
    fileprivate var json: JSONValue {
        [
            "step": step.json, "role": .string(role), "until": .string(until.rfc3339),
            "reason": .string(reason),
        ]
    }

    fileprivate init(_ object: inout RecordObject) throws(RecordFormatError) {
        self.init(
            step: try StepReference(inside: &object), role: try object.text("role"),
            until: try object.instant("until"), reason: try object.text("reason"))
    }
}

extension Revocation {
    fileprivate var json: JSONValue {
        [
            "sequence": .integer(Int64(sequence)), "digest": .string(digest.description),
            "reason": .string(reason),
        ]
    }

    fileprivate init(_ object: inout RecordObject) throws(RecordFormatError) {
        self.init(
            sequence: try object.integer("sequence", atLeast: 1),
            digest: try object.digest("digest"), reason: try object.text("reason"))
    }
}

extension Decision {
    fileprivate var json: JSONValue {
        [
            "phase": .string(phase),
            "role": .string(role),
            "choice": .string(choice.rawValue),
            "reason": .string(reason),
            "computed": .string(computed.rawValue),
            "checklist": .string(checklist.description),
            "parameters": .object(parameters.mapValues { .string($0) }),
        ]
    }

    fileprivate init(_ object: inout RecordObject) throws(RecordFormatError) {
        self.init(
            phase: try object.text("phase"), role: try object.text("role"),
            choice: try object.word("choice"), reason: try object.text("reason"),
            computed: try object.word("computed"), checklist: try object.digest("checklist"),
            parameters: try Self.parameters(&object))
    }

    private static func parameters(
        _ object: inout RecordObject
    ) throws(RecordFormatError) -> [String: String] {
        var values: [String: String] = [:]
        for (name, value) in try object.members("parameters") {
            guard let text = value.text else {
                throw object.failure("parameters", "has a value that is not text")
            }
            values[name] = text
        }
        return values
    }
}

extension StepReference {
    /// The reference as an event has it under `step`.
    var json: JSONValue {
        [
            "id": .string(id), "digest": .string(digest.description),
            "checklist": .string(checklist.description),
        ]
    }

    /// Reads the `step` of an event.
    init(inside event: inout RecordObject) throws(RecordFormatError) {
        self = try event.object("step") { step throws(RecordFormatError) in
            StepReference(
                id: try step.text("id"), digest: try step.digest("digest"),
                checklist: try step.digest("checklist"))
        }
    }
}
