package import CanonicalJSON

/// Why the outcome of a check does not count.
package enum CheckObjection: Reason {
    /// It was carried out for another rollout.
    case foreign(ForeignReason)
    /// The checklist names whose outcomes count, and this is none of them.
    case notARunner(Principal)
    /// The checklist names whose outcomes count as seen from the site, and this is none of them.
    case notARunnerOfSite(Principal, SiteID)
    /// The step asks for other sites; nil where it was carried out at none that has a name.
    case siteNotAsked(SiteID?, asked: [SiteID])
    case unauthenticated(AuthenticationReason)
    /// It was observed before an outcome that is not met and that the ledger took earlier.
    case madeBefore(entry: Int)
    /// The file with what was seen can no longer be shown as it was.
    case notKept

    package var code: String {
        switch self {
        case .foreign(let reason): return reason.code
        case .notARunner: return "not-a-runner"
        case .notARunnerOfSite: return "not-a-runner-of-the-site"
        case .siteNotAsked: return "site-not-asked"
        case .unauthenticated(let reason): return reason.code
        case .madeBefore: return "made-before-a-no"
        case .notKept: return "evidence-not-kept"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .foreign(let reason): return reason.values
        case .notARunner(let principal): return ["principal": .name(principal)]
        case .notARunnerOfSite(let principal, let site):
            return ["principal": .name(principal), "site": .name(site)]
        case .siteNotAsked(let site, let asked):
            return ["site": .name(site), "asked": .names(asked)]
        case .unauthenticated(let reason): return reason.values
        case .madeBefore(let entry): return ["entry": .number(entry)]
        case .notKept: return [:]
        }
    }
}
