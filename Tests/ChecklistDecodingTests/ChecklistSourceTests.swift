import ChecklistDecoding
import Rollout
import Testing

struct ChecklistSourceTests {
    @Test(
        "A path is a path, whatever it looks like",
        arguments: ["a.yaml", "./sha256:x", "/x/sha256:00000000", "SHA256:00000000", "sha256", " "])
    func paths(text: String) throws {
        let source = try ChecklistSource(text)
        #expect(source == .path(text))
        #expect(source.description == text)
        #expect(source.path == text)
    }

    @Test("A digest is given by at least eight of its digits")
    func digests() throws {
        let digest = ContentDigest(of: [1, 2, 3])
        for length in [8, 12, 63, 64] {
            let prefix = String(digest.hex.prefix(length))
            let source = try ChecklistSource("sha256:\(prefix)")
            #expect(source == .digest(prefix: prefix))
            #expect(source.description == "sha256:\(prefix)")
            #expect(source.path == nil)
        }
        #expect(try ChecklistSource("sha256:ABCDEF01") == .digest(prefix: "abcdef01"))
    }

    @Test(
        "What only begins like a digest is refused, with the way to name such a file",
        arguments: [
            "sha256:", "sha256:1234567", "sha256:1234567g", "sha256: 12345678",
            "sha256:" + String(repeating: "0", count: 65),
        ])
    func refused(text: String) throws {
        let mistake = #expect(throws: ChecklistSource.Mistake.self) { try ChecklistSource(text) }
        #expect(mistake == .notADigest(text))
        #expect(mistake?.description.contains("write \"./\(text)\"") == true)
    }

    @Test("An empty name is refused")
    func empty() {
        #expect(throws: ChecklistSource.Mistake.empty) { try ChecklistSource("") }
    }
}
