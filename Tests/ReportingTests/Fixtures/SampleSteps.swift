import Rollout
import Testing

/// The steps of the sample: one for each status.
struct SampleSteps {
    let zone: Zone
    let asOf: Instant
    let phase: Phase
    let other: Phase

    func all() throws -> [StepAssessment] {
        [
            try resolve(), try allowEndpoint(), try spareGateway(), try probe(), try rollback(),
            try briefDesk(), try announce(), try oldFirmware(), try dodNotice(),
        ]
    }

    private func due(_ days: Int) -> Due { Due(phase: phase.id, amount: days) }

    private func resolve() throws -> StepAssessment {
        let check = CheckDefinition(kind: "dns", subject: "outlook-cba.office365.com")
        let result = CheckResult(
            outcome: .met, reason: "The name has 2 addresses.",
            warnings: ["The shortest lifetime of an answer is 20 seconds."],
            observedAt: try Make.instant("2025-09-29T05:30:00.125Z"),
            facts: ["addresses": ["192.0.2.10", "192.0.2.11"], "lifetime-s": 20],
            findings: [Finding(expected: "at least 1 address", actual: "2 addresses", met: true)])
        return try Make.assessment(
            Make.step(
                "resolve", "The new name resolves from the gateway", role: "network-engineer",
                due: due(-14), addresses: ["firewall"], checks: [check]),
            .ready, "Its check is met.", in: phase, zone: zone, asOf: asOf,
            checks: [
                try Make.checked(check, 2, step: "resolve", at: "2025-09-29T05:30:01Z", result)
            ])
    }

    private func allowEndpoint() throws -> StepAssessment {
        let check = CheckDefinition(
            kind: "tls", subject: "outlook-cba.office365.com:443",
            caution: "the certificate is not verified, because verify is false")
        let result = CheckResult(
            outcome: .unmet, reason: "TLS 1.2 was negotiated, TLS 1.3 or newer is asked for.",
            observedAt: try Make.instant("2025-09-29T05:31:00Z"),
            facts: [
                "protocol": "TLS 1.2", "handshake-ms": 41,
                "certificates": [["subject": "CN=*.office365.com", "issuer": "CN=Example CA"]],
            ],
            findings: [
                Finding(expected: "protocol TLS 1.3 or newer", actual: "TLS 1.2", met: false),
                Finding(expected: "ALPN h2 | http/1.1", actual: "h2", met: true),
            ])
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
            .failing, "TLS 1.2 was negotiated, TLS 1.3 or newer is asked for.", in: phase,
            zone: zone, asOf: asOf,
            checks: [
                try Make.checked(
                    check, 3, step: "allow-endpoint", at: "2025-09-29T05:31:01Z", result)
            ])
    }

    private func spareGateway() throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                "spare-gateway", "A spare gateway stands ready", role: "network-engineer",
                due: due(-3), signOff: SignOffRule(roles: ["network-engineer"])),
            .waived, "Waived until 2025-10-16 00:00 Europe/Berlin.", in: phase, zone: zone,
            asOf: asOf)
    }

    private func probe() throws -> StepAssessment {
        let check = CheckDefinition(kind: "tcp", subject: "outlook-cba.office365.com:443")
        let result = CheckResult(
            outcome: .undetermined, reason: "No answer within 10 s.",
            observedAt: try Make.instant("2025-09-29T05:32:00Z"))
        return try Make.assessment(
            Make.step(
                "probe", "The probe reaches the host", role: "network-engineer", due: due(-7),
                level: .advisory, needs: ["allow-endpoint"], checks: [check]),
            .unknown, "No answer within 10 s.", in: phase, zone: zone, asOf: asOf,
            checks: [try Make.checked(check, 4, step: "probe", at: "2025-09-29T05:32:01Z", result)])
    }

    private func rollback() throws -> StepAssessment {
        let check = CheckDefinition(kind: "file", subject: "rollback.md")
        let result = CheckResult(
            outcome: .met, reason: "The file is there.",
            observedAt: try Make.instant("2025-09-22T05:00:00Z"), facts: ["size-bytes": 2048],
            findings: [Finding(expected: "the file exists", actual: "it exists", met: true)])
        return try Make.assessment(
            Make.step(
                "rollback", "The way back is written down", role: "change-manager", due: due(-5),
                checks: [check, CheckDefinition(kind: "command", subject: "restore --dry-run")]),
            .stale, "The file was last looked at 7 days ago.", in: phase, zone: zone, asOf: asOf,
            checks: [
                try Make.checked(
                    check, 5, step: "rollback", at: "2025-09-22T05:00:01Z", standing: .tooOld,
                    result),
                CheckAssessment(
                    definition: CheckDefinition(kind: "command", subject: "restore --dry-run"),
                    standing: .missing, record: nil, result: nil),
            ])
    }

    private func briefDesk() throws -> StepAssessment {
        let rule = SignOffRule(
            roles: ["service-desk"], count: 2, evidenceRequired: true, notBy: ["announce"],
            validFor: .seconds(30 * 86_400))
        let approval = SignOff(
            step: Make.reference("brief-desk"), role: "service-desk", decision: .approve,
            note: "Both shifts briefed, see #412.",
            evidence: [
                EvidenceFile(name: "slides.pdf", size: 81_234, digest: Make.digest("slides"))
            ])
        let second = SignOff(
            step: Make.reference("brief-desk"), role: "service-desk", decision: .reject,
            note: "The night shift was not there.", evidence: [])
        return try Make.assessment(
            Make.step(
                "brief-desk", "The service desk is briefed", role: "service-desk", due: due(-10),
                addresses: ["tickets"], signOff: rule),
            .pending, "1 of 2 people of Service Desk signed.", in: phase, zone: zone, asOf: asOf,
            signOffs: [
                SignOffAssessment(
                    record: try Make.record(
                        6, at: "2025-09-25T12:00:00Z", by: "sam@example.com", .signOff(approval)),
                    signOff: approval, counts: true, why: "It is for the current wording."),
                SignOffAssessment(
                    record: try Make.record(
                        9, at: "2025-09-27T12:00:00Z", by: "sam@example.com", .signOff(second)),
                    signOff: second, counts: false, why: "It was revoked by record 12."),
            ])
    }

    private func announce() throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                "announce", "People with phones know what changes", role: "service-desk",
                due: due(-4), level: .advisory, needs: ["brief-desk"],
                signOff: SignOffRule(roles: ["service-desk"])),
            .blocked, "It needs brief-desk, which is pending.", in: phase, zone: zone, asOf: asOf)
    }

    private func oldFirmware() throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                "old-firmware", "Gateways with old firmware are replaced",
                role: "network-engineer", due: due(-2),
                applicability: .doesNotApply(because: "firmware is current, not old"),
                signOff: SignOffRule(roles: ["network-engineer"])),
            .notApplicable, "firmware is current, not old.", in: phase, zone: zone, asOf: asOf)
    }

    private func dodNotice() throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                "dod-notice", "The defence tenant is told", role: "change-manager",
                due: Due(phase: "dod", amount: -48, unit: .hours),
                applicability: .doesNotApply(because: "cloud is worldwide, not dod"),
                signOff: SignOffRule(roles: ["change-manager"])),
            .notApplicable, "cloud is worldwide, not dod.", in: other, zone: zone, asOf: asOf)
    }
}
