extension Step {
    /// What is different in a later text, but the day that it is due on.
    func changes(to other: Step) -> [PartChange?] {
        let words: [PartChange?] = [
            .of(.title, title, other.title), .of(.text, Self.lines(text), Self.lines(other.text)),
        ]
        let rules: [PartChange?] = [
            .of(.role, role.text, other.role.text),
            .of(.due, due.description, other.due.description),
            .of(.level, level.rawValue, other.level.rawValue),
            .of(.addresses, addresses, other.addresses),
            .of(.needs, needs.map(\.text), other.needs.map(\.text)),
            .of(.waivable, "\(waivable)", "\(other.waivable)"),
            .of(.notBefore, notBefore?.description ?? "", other.notBefore?.description ?? ""),
            .of(.applies, applicability.words, other.applicability.words),
            .of(.requestedBy, requestedBy?.text ?? "", other.requestedBy?.text ?? ""),
            .of(.sites, sites.map(\.text), other.sites.map(\.text)),
            .of(.signOff, signOff?.words ?? [], other.signOff?.words ?? []),
            .of(.freshFor, freshFor.language, other.freshFor.language),
        ]
        let check = PartChange.of(
            .check, checks.map { "\($0.kind) \($0.subject)" },
            other.checks.map { "\($0.kind) \($0.subject)" })
        return words + rules + [check] + silent(other, rules.contains { $0 != nil }, check != nil)
    }

    /// What the digests tell and no value does.
    private func silent(_ other: Step, _ hasRule: Bool, _ hasCheck: Bool) -> [PartChange?] {
        [
            rules.checks != other.rules.checks && !hasCheck
                ? PartChange(.checkOptions, [], []) : nil,
            rules.others != other.rules.others && !hasRule ? PartChange(.spelling, [], []) : nil,
        ]
    }

    private static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
}

extension SignOffRule {
    /// One line for each thing that it asks for.
    fileprivate var words: [String] {
        roles.map { "by \($0)" } + ["count \(count)"]
            + ["evidence \(evidenceRequired ? "required" : "optional")"]
            + notBy.map { "not-by \($0)" } + (validFor.map { ["valid-for \($0.language)"] } ?? [])
    }
}

extension Applicability {
    var words: [String] {
        switch self {
        case .applies: return ["yes"]
        case .doesNotApply(let mismatches):
            return mismatches.map {
                "no: \($0.parameter) is \($0.value), not \($0.wanted.joined(separator: " or "))"
            }
        }
    }
}

extension Phase {
    func changes(to other: Phase) -> [PartChange?] {
        [
            .of(.title, title, other.title), .of(.audience, audience, other.audience),
            .of(.starts, starts.description, other.starts.description),
            .of(.ends, ends?.description ?? "", other.ends?.description ?? ""),
            .of(.status, status.rawValue, other.status.rawValue),
            .of(.started, started?.description ?? "", other.started?.description ?? ""),
            .of(.ended, ended?.description ?? "", other.ended?.description ?? ""),
            .of(.source, source, other.source),
            .of(.applies, applicability.words, other.applicability.words),
        ]
    }
}

extension Parameter {
    func changes(to other: Parameter) -> [PartChange?] {
        [
            .of(.value, value, other.value), .of(.scope, reach.rawValue, other.reach.rawValue),
            .of(.source, originWords, other.originWords), .of(.text, text, other.text),
        ]
    }

    private var originWords: String {
        switch origin {
        case .given(let fallback): "default \(fallback)"
        case .derived(let name): "from \(name)"
        }
    }
}
