import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension ValueType {
    /// A mapping whose keys are listed and read in one place, as the options of a check are.
    ///
    /// - Parameters:
    ///   - name: What the mapping is, with its article.
    ///   - isSecret: It says where a secret is kept.
    ///   - reading: Lists or reads; nil where there is nothing to make.
    /// - Returns: A type that reports every mistake in the mapping.
    static func options(
        _ name: String, isSecret: Bool = false,
        _ reading: @escaping @Sendable (CheckOptions) -> Value?
    ) -> ValueType {
        let listing = CheckOptions.list(reading)
        return .mapping(Shape(name, listing.descriptions, isSecret: isSecret)) { mapping in
            let options = CheckOptions(mapping, listing)
            let value = reading(options)
            return options.isWhole ? value : nil
        }
    }

    /// A short form as a single value, or the long form as a mapping.
    static func shorthand(_ short: ValueType, or long: ValueType) -> ValueType {
        ValueType(
            words: "\(short.words), or \(long.words)",
            schema: ["anyOf": [short.schema, long.schema]], shape: long.shape
        ) { node, context in
            node.kind == .mapping ? long.read(node, context) : short.read(node, context)
        }
    }
}

extension ValueType where Value == String {
    /// Any text; an empty one is written as `""`.
    static var anyText: ValueType {
        scalar("a text", schema: ["type": ["string", "number", "boolean"]]) { $0 }
    }
}
