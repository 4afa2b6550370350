import LocatedYAML
import Reporting
import Testing

struct MutationTests {
    /// A generator whose sequence is the same in every run (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let seeds = [
        "a: &x {b: 'c', d: [1, \"\\u00e9\"]}\ne: *x\nf: {<<: *x, g: 2}\nh: |\n  i\n",
        "steps:\n  - id: one\n    text: |\n      first\n\n      second\n    by: &x [a, b]  # c\n  - *x\n",
        "%YAML 1.2\n%TAG !e! tag:e\n---\n!!map\n? &k key\n: !!str 日本\n\"q\\tr\": >-\n  x\n  y\n...\n",
        "\u{FEFF}a:\r\n\t- b: 'it''s'\r\n<<: [{x: 1}, {y: 2}]\r\n",
    ]

    private static let pieces = [
        "[", "]", "{", "}", ":", ": ", "- ", "? ", "&a ", "*a ", "<<: ", "!", "!!", "|", ">", "'",
        "\"", "\\", "#", " #", "%", "@", "`", ",", "\n", "\r", "\t", "  ", "---\n", "...\n", "\0",
        "\u{85}", "\u{2028}", "é", "🙂", "\u{FEFF}", "%TAG ! x\n", "!<", "~", "0", "\u{7F}",
    ].map { Array($0.utf8) }

    private static func mutant(_ generator: inout Seeded) -> [UInt8] {
        var bytes = Array((seeds.randomElement(using: &generator) ?? "").utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0:
                bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            case 2:
                let end = min(bytes.count, place + Int.random(in: 1...6, using: &generator))
                bytes.removeSubrange(place..<end)
            case 3:
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
                let piece = Array(bytes[place..<end])
                bytes.insert(
                    contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &generator))
            default: bytes.removeLast(min(bytes.count, Int.random(in: 0...20, using: &generator)))
            }
        }
        return bytes
    }

    @Test(
        "Whatever the bytes, there is a document whose places hold or a mistake that has one",
        arguments: 0..<8)
    func mutants(round: Int) {
        var generator = Seeded(state: UInt64(round))
        var read = 0
        for _ in 0..<500 {
            let bytes = Self.mutant(&generator)
            switch YAMLReader.read(SourceText(path: "t", bytes: bytes)) {
            case .success(let document):
                read += 1
                check(document)
            case .failure(let mistakes):
                check(mistakes.all, bytes)
            }
        }
        // Both ways are taken often, or the test would say nothing.
        #expect((25...475).contains(read))
    }

    /// Every node lies within its collection unless an alias or a merge brought it there, and all
    /// keys of a mapping differ.
    private func check(_ document: YAMLDocument) {
        var open = [document.root]
        while let node = open.popLast() {
            let span = node.span
            #expect(0 <= span.start && span.start <= span.end)
            #expect(span.end <= document.source.bytes.count)
            let keys = node.entries.map { Array($0.key.text.utf8) }
            #expect(Set(keys).count == keys.count)
            if node.kind == .scalar, node.isPlain, !node.text.contains(" ") {
                #expect(node.excerpt == node.text || node.excerpt.contains { $0.isNewline })
            }
            open += node.items + node.entries.map(\.value)
        }
    }

    private func check(_ mistakes: [Diagnostic], _ bytes: [UInt8]) {
        #expect(!mistakes.isEmpty)
        for mistake in mistakes {
            #expect(mistake.start.offset <= mistake.end.offset)
            #expect(mistake.code != "syntax", "\(mistake.message) in \(bytes)")
        }
        let text = DiagnosticText.render(mistakes)
        #expect(text.utf8.allSatisfy { $0 == 0x0A || $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) })
    }
}
