package import CanonicalJSON

extension Statement {
    /// The version of the form in which statements are written; the value of their key `statement`.
    package static let formatVersion = 2

    /// The bytes that are hashed and signed, in the form of RFC 8785.
    package var canonicalBytes: [UInt8] {
        var writer = CanonicalWriter()
        writer.object { writer in
            writer.key("body")
            body.write(to: &writer)
            writer.text("checklist", checklist.description)
            writer.text("kind", body.kind.rawValue)
            writer.text("madeAt", madeAt.rfc3339)
            writer.text("principal", principal.text)
            if let role { writer.text("role", role.text) }
            writer.key("rollout")
            writer.object { writer in
                writer.text("id", rollout.id)
                writer.text("place", rollout.place)
            }
            if let run { writer.text("run", run) }
            writer.key("scope")
            scope.write(to: &writer)
            if let site { writer.text("site", site) }
            writer.integer("statement", Self.formatVersion)
            if let step { step.write(to: &writer) }
        }
        return writer.bytes
    }

    /// Reads the bytes of a statement.
    ///
    /// Whatever is missing, unknown, of the wrong type or not in canonical form is an error:
    /// evidence that is passed over could turn a rejection into a GO.
    package init(canonicalBytes bytes: [UInt8]) throws(CanonicalFormatError) {
        self = try CanonicalReader.read(bytes) { reader throws(CanonicalFormatError) in
            try Statement(&reader)
        }
    }

    /// Reads a statement that stands in something else.
    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        self = try reader.object { reader throws(CanonicalFormatError) in
            try Statement(members: &reader)
        }
    }

    private init(members reader: inout CanonicalReader) throws(CanonicalFormatError) {
        // What the body is depends on the kind, which comes after it.
        let start = try reader.member("body") { reader throws(CanonicalFormatError) in
            try reader.passUnread()
        }
        let end = reader.position
        checklist = try reader.digest("checklist")
        let kind: StatementBody.Kind = try reader.word("kind")
        madeAt = try reader.instant("madeAt")
        principal = Principal(try reader.text("principal"))
        role = try reader.optionalText("role").map(RoleID.init)
        rollout = try reader.object("rollout") { reader throws(CanonicalFormatError) in
            RolloutReference(id: try reader.text("id"), place: try reader.text("place"))
        }
        run = try reader.optionalText("run")
        scope = try reader.object("scope") { reader throws(CanonicalFormatError) in
            try Scope(&reader)
        }
        site = try reader.optionalText("site")
        let version = try reader.integer("statement", atLeast: 0)
        guard version == Self.formatVersion else {
            throw CanonicalFormatError(
                key: "statement",
                reason: "is not \(Self.formatVersion), the one version that this program reads")
        }
        step = try StepReference(optional: &reader)
        do throws(CanonicalFormatError) {
            body = try reader.goBack(to: start, until: end) { reader throws(CanonicalFormatError) in
                try reader.object { reader throws(CanonicalFormatError) in
                    try StatementBody(kind, &reader)
                }
            }
        } catch {
            throw error.under("body")
        }
        try requireParts(of: kind)
    }

    /// Each kind says whether it is about a step and for a role.
    private func requireParts(of kind: StatementBody.Kind) throws(CanonicalFormatError) {
        for (key, isThere, isWanted) in [
            ("step", step != nil, kind.isAboutAStep), ("role", role != nil, kind.isForARole),
        ] where isThere != isWanted {
            throw CanonicalFormatError(
                key: key,
                reason: isWanted
                    ? "is missing" : "must not be there in a statement of kind \(kind.rawValue)")
        }
        guard case .checklistText(let text) = body else { return }
        switch text.text {
        case .inline(let text) where ContentDigest(of: text.utf8) != checklist:
            throw CanonicalFormatError(key: "checklist", reason: "is not the digest of the text")
        case .stored(let file) where file.digest != checklist:
            throw CanonicalFormatError(key: "checklist", reason: "is not the digest of the text")
        case .inline, .stored: return
        }
    }
}

extension Scope {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.key("parameters")
            writer.dictionary(parameters)
            if let target { writer.text("target", target.text) }
        }
    }

    fileprivate init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        self.init(
            target: nil,
            parameters: try reader.member("parameters") { reader throws(CanonicalFormatError) in
                try reader.dictionary()
            })
        guard let target = try reader.optionalText("target") else { return }
        self = Scope(target: TargetID(target), parameters: parameters)
    }
}

extension StepReference {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.key("step")
        writer.object { writer in
            writer.text("digest", digest.description)
            writer.text("id", id.text)
        }
    }

    fileprivate init?(optional reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let step = try reader.optionalMember("step") { reader throws(CanonicalFormatError) in
            try reader.object { reader throws(CanonicalFormatError) in
                let digest = try reader.digest("digest")
                return StepReference(id: StepID(try reader.text("id")), digest: digest)
            }
        }
        guard let step else { return nil }
        self = step
    }
}
