package import CanonicalJSON
import Characters

/// What a stranger chose stands on one line, has nothing hidden in it, and is bounded.
package func requireClean(_ text: String, atMost limit: Int = 20_000) {
    precondition(text.utf8.count <= limit, text)
    precondition(!text.unicodeScalars.contains { VisibleText.isHidden($0) }, text)
}

/// The same of all texts in a value.
package func requireClean(_ value: JSONValue) {
    switch value {
    case .string(let text): requireClean(text)
    case .array(let items): items.forEach(requireClean)
    case .object(let members):
        for (key, value) in members {
            requireClean(key)
            requireClean(value)
        }
    case .null, .boolean, .integer: break
    }
}
