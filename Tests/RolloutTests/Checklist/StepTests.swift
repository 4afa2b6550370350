import Rollout
import Testing

struct StepTests {
    /// A step in which one thing is another one.
    private static func step(
        id: StepID = "a", title: String = "A", role: RoleID = "ops",
        due: Due = Due(phase: "start"), level: Step.Level = .blocking, text: String = "",
        addresses: [String] = [], needs: [StepID] = [], waivable: Bool = true,
        notBefore: Due? = nil, applicability: Applicability = .applies,
        checks: [CheckDefinition] = [], sites: [SiteID] = [], signOff: SignOffRule? = nil,
        requestedBy: RoleID? = nil, freshFor: Duration = .seconds(60), rules: String = ""
    ) -> Step {
        Step(
            id: id, title: title, role: role, due: due, level: level, text: text,
            addresses: addresses, needs: needs, waivable: waivable, notBefore: notBefore,
            applicability: applicability, checks: checks, sites: sites, signOff: signOff,
            requestedBy: requestedBy, freshFor: freshFor,
            rules: StepRules(
                checks: ContentDigest(of: "checks".utf8), others: ContentDigest(of: rules.utf8)))
    }

    @Test("A step that was made twice is one step")
    func equal() {
        #expect(Self.step() == Self.step())
        #expect(Set([Self.step(), Self.step()]).count == 1)
    }

    @Test(
        "Two steps are two where any one thing is another one",
        arguments: [
            step(id: "b"), step(title: "B"), step(role: "dev"), step(due: Due(phase: "end")),
            step(level: .advisory), step(text: "text"), step(addresses: ["risk"]),
            step(needs: ["b"]), step(waivable: false), step(notBefore: Due(phase: "start")),
            step(applicability: Make.off),
            step(checks: [CheckDefinition(kind: "tcp", subject: "host:1")]),
            step(sites: ["dmz"]), step(signOff: SignOffRule(roles: ["ops"])),
            step(requestedBy: "ops"), step(freshFor: .seconds(61)), step(rules: "others"),
        ])
    func differs(_ other: Step) { #expect(other != Self.step()) }

    @Test("A letter that is put together in another way is another text")
    func spelling() {
        #expect(Self.step(text: "\u{e9}") != Self.step(text: "e\u{301}"))
    }
}
