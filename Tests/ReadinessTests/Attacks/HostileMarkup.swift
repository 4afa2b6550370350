import Foundation

/// Finds what would act in a text, where it stands unescaped.
enum HostileMarkup {
    static func orders(in text: String, of type: String) -> [String] {
        switch type {
        case "text/html":
            return found(
                ["<script>", "<img", "<svg onload", "<probe>", "href=\"javascript:"], text)
                + attributes(of: text).filter { $0.hasPrefix("on") }
        case "application/xml", "text/xml": return found(["<script", "<img", "<probe"], text)
        case "text/calendar":
            return found(["\r\nBEGIN:VEVENT\r\nSUMMARY:probe", "\nBcc:"], text)
        case "text/csv": return found(["\n=probe", ",=probe", "\"=probe"], text)
        case "text/markdown":
            // Behind a backslash, or in code, it is a text.
            return found(["\n<img", " <img", "\"<img", "><svg", "\n[probe](", " [probe]("], text)
        default: return found(["\n::error::probe"], text)
        }
    }

    private static func found(_ words: [String], _ text: String) -> [String] {
        let data = Data(text.utf8)
        return words.filter { data.range(of: Data($0.utf8)) != nil }
    }

    /// The names of all attributes of a page, in lower case, as a browser would read its tags.
    static func attributes(of page: String) -> [String] {
        var names: [String] = []
        var rest = Array(page.utf8)[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[rest.index(after: start)...]
            var name: [UInt8] = []
            var quote: UInt8?
            // The name of the tag comes first, and is none of an attribute.
            var isTag = true
            while let byte = rest.popFirst() {
                if let open = quote {
                    if byte == open { quote = nil }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: " "), 9, 10, UInt8(ascii: "="), UInt8(ascii: ">"),
                    UInt8(ascii: "/"):
                    if !isTag, !name.isEmpty {
                        names.append(String(decoding: name, as: UTF8.self).lowercased())
                    }
                    name = []
                    isTag = false
                default: name.append(byte)
                }
                if byte == UInt8(ascii: ">"), quote == nil { break }
            }
        }
        return names
    }
}
