package import Rollout

extension ActiveSyncCheck {
    package func judge(
        _ observation: HTTPObservation, at instant: Instant, until _: Deadline
    ) -> Judgement {
        guard let hop = observation.hops.last else { return Judgement(.nothingObserved) }
        let common = HTTPFindings(plan: plan, observation: observation)
        let reach = ActiveSyncReach(plan, observation)
        let ground = common.ground(hop)
        let obstacle = ground?.obstacle ?? hop.report.obstacle
        var findings = common.warnings + (ground?.findings ?? [])
        findings.append(
            state(reach, isKnown: obstacle == nil && !isWishedByName(reach, hop)))
        if let host = expected.host?.lowercased() {
            findings.append(
                Finding(
                    "an answer of \(host) in the end",
                    actual: hop.response == nil
                        ? "no answer of \(hop.address.host)"
                        : "an answer of \(hop.address.host)",
                    hop.response == nil && obstacle != nil
                        ? .unknown : hop.response != nil && hop.address.host == host ? .met : .unmet
                ))
        }
        findings += offer(expected.versions, "the protocol version", Self.versionsField, hop)
        findings += offer(expected.commands, "the command", Self.commandsField, hop)
        return Judgement(findings, obstacle: obstacle)
    }

    /// That there is no such name may be a block, or a name that was misspelled.
    private func isWishedByName(_ reach: ActiveSyncReach, _ hop: HTTPObservation.Hop) -> Bool {
        guard expected.states.contains(reach.state), case .dial(let failure)? = hop.report.failure
        else { return false }
        return failure == .noSuchName || failure == .noAddress
    }

    private func state(_ reach: ActiveSyncReach, isKnown: Bool) -> Finding {
        let wanted = expected.states.map(\.words).joined(separator: "; or ")
        let isMet = expected.states.contains(reach.state)
        return Finding(
            wanted, actual: isMet ? reach.state.words : reach.words,
            !isKnown ? .unknown : isMet ? .met : .unmet)
    }

    private func offer(
        _ wanted: [String], _ name: String, _ field: String, _ hop: HTTPObservation.Hop
    ) -> [Finding] {
        guard !wanted.isEmpty else { return [] }
        let offered = hop.wholeResponse.map { Self.list($0, field) } ?? []
        return wanted.map { one in
            let words = "\(name) \(one)"
            let isMet = offered.contains(one)
            let actual = offered.isEmpty ? "no header \(field)" : offered.joined(separator: ", ")
            return Finding(
                words, actual: isMet ? words : actual,
                isMet ? .met : hop.report.obstacle == nil ? .unmet : .unknown)
        }
    }
}
