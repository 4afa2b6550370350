import CanonicalJSON
import Checks
import Fuzzing
import Rollout

/// What is asked for each type, and the opposite.
let checks: [DNSCheck] = DNSRecordType.allCases.flatMap { type in
    [true, false].map { resolves in
        var expected = DNSCheck.Expected()
        expected.resolves = resolves
        return DNSCheck(DNSInquiry(name: "a.test", type: type, server: nil), expected: expected)
    }
}

// Answers of name servers: facts are clean, and nothing is both there and gone.
fuzz { bytes in
    guard let message = DNSMessage(Array(bytes)) else { return }
    let observation = DNSObservation(attempts: [
        .init(server: DNSServer(address: "192.0.2.53"), result: .success(message))
    ])
    var outcomes: [CheckOutcome.Outcome] = []
    for check in checks {
        requireClean(.object(check.facts(of: observation)))
        let judgement = check.judge(
            observation, at: Instant(milliseconds: 0), until: Deadline(.seconds(5)))
        for finding in judgement.findings { requireClean(finding.actual, atMost: 1 << 20) }
        outcomes.append(
            CheckOutcome.Outcome(findings: judgement.findings, obstacle: judgement.obstacle))
    }
    for place in stride(from: 0, to: outcomes.count, by: 2) {
        switch (outcomes[place], outcomes[place + 1]) {
        case (.met, .unmet), (.unmet, .met), (.undetermined, .undetermined): break
        default: preconditionFailure("\(checks[place].inquiry.type): \(message)")
        }
        let isError = message.code != .noError && message.code != .noSuchName
        precondition(!isError || outcomes[place] == .undetermined)
    }
}
