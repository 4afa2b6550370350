package import CanonicalJSON
package import Rollout

/// Whether a TCP connection to a host can be made, and what is said on it.
package struct TCPCheck: Check {
    package let endpoint: Endpoint
    /// Nil where nothing is said.
    package let dialogue: Dialogue?

    package init(_ endpoint: Endpoint, _ dialogue: Dialogue? = nil) {
        self.endpoint = endpoint
        self.dialogue = dialogue
    }

    /// What came of the connection and of the dialogue.
    package struct Observation: Hashable, Sendable {
        package var report: ConnectionReport
        package var dialogue: DialogueRecord?

        package init(_ report: ConnectionReport, _ dialogue: DialogueRecord? = nil) {
            self.report = report
            self.dialogue = dialogue
        }
    }

    package var subject: String { endpoint.description }
    package var mayNeedTrust: Bool { dialogue?.securing?.tls.namesFiles ?? false }
    package var alsoReads: [String] { dialogue?.securing?.tls.files ?? [] }

    package var cautions: [Caution] {
        guard let tls = dialogue?.securing?.tls else { return [] }
        return tls.certificate.verify ? [] : [.certificateNotVerified]
    }

    package var reach: String {
        let turns = dialogue.map { " and speaks \($0.turns.count) turns of a dialogue" } ?? ""
        return "connects to \(endpoint.reach)\(turns)"
    }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        guard let dialogue else {
            return Observation(await ConnectionPlan(endpoint).run(in: environment) { _ in }.report)
        }
        let speaker = DialogueSpeaker(dialogue)
        let tls = dialogue.securing.map { TLSPlan($0.tls, in: environment) }
        var (report, _) = await ConnectionPlan(endpoint, preamble: speaker, tls: tls)
            .run(in: environment) { connection throws(ExchangeFailure) in
                try speaker.goOn(over: connection)
            }
        let record = speaker.record
        // That it was left off there is our doing: its findings say why.
        if record.isBroken { report.failure = nil }
        return Observation(report, record)
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts = observation.report.facts.merging(endpoint.facts) { _, own in own }
        if let tls = observation.report.tls {
            facts.merge(tls.facts) { _, tls in tls }
            let end = dialogue?.securing?.tls.certificate.endFact(of: [tls])
            facts.merge(end ?? [:]) { _, end in end }
        }
        if let record = observation.dialogue { facts.merge(record.facts) { _, own in own } }
        return facts
    }
}
