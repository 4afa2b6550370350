import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension ValueType {
    /// The word `system` for what the machine uses by itself, which reads as nil, or a value.
    ///
    /// So a parameter can have `system` as its default and still take a value.
    static func systemOr<Given>(_ type: ValueType<Given>) -> ValueType where Value == Given? {
        let words = "system, or \(type.words)"
        return ValueType(
            words: words, schema: ["anyOf": [["const": "system"], type.schema]]
        ) { node, context in
            guard let text = context.text(of: node, wanted: words) else { return nil }
            return text == "system" ? .some(nil) : type.read(node, context).map { .some($0) }
        }
    }
}

extension ValueType where Value == String {
    /// The name of a process, as the kernel or the first word of its command line has it.
    static var processName: ValueType {
        name("the name of a process, such as nginx: no path, no brackets, no blank around it") {
            !isPath($0) && !($0.hasPrefix("[") && $0.hasSuffix("]"))
        }
    }

    /// A path, which no process is called by; threads of the kernel have one slash (`kworker/0:1`).
    private static func isPath(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let folders: Set = [
            "", ".", "..", "bin", "sbin", "usr", "opt", "lib", "lib64", "libexec", "local", "etc",
            "var", "srv", "home", "root", "tmp",
        ]
        return parts.count > 2 || parts.count == 2 && folders.contains(String(parts[0]))
    }

    /// The name of a user or group: none has a colon, which ends a name in passwd(5) and group(5).
    static var accountName: ValueType {
        name("the name of an account, without colon, comma or blank") {
            !$0.contains { $0 == ":" || $0 == "," || $0.isWhitespace }
        }
    }

    /// A name that something may have; any other one would always be found absent.
    private static func name(
        _ words: String, _ isPossible: @escaping @Sendable (String) -> Bool
    ) -> ValueType {
        scalar(words, schema: ["type": ["string", "number", "boolean"], "minLength": 1]) { text in
            guard let first = text.first, let last = text.last, !first.isWhitespace,
                !last.isWhitespace, isPossible(text)
            else { return nil }
            return text
        }
    }
}
