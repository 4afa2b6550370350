/// Something that happened to a rollout, as the ledger keeps it.
package struct Record: Hashable, Sendable {
    /// The place in the ledger, from 1, without gaps.
    package let sequence: Int
    /// When the ledger took the record; never earlier than the record before it.
    package let recordedAt: Instant
    /// The id of the checklist that the record is about.
    package let checklist: String
    /// The person or account that the record was made by, as given and not authenticated.
    package let principal: String
    package let event: Event
    /// The digest of the record's canonical bytes.
    package let digest: ContentDigest

    package init(
        sequence: Int, recordedAt: Instant, checklist: String, principal: String, event: Event,
        digest: ContentDigest
    ) {
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.checklist = checklist
        self.principal = principal
        self.event = event
        self.digest = digest
    }
}

/// A record before the ledger gave it a place and a time.
package struct RecordDraft: Hashable, Sendable {
    package let checklist: String
    package let principal: String
    package let event: Event

    package init(checklist: String, principal: String, event: Event) {
        self.checklist = checklist
        self.principal = principal
        self.event = event
    }
}

/// What a record says happened.
package enum Event: Hashable, Sendable {
    case checklistText(ChecklistText)
    case check(CheckEvent)
    case signOff(SignOff)
    case waiver(Waiver)
    case revocation(Revocation)
    case decision(Decision)
}

/// The text of a checklist, kept once for each digest.
package struct ChecklistText: Hashable, Sendable {
    package let digest: ContentDigest
    package let text: String

    package init(digest: ContentDigest, text: String) {
        self.digest = digest
        self.text = text
    }
}

/// The step that a record is about, in the wording that it had then.
package struct StepReference: Hashable, Sendable {
    package let id: String
    /// The digest of the step after substitution.
    package let digest: ContentDigest
    /// The digest of the checklist text that the step stood in.
    package let checklist: ContentDigest

    package init(id: String, digest: ContentDigest, checklist: ContentDigest) {
        self.id = id
        self.digest = digest
        self.checklist = checklist
    }
}

/// One check of a step was carried out.
package struct CheckEvent: Hashable, Sendable {
    package let step: StepReference
    /// The place of the check in its step, from 0.
    package let position: Int
    package let kind: String
    package let result: CheckResult
    /// The name and version of the program that looked, such as `readiness 1.0.0`.
    package let tool: String
    /// The name of the machine that it looked from.
    package let host: String

    package init(
        step: StepReference, position: Int, kind: String, result: CheckResult, tool: String,
        host: String
    ) {
        self.step = step
        self.position = position
        self.kind = kind
        self.result = result
        self.tool = tool
        self.host = host
    }
}

/// A person approved or rejected a step on behalf of a role.
package struct SignOff: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case approve, reject
    }

    package let step: StepReference
    package let role: String
    package let decision: Verdict
    package let note: String
    package let evidence: [EvidenceFile]

    package init(
        step: StepReference, role: String, decision: Verdict, note: String, evidence: [EvidenceFile]
    ) {
        self.step = step
        self.role = role
        self.decision = decision
        self.note = note
        self.evidence = evidence
    }
}

/// A file that was shown as evidence; its content stays where it is, its digest is kept.
package struct EvidenceFile: Hashable, Sendable {
    package let name: String
    /// In bytes.
    package let size: Int
    package let digest: ContentDigest

    package init(name: String, size: Int, digest: ContentDigest) {
        self.name = name
        self.size = size
        self.digest = digest
    }
}

/// A person allowed a step to be left undone for a while.
package struct Waiver: Hashable, Sendable {
    package let step: StepReference
    package let role: String
    /// The first moment at which the waiver no longer covers.
    package let until: Instant
    package let reason: String

    package init(step: StepReference, role: String, until: Instant, reason: String) {
        self.step = step
        self.role = role
        self.until = until
        self.reason = reason
    }
}

/// A person took back an earlier sign-off or waiver.
package struct Revocation: Hashable, Sendable {
    /// The place in the ledger of the record that is taken back.
    package let sequence: Int
    package let digest: ContentDigest
    package let reason: String

    package init(sequence: Int, digest: ContentDigest, reason: String) {
        self.sequence = sequence
        self.digest = digest
        self.reason = reason
    }
}

/// The owner decided go or no-go for a phase.
package struct Decision: Hashable, Sendable {
    package enum Choice: String, Hashable, Sendable, CaseIterable {
        case go
        case noGo = "no-go"
    }

    package let phase: String
    package let role: String
    package let choice: Choice
    package let reason: String
    /// The verdict that was computed when the decision was made.
    package let computed: Verdict
    /// The digest of the checklist text that was decided on.
    package let checklist: ContentDigest

    package init(
        phase: String, role: String, choice: Choice, reason: String, computed: Verdict,
        checklist: ContentDigest
    ) {
        self.phase = phase
        self.role = role
        self.choice = choice
        self.reason = reason
        self.computed = computed
        self.checklist = checklist
    }
}
