package import Fields
import LocatedYAML

/// The options of one check, or of a mapping in it: listed for documentation and schema, or read.
///
/// A kind asks for its options in one closure, which is run both ways: what is listed is what is
/// read, so it asks for each of them whatever the others say. Every option is read before anything
/// is refused, so that all mistakes are reported, and one that is there but wrong is never taken
/// for one that is absent.
package final class CheckOptions {
    /// The options that were listed, in the order in which they were asked for.
    struct Listing: Sendable {
        fileprivate(set) var descriptions: [FieldDescription] = []
        /// Each a `Field`: making their types again for every check costs more than reading them.
        fileprivate var fields: [any AnyObject & Sendable] = []
    }

    /// Nothing was wrong so far.
    package private(set) var isWhole = true
    /// What was listed so far, or before the reading.
    private(set) var listing: Listing
    /// How many options were asked for: the next one stands there in the listing.
    private var asked = 0
    /// The keys that a part of the reading asked for; nil outside of one.
    private var noted: [String]?
    /// Nil where the options are only listed.
    private let source: Source?

    /// The mapping that is read; a class, because copying what is in it costs at each option.
    private final class Source {
        let mapping: MappingReader

        init(_ mapping: MappingReader) { self.mapping = mapping }
    }

    /// Lists what a closure asks for.
    static func list<Made>(_ reading: (CheckOptions) -> Made?) -> Listing {
        let options = CheckOptions(nil, Listing())
        _ = reading(options)
        return options.listing
    }

    /// Reads options that were listed before.
    convenience init(_ mapping: MappingReader, _ listing: Listing) {
        self.init(Source(mapping), listing)
    }

    private init(_ source: Source?, _ listing: Listing) {
        self.source = source
        self.listing = listing
    }

    /// An option that must be there; nil where it is not, is wrong, or is only listed.
    package func required<Value>(
        _ key: String, _ type: @autoclosure () -> ValueType<Value>,
        _ summary: @autoclosure () -> String
    ) -> Value? {
        let value = read(key) { Field(key, type(), .required, summary()) }
        if value == nil { isWhole = false }
        return value
    }

    /// An option that may be left out; `words` say what holds then, where something does.
    package func optional<Value>(
        _ key: String, _ type: @autoclosure () -> ValueType<Value>, without words: String? = nil,
        _ summary: @autoclosure () -> String
    ) -> Value? {
        read(key) { Field(key, type(), words.map { .defaults($0) } ?? .optional, summary()) }
    }

    /// An option with the value that holds where it is left out, which the words say.
    package func optional<Value>(
        _ key: String, _ type: @autoclosure () -> ValueType<Value>, default value: Value,
        _ words: String, _ summary: @autoclosure () -> String
    ) -> Value {
        read(key) { Field(key, type(), .defaults(words), summary()) } ?? value
    }

    /// What a part of the reading makes, with the options that it asks for.
    func asked<Value>(in part: () -> Value) -> (value: Value, keys: [String]) {
        noted = []
        defer { noted = nil }
        let value = part()
        return (value, noted ?? [])
    }

    private func read<Value>(_ key: String, _ make: () -> Field<Value>) -> Value? {
        noted?.append(key)
        guard let source else {
            let field = make()
            listing.descriptions.append(field.description)
            listing.fields.append(field)
            return nil
        }
        let place = asked
        asked += 1
        guard source.mapping.node(of: key) != nil else { return nil }
        let field = listed(key, at: place) ?? make()
        // A list is read without the entries that do not fit, which are mistakes all the same.
        let before = source.mapping.context.mistakeCount
        let value = source.mapping[field]
        if value == nil || source.mapping.context.mistakeCount != before { isWhole = false }
        return value
    }

    /// The field of an option that was listed at a place; nil where another one was.
    private func listed<Value>(_ key: String, at place: Int) -> Field<Value>? {
        guard place < listing.fields.count, let field = listing.fields[place] as? Field<Value>,
            field.key == key
        else { return nil }
        return field
    }

    /// Whether an option is there, right or wrong.
    package func has(_ key: String) -> Bool { source?.mapping.node(of: key) != nil }

    /// There is a key that is no option, which is reported already.
    var hasUnknown: Bool {
        let known = Set(listing.descriptions.map(\.key))
        return source?.mapping.node.entries.contains { !known.contains($0.key.text) } ?? false
    }

    /// Reports a mistake at an option where the condition holds; the reading goes on.
    package func refuse(
        where condition: Bool, _ message: @autoclosure () -> String, code: String = "wrong-value",
        fix: @autoclosure () -> String = "", at key: String
    ) {
        guard condition, let mapping = source?.mapping else { return }
        isWhole = false
        mapping.context.report(
            code, message(), fix: fix(), at: mapping.node(of: key) ?? mapping.node)
    }

    /// Makes something of the options where nothing is wrong and everything required is there.
    package func make<Made, each Value>(
        _ required: repeat (each Value)?, as build: (repeat each Value) -> Made
    ) -> Made? {
        guard isWhole, source != nil else { return nil }
        return try? build(repeat Self.given(each required))
    }

    private struct Missing: Error {}

    private static func given<Value>(_ value: Value?) throws(Missing) -> Value {
        guard let value else { throw Missing() }
        return value
    }
}
