package import Rollout

/// An announcement as a page of a monitoring service shows it.
package struct PageAnnouncement: Hashable, Sendable {
    package let id: String
    package let title: String
    private let fields: [PageLabel: PageField]
    /// What the page sets as code.
    let code: Set<String>
    private let anchors: [PostLink]

    /// Reads the text of a page; nil for a text that is none.
    package init?(_ bytes: [UInt8]) {
        guard let text = UnicodeText.utf8(bytes),
            let read = try? PostText.read(String(decoding: text, as: UTF8.self), isHTML: false)
        else { return nil }
        self.init(read)
    }

    private init?(_ text: PostText) {
        let blocks = text.blocks
        guard let first = blocks.firstIndex(where: { Self.head($0.text) != nil }),
            let (id, title) = Self.head(blocks[first].text)
        else { return nil }
        var fields: [PageLabel: PageField] = [:]
        var label: PageLabel?
        var value: [TextBlock] = []
        func end() {
            // The page has the label "Details" twice: above the block of fields, and of one of them.
            guard let label, fields[label]?.blocks.isEmpty ?? true else { return }
            fields[label] = PageField(value)
        }
        for block in blocks[(first + 1)...] {
            // The marks of what a machine wrote, and all that stands below.
            if block.text.hasPrefix("** ") { break }
            guard let (next, rest) = Self.label(of: block) else {
                value.append(block)
                continue
            }
            end()
            label = next
            value = rest
        }
        end()
        guard fields.count >= 3 else { return nil }
        self.id = id
        // "MC1169566 –" has no more than its number.
        self.title = title.isEmpty ? id : title
        self.fields = fields
        code = text.code
        anchors = text.anchors
    }

    /// The label that a block begins with, and what of its value stands beside it; nil for a block of
    /// a value.
    private static func label(of block: TextBlock) -> (PageLabel, [TextBlock])? {
        guard case .row(let cells) = block.kind else {
            return PageLabel.of(block.text).map { label, rest in
                (label, rest.isEmpty ? [] : [block.with(rest)])
            }
        }
        // A table of fields has the label in its first cell.
        guard let first = cells.first, let (label, rest) = PageLabel.of(first) else { return nil }
        let values = ([rest] + cells.dropFirst()).filter { !$0.isEmpty }
        return (label, values.map { TextBlock(.paragraph, $0) })
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
    package func text(_ label: PageLabel) -> String { lines(label).joined(separator: " ") }

    func lines(_ label: PageLabel) -> [String] { fields[label]?.lines ?? [] }

    func blocks(_ label: PageLabel) -> [TextBlock] { fields[label]?.blocks ?? [] }

    /// The parts of a field between commas.
    package func list(_ label: PageLabel) -> [String] {
        text(label).split(separator: ",").map { String($0.drop { $0 == " " }) }
            .filter { !$0.isEmpty }
    }

    package func date(_ label: PageLabel) -> CivilDate? { CivilDate(text(label)) }

    /// The lines of days that cannot be read, each with its label.
    package var unreadDates: [(label: PageLabel, words: String)] {
        [PageLabel.created, .updated, .checkBefore].compactMap { label in
            text(label).isEmpty || date(label) != nil ? nil : (label, text(label))
        }
    }

    /// The fields of which the page shows a part, and hides the rest.
    package var partlyLocked: [String] {
        PageLabel.allCases.filter { fields[$0]?.isPartly ?? false }.map(\.rawValue)
    }

    package var remarks: [String] {
        let days = unreadDates.map { label, words in
            "\(label.rawValue) is no day that can be read: \"\(Excerpt.of(words, most: 120))\""
        }
        let partly =
            partlyLocked.isEmpty
            ? []
            : ["the page hides a part of: \(partlyLocked.joined(separator: ", "))"]
        return days + partly + putOffs.remarks
    }

    package func effects(_ label: PageLabel) -> [PageEffect] {
        PageEffect.effects(of: blocks(label), anchors)
    }

    /// The links of a field: addresses that it spells out, and those behind its words.
    func links(_ label: PageLabel) -> [PostLink] {
        let lines = lines(label)
        let spelled = lines.flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "," }) }
            .map(String.init).filter { $0.hasPrefix("http") }
        let named = anchors.filter { link in
            !link.text.isEmpty && !spelled.contains(link.text)
                && lines.contains { $0.holds(link.text) }
        }
        return spelled.map { PostLink(address: $0, text: $0) } + named
    }

    /// The fields that the page hides, or does not have: what they say is not known.
    package var notPublished: [String] { unknown.map(\.rawValue) }

    var unknown: [PageLabel] {
        PageLabel.allCases.filter { fields[$0] == nil || fields[$0] == .notPublished }
    }

    /// The fields whose value the page hides from this reader.
    package var locked: [String] {
        PageLabel.allCases.filter { fields[$0] == .notPublished }.map(\.rawValue)
    }

    /// The fields that the page does not have.
    package var missing: [String] {
        PageLabel.allCases.filter { fields[$0] == nil }.map(\.rawValue)
    }

    /// The fields that the page has, and nothing in them: that is what it says.
    package var empty: [String] {
        PageLabel.allCases.filter {
            fields[$0].map { $0.blocks.isEmpty && !$0.isPartly && $0 != .notPublished } ?? false
        }
        .map(\.rawValue)
    }

    /// How far summary, details or status say that the change does not come.
    package var cancellation: CancellationReach {
        // A status says it in a word.
        let isStatus = Token.words(of: text(.status)).contains { $0.hasPrefix("cancel") }
        let status = isStatus ? [text(.status), "The change is \(text(.status))"] : []
        return CancellationReach(of: texts + status, phases: reading.phases, context)
    }

    private var texts: [String] { [text(.summary), text(.details)] }

    private var context: CancellationReach.Context {
        CancellationReach.Context(
            title: title, services: list(.product), platforms: list(.platform))
    }

    /// What the page puts off, also in its status: "Postponed".
    private var putOffs: PutOffReach {
        PutOffReach(
            of: texts + [text(.status)], phases: cancellation.phases, days: days, context)
    }

    /// The blocks that speak of what changes and what follows from it, for what they name on a
    /// network.
    var prose: [TextBlock] {
        let labels: [PageLabel] = [
            .summary, .details, .affects, .preparations, .effects, .options, .opportunities, .risks,
            .security,
        ]
        return labels.flatMap(blocks).filter { !PageEffect.isAttribute($0.text) }
    }

    /// The phases that its summary and details speak of, with those cancelled that do not come.
    package var phases: [AnnouncedPhase] { putOffs.phases }

    /// What there is more of in summary and details.
    package var leftOut: LeftOut { reading.leftOut }

    /// What was read of them before it was asked which of them come.
    private var reading: TimelineReader.Reading {
        ProseTimeline.phases(of: texts, published: days.published, modified: days.modified)
    }

    private var days: (published: CivilDate, modified: CivilDate) {
        let day = date(.updated) ?? date(.created) ?? Zone.utc.local(Instant(milliseconds: 0)).date
        return (date(.created) ?? day, day)
    }
}
