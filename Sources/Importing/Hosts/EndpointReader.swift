/// Finds what a text names on a network: hosts, addresses and ranges, each with the ports and the
/// version of TLS that its own sentence, row or item names.
struct EndpointReader {
    /// In the order of the text.
    private(set) var endpoints: [NamedEndpoint] = []
    private let reader: NetworkClauseReader

    /// What a paragraph that ends in a colon says of the items and rows below it.
    private struct Introduction {
        var ports: [ServicePort] = []
        var tls: String?
        var topic = NetworkTopic()
        /// Whether all that it leads to is to be kept away from.
        var isAverted = false
    }
    private var introduction = Introduction()
    private var header: [String] = []
    /// The endpoints of the last block for which it named no ports, by their places.
    private var open: [Int] = []
    /// The versions of TLS that are named anywhere.
    private var versions: Set<String> = []

    /// More than this are no part of one change.
    static let most = 500

    /// What blocks name; `code` is what they set as code.
    static func endpoints(of blocks: [TextBlock], code: Set<String>) -> [NamedEndpoint] {
        var reader = EndpointReader(code)
        for block in blocks {
            if reader.concerns(block) {
                reader.read(block.cut(to: 1 << 14))
            } else if block.kind != .item {
                reader.close()
            }
        }
        return reader.finished()
    }

    private init(_ code: Set<String>) { reader = NetworkClauseReader(code: code) }

    /// Whether a block can have anything to do with it: most have not, and need not be cut up.
    private func concerns(_ block: TextBlock) -> Bool {
        if case .row = block.kind { return true }
        if block.kind == .item, !open.isEmpty || !introduction.ports.isEmpty { return true }
        if block.text.utf8.last == UInt8(ascii: ":") { return true }
        var last: UInt32 = 0x2020_2020
        for byte in block.text.utf8 {
            // A sign within a word, as in the name of a host.
            let sign = last & 0xFF
            if byte > 32, last >> 8 & 0xFF > 32, sign == 0x2E || sign == 0x3A { return true }
            last = last << 8 | UInt32(byte)
            if Self.marks.contains(last) || Self.shortMarks.contains(last & 0xFF_FFFF) {
                return true
            }
        }
        return false
    }

    private static let marks: [UInt32] = [0x706F_7274, 0x506F_7274]  // port, Port
    private static let shortMarks: [UInt32] = [0x54_4350, 0x55_4450, 0x54_4C53]  // TCP, UDP, TLS

    /// Ends what stands above something else.
    private mutating func close() {
        introduction = Introduction()
        header = []
        open = []
    }

    private mutating func read(_ block: TextBlock) {
        if case .row(let cells) = block.kind { return read(cells) }
        header = []
        if block.kind != .item { introduction = Introduction() }
        var own: [Int] = []
        var orphans: [ServicePort] = []
        var tls: String?
        for sentence in PlainSentences.of(block.text) {
            let clause = reader.clause(
                sentence, under: introduction.topic, isAverted: introduction.isAverted)
            if let version = clause.tls {
                versions.insert(version)
                tls = tls ?? version
            }
            if clause.targets.isEmpty { orphans += clause.ports }
            own += take(clause, sentence)
        }
        guard !own.isEmpty else { return readWithoutTargets(block, orphans, tls) }
        open = own.filter { endpoints[$0].ports.isEmpty }
        // "Devices connect to a host. The connection uses port 8443."
        for place in open { endpoints[place].add(orphans.isEmpty ? introduction.ports : orphans) }
    }

    private mutating func readWithoutTargets(
        _ block: TextBlock, _ ports: [ServicePort], _ tls: String?
    ) {
        // "Port: 8443", in a line below that of the host.
        if block.text.utf8.count <= 60 { for place in open { endpoints[place].add(ports) } }
        if ports.isEmpty { open = [] }
        guard block.text.hasSuffix(":") else { return }
        let tokens = Token.tokens(of: block.text)
        introduction = Introduction(
            ports: ports, tls: tls,
            topic: introduction.topic.joined(with: NetworkWords.topic(of: tokens)),
            isAverted: NetworkSense.isAverted(above: tokens))
    }

    /// Reads a row: the ports of a column, or of a cell, are of all that the row names.
    private mutating func read(_ cells: [String]) {
        let whole = cells.joined(separator: " ; ")
        let isHead =
            !cells.contains { Token.tokens(of: $0).contains { $0.kind == .number && !$0.isGlued } }
            && cells.contains {
                NetworkWords.occur(in: Token.tokens(of: $0)) || Self.isProtocol($0)
            }
            && reader.clause(whole, under: .row).targets.isEmpty
        if isHead {
            header = cells
            return
        }
        let transport = cells.enumerated().first { Self.isProtocol(head($0.offset)) }?.element ?? ""
        var texts: [(words: String, isAverted: Bool)] = []
        for (column, cell) in cells.enumerated() {
            let names = Token.tokens(of: head(column))
            if Self.isProtocol(head(column)) {
                continue
            } else if names.contains(where: { ["port", "ports"].contains($0.text) }) {
                let ports = "\(ServicePort.Transport.allWords(in: transport)) ports \(cell)"
                texts.append((ports, false))
            } else {
                let isOld = introduction.isAverted || NetworkSense.isAverted(above: names)
                texts.append((cell, isOld))
            }
        }
        if !transport.isEmpty { texts.append((transport, false)) }
        // Without a head that says so, a row may be of anything.
        let topic =
            header.isEmpty
            ? NetworkTopic(isNetwork: true).joined(with: introduction.topic) : NetworkTopic.row
        let isAvertedRow = NetworkSense.isAverted(inRow: cells)
        var found: [NetworkClause] = texts.map { text in
            reader.clause(text.words, under: topic, isAverted: isAvertedRow || text.isAverted)
        }
        let ports = found.filter(\.targets.isEmpty).flatMap(\.ports)
        let usual = found.flatMap(\.usual)
        let tls = found.compactMap(\.tls).min()
        if let tls { versions.insert(tls) }
        found.removeAll { $0.targets.isEmpty }
        for clause in found {
            for (target, own) in clause.assigned() {
                let all = own.isEmpty ? (ports.isEmpty ? usual : ports) : own + ports
                put(
                    target, all.isEmpty ? introduction.ports : all, tls ?? introduction.tls,
                    cells.joined(separator: " | "))
            }
        }
    }

    private func head(_ column: Int) -> String { column < header.count ? header[column] : "" }

    /// Whether a column is headed by what carries its ports.
    private static func isProtocol(_ head: String) -> Bool {
        Token.tokens(of: head).contains {
            ["protocol", "protocols", "transport"].contains($0.text)
        }
    }

    /// Takes what a sentence names; the places of its endpoints.
    private mutating func take(_ clause: NetworkClause, _ sentence: String) -> [Int] {
        clause.assigned().compactMap { found, ports in
            put(found, ports, clause.tls ?? introduction.tls, sentence)
        }
    }

    /// The place of an endpoint; nil where there are too many.
    @discardableResult
    private mutating func put(
        _ found: TargetReader.Found, _ ports: [ServicePort], _ tls: String?, _ source: String
    ) -> Int? {
        let known = endpoints.firstIndex { $0.target == found.target }
        if known == nil {
            guard endpoints.count < Self.most else { return nil }
            endpoints.append(NamedEndpoint(target: found.target, source: source))
        }
        let place = known ?? endpoints.count - 1
        endpoints[place].add(ports)
        endpoints[place].isAverted = endpoints[place].isAverted || found.isAverted
        if let tls { endpoints[place].tls = tls }
        return place
    }

    /// With the version of TLS of the whole text for what is reached on its usual port.
    private func finished() -> [NamedEndpoint] {
        endpoints.map { endpoint in
            var endpoint = endpoint
            let isUsual = endpoint.ports.allSatisfy { $0.number == "443" }
            if endpoint.tls == nil, isUsual { endpoint.tls = versions.min() }
            return endpoint
        }
    }
}

extension ServicePort.Transport {
    /// The transports that a cell names, as words before a port: "TCP/UDP".
    fileprivate static func allWords(in cell: String) -> String {
        let words = Token.tokens(of: cell).compactMap { Self(rawValue: $0.text.uppercased()) }
        return words.map(\.rawValue).joined(separator: "/")
    }
}
