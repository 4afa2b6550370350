import Rollout

/// What is on record for a step, on one line.
enum EvidenceLine {
    static func words(_ place: Int, _ context: ReportContext) -> Inline {
        let step = context.assessment.steps[place]
        var parts = step.checks.compactMap { check($0, context) }
        parts += step.signOffs.filter(\.counts).map { signOff($0, context) }
        // Why it is open stands on the first screen, or here.
        let isTold = context.named.contains { $0.step == place }
        switch step.reason {
        case .ready: break
        case _ where isTold: break
        default: parts.insert("\(StepWording.brief(step, context.words))", at: 0)
        }
        return .joined(parts, separator: "; ")
    }

    private static func check(_ check: CheckAssessment, _ context: ReportContext) -> Inline? {
        guard let report = check.report, let entry = check.entry else { return nil }
        if !check.sites.isEmpty { return sites(check, context) }
        let site: Inline = entry.statement.site.map { " from \(code: $0)" } ?? ""
        let reservation: Inline =
            StandingWording.reservation(check.freshness).map { ", \($0)" } ?? ""
        let seen: Inline =
            report.outcome == .met
            ? ", \(.joined(CheckWording.seen(report).map { "\($0)" }, separator: ", "))" : ""
        return
            "\(code: check.definition.kind) \(report.outcome.rawValue) \(context.clock(report.observedAt))\(site)\(reservation)\(seen)"
    }

    /// Each site with what it saw, and what they do not see alike.
    private static func sites(_ check: CheckAssessment, _ context: ReportContext) -> Inline {
        var parts = check.sites.map { site -> Inline in
            let seen: Inline =
                site.isSilent ? "" : site.seenAt.map { " \(context.clock($0))" } ?? ""
            return "\(SiteWording.standing(site))\(seen) from \(code: site.site.text)"
        }
        parts += check.differences.map { "\(strong: "not the same \(code: $0.name)")" }
        return "\(code: check.definition.kind) \(.joined(parts))"
    }

    private static func signOff(_ signOff: SignOffAssessment, _ context: ReportContext) -> Inline {
        let said = SignOffWording.verb(signOff.signOff.choice)
        let note: Inline = signOff.signOff.note.isEmpty ? "" : " “\(signOff.signOff.note)”"
        let files = signOff.signOff.evidence.count
        let evidence: Inline = files == 0 ? "" : ", \(Prose.count(files, "file"))"
        return
            "\(code: signOff.principal.text) \(said) \(context.clock(signOff.entry.recordedAt))\(evidence)\(note)"
    }
}
