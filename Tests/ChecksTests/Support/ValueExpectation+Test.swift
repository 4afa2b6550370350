import Checks
import Fields
import LocatedYAML
import Rollout
import Testing

extension ValueExpectation {
    /// The short form of the language.
    static func containing(_ parts: String...) -> ValueExpectation {
        ValueExpectation(parts.map { .contains(.text($0)) })
    }

    static func lacking(_ parts: String...) -> ValueExpectation {
        ValueExpectation(parts.map { .lacks(.text($0)) })
    }

    static func equal(to text: String) -> ValueExpectation {
        ValueExpectation([.equals(.text(text))])
    }

    static func size(minimum: Int64? = nil, maximum: Int64? = nil) -> ValueExpectation {
        ValueExpectation([
            .bounds(minimum: minimum.map { .size($0) }, maximum: maximum.map { .size($0) })
        ])
    }

    static func duration(minimum: Duration? = nil, maximum: Duration? = nil) -> ValueExpectation {
        ValueExpectation([
            .bounds(minimum: minimum.map { .duration($0) }, maximum: maximum.map { .duration($0) })
        ])
    }
}

extension ValueType {
    /// The value that a text has, and what is wrong with it.
    func reading(
        _ text: String, parameters: [String: String] = [:]
    ) throws -> (value: Value?, mistakes: [String]) {
        let source = SourceText(path: "test.yaml", bytes: Array(text.utf8))
        let document = try YAMLReader.read(source).get()
        let context = ReadingContext().with(parameters: parameters, unreadable: .some([]))
        let value = read(document.root, context)
        return (value, context.diagnostics.map(\.message))
    }

    /// The value of a text that has no mistake.
    func wellRead(_ text: String, at place: Testing.SourceLocation = #_sourceLocation) throws
        -> Value
    {
        let (value, mistakes) = try reading(text)
        #expect(mistakes == [], sourceLocation: place)
        return try #require(value, sourceLocation: place)
    }
}
