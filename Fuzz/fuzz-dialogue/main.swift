import CanonicalJSON
import ChecklistDecoding
import Checks
import Fuzzing
import Rollout

/// Dialogues as a checklist has them.
let dialogues: [TCPCheck] = [
    """
    {expect: {starts-with: "220 "}, capture: {name: "^220 ([a-z.]+)"}},
    {send: "EHLO x"}, {through: {starts-with: "250 "}, capture: {last: "^250-(.*)$"}},
    {send: [a, {captured: name}, {captured: last}]}, {expect: {matches: "^[0-9]{3} ok"}}
    """,
    "{bytes: 4, capture: {a: '(..)$'}}, {send: {captured: a}}, {bytes: 2, expect: {equals: ok}}",
    "{through: {length: 0}, expect: {matches: 'a+b'}}, {bytes: 3}, {expect: {encoding: utf-16, contains: a}}",
    "{capture: {a: '(a*)*b', b: '(?:x|(y))+'}}, {expect: {lacks: z, length: {maximum: 9}}}",
].map { turns in
    let text = "tcp: {host: h, port: 1, dialogue: [\(turns)]}"
    guard
        let check = SingleCheck.read(Array(text.utf8), name: "fuzz").check?.check.check as? TCPCheck
    else { preconditionFailure(turns) }
    return check
}

/// A connection that stands.
let report = ConnectionReport(
    dial: DialReport(
        host: "h", port: 1,
        attempts: [.init(address: "127.0.0.1", result: .connected, milliseconds: 1)]),
    limit: .seconds(1))

// Answers of all kinds: what is met was heard to its end, and what is kept is bounded and clean.
fuzz { bytes in
    guard let first = bytes.first else { return }
    let check = dialogues[Int(first) % dialogues.count]
    guard let dialogue = check.dialogue else { return }
    let peer = HostilePeer(saying: bytes.dropFirst())
    let speaker = DialogueSpeaker(dialogue)
    var report = report
    do throws(ExchangeFailure) {
        try speaker.goOn(over: peer.connection)
    } catch {
        precondition(error != .timedOut)
        report.failure = .exchange(error)
    }
    let record = speaker.record
    let observation = TCPCheck.Observation(report, record)
    let judgement = check.judge(
        observation, at: Instant(milliseconds: 0), until: Deadline(.seconds(5)))
    let outcome = CheckOutcome.Outcome(
        findings: judgement.findings, obstacle: judgement.obstacle)
    if outcome == .met {
        precondition(record.events.count == dialogue.turns.count)
        precondition(!record.isBroken && report.failure == nil)
    }
    precondition(record.captured.values.allSatisfy { $0.count <= Dialogue.captureLimit })
    requireClean(.object(check.facts(of: observation)))
    for finding in judgement.findings { requireClean(finding.actual, atMost: 5000) }
}
