/// Finds the status of one step by the decision table, leaving out what other steps say.
struct StepJudge {
    let step: Step
    let checklist: Checklist
    let evidence: Evidence
    /// A waiver of this step that covers the instant; nil where there is none.
    let waiver: WaiverAssessment?

    /// A status with the sentence that says why.
    typealias Finding = (status: StepStatus, reason: String)

    let checks: [CheckAssessment]
    let signOffs: [SignOffAssessment]

    init(step: Step, checklist: Checklist, evidence: Evidence, waiver: WaiverAssessment?) {
        self.step = step
        self.checklist = checklist
        self.evidence = evidence
        self.waiver = waiver
        checks = step.checks.indices.map { Self.check(at: $0, of: step, evidence) }
        signOffs = SignOffJudge(step: step, checklist: checklist, evidence: evidence).assessments
    }

    /// The first row of the table that matches; `ready` here means that the step's own evidence is all there.
    var finding: Finding {
        notApplicable ?? waived ?? failing ?? unknown ?? stale ?? pending
            ?? (.ready, "Everything that the step asks for is there.")
    }

    private var notApplicable: Finding? {
        guard case .doesNotApply(let because) = checklist.applicability(of: step) else {
            return nil
        }
        return (.notApplicable, "It does not apply: \(because).")
    }

    private var waived: Finding? {
        guard let waiver else { return nil }
        return (
            .waived,
            "Waived by \(waiver.record.principal) until \(checklist.zone.text(waiver.waiver.until)): "
                + waiver.waiver.reason
        )
    }

    private var failing: Finding? {
        for check in current where check.result?.outcome == .unmet {
            return (.failing, "Check \(name(check)) is not met: \(check.result?.reason ?? "")")
        }
        for signOff in signOffs where signOff.counts && signOff.signOff.decision == .reject {
            return (
                .failing,
                "Rejected by \(signOff.record.principal) for \(signOff.signOff.role): \(signOff.signOff.note)"
            )
        }
        return nil
    }

    private var unknown: Finding? {
        for check in current where check.result?.outcome == .undetermined {
            return (
                .unknown,
                "Check \(name(check)) could not be carried out: \(check.result?.reason ?? "")"
            )
        }
        return nil
    }

    private var stale: Finding? {
        for check in checks {
            guard let result = check.result, let record = check.record else { continue }
            let when = checklist.zone.text(
                Self.observed(result.observedAt, recordedAt: record.recordedAt))
            if check.standing == .tooOld {
                return (
                    .stale,
                    "Check \(name(check)) was last carried out on \(when), "
                        + "and counted for \(step.freshFor.language) only."
                )
            }
            if check.standing == .olderWording {
                return (
                    .stale,
                    "Check \(name(check)) was last carried out on \(when), for another wording."
                )
            }
        }
        for lacking in lackingRoles {
            let former = signOffs.last { $0.signOff.role == lacking.role && $0.isStale }
            if let former {
                let what =
                    former.signOff.decision == .approve ? "The sign-off of" : "The rejection by"
                return (
                    .stale,
                    "\(what) \(former.record.principal) for \(lacking.role) \(former.why)."
                )
            }
        }
        return nil
    }

    private var pending: Finding? {
        if let check = checks.first(where: { $0.standing == .missing }) {
            return (.pending, "Check \(name(check)) was never carried out.")
        }
        if let lacking = lackingRoles.first, let rule = step.signOff {
            return (
                .pending,
                "\(lacking.have) of \(rule.count) sign-offs for \(lacking.role) "
                    + (lacking.have == 1 ? "is there." : "are there.")
            )
        }
        if let rule = step.signOff, rule.roles.isEmpty {
            return (.pending, "The step asks for the sign-off of nobody, so nothing can show it.")
        }
        guard !step.checks.isEmpty || step.signOff != nil else {
            return (
                .pending,
                "The step asks for neither a check nor a sign-off, so nothing can show it."
            )
        }
        return nil
    }

    /// The checks whose newest outcome is for the current wording, whatever its age.
    private var current: [CheckAssessment] {
        checks.filter { $0.standing == .current || $0.standing == .tooOld }
    }

    /// The roles that too few people signed for, with how many did.
    private var lackingRoles: [(role: String, have: Int)] {
        guard let rule = step.signOff else { return [] }
        return rule.roles.compactMap { role in
            let people = signOffs.filter {
                $0.counts && $0.signOff.decision == .approve && $0.signOff.role == role
            }
            let have = Set(people.map(\.record.principal)).count
            return have < max(1, rule.count) ? (role, have) : nil
        }
    }

    /// When an observation was made, at the latest: a clock that runs ahead makes nothing fresher.
    private static func observed(_ observedAt: Instant, recordedAt: Instant) -> Instant {
        min(observedAt, recordedAt)
    }

    private func name(_ check: CheckAssessment) -> String {
        "\(check.definition.kind) \(check.definition.subject)"
    }

    private static func check(at position: Int, of step: Step, _ evidence: Evidence)
        -> CheckAssessment
    {
        let definition = step.checks[position]
        let all = evidence.checks[step.id, default: []].filter {
            $0.event.position == position && $0.event.kind == definition.kind
        }
        let newest = all.last { $0.event.step.digest == step.digest }
        guard let counting = newest ?? all.last else {
            return CheckAssessment(
                definition: definition, standing: .missing, record: nil, result: nil)
        }
        let age = evidence.asOf.since(
            observed(counting.event.result.observedAt, recordedAt: counting.record.recordedAt))
        let standing: CheckAssessment.Standing =
            newest == nil ? .olderWording : age >= step.freshFor ? .tooOld : .current
        return CheckAssessment(
            definition: definition, standing: standing, record: counting.record,
            result: counting.event.result)
    }
}
