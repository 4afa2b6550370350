import Fields
import LocatedYAML

/// Reads values of parameters from a YAML file.
package enum ValuesFile {
    /// The values by name; fails with every mistake in the file.
    package static func read(_ path: String) throws -> [String: String] {
        let context = ReadingContext()
        switch YAMLReader.read(path: path) {
        case .failure(let diagnostics): throw OperationFailure.invalid(diagnostics.all)
        case .success(let document):
            let type = ValueType<[(key: String, node: YAMLNode, value: String)]>.entries(
                "a mapping of parameters to values", key: .text, value: .text)
            let entries = type.read(document.root, context)
            guard let entries, context.diagnostics.isEmpty else {
                throw OperationFailure.invalid(context.diagnostics)
            }
            return Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
        }
    }
}
