import LocatedYAML
import Testing

struct SourceTextTests {
    private static let text = SourceText(
        path: "t.yaml", bytes: Array("ab\ne\u{301}🙂x\r\n\tq\r\rz\n".utf8))

    @Test(
        "A byte has the line and the column that a person counts",
        arguments: [
            (0, 1, 1), (2, 1, 3), (3, 2, 1), (6, 2, 2), (10, 2, 3), (11, 2, 4), (13, 3, 1),
            (14, 3, 2), (15, 3, 3), (16, 4, 1), (17, 5, 1), (18, 5, 2), (19, 6, 1), (99, 6, 1),
            (-1, 1, 1),
        ])
    func positions(offset: Int, line: Int, column: Int) {
        let position = Self.text.position(at: offset)
        #expect(position.line == line)
        #expect(position.column == column)
        #expect(position.offset == min(max(0, offset), 19))
    }

    @Test("A diagnostic carries its line and both ends")
    func diagnostic() {
        let found = Self.text.diagnostic(
            .warning, "odd", "this is odd", fix: "mend it", at: SourceSpan(start: 6, end: 14))
        #expect(found.severity == .warning && found.code == "odd" && found.path == "t.yaml")
        #expect(found.message == "this is odd" && found.fix == "mend it")
        #expect(found.line == "e\u{301}🙂x" && found.lineColumn == 1)
        #expect(found.start == SourcePosition(line: 2, column: 2, offset: 6))
        #expect(found.end == SourcePosition(line: 3, column: 2, offset: 14))
        #expect(Self.text.diagnostic("c", "m", at: SourceSpan(start: 0, end: 1)).severity == .error)
    }

    @Test("Of a very long line a diagnostic carries the surroundings")
    func longLine() {
        let text = SourceText(
            path: "t.yaml", bytes: Array((String(repeating: "é", count: 10_000) + "!").utf8))
        let found = text.diagnostic("c", "m", at: SourceSpan(start: 12_000, end: 12_002))
        #expect(found.start.column == 6_001 && found.end.column == 6_002)
        #expect(found.line == String(repeating: "é", count: 2_048))
        #expect(found.lineColumn == 6_001 - 1_024)
        let last = text.diagnostic("c", "m", at: SourceSpan(start: 20_000, end: 20_001))
        #expect(last.line.hasSuffix("é!") && last.start.column == 10_001)
        #expect(last.lineColumn == 10_001 - 1_024)
    }

    @Test("Columns of a line of megabytes are found in no time")
    func hugeLine() {
        let text = SourceText(
            path: "t.yaml", bytes: Array(String(repeating: "é", count: 4_000_000).utf8))
        #expect(text.position(at: 6_000_000).column == 3_000_001)
    }
}
