/// What there is to read in a post.
struct PostText: Hashable, Sendable {
    var blocks: [TextBlock] = []
    /// Each address once, in the order of appearance.
    var links: [PostLink] = []
    /// Each link, also where others have its address.
    var anchors: [PostLink] = []
    /// What it sets as code.
    var code: Set<String> = []

    /// The lines of a plain text.
    init(plain text: String) {
        var isParted = false
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var flow = TextFlow()
            flow.append(line.utf8)
            let words = flow.take()
            guard !words.isEmpty else {
                isParted = true
                continue
            }
            // "- Allow the gateway", and further in what is below another item.
            let blanks = line.utf8.prefix { $0 == 32 }.count
            var block = TextBlock(line: words)
            if block.kind == .item { block = TextBlock(line: words, depth: min(blanks / 2, 5)) }
            block.isParted = isParted
            isParted = false
            blocks.append(block)
        }
    }

    init(blocks: [TextBlock], links: [PostLink], code: Set<String> = []) {
        self.blocks = blocks
        self.code = code
        anchors = links
        var seen: Set<String> = []
        self.links = links.filter { seen.insert($0.address).inserted }
    }
}
