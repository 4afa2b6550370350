import Checks
import Rollout
import Testing

@Suite("Judging by findings")
struct JudgementTests {
    private static let standings: [Finding.Standing] = [.met, .warned, .unmet, .unknown]

    /// Every pair of standings, with and without something in the way.
    @Test("the outcome of every combination", arguments: standings, standings)
    func matrix(_ first: Finding.Standing, _ second: Finding.Standing) {
        let findings = [first, second].map { Finding("e", actual: "a", $0) }
        let isKnown = !findings.contains { $0.standing == .unknown }
        let isUnmet = findings.contains { $0.standing == .unmet }
        let free = Judgement(findings).result
        #expect(free.outcome == (isUnmet ? .unmet : isKnown ? .met : .undetermined))
        #expect(free.obstacle == nil)
        let obstructed = Judgement(findings, obstacle: Obstacle(.stopped)).result
        #expect(obstructed.outcome == (isUnmet ? .unmet : .undetermined))
        #expect(obstructed.code == .stopped)
    }

    @Test("where nothing is expected nothing was found out")
    func nothing() {
        #expect(Judgement([]).result.outcome == .undetermined)
        #expect(Judgement([]).result.code == .nothingExpected)
        #expect(Judgement(.timedOut, ["limit": "1s"]).result.code == .timedOut)
    }
}
