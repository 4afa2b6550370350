import CanonicalJSON
import Checks
import Rollout
import Synchronization
import Testing

@Suite("Trying a check again")
struct RetryTests {
    private static let unmet = Judgement([Finding("it", actual: "not yet", .unmet)])

    /// Carries out a check whose attempts come to these judgements, the last one ever again.
    private static func outcome(
        of judgements: [Judgement], times: Int = 3, delay: Duration = .zero
    ) async -> (outcome: CheckOutcome, looks: Int) {
        let looks = Mutex(0)
        let check = FakeCheck("flaky") { _ in
            let look = looks.withLock { count in
                defer { count += 1 }
                return count
            }
            return judgements[min(look, judgements.count - 1)]
        }
        let outcome = await ConfiguredCheck(.fake, check, retry: Retry(times: times, delay: delay))
            .carryOut(in: .fixture())
        return (outcome, looks.withLock { $0 })
    }

    @Test("it ends with the first attempt that is met, and keeps those before it")
    func second() async {
        let (outcome, looks) = await Self.outcome(
            of: [Self.unmet, Judgement(.nothingObserved), .fakeMet])
        #expect(outcome.outcome == .met && looks == 3)
        #expect(outcome.facts["attempts"] == 3 && outcome.facts["name"] == "flaky")
        let earlier = outcome.facts["earlier-attempts"]?.items ?? []
        #expect(earlier.map { $0["outcome"] } == ["unmet", "undetermined"])
        #expect(earlier.first?["findings"] == [["expected": "it", "actual": "not yet"]])
        #expect(earlier.last?["obstacle"]?["code"] == "nothing-observed")
        #expect(earlier.first?["facts"]?["name"] == "flaky")
    }

    @Test("a check that is met at once has no attempts among its facts")
    func first() async {
        let (outcome, looks) = await Self.outcome(of: [.fakeMet])
        #expect(looks == 1 && outcome.facts == ["name": "flaky"])
    }

    @Test("the outcome is that of the last attempt, never that of an earlier one")
    func last() async {
        let (outcome, looks) = await Self.outcome(of: [Self.unmet], times: 2)
        #expect(outcome.outcome == .unmet && looks == 3)
    }

    @Test("what another attempt cannot change is not tried again")
    func final() async {
        let (outcome, looks) = await Self.outcome(of: [Judgement(.notTrusted)])
        #expect(outcome.outcome == .undetermined && looks == 1)
    }

    @Test("a task that is cancelled while it waits ends at once")
    func cancelled() async {
        let began = ContinuousClock().now
        let task = Task {
            await Self.outcome(of: [Self.unmet], delay: .seconds(600)).outcome.outcome
        }
        task.cancel()
        #expect(await task.value == .unmet)
        #expect(began.duration(to: ContinuousClock().now) < .seconds(60))
    }

    @Test("the time that a run gives a check has room for all attempts, and no more")
    func bounded() {
        let retry = Retry(times: 2, delay: .seconds(1))
        let check = ConfiguredCheck(.fake, FakeCheck("a"), timeout: .seconds(5), retry: retry)
        #expect(check.longest(.seconds(60)) == .seconds(17))
        let plain = ConfiguredCheck(.fake, FakeCheck("a"))
        #expect(plain.longest(.seconds(60)) == .seconds(60))
    }

    @Test(
        "mistakes",
        arguments: [
            ("{times: 0}", "from 1 to 20"), ("{times: 21}", "from 1 to 20"),
            ("{delay: 1s}", "needs the key \"times\""),
            ("{times: 1, delay: 11m}", "longer than 10"),
            ("3", "is a mapping"),
        ])
    func mistakes(_ text: String, _ message: String) throws {
        let (check, mistakes) = try CheckKind.file.reading("{path: a, retry: \(text)}")
        #expect(check == nil)
        #expect(mistakes.first?.contains(message) == true, "\(mistakes)")
    }

    @Test("a rule without a delay waits a second")
    func usual() throws {
        let check = try CheckKind.file.reading("{path: a, retry: {times: 2}}").check
        #expect(check?.retry == Retry(times: 2, delay: .seconds(1)))
    }
}
