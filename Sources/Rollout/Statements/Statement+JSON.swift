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
            if let onBehalfOf { writer.text("onBehalfOf", onBehalfOf.text) }
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
        self = try bytes.withUnsafeBufferPointer { buffer throws(CanonicalFormatError) in
            let cache = StatementCache()
            var reader = CanonicalReader(buffer, texts: cache.texts)
            let statement = try Statement(&reader, cache)
            try reader.end()
            return statement
        }
    }

    /// Reads a statement that stands in something else.
    init(
        _ reader: inout CanonicalReader, _ cache: StatementCache
    ) throws(CanonicalFormatError) {
        try reader.beginObject()
        // What the body is depends on the kind, which comes after it.
        try reader.key("body")
        let start = try reader.passUnread()
        let end = reader.position
        checklist = try reader.digest("checklist")
        let kind: StatementBody.Kind = try reader.word("kind")
        madeAt = try reader.instant("madeAt")
        onBehalfOf = try reader.optionalText("onBehalfOf").map(Principal.init)
        principal = Principal(try reader.text("principal"))
        role = try reader.optionalText("role").map(RoleID.init)
        try reader.key("rollout")
        try reader.beginObject()
        rollout = RolloutReference(id: try reader.text("id"), place: try reader.text("place"))
        try reader.endObject()
        run = try reader.optionalText("run")
        try reader.key("scope")
        scope = try cache.scope(&reader)
        site = try reader.optionalText("site")
        guard try reader.integer("statement", atLeast: 0) == Self.formatVersion else {
            throw reader.error(
                "is not \(Self.formatVersion), the one version that this program reads")
        }
        step = reader.hasKey("step") ? try StepReference(&reader) : nil
        let place = reader.goBack(to: start, under: "body")
        try reader.beginObject()
        body = try StatementBody(kind, &reader)
        try reader.endObject()
        try reader.comeBack(to: place, from: end)
        try requireParts(of: kind, reader)
        try reader.endObject()
    }

    /// Each kind says whether it is about a step and for a role.
    private func requireParts(
        of kind: StatementBody.Kind, _ reader: CanonicalReader
    ) throws(CanonicalFormatError) {
        guard (step != nil) == kind.isAboutAStep else {
            throw Self.wrongPart("step", isWanted: kind.isAboutAStep, kind, reader)
        }
        guard (role != nil) == kind.isForARole else {
            throw Self.wrongPart("role", isWanted: kind.isForARole, kind, reader)
        }
        let text: Kept<String>
        switch body {
        case .checklistText(let body): text = body.text
        case .signers(let body): text = body.allowed
        default: return
        }
        let digest =
            switch text {
            case .inline(let text): ContentDigest(of: text.utf8)
            case .stored(let file): file.digest
            }
        guard digest == checklist else {
            throw reader.error(at: "checklist", "is not the digest of the text")
        }
    }

    private static func wrongPart(
        _ key: String, isWanted: Bool, _ kind: StatementBody.Kind, _ reader: CanonicalReader
    ) -> CanonicalFormatError {
        reader.error(
            at: key,
            isWanted ? "is missing" : "must not be there in a statement of kind \(kind.rawValue)")
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

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.beginObject()
        try reader.key("parameters")
        parameters = try reader.dictionary()
        target = try reader.optionalText("target").map(TargetID.init)
        try reader.endObject()
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

    fileprivate init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.beginObject()
        digest = try reader.digest("digest")
        id = StepID(try reader.text("id"))
        try reader.endObject()
    }
}
