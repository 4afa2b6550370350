import Foundation
import Operations
import Synchronization
import Testing

@Suite("The checklists of a folder")
struct ChecklistFolderTests {
    private static func names(_ place: Place) throws -> (found: [String], skipped: [String]) {
        let skipped = Mutex<[String]>([])
        let folder = place.path("checklists")
        let found = try ChecklistFolder.expand([folder]) { names in
            skipped.withLock { $0 += names }
        }
        func short(_ names: [String]) -> [String] {
            names.map { String($0.dropFirst(folder.utf8.count + 1)) }
        }
        return (short(found), short(skipped.withLock { $0 }))
    }

    @Test(
        "However the key is written, and where it was meant, it is a checklist",
        arguments: [
            "\"readiness\": 1\nid: a\n", "'readiness': 1\n", "readiness : 1\n",
            "{readiness: 1, id: a}\n",
            "? readiness\n: 1\n", "Readiness: 1\n", "redaines: 1\n", "readines: 1\n",
            "readiness: 1\n", "readiness-set: 1\n\"readiness\": 1\n",
            "id: [\n", "\treadiness: 1\n",
        ])
    func written(_ text: String) async throws {
        for name in ["other.yaml", "other.yml", "OTHER.YAML", "deep/other.Yml"] {
            try await Place.with { place in
                try place.write("checklists/\(name)", text)
                #expect(try Self.names(place) == (["\(name)", "sample.yaml"].sorted(), []))
            }
        }
    }

    @Test("A step set is neither a checklist nor told of")
    func sets() async throws {
        try await Place.with { place in
            try place.write("checklists/set.yaml", "readiness-set: 1\ntitle: A\n")
            try place.write("checklists/other.yaml", "\"readiness-set\": 1\ntitle: A\n")
            let (found, skipped) = try Self.names(place)
            #expect(found == ["sample.yaml"])
            #expect(skipped == ["other.yaml"])
        }
    }

    @Test("The draft that an import keeps to tell edits apart is no rollout of its own")
    func drafts() async throws {
        try await Place.with { place in
            try place.write("checklists/.imported/sample.yaml", "readiness: 1\nid: sample\n")
            try place.write("checklists/.other/sample.yaml", "readiness: 1\nid: other\n")
            #expect(try Self.names(place) == ([".other/sample.yaml", "sample.yaml"], []))
        }
    }

    @Test("A file that is none is told of")
    func others() async throws {
        try await Place.with { place in
            try place.write("checklists/compose.yaml", "services: {web: {image: x}}\n")
            try place.write("checklists/list.yml", "- readiness\n")
            try place.write("checklists/.hidden.yaml", "services: {web: [}\n")
            let (found, skipped) = try Self.names(place)
            #expect(found == ["sample.yaml"])
            #expect(skipped == ["compose.yaml", "list.yml"])
        }
    }

    @Test("What has a hidden name is read, but for what tools keep")
    func hidden() async throws {
        try await Place.with { place in
            let names = [".prod.yaml", ".hidden/h.yaml", "a/.b/c.yml"]
            let tools = [".git/x.yaml", ".readiness/x.yaml", "a/.build/x.yaml"]
            for name in names + tools { try place.write("checklists/\(name)", "readiness: 1\n") }
            try place.write("checklists/.broken.yaml", "\"readiness\": [\n")
            try place.link("checklists/.#sample.yaml", to: "ann@desk.4711")
            let (found, skipped) = try Self.names(place)
            #expect(found == ([".broken.yaml", "sample.yaml"] + names).sorted())
            #expect(skipped.isEmpty)
        }
    }

    @Test("A link to a folder is followed, and each folder is read once, by its own path")
    func links() async throws {
        try await Place.with { place in
            for name in ["real/prod.yaml", "real/deep/d.yaml", "checklists/own/o.yaml"] {
                try place.write(name, "readiness: 1\n")
            }
            try place.link("checklists/prod", to: "../real")
            try place.link("checklists/again", to: "../real/deep")
            try place.link("checklists/a", to: "own")
            try place.link("checklists/own/loop", to: "..")
            try place.link("real/loop", to: "../real")
            let (found, _) = try Self.names(place)
            #expect(found == ["again/d.yaml", "own/o.yaml", "prod/prod.yaml", "sample.yaml"])
        }
    }

    @Test("A link to a checklist is that checklist: read once, and none of another ledger")
    func linkedFiles() async throws {
        try await Place.with { place in
            try place.write("real/prod.yaml", "readiness: 1\n")
            try place.link("checklists/alias.yaml", to: "sample.yaml")
            try place.link("checklists/prod.yaml", to: "../real/prod.yaml")
            let (found, _) = try Self.names(place)
            #expect(found == ["prod.yaml", "sample.yaml"])
            let home = ChecklistHome(of: place.path("checklists/alias.yaml"), from: "/")
            #expect(home.place == "checklists/sample.yaml")
            try place.write("other/checklists/foreign.yaml", "readiness: 1\n")
            try place.link("checklists/foreign.yaml", to: "../other/checklists/foreign.yaml")
            let foreign = ChecklistHome(of: place.path("checklists/foreign.yaml"), from: "/")
            #expect(foreign.path.hasSuffix("other/checklists/foreign.yaml"))
            #expect(throws: OperationFailure.self) { try Self.names(place) }
        }
    }

    @Test("A folder that is named by a link stands for what is in it")
    func named() async throws {
        try await Place.with { place in
            try place.write("real/prod.yaml", "readiness: 1\n")
            try place.link("checklists/prod", to: "../real")
            for name in [place.path("checklists/prod"), place.path("checklists/prod/")] {
                let found = try ChecklistFolder.expand([name]) { _ in }
                #expect(found == [place.path("checklists/prod/prod.yaml")])
            }
        }
    }

    @Test("A link that leads nowhere, or to the checklists of another ledger, is an error")
    func refused() async throws {
        try await Place.with { place in
            try place.write("other/checklists/prod.yaml", "readiness: 1\n")
            for (target, words) in [
                ("../gone", "leads nowhere"),
                ("../other/checklists", "leads to \(place.path("other/checklists"))"),
            ] {
                try place.link("checklists/prod", to: target)
                let failure = #expect(throws: OperationFailure.self) { try Self.names(place) }
                let text = try #require(failure).description
                let link = place.path("checklists/prod")
                #expect(text.contains("The link \(link) \(words)"), "\(text)")
                try FileManager.default.removeItem(atPath: place.path("checklists/prod"))
            }
        }
    }
}
