package import Fields
import LocatedYAML

/// The options of one check, or of a mapping in it: listed for documentation and schema, or read.
///
/// A kind asks for its options in one closure, which is run both ways: what is listed is what is
/// read. Every option is read before anything is refused, so that all mistakes are reported, and
/// one that is there but wrong is never taken for one that is absent.
package final class CheckOptions {
    /// In the order in which they were asked for; empty where options are read.
    package private(set) var fields: [FieldDescription] = []
    /// Nothing was wrong so far.
    package private(set) var isWhole = true
    /// Nil where the options are only listed.
    private let mapping: MappingReader?

    /// Lists options.
    init() { mapping = nil }

    /// Reads options.
    init(_ mapping: MappingReader) { self.mapping = mapping }

    /// An option that must be there; nil where it is not, is wrong, or is only listed.
    package func required<Value>(
        _ key: String, _ type: @autoclosure () -> ValueType<Value>, _ summary: String
    ) -> Value? {
        let value = read(key, type, .required, summary)
        if value == nil { isWhole = false }
        return value
    }

    /// An option that may be left out; `words` say what holds then, where something does.
    package func optional<Value>(
        _ key: String, _ type: @autoclosure () -> ValueType<Value>, without words: String? = nil,
        _ summary: String
    ) -> Value? {
        read(key, type, words.map { .defaults($0) } ?? .optional, summary)
    }

    /// An option with the value that holds where it is left out, which the words say.
    package func optional<Value>(
        _ key: String, _ type: @autoclosure () -> ValueType<Value>, default value: Value,
        _ words: String, _ summary: String
    ) -> Value {
        read(key, type, .defaults(words), summary) ?? value
    }

    /// The type is made only where the option is listed or there: making it costs more than
    /// reading most options.
    private func read<Value>(
        _ key: String, _ type: () -> ValueType<Value>, _ presence: FieldDescription.Presence,
        _ summary: String
    ) -> Value? {
        guard let mapping else {
            fields.append(Field(key, type(), presence, summary).description)
            return nil
        }
        guard has(key) else { return nil }
        let field = Field(key, type(), presence, summary)
        // A list is read without the entries that do not fit, which are mistakes all the same.
        let before = mapping.context.mistakeCount
        let value = mapping[field]
        if value == nil || mapping.context.mistakeCount != before { isWhole = false }
        return value
    }

    /// Whether an option is there, right or wrong.
    package func has(_ key: String) -> Bool { node(key) != nil }

    private func node(_ key: String) -> YAMLNode? {
        mapping?.node(of: key)
    }

    /// Reports a mistake at an option where the condition holds; the reading goes on.
    package func refuse(
        where condition: Bool, _ message: @autoclosure () -> String, code: String = "wrong-value",
        fix: @autoclosure () -> String = "", at key: String
    ) {
        guard condition, let mapping else { return }
        isWhole = false
        mapping.context.report(code, message(), fix: fix(), at: node(key) ?? mapping.node)
    }

    /// Makes something of the options where nothing is wrong and everything required is there.
    package func make<Made, each Value>(
        _ required: repeat (each Value)?, as build: (repeat each Value) -> Made
    ) -> Made? {
        guard isWhole, mapping != nil else { return nil }
        return try? build(repeat Self.given(each required))
    }

    private struct Missing: Error {}

    private static func given<Value>(_ value: Value?) throws(Missing) -> Value {
        guard let value else { throw Missing() }
        return value
    }
}
