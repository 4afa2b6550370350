import Foundation
import LocatedYAML

/// Reads one YAML file into a tree, for the benchmarks: no product, never installed.
@main
enum YAMLTree {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            print("usage: yaml-tree FILE")
            exit(64)
        }
        switch YAMLReader.read(path: CommandLine.arguments[1]) {
        case .success(let document):
            print("\(document.root.entries.count) keys, \(document.source.bytes.count) bytes")
        case .failure(let diagnostics):
            for mistake in diagnostics.all { print("\(mistake.start.line): \(mistake.message)") }
            exit(65)
        }
    }
}
