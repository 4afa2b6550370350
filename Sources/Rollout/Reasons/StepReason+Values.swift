package import CanonicalJSON

extension StepReason {
    package var values: [String: JSONValue] {
        switch self {
        case .notApplicable(let mismatches, let phase):
            return ["conditions": .list(mismatches), "phase": .name(phase)]
        case .waived(let by, let until, let entry, let otherwise):
            return [
                "by": .name(by), "until": .moment(until), "entry": .number(entry),
                "otherwise": .string(otherwise.code),
            ]
        case .rejected(let by, let role, let note, let entry):
            return [
                "by": .name(by), "role": .name(role), "note": .string(note),
                "entry": .number(entry),
            ]
        case .signOffStale(let reason, let choice, let by, let role, let entry):
            return [
                "why": .string(reason.code), "choice": .string(choice.rawValue), "by": .name(by),
                "role": .name(role), "entry": .number(entry),
            ]
        case .signOffsMissing(
            let role, let have, let wanted, let candidates, let elsewhere, let barred):
            return [
                "role": .name(role), "have": .number(have), "wanted": .number(wanted),
                "candidates": .names(candidates), "elsewhere": Self.json(elsewhere),
                "barred": .array(barred.map(\.json)),
            ]
        case .requestMissing(let role, let candidates):
            return ["role": .name(role), "candidates": .names(candidates)]
        case .needs(let step, let status, let more):
            return [
                "step": .name(step), "status": .string(status.rawValue), "more": .number(more),
            ]
        case .needsMissingStep(let step): return ["step": .name(step)]
        case .restsOnWaivers(let entries), .restsOnEditorials(let entries):
            return ["entries": .array(entries.map { .integer(Int64($0)) })]
        case .asksNobody, .asksNothing, .ready: return [:]
        case .checkUnmet, .checkUndetermined, .checkTooOld, .checkEnded, .checkTooEarly,
            .checkOlderWording, .checkMissing:
            return checkValues
        case .siteSilent, .parityDiffers, .parityUnknown: return siteValues
        }
    }

    private var checkValues: [String: JSONValue] {
        switch self {
        case .checkUnmet(let check, let finding, let more, let entry):
            return [
                "check": check.json, "finding": Self.json(finding), "more": .number(more),
                "entry": .number(entry),
            ]
        case .checkUndetermined(let check, let obstacle, let finding, let entry):
            return [
                "check": check.json, "obstacle": obstacle.map(\.json) ?? .null,
                "finding": Self.json(finding), "entry": .number(entry),
            ]
        case .checkTooOld(let check, let observedAt, let freshFor, let entry):
            return [
                "check": check.json, "observedAt": .moment(observedAt),
                "freshFor": .string(freshFor.language), "entry": .number(entry),
            ]
        case .checkEnded(let check, let observedAt, let end, let entry):
            return [
                "check": check.json, "observedAt": .moment(observedAt), "end": .moment(end),
                "entry": .number(entry),
            ]
        case .checkTooEarly(let check, let observedAt, let counts, let entry):
            return [
                "check": check.json, "observedAt": .moment(observedAt), "counts": .moment(counts),
                "entry": .number(entry),
            ]
        case .checkOlderWording(let check, let observedAt, let entry):
            return [
                "check": check.json, "observedAt": .moment(observedAt), "entry": .number(entry),
            ]
        case .checkMissing(let check, let elsewhere):
            return ["check": check.json, "elsewhere": Self.json(elsewhere)]
        default: return [:]
        }
    }

    /// The values of what is about the sites of a check.
    private var siteValues: [String: JSONValue] {
        switch self {
        case .siteSilent(let check, let sites, let elsewhere):
            return [
                "check": check.json, "sites": .array(sites.map(\.json)),
                "elsewhere": Self.json(elsewhere),
            ]
        case .parityDiffers(let check, let parity, let more):
            return ["check": check.json, "parity": parity.json, "more": .number(more)]
        case .parityUnknown(let check, let parity):
            return ["check": check.json, "parity": parity.json]
        default: return [:]
        }
    }

    private static func json(_ finding: Finding?) -> JSONValue {
        guard let finding else { return .null }
        return ["expected": .string(finding.expected), "actual": .string(finding.actual)]
    }

    private static func json(_ foreign: (some Reason)?) -> JSONValue {
        guard let foreign else { return .null }
        return .object(foreign.values.merging(["code": .string(foreign.code)]) { own, _ in own })
    }
}
