import Fields
import LocatedYAML
import Testing

struct ReadingContextTests {
    private func node(_ text: String) throws -> YAMLNode {
        try YAMLReader.read(SourceText(path: "t.yaml", bytes: Array(text.utf8))).get().root
    }

    @Test("A local name hides the parameter of its name, and only that")
    func local() {
        let context = ReadingContext().with(
            parameters: ["a": "1", "b": "2"], unreadable: .some(["c"]))
        let inner = context.with(local: "a", value: "3")
        #expect(inner.value(of: "a") == "3")
        #expect(inner.value(of: "b") == "2")
        #expect(inner.isUnreadable("c"))
        #expect(!inner.isUnreadable("a"))
        #expect(context.value(of: "a") == "1")
        #expect(context.with(local: "d", value: "4").names == ["a", "b", "d"])
    }

    @Test("One mistake is kept once, whichever context found it")
    func once() throws {
        let context = ReadingContext()
        let node = try node("a")
        context.report("one", "first", at: node)
        context.with(local: "a", value: "b").report("one", "first", at: node)
        context.report("two", "second", at: node)
        #expect(context.diagnostics.map(\.code) == ["one", "two"])
    }

    @Test("After a hundred mistakes no way out is looked for")
    func full() throws {
        let context = ReadingContext()
        let node = try node("a")
        var fixes = 0
        func fix() -> String {
            fixes += 1
            return ""
        }
        for number in 0..<500 { context.report("x", "\(number)", fix: fix(), at: node) }
        #expect(context.isFull)
        #expect(context.diagnostics.count == 101)
        #expect(context.diagnostics.last?.code == "too-many-mistakes")
        #expect(fixes <= 101)
    }

    @Test("Many warnings make no mistake of a text, and hide none")
    func manyWarnings() throws {
        let context = ReadingContext()
        let node = try node("a")
        for number in 0..<500 {
            context.report("x", "\(number)", severity: .warning, at: node)
        }
        #expect(!context.isFull && !context.hasErrors)
        #expect(context.diagnostics.count == 101)
        #expect(context.diagnostics.last?.code == "too-many-warnings")
        context.report("y", "an error", at: node)
        #expect(context.hasErrors && context.diagnostics.count == 102)
    }

    @Test("Where parameters are refused, a name is a mistake and two dollars are not")
    func refused() throws {
        let context = ReadingContext().refusingParameters("no parameter here")
        #expect(ValueType<String>.text.read(try node("'$${a}'"), context) == "${a}")
        #expect(context.diagnostics.isEmpty)
        #expect(ValueType<String>.text.read(try node("'${a}'"), context) == nil)
        #expect(context.diagnostics.map(\.message) == ["no parameter here"])
    }

    @Test("A literal text stays as it is written", arguments: ["${a}", "$${a}", "${", "$"])
    func literal(text: String) throws {
        let context = ReadingContext()
        #expect(ValueType<String>.literal.read(try node("'\(text)'"), context) == text)
        #expect(context.diagnostics.isEmpty)
    }

    @Test("A budget is for all scalars together, and running out of it is told once")
    func budget() throws {
        let context = ReadingContext(budget: 10)
        let node = try node("abcdef")
        #expect(ValueType<String>.text.read(node, context) == "abcdef")
        #expect(ValueType<String>.text.read(node, context) == nil)
        #expect(ValueType<String>.text.read(node, context) == nil)
        #expect(context.diagnostics.map(\.code) == ["too-large"])
        #expect(context.spent == 12)
    }
}
