import Checks
import Fields
import LocatedYAML

extension CheckKind {
    /// The check that a text describes, and what is wrong with it.
    func reading(_ text: String) throws -> (check: ConfiguredCheck?, mistakes: [String]) {
        let source = SourceText(path: "test.yaml", bytes: Array(text.utf8))
        let document = try YAMLReader.read(source).get()
        let context = ReadingContext()
        let check = MappingReader(document.root, as: shape, in: context).flatMap { read($0) }
        return (check, context.diagnostics.map(\.message))
    }
}
