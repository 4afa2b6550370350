/// Cuts the text of a post at its headings.
enum SectionReader {
    /// The parts in their order; the first has no heading, and may be empty.
    static func sections(of blocks: [TextBlock]) -> [Section] {
        var sections = [Section(kind: .introduction)]
        /// How deep the heading lies where it is an item of a list that has lists below it.
        var depth: Int?
        for block in blocks {
            let bytes = Array(block.text.utf8)
            var start = 0
            func put(upTo end: Int) {
                let text = trimmed(bytes[start..<end])
                if !text.isEmpty { sections[sections.count - 1].blocks.append(block.with(text)) }
            }
            let headings = SectionHeading.find(in: block.text)
            if headings.isEmpty {
                // The next item beside the heading belongs to something else.
                if let level = depth, block.kind == .item, block.depth <= level,
                    sections.last?.blocks.isEmpty == false
                {
                    sections.append(Section(kind: .introduction))
                    depth = nil
                }
                // Links have a heading of their own within other parts, which go on behind them.
                if let last = sections.last, last.kind == .references, !last.blocks.isEmpty,
                    block.kind == .paragraph,
                    let part = sections.last(where: { $0.kind != .references })
                {
                    sections.append(Section(kind: part.kind))
                }
                let text = trimmed(bytes[...])
                // A row keeps its cells.
                if !text.isEmpty { sections[sections.count - 1].blocks.append(block) }
                continue
            }
            for heading in headings {
                put(upTo: heading.range.lowerBound)
                sections.append(Section(kind: heading.kind))
                start = heading.range.upperBound
            }
            put(upTo: bytes.count)
            depth = block.kind == .item ? block.depth : nil
        }
        return sections
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let isEmpty = text.utf8.allSatisfy { " []:*".utf8.contains($0) }
        return isEmpty ? "" : String(text.drop { $0 == " " })
    }
}
