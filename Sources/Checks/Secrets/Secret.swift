import CanonicalJSON
import Characters
package import Fields
import Files
import LocatedYAML
package import Rollout

/// Where a secret is kept; the checklist never holds it itself.
package enum Secret: Hashable, Sendable {
    /// In an environment variable of `readiness`.
    case variable(String)
    /// In a file, without one line break at its end; relative to the checklist's folder.
    case file(String)

    /// Nil where it is in no file.
    var path: String? {
        guard case .file(let path) = self else { return nil }
        return path
    }

    /// Larger ones are no passwords, tokens or keys, and take long to be looked for: 16 KiB.
    private static let limit = 16 << 10

    /// The secret itself, or why there is none.
    ///
    /// An empty one, or one of blanks alone, is none: a server that then lets everybody in would look like one that took it.
    package func value(in environment: CheckEnvironment) -> Result<String, SecretFailure> {
        switch self {
        case .variable(let name):
            guard let value = environment.variables[name], !BlankText.isBlank(value) else {
                return .failure(
                    SecretFailure(place: "$\(name)", "the variable is not set, or empty"))
            }
            return .success(value)
        case .file(let path):
            let bytes: [UInt8]
            do throws(FileFailure) {
                bytes = try RegularFile(path: environment.path(path)).bytes(limit: Self.limit)
            } catch {
                return .failure(SecretFailure(place: path, error.reason))
            }
            guard var text = String(validating: bytes, as: UTF8.self) else {
                return .failure(SecretFailure(place: path, "it is no text in UTF-8"))
            }
            if text.utf8.last == 10 { text = String(text.unicodeScalars.dropLast()) }
            if text.utf8.last == 13 { text = String(text.unicodeScalars.dropLast()) }
            return BlankText.isBlank(text)
                ? .failure(SecretFailure(place: path, "it is empty")) : .success(text)
        }
    }
}

/// Why a secret is not there.
package struct SecretFailure: Error {
    package let obstacle: Obstacle

    init(place: String, _ detail: String) {
        obstacle = Obstacle(.secretUnreadable, ["place": place, "detail": detail])
    }
}

extension ValueType where Value == Secret {
    /// A mapping that says where a secret is kept; anything else in its place is refused, and nothing
    /// of what stands there is repeated.
    package static var secret: ValueType {
        let long = ValueType.options("a secret", isSecret: true) { options in
            let name = options.optional(
                "env", .unrepeatedVariable, "The environment variable of readiness that holds it.")
            let path = options.optional(
                "file", .text,
                "The file that holds it; a relative path counts from the checklist's folder.")
            options.refuse(
                where: options.has("env") == options.has("file"),
                "a secret is kept in exactly one place", fix: "write {env: NAME} or {file: PATH}",
                at: "env")
            return options.make(name.map { .variable($0) } ?? path.map { .file($0) }) { $0 }
        }
        return ValueType(words: long.words, schema: long.schema, shape: long.shape) {
            node, context in
            guard isPlace(node) else {
                context.hideLines(of: node)
                context.report(
                    Diagnostic.secretInText,
                    "a checklist holds no secrets, only where they are kept",
                    fix: "write {env: NAME} or {file: PATH}, and change this secret: it was written"
                        + " down", at: node)
                return nil
            }
            let value = long.read(node, context)
            let keys = node.entries.map(\.key.text)
            if value == nil || Set(keys).count < keys.count { context.hideLines(of: node) }
            return value
        }
    }

    /// Nothing, or a mapping without other keys, which may be the secret itself.
    private static func isPlace(_ node: YAMLNode) -> Bool {
        guard node.kind == .mapping else { return node.kind == .scalar && node.isNothing }
        return node.entries.allSatisfy { ["env", "file"].contains($0.key.text) }
    }
}

extension ValueType where Value == String {
    /// The name of a variable; what is none may be the secret itself.
    fileprivate static var unrepeatedVariable: ValueType {
        .unrepeated(ValueType.variable.words, schema: ["type": "string"], isVariable)
    }

    /// A text of which nothing is repeated where it does not fit, since a secret may stand in it.
    static func unrepeated(
        _ words: String, schema: JSONValue, _ fits: @escaping @Sendable (String) -> Bool
    ) -> ValueType {
        ValueType<String>.scalar(words, schema: schema) { $0 }.map { text, node, context in
            if fits(text) { return text }
            context.hideLines(of: node)
            context.report("wrong-value", "this is not \(words)", at: node)
            return nil
        }
    }
}
