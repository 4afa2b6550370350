import Foundation
import Yams

/// Reads one YAML file with Yams: `compose` into its tree, or `load` into Swift values.
@main
enum YamsPeer {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            print("usage: yaml-yams compose|load FILE")
            exit(64)
        }
        let path = CommandLine.arguments[2]
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        switch CommandLine.arguments[1] {
        case "compose":
            print("\(try Yams.compose(yaml: text)?.mapping?.count ?? 0) keys")
        case "load":
            let value = try Yams.load(yaml: text)
            print("\((value as? [String: Any])?.count ?? 0) keys")
        default:
            print("usage: yaml-yams compose|load FILE")
            exit(64)
        }
    }
}
