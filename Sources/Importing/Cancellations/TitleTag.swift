/// What a title says of the whole announcement beside what it is of: "(Cancelled) Contoso Mail",
/// "Contoso Mail: rollout on hold".
enum TitleTag {
    /// The texts in brackets, and what stands behind the last colon or dash, where they say so.
    static func texts(in title: String) -> [String] {
        var texts: [String] = []
        var rest = title[...]
        while let start = rest.firstIndex(where: { "([".contains($0) }),
            let end = rest[start...].firstIndex(where: { ")]".contains($0) })
        {
            texts.append(String(rest[rest.index(after: start)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        for mark in [": ", " - ", " – ", " — "] {
            guard let tail = title.tail(behind: mark) else { continue }
            texts.append(tail)
        }
        return texts.filter(isOfStatus)
    }

    /// Whether a text says what was done with a change: "do not roll out" may be what it is called.
    private static func isOfStatus(_ text: String) -> Bool {
        Cancellation.places(in: Token.words(of: text)).contains {
            [.cancelled, .paused, .postponed].contains($0.kind)
        }
    }
}

extension String {
    /// What stands behind the last of some signs; nil where they are not there.
    fileprivate func tail(behind mark: String) -> String? {
        let bytes = Array(utf8)
        let sign = Array(mark.utf8)
        guard bytes.count > sign.count else { return nil }
        let place = bytes.indices.dropLast(sign.count).last { bytes[$0...].starts(with: sign) }
        return place.map { String(decoding: bytes[($0 + sign.count)...], as: UTF8.self) }
    }
}
