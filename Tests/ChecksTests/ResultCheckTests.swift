import CanonicalJSON
import Checks
import Rollout
import Testing

@Suite("The result check")
struct ResultCheckTests {
    /// The moment that checks are carried out at in tests is 2025-10-09T08:53:20Z.
    private static let maester = """
        {"TenantId": "AAAA-1", "ExecutedAt": "2025-10-09T08:00:00Z", "Tests": [
          {"Id": "MT.1", "Name": "one", "Result": "Passed"},
          {"Id": "MT.2", "Name": "two", "Result": "Failed"},
          {"Id": "MT.3", "Name": "three", "Result": "Skipped"},
          {"Id": "MT.4", "Name": "four", "Result": "NotRun"},
          {"Id": "MT.5", "Name": "five", "Result": "Passed"},
          {"Id": "MT.5", "Name": "five again", "Result": "Skipped"}]}
        """
    private static let junit = """
        <?xml version="1.0"?>
        <testsuites><!-- <testcase name="not"/> -->
          <testsuite name="s" timestamp="2025-10-09T08:00:00Z">
            <testcase classname="a.B" name="one"/>
            <testcase name="two &lt;&#x41;&gt;"><failure message="x">no</failure></testcase>
            <testcase name="three"><skipped/></testcase>
            <testcase name='four'><error/></testcase>
            <testcase name="five"><system-out><![CDATA[<failure/>]]></system-out></testcase>
          </testsuite>
        </testsuites>
        """
    private static let sarif = """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t", "rules": [{"id": "R0"}]}},
          "invocations": [{"executionSuccessful": true, "endTimeUtc": "2025-10-09T08:00:00Z"}], "results": [
          {"ruleId": "R1", "kind": "pass"}, {"ruleId": "R2"}, {"ruleId": "R3", "kind": "notApplicable"},
          {"ruleId": "R4", "kind": "pass"}, {"ruleId": "R4", "kind": "fail"}]}]}
        """
    private static let hdf = """
        {"profiles": [{"controls": [
          {"id": "C1", "results": [{"status": "passed", "start_time": "2025-10-09T08:00:00Z"}]},
          {"id": "C2", "results": [{"status": "passed", "start_time": "2025-10-09T08:00:01Z"},
            {"status": "failed", "start_time": "2025-10-09T08:00:02Z"}]},
          {"id": "C3", "results": []},
          {"id": "C4", "results": [{"status": "skipped", "start_time": "2025-10-09T08:00:03Z"}]},
          {"id": "C5", "results": [{"status": "passed", "start_time": "2025-10-09T08:00:04Z"},
            {"status": "skipped", "start_time": "2025-10-09T08:00:05Z"}]}]}]}
        """
    private static let scubagear = """
        {"MetaData": {"TenantId": "AAAA-1", "TimestampZulu": "2025-10-09T08:00:00Z"}, "Results": {"AAD": [
          {"Controls": [{"Control ID": "MS.AAD.1.1v1", "Result": "Pass"},
            {"Control ID": "MS.AAD.2.1v1", "Result": "Fail"},
            {"Control ID": "MS.AAD.3.1v1", "Result": "Warning"},
            {"Control ID": "MS.AAD.4.1v1", "Result": "N/A"}]}]}}
        """

    private static func outcome(
        _ text: String, _ format: String, _ options: String,
        _ permission: CheckEnvironment.CommandPermission = .refused
    ) async throws -> CheckOutcome {
        try await Folder.temporary { folder in
            try folder.write("r", text.utf8)
            return try await CheckKind.result.outcome(
                "file: r, format: \(format), \(options)", folder: folder.path, permission)
        }
    }

    @Test(
        "each format: what a test came to",
        arguments: [
            (maester, "maester", "MT.1", CheckOutcome.Outcome.met),
            (maester, "maester", "one", .met),
            (maester, "maester", "MT.2", .unmet), (maester, "maester", "MT.3", .undetermined),
            (maester, "maester", "MT.4", .undetermined),
            (maester, "maester", "MT.5", .undetermined),
            (maester, "maester", "MT.6", .undetermined),
            (maester, "maester", "mt.1", .undetermined),
            (junit, "junit", "one", .met), (junit, "junit", "a.B.one", .met),
            (junit, "junit", "'two <A>'", .unmet), (junit, "junit", "three", .undetermined),
            (junit, "junit", "four", .unmet), (junit, "junit", "five", .met),
            (junit, "junit", "not", .undetermined), (sarif, "sarif", "R0", .undetermined),
            (sarif, "sarif", "R1", .met), (sarif, "sarif", "R2", .unmet),
            (sarif, "sarif", "R3", .undetermined), (sarif, "sarif", "R4", .unmet),
            (hdf, "hdf", "C1", .met), (hdf, "hdf", "C2", .unmet), (hdf, "hdf", "C3", .undetermined),
            (hdf, "hdf", "C4", .undetermined), (hdf, "hdf", "C5", .undetermined),
            (scubagear, "scubagear", "MS.AAD.1.1v1", .met),
            (scubagear, "scubagear", "MS.AAD.2.1v1", .unmet),
            (scubagear, "scubagear", "MS.AAD.3.1v1", .undetermined),
            (scubagear, "scubagear", "MS.AAD.4.1v1", .undetermined),
        ])
    func statuses(
        _ text: String, _ format: String, _ test: String, _ wanted: CheckOutcome.Outcome
    ) async throws {
        let outcome = try await Self.outcome(text, format, "tests: [\(test)], age: 1h")
        #expect(outcome.outcome == wanted, "\(outcome.summary)")
        #expect(outcome.facts["sha256"]?.text?.utf8.count == 64)
        #expect(outcome.facts["made-at"] == "2025-10-09T08:00:00Z")
    }

    @Test(
        "what was left out, has no name or has another time is no yes",
        arguments: [
            (
                "junit", "x", "tests: [x]",
                #"<testsuite><testcase name="x" status="notrun" result="suppressed"/></testsuite>"#
            ),
            (
                "junit", "x", "tests: [x]",
                #"<testsuite><testcase name="x"><rerunFailure/></testcase></testsuite>"#
            ),
            (
                "junit", "x", "tests: [x], age: 1h",
                #"<testsuites><testsuite name="old"><testcase name="x"/></testsuite><testsuite name="new" timestamp="2025-10-09T08:00:00Z"><testcase name="y"/></testsuite></testsuites>"#
            ),
            (
                "sarif", "R1", "tests: [R1]",
                #"{"version": "2.1.0", "runs": [{"results": [{"ruleId": "R1", "kind": "pass"}, {"message": {"text": "m"}}]}]}"#
            ),
            (
                "sarif", "R1", "tests: [R1]",
                #"{"version": "2.1.0", "runs": [{"results": [{"ruleId": "R1", "kind": "pass", "baselineState": "absent"}]}]}"#
            ),
            (
                "sarif", "R1", "tests: [R1]",
                #"{"version": "2.1.0", "runs": [{"invocations": [{"executionSuccessful": true, "exitSignalNumber": 11}], "results": [{"ruleId": "R1", "kind": "pass"}]}]}"#
            ),
            (
                "sarif", "R1", "tests: [R1]",
                #"{"version": "2.1.0", "runs": [{"invocations": {"executionSuccessful": false}, "results": [{"ruleId": "R1", "kind": "pass"}]}]}"#
            ),
            (
                "sarif", "R1", "tests: [R1]",
                #"{"version": "2.1.0", "runs": [{"invocations": [{"executionSuccessful": true, "toolExecutionNotifications": {"level": "error"}}], "results": [{"ruleId": "R1", "kind": "pass"}]}]}"#
            ),
            (
                "junit", "x", "tests: [x], age: 1h",
                #"<testsuites timestamp="2025-10-09T08:00:00Z"><testsuite timestamp="2025-10-01T08:00:00Z"><testsuite><testcase name="x"/></testsuite></testsuite></testsuites>"#
            ),
            (
                "junit", "x", "tests: [x]",
                #"<testsuite><testcase name="y"/><system-out><testcase name="x"/></system-out></testsuite>"#
            ),
            (
                "hdf", "x", "tests: [x]",
                #"{"profiles": [{"controls": [{"id": "x", "impact": "none", "results": [{"status": "passed"}]}]}]}"#
            ),
            (
                "hdf", "x", "tests: [x]",
                #"{"profiles": [{"controls": [{"id": "x", "results": [{"status": "passed", "skip_message": "not here"}]}]}]}"#
            ),
            (
                "maester", "x", "tests: [x]",
                #"{"Tests": [{"Id": "x", "Result": "Passed", "ResultDetail": [{"TestSkipped": "yes"}]}]}"#
            ),
            (
                "sarif", "R1", "tests: [R1]",
                #"{"version": "2.1.0", "runs": [{"results": [{"ruleId": "R1", "kind": "pass"}]}, {"invocations": [{"executionSuccessful": false}], "results": []}]}"#
            ),
            (
                "sarif", "R1", "tests: [R1], age: 1h",
                #"{"version": "2.1.0", "runs": [{"invocations": [{"executionSuccessful": true, "endTimeUtc": "2025-10-09T08:00:00Z"}], "results": []}, {"results": [{"ruleId": "R1", "kind": "pass"}]}]}"#
            ),
        ])
    func leftOut(_ format: String, _ test: String, _ options: String, _ text: String) async throws {
        let outcome = try await Self.outcome(text, format, options)
        #expect(outcome.outcome == .undetermined, "\(outcome.summary)")
    }

    @Test("a failure of SARIF that its rule's place names is found")
    func ruleIndex() async throws {
        let text =
            #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t", "rules": [{"id": "R0"}, {"id": "R1"}]}}, "results": [{"ruleId": "R1", "kind": "pass"}, {"ruleIndex": 1}]}]}"#
        let outcome = try await Self.outcome(text, "sarif", "tests: [R1]")
        #expect(outcome.outcome == .unmet, "\(outcome.summary)")
    }

    @Test("one no outweighs what is open, and what is open outweighs a yes")
    func several() async throws {
        let open = try await Self.outcome(Self.maester, "maester", "tests: [MT.1, MT.3]")
        #expect(open.outcome == .undetermined && open.unknown == ["MT.3 neither passed nor failed"])
        let no = try await Self.outcome(Self.maester, "maester", "tests: [MT.1, MT.3, MT.2]")
        #expect(no.outcome == .unmet)
    }

    @Test(
        "results of another time or tenant are no results",
        arguments: [
            ("age: 10m", CheckOutcome.Outcome.undetermined), ("age: 1h", .met),
            ("tenant: aaaa-1", .met), ("tenant: BBBB-1", .undetermined),
        ])
    func others(_ option: String, _ wanted: CheckOutcome.Outcome) async throws {
        for (text, format, test) in [
            (Self.maester, "maester", "MT.1"), (Self.scubagear, "scubagear", "MS.AAD.1.1v1"),
        ] {
            let outcome = try await Self.outcome(text, format, "tests: \(test), \(option)")
            #expect(outcome.outcome == wanted, "\(outcome.summary)")
        }
    }

    @Test("a time from the future, one that cannot be read, and none are no time")
    func times() async throws {
        for time in ["2025-10-09T09:00:00Z", "2025-10-09T08:00:00", "yesterday", ""] {
            let text = Self.maester.replacing("2025-10-09T08:00:00Z", with: time)
            let outcome = try await Self.outcome(text, "maester", "tests: MT.1, age: 365d")
            #expect(outcome.outcome == .undetermined, "\(time): \(outcome.summary)")
            #expect(try await Self.outcome(text, "maester", "tests: MT.1").outcome == .met)
        }
    }

    @Test(
        "parts of a second that are finer than ours are cut off",
        arguments: ["2025-10-09T08:00:00.1234567Z", "2025-10-09T10:00:00.123456+02:00"])
    func fineTimes(_ time: String) async throws {
        let text = Self.maester.replacing("2025-10-09T08:00:00Z", with: time)
        let outcome = try await Self.outcome(text, "maester", "tests: MT.1, age: 1h")
        #expect(outcome.outcome == .met, "\(outcome.summary)")
        #expect(outcome.facts["made-at"] == "2025-10-09T08:00:00.123Z")
    }

    @Test("what is not of the format is not read, whatever it seems to say")
    func strangers() async throws {
        let cases = [
            ("junit", "<testsuite><testcase name=\"a\"/>"),
            ("junit", "<testsuite><testcase name=\"a\"/></testsuite><testsuite/>"),
            (
                "junit",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"/etc/passwd\">]><testsuite><testcase name=\"a\"/></testsuite>"
            ),
            ("junit", "<testsuite><testcase name=\"a\" name=\"a\"/></testsuite>"),
            ("junit", "<testsuite><testcase name=\"&a;\"/><testcase name=\"a\"/></testsuite>"),
            ("junit", "<other><testcase name=\"a\"/></other>"), ("junit", ""), ("junit", "{}"),
            ("junit", String(repeating: "<testsuite>", count: 100_000)),
            (
                "maester",
                "{\"Tests\": [{\"Id\": \"a\", \"Result\": \"Failed\", \"Result\": \"Passed\"}]}"
            ),
            ("maester", "[]"), ("maester", "{\"Tests\": 1}"), ("hdf", "{}"),
            ("sarif", "{\"runs\": []}"),
            ("scubagear", "{\"Results\": []}"),
        ]
        for (format, text) in cases {
            let outcome = try await Self.outcome(text, format, "tests: a")
            #expect(
                outcome.outcome == .undetermined, "\(format) \(text.prefix(80)): \(outcome.summary)"
            )
            #expect(outcome.code == .resultsUnread)
        }
    }

    @Test("a file that is not there is undetermined, and one elsewhere needs trust")
    func files() async throws {
        try await Folder.temporary { folder in
            let options = "file: absent, format: hdf, tests: a"
            let absent = try await CheckKind.result.outcome(options, folder: folder.path)
            #expect(absent.code == .resultsUnread && absent.outcome == .undetermined)
            let outside = try await CheckKind.result.outcome(
                "file: /etc/passwd, format: hdf, tests: a", folder: folder.path)
            #expect(outside.code == .notTrusted)
        }
    }

    @Test("mistakes")
    func mistakes() throws {
        let tenant = try CheckKind.result.reading("{file: a, format: junit, tests: a, tenant: t}")
        #expect(tenant.mistakes == ["results of junit name no tenant"])
        let format = try CheckKind.result.reading("{file: a, format: trx, tests: a}").mistakes
        #expect(format.first?.contains("is not one of junit") == true)
    }
}
