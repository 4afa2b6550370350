import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Signing a family of steps in one act")
struct SignFamilyTests {
    private static let text = Sample.text.replacing(
        "    check: [{file: {path: \"${name}.txt\"}}]",
        with: "    sign-off: {evidence: required}\n    when: {name: [a, b]}"
    ).replacing("{name: [a, b]}\n    sign", with: "{name: [a, b, c]}\n    sign")

    private static func sign(
        _ place: Place, _ family: StepID = "each", by principal: String = "ann@example.com",
        evidence: [String] = ["evidence.txt"]
    ) async throws -> SignFamily.Recorded {
        try await SignFamily(
            family,
            as: SignStep(
                "each/*", .approve, note: "All seen", evidence: evidence.map(place.path)))(
                try await place.act(by: principal))
    }

    @Test("Names that end in a star are families")
    func names() {
        #expect(SignFamily.named("each/*") == "each")
        #expect(SignFamily.named("each") == nil)
        #expect(SignFamily.named("each/a") == nil)
    }

    @Test("One record for each step that applies; those that do not are named")
    func each() async throws {
        try await Place.with(Self.text) { place in
            let signed = try await Self.sign(place)
            #expect(signed.entries.map { $0.statement.step?.id } == ["each/a", "each/b"])
            #expect(signed.left == ["each/c"])
            #expect(try await place.status("each/b").status == .ready)
            #expect(Set(signed.entries.map(\.statement)).count == 2)
        }
    }

    @Test("Where one is refused none is recorded, and the refusal names it")
    func none() async throws {
        try await Place.with(Self.text) { place in
            for (principal, evidence) in [
                ("bea@example.com", ["evidence.txt"]), ("ann@example.com", []),
                ("ann@example.com", ["missing.txt"]),
            ] {
                let failure = await #expect(throws: OperationFailure.self) {
                    _ = try await Self.sign(place, by: principal, evidence: evidence)
                }
                #expect(failure?.description.hasSuffix("Nothing was recorded.") == true)
                if !evidence.contains("missing.txt") {
                    #expect(failure?.description.hasPrefix("each/a: ") == true)
                }
            }
            let extent = try await place.judged().state.extent
            #expect(extent.size == 0)
        }
    }

    @Test("What is no family is refused, and the name of one says how to sign all of it")
    func unknown() async throws {
        try await Place.with(Self.text) { place in
            for family: StepID in ["told", "eech"] {
                await #expect(throws: OperationFailure.self) {
                    _ = try await Self.sign(place, family)
                }
            }
            let failure = await #expect(throws: OperationFailure.self) {
                _ = try await SignStep("each", .approve, note: "n")(
                    try await place.act(by: "ann@example.com"))
            }
            #expect(failure?.description.contains("Only sign takes all of them: 'each/*'.") == true)
        }
    }
}
