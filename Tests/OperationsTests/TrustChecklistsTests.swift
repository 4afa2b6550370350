import Checks
import Glibc
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
        try await refusal(place, set: set, allowingAll: allowingAll).permission
    }

    private static func refusal(
        _ place: Place, _ name: String = Sample.path, set: [String: String] = [:],
        allowingAll: Bool = false
    ) async throws -> TrustRefusal? {
        try TrustChecklists(place.context()).refusals(
            [try await place.load(name, set: set)], allowingAll: allowingAll)[0]
    }

    @Test("Trust holds for the text and the values that it was given for, until it is taken away")
    func granted() async throws {
        try await Place.with(Self.text) { place in
            let trust = TrustChecklists(place.context())
            #expect(try await Self.permission(place) == .refused)
            #expect(try await Self.permission(place, allowingAll: true) == .granted)
            _ = try trust.grant([try await place.load()])
            _ = try trust.grant([try await place.load()])
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
            _ = try trust.grant([try await place.load()])
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

    @Test(
        "It ends with a script that a command names behind its program, and not with data",
        arguments: [
            ("[sh, check.sh, list.csv]", "check.sh"), ("[bash, -e, deploy]", "deploy"),
            ("[/usr/bin/python3.11, lib/tool, list.csv]", "lib/tool"),
            ("[python3, -m, mod.part]", "mod/part.py"), ("[ruby, -rj.rb, -e, x]", "j.rb"),
            ("['cat list.csv && sh ./check.sh'], shell: true", "check.sh"),
            ("['./check.sh --x'], shell: true", "check.sh"),
            ("['cd lib && sh tool'], shell: true", "lib/tool"),
            ("['sh \"$PWD/lib/tool\"'], shell: true", "lib/tool"),
            ("['sh my\\ script'], shell: true", "my script"),
        ])
    func scripts(_ run: String, _ name: String) async throws {
        let text = Self.text.replacing("[touch, \"${cloud}\"]", with: run)
        try await Place.with(text) { place in
            try place.write("checklists/\(name)", "exit 0")
            try place.write("checklists/list.csv", "a")
            _ = try TrustChecklists(place.context()).grant([try await place.load()])
            try place.write("checklists/list.csv", "b")
            #expect(try await Self.refusal(place) == nil)
            try place.write("checklists/\(name)", "exit 1")
            let path = place.path("checklists/\(name)")
            #expect(try await Self.refusal(place)?.changes == [.program(path)])
            unlink(path)
            #expect(try await Self.refusal(place)?.changes == [.program(path)])
        }
    }

    @Test("It ends with the text, the values, the folder and a program, and the refusal says which")
    func changes() async throws {
        let text = Self.text.replacing("[touch,", with: "[./check.sh,")
        try await Place.with(text) { place in
            let trust = TrustChecklists(place.context())
            #expect(try await Self.refusal(place)?.trustedAt == nil)
            try place.write("checklists/check.sh", "exit 0")
            _ = try trust.grant([try await place.load()])
            #expect(try await Self.refusal(place) == nil)

            try place.write("checklists/check.sh", "exit 1")
            let program = try await Self.refusal(place)
            let path = place.path("checklists/check.sh")
            #expect(program?.changes == [.program(path)], "\(String(describing: program))")
            try place.write("checklists/check.sh", "exit 0")
            #expect(try await Self.refusal(place) == nil)

            #expect(try await Self.refusal(place, set: ["cloud": "two"])?.changes == [.commands])

            try place.write("copy/checklists/sample.yaml", text)
            try place.write("copy/checklists/check.sh", "exit 0")
            let copied = try #require(
                try await Self.refusal(place, "copy/checklists/sample.yaml"))
            #expect(
                copied.changes == [
                    .folder(
                        was: place.path("checklists"), now: place.path("copy/checklists"))
                ])

            try place.write(Sample.path, text + "\n")
            let edited = try #require(try await Self.refusal(place))
            #expect(edited.trustedAt == Place.start)
            #expect(edited.description.contains("before the text changed (sha256:"))
            #expect(
                edited.description.hasSuffix("type: readiness trust \(place.path(Sample.path))"))
        }
    }
}
