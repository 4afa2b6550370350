package import Checks
import Fields
package import LocatedYAML
import Rollout

/// A check that stands by itself, without a checklist around it.
package struct SingleCheck: Sendable {
    package let check: ConfiguredCheck
    /// The mapping of its kind to its options.
    package let node: YAMLNode

    /// How long it may take where it does not say.
    package static let timeout = Defaults.unsaid.timeout

    /// Reads what would stand under `check:`.
    ///
    /// - Parameters:
    ///   - bytes: The text in YAML.
    ///   - name: What mistakes call the text.
    /// - Returns: The check, or every mistake in it.
    package static func read(
        _ bytes: [UInt8], name: String
    ) -> (check: SingleCheck?, mistakes: [Diagnostic]) {
        let reading = YAMLReader.reading(SourceText(path: name, bytes: bytes))
        guard let document = reading.document else { return (nil, reading.mistakes) }
        let context = ReadingContext(reading.mistakes)
        // Checks stand in a list below a step, as they are shown in the pages of their kinds.
        var node = document.root
        if let item = node.items.first, node.items.count == 1 { node = item }
        let check = ValueType<ConfiguredCheck>.check.read(node, context)
        let mistakes = context.diagnostics
        guard let check, !mistakes.contains(where: { $0.severity == .error }) else {
            return (nil, mistakes)
        }
        return (SingleCheck(check: check, node: node), mistakes)
    }
}
