package import Rollout

extension TCPCheck {
    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let report = observation.report
        let record = observation.dialogue ?? DialogueRecord()
        let expected = "a TCP connection to \(subject)"
        guard report.dial.connection != nil else {
            return report.failed(expecting: expected) ?? Judgement(.nothingObserved)
        }
        // Which of several addresses it was may differ from run to run; the facts have it.
        var findings = [Finding(expected, actual: "connected to \(report.dial.place)", .met)]
        guard let dialogue else {
            return report.failed(expecting: expected) ?? Judgement(findings)
        }
        let session = dialogue.securing.flatMap { TLSSessionFindings($0.tls, report).judgement }
        findings += answers(dialogue, record, deadline, session?.findings ?? [])
        if let failed = report.failed(expecting: words(of: record.events.count)) {
            // A session that the server ended over a certificate is shown by its own findings.
            let isHandshake = report.tls?.ending.map { !$0.isEstablished } ?? false
            return Judgement(
                findings + (isHandshake && session != nil ? [] : failed.findings),
                obstacle: session?.obstacle ?? failed.obstacle)
        }
        // What was not reached is never met, whatever it was that kept us from it.
        if record.events.count < dialogue.turns.count, findings.allSatisfy(\.isMet) {
            let words = words(of: record.events.count)
            findings.append(Finding(words, actual: "it was not reached", .unknown))
        }
        return Judgement(findings, obstacle: session?.obstacle)
    }

    private func words(of place: Int) -> String {
        "turn \(place + 1) of the dialogue with \(subject)"
    }

    /// The findings of all turns that came to their end, those of TLS in their place.
    private func answers(
        _ dialogue: Dialogue, _ record: DialogueRecord, _ deadline: Deadline, _ tls: [Finding]
    ) -> [Finding] {
        var findings: [Finding] = []
        for (place, (turn, event)) in zip(dialogue.turns, record.events).enumerated() {
            switch (turn, event) {
            case (.hear(let hearing), .heard(let bytes, _)):
                findings += Answer(hearing, bytes).findings(
                    of: "the answer in turn \(place + 1)", until: deadline)
            case (.secure, _): findings += tls
            default: break
            }
        }
        let isSecured = record.events.contains(.secured)
        return isSecured ? findings : findings + tls
    }
}
