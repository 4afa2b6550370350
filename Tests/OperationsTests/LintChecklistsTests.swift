import LocatedYAML
import Operations
import Testing

@Suite("Linting checklists")
struct LintChecklistsTests {
    @Test("The mistakes of many files in the order of the files, whoever reads them first")
    func order() async throws {
        try await Place.with { place in
            let names = (0..<40).map { "c\($0).yaml" }
            for name in names { try place.write(name, "readiness: 1\nid: \(name)\n") }
            let diagnostics = try await LintChecklists(place.context())(names.map(place.path))
            var paths: [String] = []
            for diagnostic in diagnostics where paths.last != diagnostic.path {
                paths.append(diagnostic.path)
            }
            #expect(paths == names.map(place.path))
            #expect(try await LintChecklists(place.context())([]).isEmpty)
            #expect(
                try await LintChecklists(place.context())([place.path(Sample.path)]).isEmpty)
        }
    }

    @Test("A file that cannot be read is one mistake among the others")
    func unreadable() async throws {
        try await Place.with { place in
            let diagnostics = try await LintChecklists(place.context())(
                [place.path("missing.yaml"), place.path(Sample.path)])
            #expect(diagnostics.map(\.code) == [Diagnostic.unreadable])
        }
    }

    @Test("A value that no parameter takes is a typed error")
    func values() async throws {
        try await Place.with { place in
            let failure = await #expect(throws: OperationFailure.self) {
                try await LintChecklists(place.context(), chosen: ["cloud": "three"])(
                    [place.path(Sample.path)])
            }
            #expect(failure?.description.contains("one of one, two") == true)
        }
    }

    @Test("A file of values is read as a checklist is: with places for its mistakes")
    func valuesFile() async throws {
        try await Place.with { place in
            try place.write("good.yaml", "cloud: two\nversion: 1.10\n")
            #expect(
                try ValuesFile.read(place.path("good.yaml")) == [
                    "cloud": "two", "version": "1.10",
                ])
            for (name, text) in [
                ("list.yaml", "- cloud\n"), ("twice.yaml", "a: 1\na: 2\n"),
                ("deep.yaml", "a: [1]\n"),
            ] {
                try place.write(name, text)
                let failure = #expect(throws: OperationFailure.self) {
                    try ValuesFile.read(place.path(name))
                }
                #expect(failure?.description.contains("\(name):") == true, "\(name)")
            }
            #expect(throws: OperationFailure.self) { try ValuesFile.read(place.path("none.yaml")) }
        }
    }
}
