/// Turns the events of a text into a tree, and collects what is wrong on the way.
///
/// There is no recursion: what is open lies on a stack of its own, and only as deep as the limits
/// allow.
struct TreeBuilder {
    let source: SourceText
    let limits: YAMLLimits
    /// Its bytes, lent for as long as the builder lives.
    let text: UnsafeBufferPointer<UInt8>
    let parser: EventParser
    /// From the parser's places to bytes.
    var cursor: CharacterCursor
    var tree = NodeTree()
    /// The anchors defined so far.
    var anchors = AnchorTable()
    /// The keys of the mapping that is being closed.
    var keyTable: KeyTable
    /// What is not closed yet, outermost first.
    var open: [OpenCollection] = []
    /// The keys of all open mappings, without merge keys.
    var keys: [UInt32] = []
    /// The byte after the node that was read last.
    var lastEnd: UInt32?
    /// How many nodes were read, aliases followed.
    var nodes = 0
    var mistakes: [Diagnostic] = []
    /// Nothing more is to be read.
    var isFinished = false
    /// The byte where the text stops to be YAML; nil where it does not, or no byte says why.
    private(set) var failedAt: Int?
    private var hasDocument = false

    init(source: SourceText, text: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
        self.text = text
        parser = EventParser(text)
        cursor = CharacterCursor(text)
        keyTable = KeyTable(source: UnsafeRawBufferPointer(text))
        // Growing copies, and memory that is reserved but never written costs a large text nothing.
        let isLarge = text.count > 1 << 20
        tree.records.reserveCapacity(
            min(isLarge ? text.count : text.count / 8 + 16, limits.nodes + 1))
    }

    /// Reads to the end of the text, or to the first mistake that makes the rest meaningless.
    mutating func build() {
        while !isFinished {
            switch parser.next() {
            case .scalar: scalar()
            case .mappingStart: collection(.mapping)
            case .sequenceStart: collection(.sequence)
            case .mappingEnd, .sequenceEnd: close()
            case .alias: alias()
            case .documentStart: documentStart()
            case .streamStart, .documentEnd: break
            case .streamEnd: streamEnd()
            case .failure: failure()
            }
        }
    }

    /// Notes a mistake and reads on, unless there are too many.
    mutating func note(_ code: String, _ message: String, fix: String, at span: SourceSpan) {
        mistakes.append(source.diagnostic(code, message, fix: fix, at: span))
        if mistakes.count >= limits.mistakes { isFinished = true }
    }

    /// Notes a mistake behind which reading makes no sense.
    mutating func stop(_ code: String, _ message: String, fix: String, at span: SourceSpan) {
        note(code, message, fix: fix, at: span)
        isFinished = true
    }

    /// Adds a record and counts its nodes; false where that is one too many.
    mutating func append(_ record: NodeRecord, nodes count: Int = 1) -> Bool {
        nodes += count
        guard nodes <= limits.nodes else {
            stop(
                "too-many-nodes",
                "the document has more than \(limits.nodes) values, aliases followed",
                fix: "split the file, or use fewer aliases",
                at: SourceSpan(start: Int(record.start), end: Int(record.end)))
            return false
        }
        tree.records.append(record)
        return true
    }

    /// Tells the open collection that a child was read.
    mutating func attach(_ node: UInt32, depth: Int, height: Int) {
        guard let last = open.indices.last else { return }
        open[last].height = max(open[last].height, depth - open[last].depth + height)
        guard open[last].isMapping else { return }
        open[last].expectsMerge = open[last].expectsKey && open[last].mergeKey == node
        open[last].expectsKey.toggle()
    }

    private mutating func documentStart() {
        guard hasDocument else {
            hasDocument = true
            return
        }
        let start = cursor.offset(ofCharacter: parser.start)
        stop(
            "several-documents", "a second document begins here; a file holds one",
            fix: "remove the `---`, or move what follows to a file of its own",
            at: SourceSpan(start: start, end: cursor.offset(ofCharacter: parser.end)))
    }

    private mutating func streamEnd() {
        isFinished = true
        guard let root = tree.records.first else {
            guard mistakes.isEmpty else { return }
            return stop(
                "empty", "the file is empty", fix: YAMLReader.emptyFix,
                at: SourceSpan(start: 0, end: 0))
        }
        guard root.shape == .scalar, root.isPlain, root.extra == 0, mistakes.isEmpty else { return }
        stop(
            "empty", "the document is empty", fix: YAMLReader.emptyFix,
            at: SourceSpan(start: Int(root.start), end: Int(root.end)))
    }

    private mutating func failure() {
        let bracket = open.last.flatMap { $0.isFlow ? tree.records[Int($0.record)].start : nil }
        let reader = ProblemReader(
            source: source, openBracket: bracket.map { Int($0) },
            isBeforeDocument: tree.records.isEmpty)
        let problem = parser.problem
        if case .syntax(_, let place, _, _) = problem {
            failedAt = cursor.offset(ofCharacter: place)
        }
        mistakes.append(reader.diagnostic(for: problem, cursor: &cursor))
        isFinished = true
    }
}
