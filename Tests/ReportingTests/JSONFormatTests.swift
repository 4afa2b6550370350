import CanonicalJSON
import Reporting
import Rollout
import Testing

struct JSONFormatTests {
    private static func value(_ input: ReportInput) throws -> JSONValue {
        try JSONValue(jsonBytes: JSONFormat().stream([input]))
    }

    private static func step(_ id: String) throws -> JSONValue {
        let steps = try #require(try value(SampleReport().input())["steps"]?.items)
        return try #require(steps.first { $0["id"]?.text == id })
    }

    @Test("the report has the members that programs rely on", arguments: ["sample", "hostile"])
    func shape(_ name: String) throws {
        let input =
            name == "sample"
            ? try SampleReport().input() : try HostileReport.input("\"\\\u{0}\n\u{301}")
        let report = try Self.value(input)
        let assessment = input.assessment
        #expect(report["checklist"]?["id"]?.text == assessment.checklist.id)
        #expect(report["checklist"]?["title"]?.text == assessment.checklist.title)
        #expect(report["checklist"]?["digest"]?.text == assessment.checklist.digest.description)
        #expect(report["asOf"]?.text == "2025-09-29T06:00:00Z")
        #expect(report["ledger"]?["size"]?.integer == Int64(input.ledger.size))
        #expect(report["ledger"]?["root"]?.text == input.ledger.root.description)
        #expect(report["rules"] == 1)
        #expect(report["counts"]?["total"]?.integer == Int64(assessment.steps.count))
        for key in ["signOffs", "waivers", "revocations", "decisions"] {
            let acts = try #require(report[key]?.items)
            #expect(!acts.isEmpty, "\(key)")
            for act in acts { Self.expectAct(act) }
        }
    }

    private static func expectAct(_ act: JSONValue) {
        for key in ["principal", "recordedAt", "why", "code", "authentication"] {
            #expect(act[key]?.text != nil, "\(key)")
        }
        #expect(act["values"]?.members != nil)
        #expect(act["authentication"] == "none")
    }

    @Test("every verdict says what it is over, how long it holds and what it will be")
    func verdicts() throws {
        let input = try SampleReport().input()
        let verdicts = try #require(try Self.value(input)["verdicts"]?.items)
        #expect(verdicts.map { $0["phase"]?.text } == ["pilot", "worldwide", "dod"])
        #expect(verdicts.map { $0["verdict"] } == [.null, "NO-GO", .null])
        let own = verdicts[1]
        #expect(own["closing"] == "NO-GO")
        #expect(own["atStart"] == "NO-GO")
        #expect(own["holdsUntil"] == "2025-10-15T22:00:00Z")
        #expect(own["starts"] == "2025-10-09T22:00:00Z")
        #expect(own["afterStart"] == ["review"])
        let reasons = try #require(own["reasons"]?.items)
        #expect(own["closingReasons"]?.items?.count == reasons.count + 1)
        #expect(reasons[0]["code"] == "step-failing")
        #expect(reasons[0]["step"] == "allow-endpoint")
        #expect(reasons[0]["reason"]?["code"] == "check-unmet")
        #expect(reasons[0]["text"]?.text?.hasPrefix("allow-endpoint is failing: ") == true)
        #expect(own["decision"]?["choice"] == "go")
        #expect(own["decision"]?["relation"] == "go-despite")
    }

    @Test("every step says where it stands and why")
    func steps() throws {
        let steps = try #require(try Self.value(SampleReport().input())["steps"]?.items)
        for step in steps {
            for key in ["id", "role", "level", "due", "status"] {
                #expect(step[key]?.text != nil, "\(key)")
            }
            #expect(step["reason"]?["code"]?.text != nil)
            #expect(step["reason"]?["text"]?.text?.hasSuffix(".") == true)
            for check in try #require(step["checks"]?.items) {
                #expect(check["kind"]?.text != nil)
                #expect(check["reason"]?["code"]?.text != nil)
                #expect(check["facts"]?.members != nil)
                #expect(check["findings"]?.items != nil)
                #expect((check["outcome"] == .null) == (check["observedAt"] == .null))
            }
            for signOff in try #require(step["signOffs"]?.items) {
                Self.expectAct(signOff)
                #expect(signOff["counts"]?.boolean != nil)
            }
        }
    }

    @Test("a waived step says what it would be, and what it rests on")
    func waived() throws {
        let step = try Self.step("spare-gateway")
        #expect(step["status"] == "waived")
        #expect(step["restsOn"] == [8])
        #expect(step["withoutWaiver"]?["status"] == "pending")
        #expect(step["withoutWaiver"]?["reason"]?["code"] == "sign-offs-missing")
        #expect(step["reason"]?["entry"] == 8)
        #expect(try Self.step("resolve")["withoutWaiver"] == .null)
        #expect(try Self.step("switch-over")["restsOn"] == [8])
    }

    @Test("what was finished late stays so")
    func finishedLate() throws {
        let step = try Self.step("resolve")
        #expect(step["late"] == false)
        #expect(step["finishedLate"] == true)
        #expect(step["finishedAt"] == "2025-09-29T05:30:01Z")
        #expect(step["countsUntil"] == "2025-09-30T05:30:00.125Z")
        #expect(try Self.step("switch-over")["finishedLate"] == false)
    }

    @Test("a check that was never carried out has no outcome")
    func neverCarriedOut() throws {
        let missing = try #require(try Self.step("rollback")["checks"]?.items?.last)
        #expect(missing["outcome"] == .null)
        #expect(missing["standing"] == "missing")
        #expect(missing["reason"]?["code"] == "missing")
        #expect(
            missing["reason"]?["text"]
                == "It was never carried out for this rollout. It was carried out for target fabrikam, not for Contoso."
        )
        #expect(missing["elsewhere"]?["code"] == "other-target")
    }

    @Test("facts that are kept beside the ledger are named by their digest")
    func storedFacts() throws {
        let check = try #require(try Self.step("probe")["checks"]?.items?.first)
        #expect(check["facts"] == [:])
        #expect(check["factsFile"]?["size"] == 70_000)
        #expect(check["reason"]?["code"] == "timed-out")
        #expect(check["site"] == "head office")
        #expect(try Self.step("resolve")["checks"]?.items?.first?["factsFile"] == nil)
    }

    @Test("several reports are one object, and so is none")
    func several() throws {
        let input = try SampleReport().input()
        let two = try JSONValue(jsonBytes: JSONFormat().stream([input, input]))
        #expect(two["rollouts"]?.items?.count == 2)
        #expect(two["rollouts"]?.items?.first == JSONFormat().value(input))
        #expect(try JSONValue(jsonBytes: JSONFormat().stream([])) == ["rollouts": []])
    }
}
