import Checks
import Rollout
import Testing

/// What a `result` check makes of the words and forms that writers of files have of their own.
struct ResultWritersTests {
    private static func outcome(
        _ format: String, _ text: String
    ) async throws -> CheckOutcome {
        try await Folder.temporary { folder in
            try folder.write("r", text.utf8)
            return try await CheckKind.result.outcome(
                "file: r, format: \(format), tests: a", folder: folder.path)
        }
    }

    private static func suite(_ attributes: String, _ cases: String) -> String {
        "<testsuites><testsuite name=\"s\" \(attributes)>\(cases)</testsuite></testsuites>"
    }

    @Test(
        "JUnit: words of a writer's own, in an attribute or the case, that say that all is not well",
        arguments: [
            suite("", #"<testcase name="a" success="false"/>"#),
            suite("", #"<testcase name="a" passed="false"/>"#),
            suite("", #"<testcase name="a" successful="0"/>"#),
            suite("", #"<testcase name="a" unsuccessful="true"/>"#),
            suite("", #"<testcase name="a" outcome="failed"/>"#),
            suite("", #"<testcase name="a" test-result="blocked"/>"#),
            suite("", #"<testcase name="a" hasFailed="yes"/>"#),
            suite("", #"<testcase name="a" aborted="true"/>"#),
            suite("", #"<testcase name="a">Failed: boom</testcase>"#),
            suite("", "<testcase name=\"a\">\n<system-out/><![CDATA[Failed]]></testcase>"),
            suite(#"skip="1""#, #"<testcase name="a"/>"#),
            suite(#"failed="1""#, #"<testcase name="a"/>"#),
            suite(#"passed="0""#, #"<testcase name="a"/>"#),
            suite(#"aborted="true""#, #"<testcase name="a"/>"#),
            suite(#"status="failed""#, #"<testcase name="a"/>"#),
            suite(
                #"success="false""#,
                #"<testcase name="a"/><testcase name="b"><skipped/></testcase>"#),
        ])
    func words(_ text: String) async throws {
        let result = try await Self.outcome("junit", text)
        #expect(result.outcome == .undetermined, "\(result.summary)")
    }

    @Test(
        "JUnit: what common writers say of a suite and a case that are well",
        arguments: [
            // pytest
            #"""
            <testsuites name="pytest tests"><testsuite name="pytest" errors="0" failures="0" \#
            skipped="0" tests="1" time="0.012" timestamp="2025-10-09T08:00:00+00:00" hostname="h">\#
            <testcase classname="test_a" name="a" time="0.001" /></testsuite></testsuites>
            """#,
            // nose, and a pytest of its time
            suite(#"tests="2" errors="0" failures="0" skip="0""#, #"<testcase name="a"/>"#),
            suite(
                #"errors="0" failures="0" skips="1" tests="2""#,
                #"<testcase name="a"/><testcase name="b"><skipped/></testcase>"#),
            // Maven Surefire
            #"""
            <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \#
            xsi:noNamespaceSchemaLocation="https://maven.apache.org/surefire-test-report.xsd" \#
            version="3.0.2" name="a.B" time="0.1" tests="1" errors="0" skipped="0" failures="0" \#
            flakes="0"><properties><property name="failed" value="1"/></properties>
              <testcase name="a" classname="a.B" time="0.1">
                <system-out><![CDATA[FAILED once]]></system-out>
              </testcase>
            </testsuite>
            """#,
            // Jest
            #"""
            <testsuites name="jest tests" tests="1" failures="0" errors="0" time="0.5">
              <testsuite name="s" errors="0" failures="0" skipped="0" tests="1" time="0.5">
                <testcase classname="a" name="a" time="0.001">
                </testcase>
              </testsuite>
            </testsuites>
            """#,
            // NUnit and Pester, made into JUnit
            suite(
                #"tests="1" errors="0" failures="0" disabled="0" skipped="0""#,
                #"<testcase name="a" assertions="0" time="0.1" status="Passed" classname="x"/>"#),
            // GoogleTest
            suite(
                #"tests="1" failures="0" disabled="0" errors="0" skipped="0""#,
                #"<testcase name="a" file="a.cc" line="9" status="run" result="completed"/>"#),
            // what others count and say
            suite(
                #"total="3" passed="2" failed="1" success="false" status="Failed" aborted="0""#,
                #"<testcase name="a" success="true" outcome="Passed" error="" failures="0"/>"#
                    + #"<testcase name="b" success="false"><failure/></testcase>"#),
        ])
    func commonWriters(_ text: String) async throws {
        let result = try await Self.outcome("junit", text)
        #expect(result.outcome == .met, "\(result.summary)")
    }

    @Test(
        "a part of another form may hold any test, so that nothing in the file is read",
        arguments: [
            (
                "scubagear",
                #"{"Results": {"AAD": [{"Controls": [\#(scubaPass)]}], "EXO": {"Controls": [\#(scubaFail)]}}}"#
            ),
            (
                "scubagear",
                #"{"Results": {"AAD": [{"Controls": [\#(scubaPass)]}, {"Controls": \#(scubaFail)}]}}"#
            ),
            ("scubagear", #"{"Results": {"AAD": [{"Controls": [\#(scubaPass), "a"]}]}}"#),
            (
                "hdf",
                #"{"profiles": [{"controls": [{"id": "a", "results": [{"status": "passed"}]}]}, "#
                    + #"{"controls": {"id": "a", "results": [{"status": "failed"}]}}]}"#
            ),
            (
                "sarif",
                #"{"version": "2.1.0", "runs": [{"results": [{"ruleId": "a", "kind": "pass"}]}, "#
                    + #"[{"results": [{"ruleId": "a"}]}]]}"#
            ),
        ])
    func otherForm(_ format: String, _ text: String) async throws {
        let result = try await Self.outcome(format, text)
        #expect(result.outcome == .undetermined, "\(result.summary)")
        #expect(result.obstacle?.values["detail"] == "it has not the form of \(format)")
    }

    private static let scubaPass = #"{"Control ID": "a", "Result": "Pass"}"#
    private static let scubaFail = #"{"Control ID": "a", "Result": "Fail"}"#

    @Test("a part of ScubaGear without anything in it says nothing against the others")
    func emptyParts() async throws {
        let text =
            #"{"Results": {"AAD": [{"Controls": [\#(Self.scubaPass)]}, {"Controls": null}], "EXO": null}}"#
        #expect(try await Self.outcome("scubagear", text).outcome == .met)
    }

    @Test("A test is counted once, however many names it has")
    func counted() throws {
        let text = "<testsuite><testcase classname='c' name='t'/><testcase name='u'/></testsuite>"
        let results = try ToolResults(Array(text.utf8), .junit)
        #expect(results.counts == [.passed: 2] && results.tests.count == 3)
    }
}
