import CanonicalJSON

extension CheckReport {
    func write(to writer: inout CanonicalWriter) {
        if case .inline(let facts) = facts {
            writer.key("facts")
            writer.canonical(facts.bytes)
        }
        writer.key("findings")
        writer.list(findings) { writer, finding in finding.write(to: &writer) }
        writer.text("host", host)
        writer.text("kind", kind)
        writer.text("observedAt", observedAt.rfc3339)
        if let obstacle {
            writer.key("obstacle")
            obstacle.write(to: &writer)
        }
        writer.text("outcome", outcome.rawValue)
        writer.integer("position", position)
        if case .stored(let file) = facts {
            writer.key("storedFacts")
            file.write(to: &writer)
        }
        writer.text("tool", tool)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let inline = try reader.optionalMember("facts") { reader throws(CanonicalFormatError) in
            try reader.jsonObject()
        }
        findings = try reader.objects("findings") { reader throws(CanonicalFormatError) in
            try Finding(&reader)
        }
        host = try reader.text("host")
        kind = try reader.text("kind")
        observedAt = try reader.instant("observedAt")
        obstacle = try reader.optionalMember("obstacle") { reader throws(CanonicalFormatError) in
            try reader.object { reader throws(CanonicalFormatError) in try Obstacle(&reader) }
        }
        outcome = try reader.word("outcome")
        position = try reader.integer("position", atLeast: 0)
        let stored = try reader.optionalFile("storedFacts")
        switch (inline, stored) {
        case (let inline?, nil): facts = .inline(inline)
        case (nil, let stored?): facts = .stored(stored)
        case (nil, nil): throw CanonicalFormatError(key: "facts", reason: "is missing")
        case (_?, _?):
            throw CanonicalFormatError(
                key: "storedFacts", reason: "must not be there beside `facts`")
        }
        tool = try reader.text("tool")
    }
}

extension Finding {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.text("actual", actual)
            writer.text("expected", expected)
            writer.text("standing", standing.rawValue)
        }
    }

    fileprivate init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let actual = try reader.text("actual")
        let expected = try reader.text("expected")
        self.init(expected, actual: actual, try reader.word("standing") as Standing)
    }
}

extension Obstacle {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.text("code", code.rawValue)
            writer.key("values")
            writer.dictionary(values)
        }
    }

    fileprivate init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let code: Code = try reader.word("code")
        self.init(
            code,
            try reader.member("values") { reader throws(CanonicalFormatError) in
                try reader.dictionary()
            })
    }
}
