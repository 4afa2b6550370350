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

    @Test("A file that is none is told of")
    func others() async throws {
        try await Place.with { place in
            try place.write("checklists/compose.yaml", "services: {web: {image: x}}\n")
            try place.write("checklists/list.yml", "- readiness\n")
            try place.write("checklists/.hidden.yaml", "readiness: 1\n")
            let (found, skipped) = try Self.names(place)
            #expect(found == ["sample.yaml"])
            #expect(skipped == ["compose.yaml", "list.yml"])
        }
    }
}
