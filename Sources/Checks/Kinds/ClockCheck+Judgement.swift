package import CanonicalJSON
package import Rollout

extension ClockCheck {
    private static let leaps = [
        0: "none", 1: "the last minute of the day has 61 seconds",
        2: "the last minute of the day has 59 seconds", 3: "not synchronised",
    ]

    package func facts(of observation: ClockObservation) -> [String: JSONValue] {
        var facts = observation.report.facts
        facts["server"] = .string(endpoint.host)
        facts["port"] = .integer(Int64(endpoint.port))
        if let connectTo = endpoint.connectTo { facts["connect-to"] = .string("\(connectTo)") }
        if observation.ignored > 0 {
            facts["ignored-replies"] = .integer(Int64(observation.ignored))
        }
        guard let reply = observation.reply else { return facts }
        facts["stratum"] = .integer(Int64(reply.stratum))
        facts["leap"] = .string(Self.leaps[reply.leap] ?? "")
        facts["reference"] = .string(reply.referenceText)
        facts["root-delay-ms"] = .integer(reply.rootDelay)
        facts["root-dispersion-ms"] = .integer(reply.rootDispersion)
        facts["round-trip-ms"] = .integer(observation.roundTrip)
        if let offset = observation.offset {
            facts["offset-ms"] = .integer(offset.milliseconds)
            facts["error-ms"] = .integer(offset.error)
            let time = reply.transmitTime.instant(near: observation.asked)
            facts["server-time"] = .string(time.rfc3339)
        }
        return facts
    }

    package func judge(
        _ observation: ClockObservation, at _: Instant, until deadline: Deadline
    ) -> Judgement {
        let words = "a clock within \(maximum.language) of \(subject)"
        func unusable(_ detail: String) -> Judgement {
            Judgement(
                [Finding(words, actual: "no time that can be used", .unknown)],
                obstacle: Obstacle(
                    .timeUnusable,
                    ["place": observation.report.dial.reached, "detail": detail]))
        }
        if observation.reply == nil, observation.ignored > 0 {
            return unusable("what came answers no question of this check")
        }
        if let failed = observation.report.failed(expecting: words) { return failed }
        guard let reply = observation.reply else { return Judgement(.nothingObserved) }
        if let flaw = reply.flaw { return unusable(flaw) }
        guard let (offset, error) = observation.offset else {
            return Judgement(.nothingObserved)
        }
        let stratum =
            stratum?.findings(of: .number(reply.stratum), named: "the stratum", until: deadline)
            ?? []
        return Judgement([finding(words, offset, error)] + stratum)
    }

    /// The offset held against what it may be: what the way and the server leave open counts for
    /// neither side.
    private func finding(_ words: String, _ offset: Int64, _ error: Int64) -> Finding {
        let most = Int64(maximum / .milliseconds(1))
        if abs(offset) - error > most {
            let side = offset < 0 ? "ahead" : "behind"
            return Finding(words, actual: "a clock that is further \(side)", .unmet)
        }
        guard abs(offset) + error <= most else {
            return Finding(
                words, actual: "one that may be further off: the answer is not exact enough",
                .unknown)
        }
        return Finding(words, actual: words, .met)
    }
}
