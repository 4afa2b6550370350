import Attestation
import CanonicalJSON
import Characters
import Rollout

/// What a page of the server sends: an object of texts, read strictly.
package struct BrowserMessage: Sendable {
    private let members: [String: JSONValue]

    /// The media type: no form of a page can send it.
    package static let mediaType = "application/vnd.readiness.browser+json"
    package static let mostBytes = 1 << 16

    package init(_ bytes: [UInt8]) throws(StatementRefusal) {
        guard let members = (try? JSONValue(jsonBytes: bytes))?.members else {
            throw StatementRefusal(.form, "This is no message of a page of the server.")
        }
        self.members = members
    }

    init(_ value: JSONValue?) throws(StatementRefusal) {
        guard let members = value?.members else {
            throw StatementRefusal(.form, "This is no message of a page of the server.")
        }
        self.members = members
    }

    /// A text; nil where it is empty or not there.
    func optional(_ name: String) throws(StatementRefusal) -> String? {
        guard let value = members[name], value != .null else { return nil }
        guard let text = value.text else {
            throw StatementRefusal(.form, "“\(name)” is no text.")
        }
        return text.isEmpty ? nil : text
    }

    package func text(_ name: String) throws(StatementRefusal) -> String {
        guard let text = try optional(name) else {
            throw StatementRefusal(.form, "“\(name)” is missing.")
        }
        return text
    }

    /// A text in which somebody says something.
    func words(_ name: String) throws(StatementRefusal) -> String {
        let text = try optional(name) ?? ""
        guard !BlankText.isBlank(text) else {
            throw StatementRefusal(.form, "“\(name)” must say something.")
        }
        return text
    }

    func word<Word: RawRepresentable>(
        _ name: String, _ type: Word.Type = Word.self
    ) throws(StatementRefusal) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try text(name)) else {
            throw StatementRefusal(.form, "“\(name)” is none of its words.")
        }
        return word
    }

    func bytes(_ name: String) throws(StatementRefusal) -> [UInt8] {
        guard let bytes = Base64.addressBytes(try text(name).utf8) else {
            throw StatementRefusal(.form, "“\(name)” is not in base64 for addresses.")
        }
        return bytes
    }

    /// The objects of a list; none where it is not there.
    func objects(_ name: String) throws(StatementRefusal) -> [BrowserMessage] {
        guard let items = members[name]?.items else { return [] }
        return try items.map { item throws(StatementRefusal) in try BrowserMessage(item) }
    }

    func number(_ name: String) throws(StatementRefusal) -> Int {
        guard let number = members[name]?.integer.flatMap({ Int(exactly: $0) }) else {
            throw StatementRefusal(.form, "“\(name)” is no number.")
        }
        return number
    }

    /// What the browser returned for a passkey that signed.
    func assertion() throws(StatementRefusal) -> (credential: String, assertion: BrowserAssertion) {
        let message = try BrowserMessage(members["assertion"])
        return (
            try message.text("credential"),
            BrowserAssertion(
                authenticatorData: try message.bytes("authenticatorData"),
                clientData: try message.bytes("clientDataJSON"),
                signature: try message.bytes("signature"))
        )
    }
}
