/// Reads what a sentence names on a network.
struct NetworkClauseReader {
    /// What the whole text sets as code.
    let code: Set<String>

    /// Reads a sentence; what is above it may tell that it is about networks, and that all that it
    /// names is to be kept away from.
    func clause(
        _ sentence: String, under topic: NetworkTopic, isAverted: Bool = false
    ) -> NetworkClause {
        let tokens = Token.tokens(of: sentence)
        var sense: NetworkSense?
        let own = NetworkWords.topic(of: tokens)
        let targets = TargetReader(
            topic: topic.joined(with: own),
            isReference: own.maySend && NetworkWords.isReference(tokens),
            isAlone: !sentence.utf8.contains(32), code: code)
        let ports = PortReader(tokens: tokens)
        let words = Self.words(sentence)
        var pieces: [NetworkClause.Piece] = []
        var usual: [ServicePort] = []
        var index = 0
        while index < tokens.count, pieces.count < Self.mostPieces {
            let token = tokens[index]
            let word = words[token.range.lowerBound]
            if let word,
                var found = targets.target(word, after: index > 0 ? tokens[index - 1].text : "")
            {
                let known = sense ?? NetworkSense(tokens, isAverted: isAverted)
                sense = known
                found.isAverted = known.averted[index]
                pieces.append(.target(found))
                let end = token.range.lowerBound + word.utf8.count
                let isEnd = word.hasSuffix(";")
                while index < tokens.count, tokens[index].range.lowerBound < end { index += 1 }
                if isEnd { pieces.append(.end) }
                continue
            }
            // What an address is read by, is said of nothing else.
            if let word, word.contains("://") {
                let end = token.range.lowerBound + word.utf8.count
                while index < tokens.count, tokens[index].range.lowerBound < end { index += 1 }
                continue
            }
            if let (found, end) = ports.ports(at: index) ?? bare(at: index, tokens, pieces) {
                let isBracketed = index > 0 && tokens[index - 1].isSign("(")
                // "A on port 1 and port 2 to b": these are of what follows.
                if end < tokens.count, tokens[end].text == "to", end + 1 < tokens.count,
                    let next = words[tokens[end + 1].range.lowerBound],
                    targets.target(next, after: "to") != nil
                {
                    pieces.append(.end)
                }
                pieces.append(.ports(found, isBracketed: isBracketed))
                index = end
                continue
            }
            if token.isSign(";") { pieces.append(.end) }
            if ["and", "or", "both"].contains(token.text) { pieces.append(.and) }
            if let port = ServicePort.usual(of: token.text), token.kind == .word {
                usual.append(port)
            }
            index += 1
        }
        return NetworkClause(
            pieces: pieces, usual: usual, hasStartTLS: tokens.contains { $0.text == "starttls" },
            tls: Self.tls(tokens))
    }

    /// More pieces than this are no sentence that somebody wrote.
    private static let mostPieces = 400

    /// "a.example.com on 8443", without the word.
    private func bare(
        at index: Int, _ tokens: [Token], _ pieces: [NetworkClause.Piece]
    ) -> (ports: [ServicePort], end: Int)? {
        guard case .target = pieces.last, ["on", "over", "at", "via"].contains(tokens[index].text),
            index + 1 < tokens.count, tokens[index + 1].kind == .number,
            index + 2 >= tokens.count || !tokens[index + 2].isGlued
                || tokens[index + 2].isSign(".,;)"),
            MonthName.number(of: index + 2 < tokens.count ? tokens[index + 2].text : "") == nil,
            tokens.contains(where: { ["port", "ports", "tcp", "udp"].contains($0.text) }),
            let number = tokens[index + 1].number, number >= 20,
            let port = ServicePort(.tcp, number)
        else { return nil }
        return ([port], index + 2)
    }

    /// The words between blanks, by where they begin, in bytes.
    private static func words(_ sentence: String) -> [Int: Substring] {
        var words: [Int: Substring] = [:]
        var offset = 0
        for word in sentence.split(separator: " ", omittingEmptySubsequences: false) {
            if !word.isEmpty { words[offset] = word }
            offset += word.utf8.count + 1
        }
        return words
    }

    /// The oldest version of TLS that is named and goes on.
    private static func tls(_ tokens: [Token]) -> String? {
        var versions: [String] = []
        for (index, token) in tokens.enumerated() where token.text == "tls" {
            var next = index + 1
            while next < tokens.count {
                if ["version", "versions", "v", "and", "or", ",", "/"].contains(tokens[next].text) {
                    next += 1
                    continue
                }
                guard next + 2 < tokens.count, tokens[next].text == "1",
                    tokens[next + 1].isSign("."),
                    ["2", "3"].contains(tokens[next + 2].text)
                else { break }
                let after = tokens[(next + 3)...].prefix(2).map(\.text)
                if after.first != "or" && after.first != "and"
                    || !["earlier", "older", "lower", "below"].contains(after.last ?? "")
                {
                    versions.append("1.\(tokens[next + 2].text)")
                }
                next += 3
            }
        }
        return versions.min()
    }
}
