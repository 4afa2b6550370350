import CanonicalJSON
import ChecklistDecoding
import Checks
import Operations
import Rollout

/// Outcomes of checks, and approvals of the text.
extension Attempt {
    private static let later = "2025-10-01T12:00:00Z"

    private static func outcome(
        _ matrix: Matrix, _ isMet: Bool = true, by name: String = "robot", key: String? = "robot",
        at time: Instant? = nil
    ) async throws -> Entry {
        let finding = Finding("present", actual: "here", met: isMet)
        let report = CheckReport(
            position: 0, kind: "file", outcome: isMet ? .met : .unmet, obstacle: nil,
            findings: [finding], observedAt: time ?? matrix.place.now,
            facts: .inline(JSONText(.object([:]))), tool: "test", host: "bench")
        return try await matrix.append(
            matrix.statement(.check(report), step: "seen", by: name, role: nil, at: time), key: key)
    }

    static let outcomes: [Attempt] = [
        .recorded("an outcome of a stranger", "notARunner", step: "seen") {
            let loaded = try await $0.place.load()
            let plan = try RunPlan(
                [loaded], filter: RunFilter(), permissions: [.refused], $0.place.context())
            _ = try await RunChecks(
                plan, by: Matrix.person("ann"), run: "run-1",
                signing: .key(path: $0.keys.path("ann")), $0.place.context()
            )(jobs: 1) { _, _ in }
        },
        .slipped("an outcome of a stranger", "not-a-runner", step: "seen") {
            try await outcome($0, by: "ann", key: "ann")
        },
        .slipped("an outcome that nobody signed", "unsigned", step: "seen") {
            try await outcome($0, key: nil)
        },
        .slipped("an outcome with somebody else's key", "signature-not-for-principal", step: "seen")
        {
            try await outcome($0, key: "ann")
        },
        .slipped(
            "an outcome again", "not-the-newest", step: "seen",
            after: {
                _ = try await outcome($0)
                _ = try await outcome($0, false)
            }
        ) { try await outcome($0) },
        .slipped(
            "an outcome that was kept back", "not-the-newest", step: "seen",
            after: {
                try $0.place.set(later)
                _ = try await outcome($0, false)
            }
        ) { try await outcome($0, at: Place.start) },
    ]

    /// Asks for the approval of the text, which bea gives.
    private static let approved: @Sendable (Matrix) async throws -> Void = {
        try $0.edit(
            "signing: required", "signing: required\napproval: {by: [boss], required: true}")
        _ = try await ApprovePlan(note: "n")($0.act(by: "bea"))
    }

    /// A new text, in which cas is an owner too.
    private static let joined: @Sendable (Matrix) async throws -> Void = {
        try await approved($0)
        try $0.edit("members: [bea@example.com,", "members: [cas@example.com, bea@example.com,")
    }

    /// An approval of the text as it is now.
    private static func approval(
        _ matrix: Matrix, by name: String, key: String?, for member: String? = nil,
        role: String = "boss", place: String? = nil, next: [PlanApproval.Approvers]? = nil,
        at time: Instant? = nil
    ) async throws -> Entry {
        let checklist = try await matrix.place.load().checklist
        let own = try await matrix.statement(
            .approval(
                PlanApproval(
                    next: next ?? checklist.nextApprovers,
                    isRequired: checklist.approval?.isRequired ?? false, note: "n")), by: name,
            for: member, role: role, at: time)
        let statement = Statement(
            rollout: RolloutReference(
                id: own.rollout.id, place: place ?? own.rollout.place), scope: own.scope,
            checklist: own.checklist, principal: own.principal, onBehalfOf: own.onBehalfOf,
            role: own.role, madeAt: own.madeAt, body: own.body)
        return try await matrix.append(statement, key: key)
    }

    /// What holds the first phase back for the text.
    private static func held(_ matrix: Matrix) async throws -> Matrix.Outcome {
        let phase = try await matrix.place.judged().assessment.phases.first
        let reason = phase?.current.reasons.first { $0.code == "plan-not-approved" }
        return Matrix.Outcome(
            code: reason?.code ?? "approved", counts: phase?.current.verdict != .noGo)
    }

    static let plans: [Attempt] = [
        Attempt("a text that was edited", "plan-not-approved") {
            try await joined($0)
            return try await held($0)
        },
        Attempt("a text whose rule was removed", "plan-not-approved") {
            try await approved($0)
            try $0.edit("\napproval: {by: [boss], required: true}", "")
            return try await held($0)
        },
        Attempt("a text whose rule asks for nothing any more", "plan-not-approved") {
            try await approved($0)
            try $0.edit("required: true}", "required: false}")
            return try await held($0)
        },
        .recorded("a text approved by its new members alone", "not-an-approver", after: joined) {
            _ = try await ApprovePlan(note: "n")($0.act(by: "cas"))
        },
        .slipped("a text approved by its new members alone", "not-an-approver", after: joined) {
            try await approval($0, by: "cas", key: "cas")
        },
        .recorded(
            "a text approved by its new role", "other-role",
            after: {
                try await approved($0)
                try $0.edit("by: [boss], required", "by: [admin], required")
            }
        ) { _ = try await ApprovePlan(for: "admin", note: "n")($0.act(by: "cas")) },
        .slipped("a text approved for another role", "other-role", after: joined) {
            try await approval($0, by: "ann", key: "ann", role: "admin")
        },
        .recorded(
            "a text after one that asks nobody, by its old role", "other-role", after: askedAgain
        ) { _ = try await ApprovePlan(for: "boss", note: "n")($0.act(by: "bea")) },
        .slipped(
            "a text after one that asks nobody, by its old role", "other-role", after: askedAgain
        ) { try await approval($0, by: "bea", key: "bea") },
        .recorded("a text that asks for no approval", "noApprovalAsked") {
            _ = try await ApprovePlan(note: "n")($0.act(by: "bea"))
        },
        .slipped("an approval that nobody signed", "unsigned", after: joined) {
            try await approval($0, by: "bea", key: nil)
        },
        .slipped("an approval by a deputy", "not-an-approver", after: joined) {
            try await approval($0, by: "cas", key: "cas", for: "bea")
        },
        .slipped("an approval of another place", "other-place", after: joined) {
            try await approval($0, by: "bea", key: "bea", place: "checklists/prod/sample.yaml")
        },
        .slipped("an approval that names others", "other-approvers", after: joined) {
            try await approval(
                $0, by: "bea", key: "bea",
                next: [PlanApproval.Approvers(role: "boss", members: [Matrix.person("eve")])])
        },
        .slipped(
            "an approval of an older text again", "replayed",
            after: {
                try $0.edit(
                    "signing: required", "signing: required\napproval: {by: [boss], required: true}"
                )
                _ = try await approval($0, by: "bea", key: "bea")
                try $0.edit("title: Attempts", "title: Other attempts")
                _ = try await approval($0, by: "bea", key: "bea")
                try $0.edit("title: Other attempts", "title: Attempts")
            }
        ) { try await approval($0, by: "bea", key: "bea") },
        .slipped(
            "an approval of an older text that was kept back", "made-before-newer",
            after: {
                try await approved($0)
                try $0.place.set(later)
                try $0.edit("title: Attempts", "title: Other attempts")
                _ = try await approval($0, by: "bea", key: "bea")
                try $0.edit("title: Other attempts", "title: Old attempts")
            }
        ) { try await approval($0, by: "bet", key: "ann", at: Place.start) },
        .recorded(
            "a text approved by one key for two roles", "same-person", after: shared
        ) { _ = try await ApprovePlan(for: "asker", note: "n")($0.act(by: "ana", key: "ann")) },
        .slipped("a text approved by one key for two roles", "same-person", after: shared) {
            try await approval($0, by: "ana", key: "ann", role: "asker")
        },
    ]

    /// A text that asks another role for its approval, after one that was approved and asks nobody.
    private static let askedAgain: @Sendable (Matrix) async throws -> Void = {
        try await approved($0)
        try $0.edit("\napproval: {by: [boss], required: true}", "")
        _ = try await approval($0, by: "bea", key: "bea")
        try $0.edit(
            "signing: required", "signing: required\napproval: {by: [asker], required: true}")
    }

    /// A text that two roles approve, and one of them has.
    private static let shared: @Sendable (Matrix) async throws -> Void = {
        try $0.edit(
            "signing: required",
            "signing: required\napproval: {by: [admin, asker], required: true}")
        _ = try await ApprovePlan(for: "admin", note: "n")($0.act(by: "ann"))
    }
}
