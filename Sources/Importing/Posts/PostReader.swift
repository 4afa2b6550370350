import CanonicalJSON
import Rollout

/// Reads one post, with the keys of Microsoft Graph (`startDateTime`) or of its PowerShell module
/// (`StartDateTime`).
struct PostReader {
    private let members: [String: JSONValue]

    init?(_ value: JSONValue) {
        guard case .object(let members) = value else { return nil }
        // Where both spellings are there, that of Graph counts.
        self.members = Dictionary(
            members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { (Self.spelling($0.key), $0.value) }
        ) { _, last in last }
    }

    /// The key with a small first letter.
    private static func spelling(_ key: String) -> String {
        guard let first = key.utf8.first, (65...90).contains(first) else { return key }
        return String(UnicodeScalar(first | 32)) + key.dropFirst()
    }

    /// The post; what it lacks is empty, but for its id.
    func post() throws(PostReason) -> Announcement {
        guard let id = text("id"), !id.isEmpty else { throw PostReason(.noID) }
        guard Self.isID(id) else { throw PostReason(.oddID(id)) }
        let body = members["body"].flatMap { PostReader($0) }
        return Announcement(
            id: id.uppercased(), title: line("title"),
            body: body?.text("content") ?? text("body") ?? "",
            // A body that does not say what it is, is what all known ones are.
            isHTML: (body?.text("contentType") ?? "html").lowercased() != "text",
            category: line("category"), severity: line("severity"),
            isMajorChange: members["isMajorChange"]?.boolean, tags: list("tags"),
            services: list("services"), published: instant("startDateTime"),
            modified: instant("lastModifiedDateTime"), expires: instant("endDateTime"),
            actionRequiredBy: instant("actionRequiredByDateTime").map {
                Zone.utc.local($0).date
            }, details: details())
    }

    /// Why a post is refused, before its place is known.
    struct PostReason: Error {
        let reason: PostMistake.Reason
        init(_ reason: PostMistake.Reason) { self.reason = reason }
    }

    /// Letters and then digits: the id becomes the name of a file.
    private static func isID(_ id: String) -> Bool {
        let letters = id.utf8.prefix { (65...90).contains($0) || (97...122).contains($0) }
        let digits = id.utf8.dropFirst(letters.count)
        return (1...8).contains(letters.count) && (1...12).contains(digits.count)
            && digits.allSatisfy { (48...57).contains($0) }
    }

    private func text(_ key: String) -> String? { members[key]?.text }

    /// A short text on one line; empty where there is none.
    private func line(_ key: String) -> String { Self.line(text(key) ?? "") }

    private static func line(_ text: String) -> String {
        var flow = TextFlow()
        flow.append(text.utf8)
        return flow.take()
    }

    private func list(_ key: String) -> [String] {
        (members[key]?.items ?? []).compactMap(\.text).map(Self.line).filter { !$0.isEmpty }
    }

    private func details() -> [Announcement.Detail] {
        (members["details"]?.items ?? []).compactMap { item in
            guard let reader = PostReader(item), let value = reader.text("value") else {
                return nil
            }
            return Announcement.Detail(name: reader.line("name"), value: value)
        }
    }

    /// A moment in any of the forms in which exports write it; nil for what is none.
    private func instant(_ key: String) -> Instant? {
        guard let text = text(key) else { return nil }
        // Windows PowerShell 5.1.
        if text.hasPrefix("/Date("), text.hasSuffix(")/") {
            return Int64(text.dropFirst(6).dropLast(2)).flatMap {
                // The years 1 to 9999, which can be written again.
                Instant(rfc3339: Instant(milliseconds: max(min($0, 1 << 47), -(1 << 45))).rfc3339)
            }
        }
        guard let point = text.firstIndex(of: ".") else { return Instant(rfc3339: text) }
        let fraction = text[text.index(after: point)...].prefix { $0.isASCII && $0.isNumber }
        return Instant(
            rfc3339: text[..<point] + (fraction.isEmpty ? "" : "." + fraction.prefix(3))
                + text[fraction.endIndex...])
    }
}
