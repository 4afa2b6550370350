import Reporting
import Rollout
import Testing

struct ReportNameTests {
    private static func assessment(
        _ id: String = "sample", target: Target? = nil, parameters: [Parameter] = []
    ) throws -> Assessment {
        Assessment(
            checklist: Make.checklist(id, target: target, parameters: parameters),
            asOf: try Make.instant("2025-10-09T12:00:00Z"), phases: [], steps: [])
    }

    private static func tenant(_ value: String, reach: Parameter.Reach = .rollout) -> Parameter {
        Parameter(name: "tenant", value: value, origin: .given(fallback: "none"), reach: reach)
    }

    @Test("a name says the checklist, the target and the instant")
    func plain() throws {
        #expect(ReportName.stem(of: try Self.assessment()) == "sample-20251009T120000Z")
        let target = Target(id: "contoso", title: "Contoso")
        #expect(
            ReportName.stem(of: try Self.assessment(target: target))
                == "sample.contoso-20251009T120000Z")
    }

    @Test(
        "rollouts that differ in a value have names that differ, also in one of the wording alone")
    func values() throws {
        let plain = ReportName.stem(of: try Self.assessment(parameters: [Self.tenant("none")]))
        let north = ReportName.stem(of: try Self.assessment(parameters: [Self.tenant("north")]))
        let south = ReportName.stem(of: try Self.assessment(parameters: [Self.tenant("south")]))
        let worded = ReportName.stem(
            of: try Self.assessment(parameters: [Self.tenant("north", reach: .wording)]))
        #expect(plain == "sample-20251009T120000Z")
        #expect(worded != plain)
        #expect(Set([plain, north, south]).count == 3)
        #expect(north.hasPrefix("sample+"))
    }

    @Test("what the target sets is not said again")
    func targetValues() throws {
        let target = Target(id: "contoso", title: "Contoso", settings: ["tenant": "north"])
        let own = try Self.assessment(target: target, parameters: [Self.tenant("north")])
        let other = try Self.assessment(target: target, parameters: [Self.tenant("south")])
        #expect(ReportName.stem(of: own) == "sample.contoso-20251009T120000Z")
        #expect(ReportName.stem(of: other) != ReportName.stem(of: own))
    }

    @Test(
        "no name from outside leaves the folder or takes the name of another",
        arguments: HostileReport.texts + ["../../etc/passwd", "a/b", ".", "..", "a\\b"])
    func hostile(_ text: String) throws {
        let target = Target(id: TargetID(text), title: text)
        let name = ReportName.stem(of: try Self.assessment(text, target: target))
        #expect(
            name.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                    || "-_.~+@".utf8.contains($0)
            })
        #expect(!name.hasPrefix("."))
        #expect(name.utf8.count < 200)
        if name.contains("~") {
            let cleaned = String(name.prefix { $0 != "~" })
            #expect(ReportName.stem(of: try Self.assessment(cleaned, target: target)) != name)
        }
    }

    @Test("reports that would have one name get names that differ")
    func collisions() throws {
        let one = Make.input(try Self.assessment())
        let stems = ReportName.stems(of: [one, one, Make.input(try Self.assessment("other"))])
        #expect(Set(stems).count == 3)
        #expect(stems[2] == "other-20251009T120000Z")
    }
}
