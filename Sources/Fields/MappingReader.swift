package import LocatedYAML

/// A mapping that is read by a list of fields.
///
/// Unknown and missing keys are reported when it is made, wrong values when they are asked for.
package struct MappingReader {
    package let node: YAMLNode
    package let context: ReadingContext
    private let shape: Shape
    /// Few enough that looking through them is faster than a dictionary.
    private let keys: [String]
    /// One for each key.
    private let values: [YAMLNode]
    /// Keys that are absent, but of which an unknown key is probably a misspelling.
    private let misspelled: Set<String>

    /// Nil where the node is not a mapping; the mistake is then reported.
    package init?(_ node: YAMLNode, as shape: Shape, in context: ReadingContext) {
        guard node.kind == .mapping else {
            context.reportKind(
                of: node, wanted: "\(shape.name) is a mapping of keys to values",
                fix: Self.form(of: shape))
            return nil
        }
        self.node = node
        self.context = context
        self.shape = shape
        var keys: [String] = []
        var values: [YAMLNode] = []
        keys.reserveCapacity(shape.keys.count)
        values.reserveCapacity(shape.keys.count)
        node.forEachEntry { key, value in
            keys.append(key.text)
            values.append(value)
        }
        self.keys = keys
        self.values = values
        let known = shape.keys
        if context.isFull || keys.allSatisfy(known.contains) {
            misspelled = []
        } else {
            let unknown = keys.filter { !known.contains($0) }
            let absent = known.filter { !keys.contains($0) }
            misspelled = Set(
                unknown.prefix(100).compactMap { shape.key(meantBy: $0, among: absent) })
            reportUnknownKeys()
        }
        reportMissingKeys()
    }

    private init(_ other: MappingReader, _ context: ReadingContext) {
        node = other.node
        self.context = context
        shape = other.shape
        keys = other.keys
        values = other.values
        misspelled = other.misspelled
    }

    /// The same mapping read in another context; its keys are not looked at anew.
    package func with(_ context: ReadingContext) -> MappingReader {
        MappingReader(self, context)
    }

    /// The value of a field; nil where it is absent or wrong, and then what is wrong is reported.
    package subscript<Value>(field: Field<Value>) -> Value? {
        guard let node = node(of: field) else { return nil }
        let value = field.type.read(node, context)
        if value == nil { context.noteUnread(node, field.type.words) }
        return value
    }

    package func node<Value>(of field: Field<Value>) -> YAMLNode? { node(of: field.key) }

    /// The node of a key's value.
    package func node(of key: String) -> YAMLNode? {
        keys.firstIndex(of: key).map { values[$0] }
    }

    package func has<Value>(_ field: Field<Value>) -> Bool { node(of: field.key) != nil }

    /// Whether a field is there, be it under a misspelled key, which is reported already.
    package func wasMeant<Value>(_ field: Field<Value>) -> Bool {
        has(field) || misspelled.contains(field.key)
    }

    /// Reports a mistake at a field's value, or at the mapping where the field is absent.
    package func report<Value>(
        _ code: String, _ message: String, severity: Diagnostic.Severity = .error,
        fix: @autoclosure () -> String = "", at field: Field<Value>
    ) {
        context.report(
            code, message, severity: severity, fix: fix(), at: node(of: field) ?? node)
    }

    /// How a mapping of the shape is written, with the keys that it must have.
    private static func form(of shape: Shape) -> String {
        let keys = shape.required.map { "\($0.key): …" }.joined(separator: ", ")
        return keys.isEmpty
            ? "write {} for \(shape.name) without further terms" : "write {\(keys)}"
    }

    private func reportUnknownKeys() {
        for entry in node.entries where !shape.keys.contains(entry.key.text) && !context.isFull {
            if shape.mayHoldSecret(entry.key.text) {
                context.hideLines(of: entry.key)
                context.hideLines(of: entry.value)
            }
            context.report(
                "unknown-key", "\(shape.name) has no key \"\(entry.key.text)\"",
                fix: shape.suggestion(for: entry.key.text),
                at: entry.key)
        }
    }

    private func reportMissingKeys() {
        for field in shape.required
        where !keys.contains(field.key) && !misspelled.contains(field.key) {
            context.report(
                "missing-key", "\(shape.name) needs the key \"\(field.key)\"",
                fix: "add \"\(field.key):\" with \(field.words)", at: node)
        }
    }
}

extension ReadingContext {
    /// Reports a node of the wrong kind.
    func reportKind(of node: YAMLNode, wanted: String, fix: @autoclosure () -> String = "") {
        let found: String
        switch node.kind {
        case .scalar: found = node.isNothing || node.text.isEmpty ? "nothing" : "a single value"
        case .sequence: found = "a list"
        case .mapping: found = "a mapping"
        }
        report("wrong-type", "\(wanted), but this is \(found)", fix: fix(), at: node)
    }
}
