import Checks
import Rollout
import Testing

/// What a `result` check says where a file says that a test passed, and also why that says nothing.
struct ResultDoubtTests {
    private static func outcome(
        _ format: String, _ text: String, _ test: String
    ) async throws -> CheckOutcome {
        try await Folder.temporary { folder in
            try folder.write("r", text.utf8)
            return try await CheckKind.result.outcome(
                "file: r, format: \(format), tests: \(test)", folder: folder.path)
        }
    }

    private static func suite(_ attributes: String, _ cases: String) -> String {
        "<testsuites><testsuite name=\"s\" \(attributes)>\(cases)</testsuite></testsuites>"
    }

    @Test(
        "JUnit: a case that says that it was not run, or a suite with a failure that is no case's",
        arguments: [
            suite("", #"<testcase name="a" skipped="true"/>"#),
            suite("", #"<testcase name="a" disabled="true"/>"#),
            suite("", #"<testcase name="a" ignored="1"/>"#),
            suite("", #"<testcase name="a" executed="False"/>"#),
            suite("", #"<testcase name="a" enabled="false"/>"#),
            suite("", #"<error>no set-up</error><testcase name="a"/>"#),
            suite(#"failures="1""#, #"<testcase name="a"/>"#),
            suite(
                #"failures="2""#, #"<testcase name="a"/><testcase name="b"><failure/></testcase>"#),
            suite(
                #"failures="2""#,
                #"<testcase name="a"/><testcase name="b"><failure/><failure/></testcase>"#),
            suite(#"failures="1" errors="-1""#, #"<testcase name="a"/>"#),
            suite(#"errors="1""#, #"<testcase name="a"/>"#),
            suite(#"errors="?""#, #"<testcase name="a"/>"#),
            suite(#"skipped="1""#, #"<testcase name="a"/>"#),
            suite(#"disabled="1""#, #"<testcase name="a"/>"#),
            #"<testsuites errors="1"><testsuite><testcase name="a"/></testsuite></testsuites>"#,
        ])
    func junit(_ text: String) async throws {
        let result = try await Self.outcome("junit", text, "a")
        #expect(result.outcome == .undetermined, "\(result.summary)")
    }

    @Test(
        "JUnit: numbers that agree with the cases, in suites within suites, say nothing against it")
    func agreement() async throws {
        let inner = Self.suite(
            #"tests="4" failures="1" errors="1" skipped="1" disabled="0""#,
            #"<testcase name="b"><failure/></testcase><testcase name="c"><skipped/></testcase>"#
                + #"<testcase name="d"><error/></testcase><testcase name="a" skipped="false"/>"#)
        let text = #"<testsuites failures="1" errors="1" skipped="1">\#(inner)</testsuites>"#
        let result = try await Self.outcome("junit", text, "a")
        #expect(result.outcome == .met, "\(result.summary)")
    }

    private static func run(_ more: String, _ results: String = pass) -> String {
        #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"rules": [{"id": "R0"}]}, "extensions": [{"rules": [{"id": "E0"}]}]}, \#(more) "results": [\#(results)]}]}"#
    }
    private static let pass = #"{"ruleId": "R1", "kind": "pass"}"#

    @Test(
        "SARIF: a tool that did not come to its end, or whose results lie elsewhere",
        arguments: [
            run(#""invocations": [{"executionSuccessful": false}],"#),
            run(#""invocations": [{"executionSuccessful": "true"}],"#),
            run(#""invocations": [{"exitCode": 137}],"#),
            run("").replacing(
                #""runs""#,
                with: #""inlineExternalProperties": [{"results": [{"ruleId": "R1"}]}], "runs""#),
            run(#""invocations": [{"executionSuccessful": true, "exitSignalName": "SIGKILL"}],"#),
            run(#""invocations": [{"toolExecutionNotifications": [{"level": "error"}]}],"#),
            run(#""invocations": [{"toolConfigurationNotifications": [{"level": "error"}]}],"#),
            run(#""externalPropertyFileReferences": {"results": [{}]},"#),
            run("", #"{"ruleId": "R1", "kind": "pass", "level": "error"}"#),
            run("", #"{"ruleId": "R1", "kind": "pass", "level": 5}"#),
            run("", #"{"ruleId": "R1", "kind": "pass", "baselineState": ["absent"]}"#),
            run(
                #""invocations": [{"executionSuccessful": true, "toolExecutionNotifications": ["error"]}],"#
            ),
            run("").replacing(
                #""runs""#,
                with: #""inlineExternalProperties": {"results": [{"ruleId": "R1"}]}, "runs""#),
            run("", pass).replacing("2.1.0", with: "2.0.0"),
            #"{"version": "2.1.0", "runs": [{"results": {}}, {"results": [\#(pass)]}]}"#,
            run("", pass + #", "R1""#),
        ])
    func sarif(_ text: String) async throws {
        let result = try await Self.outcome("sarif", text, "R1")
        #expect(result.outcome == .undetermined, "\(result.summary)")
    }

    @Test("SARIF: a warning of the tool and a run without results say nothing against it")
    func harmless() async throws {
        for more in [
            #""invocations": [{"executionSuccessful": true, "toolExecutionNotifications": [{"level": "warning"}]}],"#,
            #""invocations": [],"#,
        ] {
            let result = try await Self.outcome("sarif", Self.run(more), "R1")
            #expect(result.outcome == .met, "\(result.summary)")
        }
        let none =
            #"{"version": "2.1.0", "runs": [{"results": null}, {"results": [\#(Self.pass)]}]}"#
        #expect(try await Self.outcome("sarif", none, "R1").outcome == .met)
    }

    @Test(
        "SARIF: a failure of a part of a rule, of a rule of an extension, and one suppressed are found",
        arguments: [
            ("R1", pass + #", {"ruleId": "R1/part"}"#),
            ("R1", pass + #", {"ruleId": "R1", "suppressions": [{"status": "accepted"}]}"#),
            (
                "E0",
                #"{"ruleId": "E0", "kind": "pass"}, {"rule": {"index": 0, "toolComponent": {"index": 0}}}"#
            ),
        ])
    func rules(_ test: String, _ results: String) async throws {
        let result = try await Self.outcome("sarif", Self.run("", results), test)
        #expect(result.outcome == .unmet, "\(result.summary)")
    }

    private static func control(_ more: String, _ result: String = "", _ profile: String = "")
        -> String
    {
        #"{"profiles": [{\#(profile) "controls": [{"id": "C", \#(more) "results": [{"status": "passed"\#(result)}]}]}]}"#
    }

    @Test(
        "HDF: a control that was waived, does not apply or broke off, and a profile that was not loaded",
        arguments: [
            control(#""waiver_data": {"skipped_due_to_waiver": true},"#),
            control(#""waiver_data": {"skipped_due_to_waiver": "until 2027"},"#),
            control(#""attestation_data": {"status": "failed"},"#),
            control(#""attestation_data": ["failed"],"#), control(#""status": "Failed","#),
            control(#""waiver_data": {"run": false},"#), control(#""impact": 0.0,"#),
            control("", #", "backtrace": ["a.rb:1"]"#), control("", #", "exception": "E""#),
            control("", "", #""status": "failed","#), control("", "", #""status": "skipped","#),
        ])
    func hdf(_ text: String) async throws {
        let result = try await Self.outcome("hdf", text, "C")
        #expect(result.outcome == .undetermined, "\(result.summary)")
    }

    @Test("HDF: a waiver that changed nothing, and members that are empty, say nothing against it")
    func unwaived() async throws {
        for text in [
            Self.control(
                #""impact": 0.5, "waiver_data": {"run": true, "skipped_due_to_waiver": false},"#,
                #", "backtrace": null, "exception": """#, #""status": "loaded","#),
            Self.control(#""waiver_data": {},"#),
            Self.control(
                #""status": "passed", "attestation_data": {"status": "passed", "explanation": "seen"},"#
            ),
            Self.control(#""attestation_data": {}, "status": null,"#),
        ] {
            let result = try await Self.outcome("hdf", text, "C")
            #expect(result.outcome == .met, "\(result.summary)")
        }
    }

    @Test(
        "Maester: a test that passed and says that it was skipped, or is to be looked at",
        arguments: [
            (#"{"TestSkipped": "NotConnectedExchange"}"#, CheckOutcome.Outcome.undetermined),
            (#"{"SkippedReason": "no licence"}"#, .undetermined),
            (#"{"TestInvestigate": true}"#, .undetermined),
            (#"{"TestSkipped": "", "SkippedReason": null, "TestInvestigate": false}"#, .met),
            ("null", .met),
        ])
    func maester(_ detail: String, _ wanted: CheckOutcome.Outcome) async throws {
        let text = #"{"Tests": [{"Id": "M", "Result": "Passed", "ResultDetail": \#(detail)}]}"#
        let result = try await Self.outcome("maester", text, "M")
        #expect(result.outcome == wanted, "\(result.summary)")
    }

    @Test(
        "a test that did not pass and has no name may be any test",
        arguments: [
            ("junit", suite("", #"<testcase name="a"/><testcase><failure/></testcase>"#)),
            ("junit", suite("", #"<testcase name="a"/><testcase name=""><skipped/></testcase>"#)),
            (
                "hdf",
                #"{"profiles": [{"controls": [{"id": "a", "results": [{"status": "passed"}]}, "#
                    + #"{"results": [{"status": "failed"}]}]}]}"#
            ),
            ("maester", #"{"Tests": [{"Id": "a", "Result": "Passed"}, {"Result": "Failed"}]}"#),
            (
                "scubagear",
                #"{"Results": {"AAD": [{"Controls": [{"Control ID": "a", "Result": "Pass"}, "#
                    + #"{"Result": "Fail"}]}]}}"#
            ),
            (
                "sarif",
                #"{"version": "2.1.0", "runs": [{"results": [{"ruleId": "a", "kind": "pass"}, "#
                    + #"{"kind": "fail"}]}]}"#
            ),
        ])
    func unnamed(_ format: String, _ text: String) async throws {
        let result = try await Self.outcome(format, text, "a")
        #expect(result.outcome == .undetermined, "\(result.summary)")
        #expect(
            result.obstacle?.values["detail"]
                == "a test in it that did not pass has no name, and may be any")
    }

    @Test("a test that passed may lack a name, and one name of two is enough")
    func partlyNamed() async throws {
        let junit = Self.suite("", #"<testcase name="a"/><testcase/>"#)
        #expect(try await Self.outcome("junit", junit, "a").outcome == .met)
        let maester =
            #"{"Tests": [{"Id": "a", "Result": "Passed"}, {"Name": "b", "Result": "Failed"}]}"#
        #expect(try await Self.outcome("maester", maester, "a").outcome == .met)
        #expect(try await Self.outcome("maester", maester, "b").outcome == .unmet)
    }

    @Test("a file in UTF-16 is read where its first bytes say so", arguments: [true, false])
    func wide(_ isLittle: Bool) async throws {
        let texts = [
            "maester": #"{"Tests": [{"Id": "ä", "Result": "Passed"}]}"#,
            "junit": #"<?xml version="1.0" encoding="utf-16"?>"#
                + Self.suite("", #"<testcase name="ä"/>"#),
        ]
        for (format, text) in texts {
            let units = [0xFEFF] + Array(text.utf16)
            let bytes = units.flatMap { unit in
                let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
                return isLittle ? pair : pair.reversed()
            }
            try await Folder.temporary { folder in
                func outcome() async throws -> CheckOutcome {
                    try await CheckKind.result.outcome(
                        "file: r, format: \(format), tests: ä", folder: folder.path)
                }
                try folder.write("r", bytes)
                #expect(try await outcome().outcome == .met, "\(format)")
                try folder.write("r", bytes.dropLast())
                #expect(try await outcome().outcome == .undetermined, "\(format)")
            }
        }
    }
}
