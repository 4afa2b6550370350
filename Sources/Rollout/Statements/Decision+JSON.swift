import CanonicalJSON

extension Decision {
    func write(to writer: inout CanonicalWriter) {
        writer.text("choice", choice.rawValue)
        writer.integer("conditions", conditions)
        if isEmergency { writer.text("emergency", "yes") }
        writer.key("ledger")
        writer.object { writer in
            writer.text("root", ledger.root.description)
            writer.integer("size", ledger.size)
        }
        writer.text("phase", phase.text)
        writer.text("question", question.rawValue)
        writer.text("reason", reason)
        writer.key("reasons")
        writer.list(reasons) { writer, reason in reason.write(to: &writer) }
        writer.text("verdict", verdict.rawValue)
    }

    init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        choice = try reader.word("choice")
        conditions = try reader.integer("conditions", atLeast: 0)
        isEmergency = try reader.isYes("emergency")
        try reader.key("ledger")
        try reader.beginObject()
        let root = try reader.digest("root")
        ledger = LedgerExtent(size: try reader.integer("size", atLeast: 0), root: root)
        try reader.endObject()
        phase = PhaseID(try reader.text("phase"))
        question = try reader.word("question")
        reason = try reader.text("reason")
        try reader.key("reasons")
        try reader.beginList()
        var reasons: [RecordedReason] = []
        while try reader.hasItem() { reasons.append(try RecordedReason(&reader)) }
        self.reasons = reasons
        verdict = try reader.word("verdict")
        guard reasons.count <= min(conditions, Self.mostReasons) else {
            throw reader.error(
                at: "reasons",
                "has \(reasons.count) items, more than `conditions` or \(Self.mostReasons)")
        }
    }
}

extension RecordedReason {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.text("code", code)
            writer.key("values")
            writer.canonical(values.bytes)
        }
    }

    fileprivate init(_ reader: inout CanonicalReader) throws(CanonicalFormatError) {
        try reader.beginObject()
        code = try reader.text("code")
        try reader.key("values")
        values = try reader.jsonObject()
        try reader.endObject()
    }
}
