import Rollout

/// An announcement as a page of a monitoring service shows it.
package struct PageAnnouncement: Hashable, Sendable {
    package let id: String
    package let title: String
    private let fields: [PageLabel: PageField]

    /// Reads the text of a page; nil for a text that is none.
    package init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let isMarkup = text.utf8.first { $0 > 32 } == UInt8(ascii: "<")
        let blocks =
            isMarkup
            ? (try? HTMLReader.read(text))?.blocks ?? [] : PostText(plain: text).blocks
        self.init(lines: blocks.map(\.text))
    }

    private init?(lines: [String]) {
        guard let first = lines.firstIndex(where: { Self.head($0) != nil }),
            let (id, title) = Self.head(lines[first])
        else { return nil }
        var fields: [PageLabel: PageField] = [:]
        var label: PageLabel?
        var value: [String] = []
        func end() {
            // The page has the label "Details" twice: above the block of fields, and of one of them.
            guard let label, fields[label]?.lines.isEmpty ?? true else { return }
            fields[label] = PageField(value)
        }
        for line in lines[(first + 1)...] {
            // The marks of what a machine wrote, and all that stands below.
            if line.hasPrefix("** ") { break }
            guard let (next, rest) = PageLabel.of(line) else {
                value.append(line)
                continue
            }
            end()
            label = next
            value = rest.isEmpty ? [] : [rest]
        }
        end()
        guard fields.count >= 3 else { return nil }
        self.id = id
        self.title = title
        self.fields = fields
    }

    /// `MC1169566 – Title (archived)`.
    private static func head(_ line: String) -> (String, String)? {
        let tokens = Token.tokens(of: line)
        guard tokens.count >= 3, tokens[0].text == "mc", tokens[1].kind == .number,
            tokens[1].isGlued,
            tokens[1].text.utf8.count <= 12
        else { return nil }
        var words = tokens.dropFirst(2)
        if let sign = words.first, sign.isSign("-:") { words = words.dropFirst() }
        var title = PhaseCollector.words(words, of: line)
        if title.hasSuffix(" (archived)") { title.removeLast(" (archived)".count) }
        return ("MC\(tokens[1].text)", title)
    }

    /// The words of a field; empty where it has none.
    func text(_ label: PageLabel) -> String {
        (fields[label]?.lines ?? []).joined(separator: " ")
    }

    /// The parts of a field between commas.
    func list(_ label: PageLabel) -> [String] {
        text(label).split(separator: ",").map { String($0.drop { $0 == " " }) }
            .filter { !$0.isEmpty }
    }

    func date(_ label: PageLabel) -> CivilDate? { CivilDate(text(label)) }

    func effects(_ label: PageLabel) -> [PageEffect] {
        PageEffect.effects(of: fields[label]?.lines ?? [])
    }

    /// The addresses of a field.
    var links: [String] {
        (fields[.links]?.lines ?? []).flatMap {
            $0.split(whereSeparator: { $0 == " " || $0 == "," })
        }
        .map(String.init).filter { $0.hasPrefix("http") }
    }

    /// The fields that the page hides.
    package var notPublished: [String] {
        PageLabel.allCases.filter { fields[$0] == .notPublished }.map(\.rawValue)
    }

    /// The phases that its summary and details speak of.
    package var phases: [AnnouncedPhase] {
        let day = date(.updated) ?? date(.created) ?? Zone.utc.local(Instant(milliseconds: 0)).date
        return ProseTimeline.phases(
            of: [text(.summary), text(.details)], published: date(.created) ?? day, modified: day)
    }
}
