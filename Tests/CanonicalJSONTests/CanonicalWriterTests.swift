import CanonicalJSON
import Testing

/// The writer against the writing of a tree.
struct CanonicalWriterTests {
    @Test("What is written piece by piece is what the tree gives")
    func pieces() {
        var writer = CanonicalWriter()
        writer.object { writer in
            writer.key("a")
            writer.list([1, 2, 3]) { writer, number in writer.integer(number) }
            writer.key("b")
            writer.list([]) { (_: inout CanonicalWriter, _: Int) in }
            writer.key("c")
            writer.object { _ in }
            writer.text("d", "x\n\"é\u{0}")
            writer.integer("e", -7)
            writer.key("f")
            writer.dictionary(["z": "1", "y": "2"])
            writer.key("g")
            writer.canonical(Array("null".utf8))
            writer.key("h")
            writer.list(["p", "q"]) { writer, text in
                writer.object { $0.text("k", text) }
            }
        }
        let tree: JSONValue = [
            "a": [1, 2, 3], "b": [], "c": [:], "d": "x\n\"é\u{0}", "e": -7,
            "f": ["y": "2", "z": "1"], "g": .null, "h": [["k": "p"], ["k": "q"]],
        ]
        #expect(writer.bytes == tree.canonicalBytes)
    }
}
