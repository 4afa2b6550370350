import Rollout

/// What somebody says on a page: the same acts that the command line has.
struct BrowserAct: Sendable {
    private let what: What

    private enum What: Sendable {
        case sign(SignStep)
        case waive(WaiveStep)
        case poll(PollPhase)
        case decide(DecidePhase)
    }

    init(
        _ message: BrowserMessage, evidence: ([BrowserMessage]) throws -> [EvidenceFile]
    ) throws {
        let role = try message.optional("role")
        switch try message.text("act") {
        case "sign":
            what = .sign(
                SignStep(
                    try message.text("step"), try message.word("choice"),
                    note: try message.words("note"),
                    brought: try evidence(message.objects("evidence")), role: role))
        case "waive":
            guard let until = CalendarPoint(try message.text("until")) else {
                throw StatementRefusal(.form, "“until” is no day that exists.")
            }
            what = .waive(
                WaiveStep(
                    try message.text("step"), until: until, reason: try message.words("note"),
                    role: role))
        case "poll":
            what = .poll(
                PollPhase(
                    try message.text("phase"), try message.word("choice"),
                    on: try message.word("question"), for: role,
                    comment: try message.words("note")))
        case "decide":
            what = .decide(
                DecidePhase(
                    try message.text("phase"), try message.word("choice"),
                    on: try message.word("question"), reason: try message.words("note")))
        default: throw StatementRefusal(.form, "“act” is sign, waive, poll or decide.")
        }
    }

    func callAsFunction(_ act: Act) async throws -> Entry {
        switch what {
        case .sign(let sign): return try await sign(act)
        case .waive(let waive): return try await waive(act).entry
        case .poll(let poll): return try await poll(act)
        case .decide(let decide): return try await decide(act).entry
        }
    }
}
