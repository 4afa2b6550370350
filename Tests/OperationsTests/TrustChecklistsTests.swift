import Checks
import Operations
import Rollout
import Testing

@Suite("Trusting checklists")
struct TrustChecklistsTests {
    private static let text = Sample.text.replacing(
        "check: [{file: {path: present.txt}}]",
        with: "check: [{command: {run: [touch, \"${cloud}\"]}}]")

    private static func permission(
        _ place: Place, set: [String: String] = [:], allowingAll: Bool = false
    ) async throws -> CheckEnvironment.CommandPermission {
        let permissions = try TrustChecklists(place.context()).permissions(
            [try await place.load(set: set)], allowingAll: allowingAll)
        return try #require(permissions.first)
    }

    @Test("Trust holds for the text and the values that it was given for, until it is taken away")
    func granted() async throws {
        try await Place.with(Self.text) { place in
            let trust = TrustChecklists(place.context())
            #expect(try await Self.permission(place) == .refused)
            #expect(try await Self.permission(place, allowingAll: true) == .granted)
            try trust.grant([try await place.load()])
            try trust.grant([try await place.load()])
            #expect(try trust.list().map(\.path) == [place.path(Sample.path)])
            #expect(try await Self.permission(place) == .granted)
            #expect(try await Self.permission(place, set: ["cloud": "two"]) == .refused)
            try place.write(Sample.path, Self.text + "\n")
            #expect(try await Self.permission(place) == .refused)
            try place.write(Sample.path, Self.text)
            #expect(try await Self.permission(place) == .granted)
            #expect(try trust.revoke([place.path(Sample.path)]).count == 1)
            #expect(try await Self.permission(place) == .refused)
            let failure = #expect(throws: OperationFailure.self) {
                try trust.revoke([place.path(Sample.path)])
            }
            #expect(failure?.description.contains("readiness trust --list") == true)
        }
    }

    @Test("A list that others may write to is refused where it is needed, and only there")
    func unsafe() async throws {
        try await Place.with(Self.text) { place in
            let trust = TrustChecklists(place.context())
            try trust.grant([try await place.load()])
            try Permissions.set(0o666, of: place.path("state/readiness/trusted"))
            let failure = await #expect(throws: OperationFailure.self) {
                try await Self.permission(place)
            }
            #expect(failure?.description.contains("can be written to by others") == true)
            #expect(try await Self.permission(place, allowingAll: true) == .granted)
            try place.write(Sample.path, Sample.text)
            #expect(try await Self.permission(place) == .granted)
        }
    }
}
