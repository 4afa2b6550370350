package import Rollout

/// What a role has to do about something that is open, and who can do it.
package struct WhomToCall: Hashable, Sendable {
    package let role: RoleID
    /// Members, each after the deputies who stand in for them.
    package let actors: [Actor]
    /// Whether the role can do something about why a step is open.
    let answersReason: Bool
    /// The sign-offs that a step lacks of the role; nil where it lacks none.
    private(set) var lacking: LackingRole?

    init(
        role: RoleID, actors: [Actor], answersReason: Bool = true, lacking: LackingRole? = nil
    ) {
        self.role = role
        self.actors = actors
        self.answersReason = answersReason
        self.lacking = lacking
    }

    /// Everybody who can do it, each once.
    package var people: [Principal] {
        var seen: Set<Principal> = []
        return actors.map(\.principal).filter { seen.insert($0).inserted }
    }
}

extension WhomToCall {
    /// One for each role that can do something about an open step: those that its reason is about,
    /// then those whose sign-offs it lacks besides.
    static func all(
        _ step: StepAssessment, in checklist: Checklist, at instant: Instant
    ) -> [WhomToCall] {
        var calls = answering(step, in: checklist, at: instant)
        for lacking in step.lacking {
            if let place = calls.firstIndex(where: { $0.role == lacking.role }) {
                calls[place].lacking = lacking
            } else {
                calls.append(
                    WhomToCall(
                        role: lacking.role, actors: lacking.candidates,
                        answersReason: lacking.role == step.reason.signOffRole, lacking: lacking))
            }
        }
        return calls
    }

    private static func answering(
        _ step: StepAssessment, in checklist: Checklist, at instant: Instant
    ) -> [WhomToCall] {
        func call(_ role: RoleID) -> WhomToCall {
            WhomToCall(role: role, actors: checklist.actors(for: role, at: instant))
        }
        switch step.reason {
        case .signOffsMissing: return []
        case .requestMissing(let role, _): return [call(role)]
        case .signOffStale(_, _, let by, let role, _):
            let able = step.lacking.first { $0.role == role }?.candidates ?? []
            let all = able.isEmpty ? checklist.actors(for: role, at: instant) : able
            // Whoever signed before knows it best.
            let first = all.filter { $0.represented == by || $0.principal == by }
            return [WhomToCall(role: role, actors: first + all.filter { !first.contains($0) })]
        case let reason:
            let sites = reason.silentSites.map { checklist.site($0)?.role ?? step.step.role }
            var roles: [RoleID] = []
            for role in sites where !roles.contains(role) { roles.append(role) }
            return (roles.isEmpty ? [step.step.role] : roles).map(call)
        }
    }
}

extension StepReason {
    /// The role whose missing sign-off it is about; nil where it is about something else.
    var signOffRole: RoleID? {
        switch self {
        case .signOffsMissing(let role, _, _, _, _, _), .signOffStale(_, _, _, let role, _):
            return role
        default: return nil
        }
    }

    /// The sites that have to look, or to look again.
    fileprivate var silentSites: [SiteID] {
        switch self {
        case .siteSilent(_, let sites, _): return sites.map(\.site)
        case .checkMissing(let check, _): return check.site.map { [$0] } ?? []
        case .checkTooOld(let check, _, _, _), .checkEnded(let check, _, _, _),
            .checkTooEarly(let check, _, _, _):
            return check.site.map { [$0] } ?? []
        case .checkOlderWording(let check, _, _): return check.site.map { [$0] } ?? []
        default: return []
        }
    }
}
