import Foundation
import Operations
import Rollout
import Testing

@Suite("Making a folder to begin with")
struct InitFolderTests {
    private static func make(
        _ place: Place, by principal: Principal = "ann@example.com"
    ) async throws -> [InitFolder.Made] {
        try await InitFolder(place.path("new"), for: principal, place.context())()
    }

    @Test(
        "The checklist that it makes has no mistake and no warning",
        arguments: ["ann@example.com", "o\"dd\\name"])
    func clean(name: String) async throws {
        try await Place.with { place in
            let made = try await Self.make(place, by: Principal(name))
            #expect(made.allSatisfy(\.isNew) && made.count == 4)
            let path = place.path("new/checklists/first.yaml")
            #expect(try await LintChecklists(place.context())([path]).isEmpty)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(
                text.hasPrefix("# yaml-language-server: $schema=readiness.schema.json\n"))
            #expect(place.exists("new/checklists/readiness.schema.json"))
            let act = try await Act(
                on: place.load("new/checklists/first.yaml"), by: Principal(name), place.context())
            let own = try OwnSteps.open(act)
            #expect(own.count == 3)
            let ledger = place.context(ledger: "new/.readiness/ledger.sqlite")
            #expect(try await AuditLedger(ledger)().findings.isEmpty)
        }
    }

    @Test("What is there stays as it is, and is told")
    func kept() async throws {
        try await Place.with { place in
            try place.write("new/checklists/first.yaml", "mine\n")
            try place.write("new/.gitignore", "build/\n")
            let made = try await Self.make(place)
            #expect(made.map(\.isNew) == [false, true, false, true])
            #expect(made.map(\.lacks) == [nil, nil, ".readiness/", nil])
            let files = ["new/checklists/first.yaml", "new/.gitignore"].map {
                try? String(contentsOfFile: place.path($0), encoding: .utf8)
            }
            #expect(files == ["mine\n", "build/\n"])
            try place.write("new/.gitignore", "build/\n.readiness\n")
            let again = try await Self.make(place)
            #expect(again.allSatisfy { !$0.isNew && $0.lacks == nil })
        }
    }

    @Test("A folder with a file of signers lacks what makes it count, until it has that")
    func lacks() async throws {
        try await Place.with { place in
            _ = try await Self.make(place)
            let keys = InitKeys(place.path("new"), for: "ann@example.com", place.context())
            #expect(try await keys.lacks().isEmpty)
            let made = try Tool.run("ssh-keygen -q -t ed25519 -N '' -f key", in: place.folder)
            #expect(made.status == 0, "\(made.output)")
            try place.write(
                "new/allowed_signers",
                "ann@example.com "
                    + String(contentsOfFile: place.path("key.pub"), encoding: .utf8))
            #expect(try await keys.lacks() == [.listOnRecord, .logKey])
            _ = try await keys.recordSigners(place.path("key"))
            #expect(try await keys.lacks() == [.logKey])
            _ = try keys.makeLog("example.com/log", .account(folder: place.path("config")))
            #expect(try await keys.lacks().isEmpty)
        }
    }

    @Test("A folder that cannot be made is refused")
    func refused() async throws {
        try await Place.with { place in
            try place.write("new", "a file\n")
            await #expect(throws: OperationFailure.self) { _ = try await Self.make(place) }
        }
    }
}
