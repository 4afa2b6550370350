/// Reads ports out of tokens: "port 8443", "TCP ports 80 and 443", "3478/UDP", "UDP 50000-50059".
struct PortReader {
    let tokens: [Token]

    /// The ports that are named at a place, and where their words end; nil where none are.
    func ports(at start: Int) -> (ports: [ServicePort], end: Int)? {
        var index = start
        var transports = transports(at: &index)
        let isPort = ["port", "ports"].contains(text(index))
        if isPort { index += 1 }
        if isPort || !transports.isEmpty {
            // "Port: 8443", "TCP/443", "ports (443)", "port number 443".
            while [":", "/", "(", "#", "number", "numbers", "-"].contains(text(index)) {
                index += 1
            }
            if transports.isEmpty { transports = self.transports(at: &index) }
        }
        guard
            let list = numbers(
                at: index, isSure: isPort || !transports.isEmpty, hasTransport: !transports.isEmpty)
        else { return nil }
        index = list.end
        var after = index
        while ["/", "(", "over", "via", ",", "on"].contains(text(after)), after < index + 2 {
            after += 1
        }
        let behind = self.transports(at: &after)
        // "TCP 443, UDP 3478": the second one is of what follows it.
        if transports.isEmpty, !behind.isEmpty, number(after) == nil, !isPortWord(after) {
            transports = behind
            index = after
        }
        guard isPort || !transports.isEmpty else { return nil }
        if transports.isEmpty { transports = [.tcp] }
        let ports = list.ranges.flatMap { range in
            transports.compactMap { ServicePort($0, range.lowerBound, to: range.upperBound) }
        }
        return ports.isEmpty ? nil : (ports, index)
    }

    private func text(_ index: Int) -> String { index < tokens.count ? tokens[index].text : "" }

    private func number(_ index: Int) -> Int? {
        guard index < tokens.count, let number = tokens[index].number,
            (1...65_535).contains(number), tokens[index].text.utf8.count <= 5
        else { return nil }
        return number
    }

    private func isPortWord(_ index: Int) -> Bool { ["port", "ports"].contains(text(index)) }

    /// `TCP`, `UDP`, `TCP/UDP`, `TCP and UDP`.
    private func transports(at index: inout Int) -> [ServicePort.Transport] {
        var found: [ServicePort.Transport] = []
        var next = index
        while let transport = ServicePort.Transport(rawValue: text(next).uppercased()) {
            if !found.contains(transport) { found.append(transport) }
            index = next + 1
            next = index
            if ["/", "and", "or", "&", "+"].contains(text(next)) { next += 1 }
        }
        return found
    }

    /// `443`, `80, 443 and 8443`, `50000-50059`, `443 to 445`.
    private func numbers(
        at start: Int, isSure: Bool, hasTransport: Bool
    ) -> (ranges: [ClosedRange<Int>], end: Int)? {
        guard var last = range(at: start) else { return nil }
        var ranges = [last.range]
        // Without a word before them only one is meant: "443/tcp".
        while isSure {
            var next = last.end
            while [",", "and", "or", "&", "/", "+"].contains(text(next)), next < last.end + 2 {
                next += 1
            }
            guard next > last.end, let more = range(at: next), more.range.lowerBound >= 20 else {
                break
            }
            // "TCP 443, 3478/UDP": the second one has another.
            let isSlashed = text(more.end) == "/"
            let behind = text(isSlashed ? more.end + 1 : more.end)
            let hasOwn = ServicePort.Transport(rawValue: behind.uppercased()) != nil
            guard !hasOwn || !(hasTransport || isSlashed) else { break }
            ranges.append(more.range)
            last = more
        }
        return (ranges, last.end)
    }

    private func range(at start: Int) -> (range: ClosedRange<Int>, end: Int)? {
        guard let first = number(start), isWhole(start) else { return nil }
        let isRange = ["-", "to", "through"].contains(text(start + 1))
        if isRange, let last = number(start + 2), last > first, isWhole(start + 2) {
            return (first...last, start + 3)
        }
        return (first...first, start + 1)
    }

    /// Whether a number is no part of something else, as in "3.5", "24h" and "203.0.113.1".
    private func isWhole(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].isGlued else { return true }
        if tokens[index + 1].kind == .word { return false }
        return text(index + 1) != "." || index + 2 >= tokens.count || !tokens[index + 2].isGlued
    }
}
