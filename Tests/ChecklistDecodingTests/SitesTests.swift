import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// The sites of a checklist and of its steps, and what is compared across them.
struct SitesTests {
    private static let sites = "sites: {eu-dmz: {title: Frankfurt}, us-dmz: {title: Ashburn}}"
    private static let check = "check: {tcp: {host: a, port: 1}}"

    /// A checklist with one step, which has these keys.
    private static func text(_ keys: String, sites: String = sites, extra: String = "") -> String {
        Sample.step(keys, extra: extra.isEmpty ? sites : "\(sites)\n\(extra)")
    }

    private static func steps(_ text: String) throws -> [Step] {
        try Reading.loaded(text).checklist.steps
    }

    @Test("A step names its sites in its order, and all are those of the checklist")
    func named() throws {
        func sites(_ keys: String) throws -> [SiteID]? {
            try Self.steps(Self.text(keys)).first?.sites
        }
        #expect(try sites("sites: [us-dmz, eu-dmz], \(Self.check)") == ["us-dmz", "eu-dmz"])
        #expect(try sites("sites: all, \(Self.check)") == ["eu-dmz", "us-dmz"])
        #expect(try sites(Self.check) == [])
        let looped = try Self.steps(
            Self.text(
                "for-each: {place: [eu, us]}, sites: [\"${place}-dmz\"], \(Self.check)"))
        #expect(looped.map(\.sites) == [["eu-dmz"], ["us-dmz"]])
    }

    @Test("A site has a title, whom to call, and whose outcomes count from it")
    func keys() throws {
        let sites =
            "sites: {eu-dmz: {title: Frankfurt, role: ops, runners: [a@example.com]}, us-dmz: {title: Ashburn}}"
        let found = try Reading.loaded(Self.text("sites: all, \(Self.check)", sites: sites))
            .checklist.sites
        #expect(
            found == [
                Site(id: "eu-dmz", title: "Frankfurt", role: "ops", runners: ["a@example.com"]),
                Site(id: "us-dmz", title: "Ashburn"),
            ])
    }

    @Test("What is compared stands in the check, with the site that the others are held against")
    func parity() throws {
        func parity(_ options: String) throws -> Parity? {
            try Self.steps(
                Self.text("sites: all, check: {tls: {host: a, port: 1, \(options)}}")
            ).first?.checks.first?.parity
        }
        #expect(
            try parity("parity: [version, certificates/issuer]")
                == Parity(facts: ["version", "certificates/issuer"]))
        #expect(
            try parity("parity: [version], same-as: us-dmz")
                == Parity(facts: ["version"], reference: "us-dmz"))
        #expect(try parity("timeout: 1s") == nil)
    }

    /// A text with ‸ before what is wrong, the code, and what helps.
    struct Mistake: CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let fix: String
        let text: String

        init(_ code: String, _ fix: String, keys: String, sites: String = SitesTests.sites) {
            self.init(code, fix, SitesTests.text(keys, sites: sites))
        }

        init(_ code: String, _ fix: String, _ text: String) {
            testDescription = "\(code): \(fix)"
            self.code = code
            self.fix = fix
            self.text = text
        }
    }

    static let mistakes = [
        Mistake("unknown-site", "did you mean \"eu-dmz\"?", keys: "sites: [‸eu-dnz], \(check)"),
        Mistake(
            "unknown-site", "did you mean \"us-dmz\"?", keys: "sites: [eu-dmz, ‸us-dmzz], \(check)"),
        Mistake("unknown-site", "did you mean \"eu-dmz\"?", keys: "sites: [‸EU-DMZ], \(check)"),
        Mistake("unknown-site", "declare it first", keys: "sites: [‸eu-dmz], \(check)", sites: ""),
        Mistake(
            "unknown-site", "declare them first: sites: {eu-dmz: {title: …}}",
            keys: "sites: ‸all, \(check)", sites: ""),
        Mistake("wrong-type", "write [eu-dmz]", keys: "sites: ‸eu-dmz, \(check)"),
        Mistake("wrong-value", "", keys: "sites: ‸[], \(check)"),
        Mistake("duplicate-id", "remove one of them", keys: "sites: [eu-dmz, ‸eu-dmz], \(check)"),
        Mistake(
            "nothing-to-see", "add \"check:\", or remove \"sites:\"",
            keys: "sites: ‸[eu-dmz, us-dmz], sign-off: {}"),
        Mistake(
            "unknown-key", "sites", keys: "‸site: [eu-dmz], \(check)"),
        Mistake(
            "nothing-to-compare", "name two sites or more under \"sites:\" of the step",
            keys: "check: {tcp: {host: a, port: 1, parity: [‸address]}}"),
        Mistake(
            "nothing-to-compare", "name two sites or more under \"sites:\" of the step",
            keys: "sites: [eu-dmz], check: {tcp: {host: a, port: 1, parity: [‸address]}}"),
        Mistake(
            "unknown-site", "did you mean \"us-dmz\"?",
            keys:
                "sites: all, check: {tcp: {host: a, port: 1, parity: [address], same-as: ‸us-dnz}}"
        ),
        Mistake(
            "nothing-to-compare",
            "add \"parity:\" with the facts to compare, or remove \"same-as:\"",
            keys: "sites: all, check: {tcp: {host: a, port: 1, same-as: ‸us-dmz}}"),
        Mistake(
            "unknown-fact", "did you mean \"address\"?",
            keys: "sites: all, check: {tcp: {host: a, port: 1, parity: [‸adress]}}"),
        Mistake(
            "unknown-fact", "did you mean \"address\"?",
            keys: "sites: all, check: {tcp: {host: a, port: 1, parity: [‸address/]}}"),
        Mistake(
            "wrong-value", "compare another fact",
            keys: "sites: all, check: {tcp: {host: a, port: 1, parity: [‸connect-ms]}}"),
        Mistake(
            "duplicate-id", "remove one of them",
            keys: "sites: all, check: {tcp: {host: a, port: 1, parity: ‸[address, address]}}"),
        Mistake(
            "wrong-value", "",
            keys: "sites: all, check: {tcp: {host: a, port: 1, parity: ‸[]}}"),
        Mistake(
            "missing-key", "add \"title:\"", keys: "sites: all, \(check)",
            sites: "sites: {eu-dmz: ‸{}}"),
        Mistake(
            "unknown-role", "did you mean \"ops\"?", keys: "sites: all, \(check)",
            sites: "sites: {eu-dmz: {title: F, role: ‸opss}}"),
        Mistake(
            "wrong-value", "", keys: "sites: all, \(check)", sites: "sites: {‸EU: {title: F}}"),
        Mistake(
            "wrong-value", "give the site another name", keys: "sites: all, \(check)",
            sites: "sites: {‸all: {title: F}}"),
        Mistake(
            "not-a-runner", "did you mean \"eu@example.com\"?", keys: "sites: all, \(check)",
            sites:
                "runners: [eu@example.com]\nsites: {eu-dmz: {title: F, runners: [‸eu@exmple.com]}}"
        ),
        Mistake(
            "unused-site", "name it in the sites of a step, or remove it",
            keys: "sites: [eu-dmz], \(check)",
            sites: "sites: {eu-dmz: {title: F}, ‸us-dmz: {title: A}}"),
    ]

    @Test("Each mistake is found where it is, once, with the way out", arguments: mistakes)
    func mistake(_ mistake: Mistake) throws {
        let lines = mistake.text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("‸") })
        let column = try #require(lines[line].firstIndex(of: "‸"))
        let place =
            "\(line + 1):\(lines[line].distance(from: lines[line].startIndex, to: column) + 1)"
        let text = mistake.text.replacing("‸", with: "")
        #expect(try Reading.codes(text) == ["\(place) \(mistake.code)"])
        let fix = try Reading.outcome(text).diagnostics.first?.fix ?? ""
        #expect(mistake.fix.isEmpty ? true : fix.contains(mistake.fix), "\(fix)")
    }

    @Test("Which sites are asked for is a rule of the step; their order and titles are not")
    func digest() throws {
        func rules(_ keys: String, sites: String = SitesTests.sites) throws -> StepRules? {
            try Self.steps(Self.text("\(keys)\(Self.check)", sites: sites)).first?.rules
        }
        let both = try rules("sites: [eu-dmz, us-dmz], ")
        #expect(try rules("sites: [us-dmz, eu-dmz], ") == both)
        #expect(try rules("sites: all, ") == both)
        #expect(
            try rules(
                "sites: all, ",
                sites: "sites: {us-dmz: {title: A}, eu-dmz: {title: F, role: ops}}") == both)
        let three = "sites: {eu-dmz: {title: F}, us-dmz: {title: A}, apac: {title: O}}"
        #expect(try rules("sites: all, ", sites: three) != both)
        #expect(try rules("sites: [eu-dmz], ") != both)
        let none = try rules("")
        #expect(none != both)
        // A checklist without sites keeps the digests that it has.
        #expect(try rules("", sites: "") == none)
    }

    @Test("The sites of a checklist that a parameter of the wording could change are refused")
    func wording() throws {
        let text = Self.text(
            "sites: [\"${place}\"], \(Self.check)",
            extra: "parameters: {place: {default: eu-dmz, scope: wording}}")
        #expect(try Reading.codes(text).contains { $0.hasSuffix("wording-scope") })
    }
}
