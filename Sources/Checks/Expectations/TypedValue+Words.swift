import Rollout

extension TypedValue {
    /// How texts stand in a finding.
    enum Style: Hashable, Sendable {
        /// As they are, as in a list of records.
        case plain
        /// In quotes, and objects and lists as JSON has them.
        case quoted
    }

    /// The value in a few words, on one line and not too long.
    func words(_ style: Style) -> String {
        switch self {
        case .text(let text):
            let shown = ForeignText.clean(text.utf8, limit: 200)
            return style == .plain ? shown : "\"\(shown)\""
        case .number(let number): return ForeignText.clean(number.description.utf8, limit: 200)
        case .boolean(let value): return "\(value)"
        case .null: return "null"
        case .duration(let duration): return duration.language
        case .size(let count): return ByteCount.words(count)
        case .mode(let bits): return FileMode.text(bits)
        case .version(let version): return ForeignText.clean(version.text.utf8, limit: 200)
        case .list(let items):
            let list = Self.list(items, style)
            return style == .plain ? list : "[\(items.isEmpty ? "" : list)]"
        case .object(let object):
            let members = object.prefix(8).map { key, value in
                "\(TypedValue.text(key).words(.quoted)): \(value.words(.quoted))"
            }
            let more = object.count > 8 ? " and \(object.count - 8) more" : ""
            return ForeignText.clean("{\(members.joined(separator: ", "))\(more)}".utf8)
        }
    }

    /// At most eight values as one text.
    static func list(_ values: [TypedValue], _ style: Style) -> String {
        guard !values.isEmpty else { return "nothing" }
        let shown = values.prefix(8).map { $0.words(style) }.joined(separator: ", ")
        return values.count > 8 ? "\(shown) and \(values.count - 8) more" : shown
    }

    /// What the value is, without what it says.
    var typeWords: String {
        switch self {
        case .text(let text): return "a text of \(ByteCount.words(Int64(text.utf8.count)))"
        case .number: return "a number"
        case .boolean: return "true or false"
        case .null: return "null"
        case .duration: return "a duration"
        case .size: return "a size"
        case .mode: return "a mode"
        case .version: return "a version"
        case .list(let items):
            return "a list of \(items.count) \(items.count == 1 ? "entry" : "entries")"
        case .object(let object):
            return "an object of \(object.count) \(object.count == 1 ? "key" : "keys")"
        }
    }
}
