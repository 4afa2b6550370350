import LocatedYAML

/// Reads a text of YAML into values.
///
/// Other readers take what this one refuses, each in its own way: two equal keys, several
/// documents, tags. What a program makes of them is not known, so that it is never judged.
enum YAMLValues {
    /// An alias counts as what it stands for, so that few bytes cannot become many values.
    private static let limits = YAMLLimits(
        inputBytes: 1 << 20, nodes: 100_000, mistakes: 1, takesTypeTags: false)

    /// Why a value cannot be told.
    private struct Unclear: Error {
        let reason: String
        let node: YAMLNode
    }

    static func read(_ bytes: [UInt8]) -> StructuredForm.Reading {
        switch YAMLReader.read(SourceText(path: "", bytes: bytes), limits: limits) {
        case .failure(let diagnostics):
            // The message may quote what stands there, which is private.
            guard let first = diagnostics.all.first else { return .unknown("no reason is known") }
            return .unknown("line \(first.start.line), column \(first.start.column): \(first.code)")
        case .success(let document):
            return .values { found($0.node(in: document.root)) }
        }
    }

    private static func found(
        _ place: (node: YAMLNode?, keys: [YAMLNode])
    ) -> StructuredForm.Found {
        do throws(Unclear) {
            for key in place.keys { try requireText(key) }
            return .value(try place.node.map { node throws(Unclear) in try value(node) })
        } catch {
            let place = error.node.source.position(at: error.node.span.start)
            return .unknown("line \(place.line), column \(place.column): \(error.reason)")
        }
    }

    private static func value(_ node: YAMLNode) throws(Unclear) -> TypedValue {
        switch node.kind {
        case .scalar: return try scalar(node)
        case .sequence:
            var items: [TypedValue] = []
            for item in node.items { items.append(try value(item)) }
            return .list(items)
        case .mapping:
            var members = JSONObject()
            for entry in node.entries {
                try requireText(entry.key)
                guard members.add(entry.key.text, try value(entry.value)) else {
                    throw Unclear(reason: "a key stands twice", node: entry.key)
                }
            }
            return .object(members)
        }
    }

    /// A key such as `on` is a text here, and true or nothing to other readers.
    private static func requireText(_ key: YAMLNode) throws(Unclear) {
        guard key.isPlain else { return }
        switch YAMLScalar(key.text) {
        case .text, .number: return
        case .null, .boolean: throw Unclear(reason: "a key that is no text", node: key)
        case .unclear(let reason): throw Unclear(reason: reason, node: key)
        }
    }

    private static func scalar(_ node: YAMLNode) throws(Unclear) -> TypedValue {
        let text = node.text
        guard node.isPlain else { return .text(text) }
        switch YAMLScalar(text) {
        case .null: return .null
        case .boolean(let value): return .boolean(value)
        case .number(let number): return .number(number)
        case .text: return .text(text)
        case .unclear(let reason): throw Unclear(reason: reason, node: node)
        }
    }
}
