package import CanonicalJSON

/// A fact that one site saw, in the form in which it is held against that of another one.
///
/// The order of a list does not count: name servers turn it with each answer. Nor do measured times
/// within it, which are others each time.
package struct ComparedFact: Hashable, Sendable {
    /// As it was seen.
    package let value: JSONValue
    private let form: [UInt8]

    /// Nil where there is no such fact, or where a secret is hidden in it: what nobody saw is the same
    /// as nothing.
    package init?(_ value: JSONValue?) {
        guard let value, value != .null, !Self.hidesSecret(value) else { return nil }
        self.value = value
        form = Self.unordered(value).canonicalBytes
    }

    package static func == (left: ComparedFact, right: ComparedFact) -> Bool {
        left.form == right.form
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(form) }

    /// The fact that a path names among those of an outcome.
    package init?(_ path: String, of facts: JSONValue?) {
        let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let value = names.reduce(facts) { value, name in Self.member(name, of: value) }
        // Of no item at all no member was seen, whatever its name.
        self.init(names.count > 1 && value?.items?.isEmpty ?? false ? nil : value)
    }

    /// A member of an object, or that of each item of a list; nil where one of them has none.
    private static func member(_ name: String, of value: JSONValue?) -> JSONValue? {
        guard let items = value?.items else { return value?[name] }
        let members = items.compactMap { $0[name] }
        return members.count == items.count ? .array(members) : nil
    }

    private static func hidesSecret(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): return text.contains(CheckReport.hiddenSecret)
        case .array(let items): return items.contains(where: hidesSecret)
        case .object(let members): return members.values.contains(where: hidesSecret)
        default: return false
        }
    }

    private static func unordered(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let items):
            let sorted = items.map { unordered($0) }
                .map { (item: $0, form: $0.canonicalBytes) }
                .sorted { $0.form.lexicographicallyPrecedes($1.form) }
            return .array(sorted.map(\.item))
        case .object(let members):
            return .object(members.filter { !Parity.isTime($0.key) }.mapValues(unordered))
        default: return value
        }
    }
}
