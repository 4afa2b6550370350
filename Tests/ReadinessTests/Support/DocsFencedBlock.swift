import Testing

/// A fenced block of a Markdown page.
struct DocsFencedBlock: Sendable, CustomTestStringConvertible {
    /// What stands behind the opening fence, such as `yaml checklist`.
    let info: String
    let lines: [String]
    /// The line of the page that the content begins on, counted from 1.
    let line: Int

    var text: String { lines.joined(separator: "\n") + "\n" }
    var testDescription: String { "the block at line \(line)" }

    /// Every fenced block of a page, in order.
    static func all(in page: String) -> [DocsFencedBlock] {
        var blocks: [DocsFencedBlock] = []
        var open: (info: String, line: Int, lines: [String])?
        for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if let block = open {
                if line == "```" {
                    blocks.append(
                        DocsFencedBlock(info: block.info, lines: block.lines, line: block.line))
                    open = nil
                } else {
                    open?.lines.append(String(line))
                }
            } else if line.hasPrefix("```") {
                open = (String(line.dropFirst(3)), index + 2, [])
            }
        }
        return blocks
    }
}
