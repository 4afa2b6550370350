import CanonicalJSON
import Characters
import Fields
import LocatedYAML

/// How a request says who asks; the secret in it is known only while a check runs.
package enum HTTPCredential: Hashable, Sendable {
    case basic(user: String, password: Secret)
    case bearer(Secret)

    var secret: Secret {
        switch self {
        case .basic(_, let secret), .bearer(let secret): return secret
        }
    }

    /// The value of `Authorization` (RFC 7617, RFC 6750); nil where the secret is not there, or
    /// cannot stand in a header.
    func authorization(_ secrets: [Secret: String]) -> String? {
        guard let value = secrets[secret] else { return nil }
        switch self {
        case .basic(let user, _): return "Basic " + Base64.text("\(user):\(value)".utf8)
        case .bearer: return HTTPField.isValue(value) ? "Bearer \(value)" : nil
        }
    }
}

extension CheckOptions {
    /// The options for a credential that would go to an address, which is nil where it is not known;
    /// nil where there is none.
    func httpCredential(_ address: HTTPAddress?) -> HTTPCredential? {
        let basic = optional(
            "basic", .basicCredential,
            "A user name, and where the password is kept; sent over a trusted session alone.")
        let token = optional(
            "bearer", ValueType<Secret>.secret,
            "Where a token is kept; sent over a trusted session alone.")
        refuse(
            where: has("basic") && has("bearer"), "basic and bearer exclude each other",
            code: "contradiction", fix: "keep one of them", at: "bearer")
        for key in ["basic", "bearer"] where has(key) {
            refuse(
                where: address?.isSecure == false,
                "\(key) over http would show the secret to everybody on the way",
                code: "contradiction", fix: "write https", at: key)
            refuse(
                where: has("verify"), "a secret is sent only where the server is verified",
                code: "contradiction", fix: "remove verify", at: "verify")
        }
        return basic ?? token.map { .bearer($0) }
    }
}

extension ValueType where Value == HTTPCredential {
    fileprivate static var basicCredential: ValueType {
        let type = ValueType.options("a user name with a password") { options in
            let user = options.required(
                "user",
                ValueType<String>.unrepeated(
                    "a user name without a colon",
                    schema: ["type": ["string", "number"], "pattern": "^[^:]+$"]
                ) { !$0.isEmpty && !$0.contains(":") && HTTPField.isValue($0) },
                "The user name.")
            let password = options.required(
                "password", ValueType<Secret>.secret, "Where the password is kept.")
            return options.make(user, password) { HTTPCredential.basic(user: $0, password: $1) }
        }
        return ValueType(words: type.words, schema: type.schema, shape: type.shape) {
            node, context in
            let value = type.read(node, context)
            // It may be both, as curl(1) takes them.
            if value == nil { context.hideLines(of: node) }
            return value
        }
    }
}
