import CanonicalJSON
import Rollout
import Testing

/// The steps of the sample: one for each state at least.
struct SampleSteps {
    let zone: Zone
    let asOf: Instant
    let phase: Phase
    let other: Phase

    static let cloud = Mismatch(parameter: "cloud", value: "worldwide", wanted: ["dod"])
    /// The place of the step that is due after the start.
    static let afterStart = 10

    func all() throws -> [StepAssessment] {
        [
            try resolve(), try allowEndpoint(), try spareGateway(), try probe(), try rollback(),
            try briefDesk(), try announce(), try oldFirmware(), try dodNotice(), try switchOver(),
            try review(),
        ]
    }

    private func due(_ days: Int) -> Due { Due(phase: phase.id, amount: days) }

    private func name(_ kind: String, _ subject: String) -> CheckName {
        CheckName(CheckDefinition(kind: kind, subject: subject), position: 0)
    }

    private func resolve() throws -> StepAssessment {
        let check = CheckDefinition(kind: "dns", subject: "outlook-cba.office365.com")
        let report = try Make.report(
            "dns", observedAt: "2025-09-29T05:30:00.125Z",
            findings: [
                Finding("at least 1 address", actual: "2 addresses", met: true),
                Finding("answers that last 1 minute", actual: "20 seconds", .warned),
            ],
            facts: .inline(
                JSONText(["addresses": ["192.0.2.10", "192.0.2.11"], "lifetime-s": 20])))
        return try Make.assessment(
            Make.step(
                "resolve", "The new name resolves from the gateway", role: "network-engineer",
                due: due(-14), addresses: ["firewall"], checks: [check]),
            .ready, .ready, in: phase, zone: zone, asOf: asOf,
            punctuality: .finishedLate(try Make.instant("2025-09-29T05:30:01Z")),
            countsUntil: "2025-09-30T05:30:00.125Z",
            checks: [
                try Make.checked(check, 2, step: "resolve", at: "2025-09-29T05:30:01Z", report)
            ])
    }

    private func allowEndpoint() throws -> StepAssessment {
        let check = CheckDefinition(
            kind: "tls", subject: "outlook-cba.office365.com:443",
            cautions: [.certificateNotVerified])
        let unmet = Finding("protocol TLS 1.3 or newer", actual: "TLS 1.2", met: false)
        let report = try Make.report(
            "tls", observedAt: "2025-09-29T05:31:00Z",
            findings: [unmet, Finding("ALPN h2 | http/1.1", actual: "h2", met: true)],
            facts: .inline(
                JSONText([
                    "protocol": "TLS 1.2", "handshake-ms": 41,
                    "certificates": [["subject": "CN=*.office365.com", "issuer": "CN=Example CA"]],
                ])))
        let text = """
            The gateway must let phones reach the new host.

            1. Add the name to the allow list.
            2. Run the probe:

               ```sh
               openssl s_client -connect "$HOST":443 -tls1_3
               ```

            Ask *before* you change the filter; see [the handbook](https://wiki.example.com/gateway).
            """
        return try Make.assessment(
            Make.step(
                "allow-endpoint", "The gateway may reach the new endpoint",
                role: "network-engineer", due: due(-14), text: text, addresses: ["firewall"],
                needs: ["resolve"], checks: [check]),
            .failing,
            .checkUnmet(
                name("tls", "outlook-cba.office365.com:443"), finding: unmet, more: 0, entry: 3),
            in: phase, zone: zone, asOf: asOf,
            checks: [
                try Make.checked(
                    check, 3, step: "allow-endpoint", at: "2025-09-29T05:31:01Z", report)
            ])
    }

    private func spareGateway() throws -> StepAssessment {
        let missing = StepReason.signOffsMissing(
            role: "network-engineer", have: 0, wanted: 1,
            candidates: ["nora@example.com", "nils@example.com"], elsewhere: nil)
        return try Make.assessment(
            Make.step(
                "spare-gateway", "A spare gateway stands ready", role: "network-engineer",
                due: due(-3), signOff: SignOffRule(roles: ["network-engineer"])),
            .waived,
            .waived(
                by: "cleo@example.com", until: try Make.instant("2025-10-15T22:00:00Z"), entry: 8,
                otherwise: missing), in: phase, zone: zone, asOf: asOf,
            withoutWaiver: StepFinding(.pending, missing), restsOn: [8])
    }

    private func probe() throws -> StepAssessment {
        let check = CheckDefinition(kind: "tcp", subject: "outlook-cba.office365.com:443")
        let obstacle = Obstacle(
            .timedOut, ["place": "outlook-cba.office365.com:443", "limit": "10s"])
        let report = try Make.report(
            "tcp", observedAt: "2025-09-29T05:32:00Z", obstacle: obstacle,
            facts: .stored(FileReference(size: 70_000, digest: Make.digest("facts"))))
        return try Make.assessment(
            Make.step(
                "probe", "The probe reaches the host", role: "network-engineer", due: due(-7),
                level: .advisory, needs: ["allow-endpoint"], checks: [check]),
            .unknown,
            .checkUndetermined(
                name("tcp", "outlook-cba.office365.com:443"), obstacle: obstacle, finding: nil,
                entry: 4), in: phase, zone: zone, asOf: asOf,
            checks: [try Make.checked(check, 4, step: "probe", at: "2025-09-29T05:32:01Z", report)])
    }

    private func rollback() throws -> StepAssessment {
        let check = CheckDefinition(kind: "file", subject: "rollback.md")
        let observed = "2025-09-22T05:00:00Z"
        let report = try Make.report(
            "file", observedAt: observed,
            findings: [Finding("the file exists", actual: "it exists", met: true)],
            facts: .inline(JSONText(["size-bytes": 2048])))
        return try Make.assessment(
            Make.step(
                "rollback", "The way back is written down", role: "change-manager", due: due(-5),
                checks: [check, CheckDefinition(kind: "command", subject: "restore --dry-run")]),
            .stale,
            .checkTooOld(
                name("file", "rollback.md"), observedAt: try Make.instant(observed),
                freshFor: .seconds(86_400), entry: 5), in: phase, zone: zone, asOf: asOf,
            checks: [
                try Make.checked(
                    check, 5, step: "rollback", at: "2025-09-22T05:00:01Z", freshness: .tooOld,
                    report),
                CheckAssessment(
                    definition: CheckDefinition(kind: "command", subject: "restore --dry-run"),
                    freshness: .missing, entry: nil, report: nil,
                    elsewhere: .foreign(.otherTarget("fabrikam"))),
            ])
    }

    private func briefDesk() throws -> StepAssessment {
        let rule = SignOffRule(
            roles: ["service-desk"], count: 2, evidenceRequired: true, notBy: ["announce"],
            validFor: .seconds(30 * 86_400))
        let slides = FileReference(size: 81_234, digest: Make.digest("slides"))
        let approval = SignOff(
            choice: .approve, note: "Both shifts briefed, see #412.",
            evidence: [EvidenceFile(name: "slides.pdf", file: slides)])
        let second = SignOff(
            choice: .reject, note: "The night shift was not there.", evidence: [])
        func signed(_ sequence: Int, _ at: String, _ signOff: SignOff, _ reason: SignOffReason)
            throws -> SignOffAssessment
        {
            SignOffAssessment(
                entry: try Make.entry(
                    sequence, at: at, by: "sam@example.com", step: "brief-desk",
                    role: "service-desk", .signOff(signOff)), signOff: signOff,
                step: "brief-desk", role: "service-desk", reason: reason)
        }
        let takenBack = SignOffReason.takenBack(
            by: "sam@example.com", at: try Make.instant("2025-09-28T16:00:00.250Z"), entry: 12)
        return try Make.assessment(
            Make.step(
                "brief-desk", "The service desk is briefed", role: "service-desk", due: due(-10),
                addresses: ["tickets"], signOff: rule),
            .pending,
            .signOffsMissing(
                role: "service-desk", have: 1, wanted: 2, candidates: ["sue@example.com"],
                elsewhere: nil), in: phase, zone: zone, asOf: asOf,
            signOffs: [
                try signed(6, "2025-09-25T12:00:00Z", approval, .approves),
                try signed(9, "2025-09-27T12:00:00Z", second, takenBack),
            ])
    }

    private func announce() throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                "announce", "People with phones know what changes", role: "service-desk",
                due: due(-4), level: .advisory, needs: ["brief-desk"],
                signOff: SignOffRule(roles: ["service-desk"])),
            .blocked, .needs("brief-desk", status: .pending, more: 0), in: phase, zone: zone,
            asOf: asOf)
    }

    private func oldFirmware() throws -> StepAssessment {
        let mismatch = Mismatch(parameter: "firmware", value: "current", wanted: ["old", "beta"])
        return try Make.assessment(
            Make.step(
                "old-firmware", "Gateways with old firmware are replaced",
                role: "network-engineer", due: due(-2), applicability: .doesNotApply([mismatch]),
                signOff: SignOffRule(roles: ["network-engineer"])),
            .notApplicable, .notApplicable([mismatch], phase: nil), in: phase, zone: zone,
            asOf: asOf)
    }

    private func dodNotice() throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                "dod-notice", "The defence tenant is told", role: "change-manager",
                due: Due(phase: "dod", amount: -48, unit: .hours),
                signOff: SignOffRule(roles: ["change-manager"])),
            .notApplicable, .notApplicable([Self.cloud], phase: "dod"), in: other, zone: zone,
            asOf: asOf)
    }

    private func switchOver() throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                "switch-over", "Traffic can move to the spare gateway", role: "network-engineer",
                due: due(-2), needs: ["spare-gateway"],
                signOff: SignOffRule(roles: ["network-engineer"])),
            .ready, .restsOnWaivers([8]), in: phase, zone: zone, asOf: asOf, restsOn: [8],
            punctuality: .finished(try Make.instant("2025-09-27T08:00:00Z")))
    }

    private func review() throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                "review", "The first week was reviewed", role: "change-manager", due: due(7),
                signOff: SignOffRule(roles: ["change-manager"])),
            .pending,
            .signOffsMissing(
                role: "change-manager", have: 0, wanted: 1, candidates: ["cleo@example.com"],
                elsewhere: .foreign(.otherTarget("fabrikam"))), in: phase, zone: zone, asOf: asOf)
    }
}
