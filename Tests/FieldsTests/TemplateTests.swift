import Fields
import LocatedYAML
import Testing

struct TemplateTests {
    private func template(_ text: String) throws -> Template {
        let document = try YAMLReader.read(SourceText(path: "t.yaml", bytes: Array(text.utf8)))
            .get()
        return Template(document.root)
    }

    @Test(
        "Names are told from what only looks like one",
        arguments: [
            ("plain", [], "plain"), ("${a}", ["a"], "<a>"),
            ("x${a}y${b}z", ["a", "b"], "x<a>y<b>z"),
            ("$${a}", [], "${a}"), ("$$${a}", [], "$${a}"), ("$ $x $$", [], "$ $x $$"),
            ("${a}${a}$${", ["a", "a"], "<a><a>${"), ("${}", [""], "<>"), ("a}b", [], "a}b"),
            ("$${${a}", ["a"], "${<a>"),
        ])
    func filled(text: String, names: [String], filled: String) throws {
        let template = try template("'\(text)'")
        #expect(template.names == names)
        #expect(template.filled { name, _ in "<\(name)>" } == filled)
    }

    @Test("A value is not searched for further names")
    func once() throws {
        let template = try template("'${a}'")
        #expect(template.filled { _, _ in "${a} $${" } == "${a} $${")
    }

    @Test("Where a name has no value, the others are looked up all the same")
    func missing() throws {
        let template = try template("'${a} ${b} ${c}'")
        var asked: [String] = []
        let filled = template.filled { name, _ in
            asked.append(name)
            return name == "c" ? "x" : nil
        }
        #expect(filled == nil)
        #expect(asked == ["a", "b", "c"])
    }

    @Test("Each name has its own place")
    func places() throws {
        let template = try template("'$${a} ${a} ${b} ${a}'")
        var starts: [Int] = []
        _ = template.filled { _, span in
            starts.append(span().start)
            return nil
        }
        #expect(starts == [7, 12, 17])
        #expect(template.span(of: "b") == SourceSpan(start: 12, end: 16))
    }

    @Test("A brace that is not closed is reported at its place")
    func open() throws {
        let context = ReadingContext()
        #expect(try template("'a ${b} $${ }'").isClosed(in: context))
        #expect(context.diagnostics.isEmpty)
        #expect(try !template("'a ${b} ${c'").isClosed(in: context))
        #expect(context.diagnostics.map(\.code) == ["substitution"])
        #expect(context.diagnostics.map(\.start.column) == [9])
    }
}
