import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckOptions {
    /// The environment variables of every kind that starts a program, with those whose values are
    /// kept elsewhere apart.
    func variables() -> (texts: [String: String], secrets: [String: Secret]) {
        let variables =
            optional(
                "environment",
                .entries(
                    "a mapping of variables to their values", key: .variable, value: .secretOrText),
                "Variables beside PATH, HOME and LANG, which every command has; a secret is"
                    + " {env: NAME} or {file: PATH}.") ?? []
        var (texts, secrets): ([String: String], [String: Secret]) = ([:], [:])
        for variable in variables {
            switch variable.value {
            case .text(let text): texts[variable.key] = text
            case .secret(let secret): secrets[variable.key] = secret
            }
        }
        return (texts, secrets)
    }
}

/// The value of a variable: a text, or where a secret is kept.
private enum SecretOrText: Sendable {
    case text(String)
    case secret(Secret)
}

extension ValueType where Value == SecretOrText {
    fileprivate static var secretOrText: ValueType {
        .shorthand(
            ValueType<String>.anyText.map { text, _, _ in .text(text) },
            or: ValueType<Secret>.secret.map { secret, _, _ in .secret(secret) })
    }
}

extension ValueType where Value == String {
    /// The name of an environment variable.
    static var variable: ValueType {
        scalar("the name of a variable (A-Z, a-z, 0-9 and _)", schema: ["type": "string"]) {
            isVariable($0) ? $0 : nil
        }
    }

    static func isVariable(_ text: String) -> Bool {
        let isName = text.utf8.allSatisfy { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "_") }
        return isName && text.utf8.first.map { !$0.isDigit } ?? false
    }
}
