import CanonicalJSON

extension CheckReport {
    func write(to writer: inout CanonicalWriter) {
        if case .inline(let facts) = facts {
            writer.key("facts")
            writer.canonical(facts.bytes)
        }
        writer.key("findings")
        writer.list(findings) { writer, finding in finding.write(to: &writer) }
        if let holdsUntil { writer.text("holdsUntil", holdsUntil.rfc3339) }
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

    /// Reads the members of its object.
    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        let inline = reader.hasKey("facts") ? try reader.jsonObject() : nil
        try reader.key("findings")
        findings = try reader.findings()
        holdsUntil = try reader.optionalInstant("holdsUntil")
        host = try reader.text("host")
        kind = try reader.text("kind")
        observedAt = try reader.instant("observedAt")
        obstacle = reader.hasKey("obstacle") ? try Obstacle(&reader) : nil
        outcome = try reader.word("outcome")
        let following = CheckOutcome.Outcome(findings: findings, obstacle: obstacle)
        guard outcome == following else {
            throw reader.error(
                at: "outcome",
                "is \(outcome.rawValue), but \(following.rawValue) follows from what was found")
        }
        position = try reader.integer("position", atLeast: 0)
        let stored = try reader.optionalFile("storedFacts")
        switch (inline, stored) {
        case (let inline?, nil): facts = .inline(inline)
        case (nil, let stored?): facts = .stored(stored)
        case (nil, nil): throw reader.error(at: "facts", "is missing")
        case (_?, _?):
            throw reader.error(at: "storedFacts", "must not be there beside `facts`")
        }
        tool = try reader.text("tool")
    }
}

extension CanonicalReader {
    fileprivate mutating func findings() throws(CanonicalFormatError) -> [Finding] {
        try beginList()
        var findings: [Finding] = []
        while try hasItem() { findings.append(try Finding(&self)) }
        return findings
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
        try reader.beginObject()
        actual = try reader.text("actual")
        expected = try reader.text("expected")
        standing = try reader.word("standing")
        try reader.endObject()
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
        try reader.beginObject()
        code = try reader.word("code")
        try reader.key("values")
        values = try reader.dictionary()
        try reader.endObject()
    }
}
