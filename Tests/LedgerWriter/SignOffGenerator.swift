import LedgerStorage
import Rollout

/// Makes a ledger in which one step was signed many times.
struct SignOffGenerator {
    let rollout: String
    let place: String
    let step: StepReference
    let checklist: ContentDigest
    let count: Int
    /// How many people sign in turn, each with a key; nil where everyone signs once, without one.
    var people: Int?
    /// When all of it is made and recorded.
    var instant = LedgerGenerator.start

    private static let transaction = 10_000

    /// Writes sign-offs of `person-1@example.com`, `person-2@example.com` and so on.
    func write(to ledger: any Ledger) async throws {
        let keys = try (0..<(people ?? 0)).map { try SampleKey($0 + 1) }
        var drafts: [Draft] = []
        for number in 1...count {
            if keys.isEmpty {
                drafts.append(Draft(signOff(by: number, "Seen.")))
            } else {
                let person = (number - 1) % keys.count
                let statement = signOff(by: person + 1, "Seen, number \(number).")
                let signature = try keys[person].signature(over: statement.canonicalBytes)
                drafts.append(Draft(statement, signature: signature))
            }
            if drafts.count == Self.transaction || number == count {
                _ = try await ledger.append(drafts, at: instant)
                drafts = []
            }
        }
        try await ledger.close()
    }

    /// Hands over each as the body of a request: the statement on a line, its signature below it.
    func requests(_ each: (String) -> Void) throws {
        let keys = try (0..<(people ?? 1)).map { try SampleKey($0 + 1) }
        for number in 1...count {
            let person = (number - 1) % keys.count
            let statement = signOff(by: person + 1, "Seen, number \(number).").canonicalBytes
            let signature = try keys[person].signature(over: statement)
            each(String(decoding: statement, as: UTF8.self) + "\n" + signature)
        }
    }

    static func person(_ number: Int) -> Principal { Principal("person-\(number)@example.com") }

    private func signOff(by number: Int, _ note: String) -> Statement {
        Statement(
            rollout: RolloutReference(id: rollout, place: place), scope: Scope(),
            checklist: checklist, step: step, principal: Self.person(number), role: "crowd",
            madeAt: instant,
            body: .signOff(SignOff(choice: .approve, note: note, evidence: [])))
    }
}
