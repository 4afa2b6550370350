import CanonicalJSON
import Rollout
import Testing

/// A fact that the sites of a step must see alike.
struct SiteParityTests {
    private static let now = SiteSample.now

    /// What each site saw, and where the step then stands.
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let status: StepStatus
        let reason: String
        let standing: ParityAssessment.Standing
        let eu: JSONValue
        let us: JSONValue

        init(
            _ name: String, _ status: StepStatus, _ reason: String,
            _ standing: ParityAssessment.Standing, _ eu: JSONValue, _ us: JSONValue
        ) {
            testDescription = name
            self.status = status
            self.reason = reason
            self.standing = standing
            self.eu = eu
            self.us = us
        }
    }

    static let rows = [
        Row("the same", .ready, "ready", .same, ["version": "1.3"], ["version": "1.3"]),
        Row(
            "the same list in another order", .ready, "ready", .same,
            ["version": ["a", "b"]], ["version": ["b", "a"]]),
        Row(
            "the same parts in another order", .ready, "ready", .same,
            ["version": ["x": 1, "y": 2]], ["version": ["y": 2, "x": 1]]),
        Row(
            "measured times in it differ", .ready, "ready", .same,
            ["version": [["a": 1, "ms": 2]]], ["version": [["a": 1, "ms": 3]]]),
        Row(
            "other facts differ", .ready, "ready", .same,
            ["version": "1.3", "ms": 1], ["version": "1.3", "ms": 2]),
        Row(
            "another value", .failing, "parity-differs", .differs,
            ["version": "1.3"], ["version": "1.2"]),
        Row(
            "another case", .failing, "parity-differs", .differs,
            ["version": "a"], ["version": "A"]),
        Row(
            "letters that look alike", .failing, "parity-differs", .differs,
            ["version": "a"], ["version": "\u{430}"]),
        Row(
            "another composition of a letter", .failing, "parity-differs", .differs,
            ["version": "caf\u{E9}"], ["version": "cafe\u{301}"]),
        Row(
            "a number and its digits", .failing, "parity-differs", .differs,
            ["version": 1], ["version": "1"]),
        Row(
            "one more", .failing, "parity-differs", .differs,
            ["version": ["a"]], ["version": ["a", "a"]]),
        Row(
            "nothing in a list", .failing, "parity-differs", .differs,
            ["version": []], ["version": ["a"]]),
        Row(
            "the fact is missing at one", .unknown, "parity-unknown", .unknown,
            ["version": "1.3"], [:]),
        Row("the fact is missing at both", .unknown, "parity-unknown", .unknown, [:], [:]),
        Row(
            "a secret is hidden in it", .unknown, "parity-unknown", .unknown,
            ["version": ["a ‹secret›"]], ["version": ["a ‹secret›"]]),
        Row(
            "the fact is null at both", .unknown, "parity-unknown", .unknown,
            ["version": .null], ["version": .null]),
    ]

    private static let sample = SiteSample(parity: Parity(facts: ["version"]))

    @Test("Only what each site saw alike is met", arguments: rows)
    func compared(_ row: Row) throws {
        for reference in [nil, "eu-dmz", "us-dmz"] as [SiteID?] {
            let sample = SiteSample(parity: Parity(facts: ["version"], reference: reference))
            var book = try sample.book()
            book.look("eu-dmz", facts: row.eu)
            book.look("us-dmz", facts: row.us)
            let step = try #require(book.assessment(asOf: Self.now).step("step"))
            #expect(step.status == row.status)
            #expect(step.reason.code == row.reason)
            #expect(step.checks[0].parity.map(\.standing) == [row.standing])
            #expect(
                (step.punctuality == .finished(Self.now.plus(hours: -1))) == (row.status == .ready))
        }
    }

    @Test("A site that has not looked, or could not, is never the same")
    func silent() throws {
        for (outcome, status) in [
            (nil, StepStatus.pending), (.undetermined, .unknown), (.unmet, .failing),
        ] as [(CheckOutcome.Outcome?, StepStatus)] {
            var book = try Self.sample.book()
            book.look("eu-dmz", facts: ["version": "1.3"])
            if let outcome { book.look("us-dmz", outcome, facts: ["version": "1.3"]) }
            let step = try #require(book.assessment(asOf: Self.now).step("step"))
            #expect(step.status == status)
            #expect(step.checks[0].parity[0].standing == (outcome == .unmet ? .same : .unknown))
        }
    }

    @Test("A difference stays however old it is, until a site looks again and sees the same")
    func old() throws {
        var book = try Self.sample.book()
        book.look("eu-dmz", hours: 50, facts: ["version": "1.3"])
        book.look("us-dmz", hours: 49, facts: ["version": "1.2"])
        #expect(book.assessment(asOf: Self.now).step("step")?.reason.code == "parity-differs")
        book.look("us-dmz", hours: 2, facts: ["version": "1.3"])
        #expect(book.assessment(asOf: Self.now).step("step")?.reason.code == "check-too-old")
        book.look("eu-dmz", facts: ["version": "1.3"])
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .ready)
    }

    @Test(
        "A member of a fact is compared, and one that is not everywhere is not known",
        arguments: [
            ([["by": "A", "no": 1], ["by": "B"]], [["by": "B"], ["by": "A", "no": 2]], "ready"),
            ([["by": "A"]], [["by": "B"]], "parity-differs"),
            ([["by": "A"], ["no": 1]], [["by": "A"], ["no": 1]], "parity-unknown"),
            (["by": "A", "no": 1], ["by": "A"], "ready"), ("A", "A", "parity-unknown"),
            ([], [], "parity-unknown"),
        ] as [(JSONValue, JSONValue, String)])
    func member(eu: JSONValue, us: JSONValue, reason: String) throws {
        var book = try SiteSample(parity: Parity(facts: ["chain/by"])).book()
        book.look("eu-dmz", facts: ["chain": eu])
        book.look("us-dmz", facts: ["chain": us])
        #expect(book.assessment(asOf: Self.now).step("step")?.reason.code == reason)
    }

    @Test("Facts that are kept beside the ledger cannot be compared")
    func stored() throws {
        var book = try Self.sample.book()
        for site in ["eu-dmz", "us-dmz"] {
            book.look(site, facts: ["version": "1.3"])
            let last = try #require(book.entries.last)
            guard case .check(let report) = last.statement.body else { return }
            let kept = CheckReport(
                position: 0, kind: "tcp", outcome: .met, obstacle: nil, findings: report.findings,
                observedAt: report.observedAt,
                facts: .stored(FileReference(size: 1, digest: Make.otherWording)),
                tool: report.tool, host: report.host)
            book.add(
                .check(kept), step: last.statement.step, by: "robot", from: site,
                at: last.recordedAt)
        }
        #expect(book.assessment(asOf: Self.now).step("step")?.reason.code == "parity-unknown")
    }

    @Test("One site alone has nothing to be the same as")
    func alone() throws {
        var book = try SiteSample(asked: ["eu-dmz"], parity: Parity(facts: ["version"])).book()
        book.look("eu-dmz", facts: ["version": "1.3"])
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .unknown)
    }

    @Test("A waiver covers the difference that was known, and no other one")
    func waiver() throws {
        func status(_ later: (inout EntryBook) -> Void) throws -> StepStatus? {
            var book = try Self.sample.book()
            book.look("eu-dmz", hours: 9, facts: ["version": "1.3"])
            book.look("us-dmz", hours: 8, facts: ["version": "1.2"])
            book.waive("step", at: Self.now.plus(hours: -7), until: Self.now.plus(hours: 48))
            later(&book)
            let before = book.assessment(asOf: Self.now).step("step")?.status
            // Waiting changes nothing about it.
            #expect(book.assessment(asOf: Self.now.plus(hours: 40)).step("step")?.status == before)
            return before
        }
        #expect(try status { _ in } == .waived)
        #expect(try status { $0.look("us-dmz", facts: ["version": "1.2"]) } == .waived)
        #expect(try status { $0.look("us-dmz", facts: ["version": "1.1"]) } == .failing)
        #expect(try status { $0.look("eu-dmz", facts: ["version": "1.4"]) } == .failing)
        #expect(
            try status {
                $0.look("us-dmz", hours: 3, facts: ["version": "1.3"])
                $0.look("us-dmz", hours: 2, facts: ["version": "1.2"])
            } == .failing)
        #expect(
            try status {
                $0.look("us-dmz", hours: 3, facts: ["version": "1.1"])
                $0.look("us-dmz", .undetermined, hours: 2)
            } == .unknown)
    }

    @Test("A waiver that was given before anybody looked does not cover a difference")
    func earlyWaiver() throws {
        var book = try Self.sample.book()
        book.waive("step", at: Self.now.plus(hours: -9), until: Self.now.plus(hours: 9))
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .waived)
        book.look("eu-dmz", hours: 3, facts: ["version": "1.3"])
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .waived)
        book.look("us-dmz", hours: 2, facts: ["version": "1.2"])
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .failing)
    }

    @Test("The reference comes first, and who saw nothing is left out")
    func groups() {
        func sight(_ site: SiteID, _ value: JSONValue?) -> ParityAssessment.Sight {
            .init(site: site, fact: ComparedFact(value), entry: 1)
        }
        let sights = [sight("a", "1"), sight("b", "2"), sight("c", "2"), sight("d", nil)]
        let plain = ParityAssessment(name: "version", sights: sights)
        #expect(plain.groups.map(\.sites) == [["b", "c"], ["a"]])
        let held = ParityAssessment(name: "version", reference: "a", sights: sights)
        #expect(held.groups.map(\.sites) == [["a"], ["b", "c"]])
        #expect(held.standing == .differs)
    }
}
