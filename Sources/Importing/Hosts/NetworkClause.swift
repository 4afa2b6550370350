/// What one sentence, row or item names on a network, in its order.
struct NetworkClause {
    /// A piece of the sentence.
    enum Piece: Hashable {
        case target(TargetReader.Found)
        /// Ports that stand together, and whether they are in brackets.
        case ports([ServicePort], isBracketed: Bool)
        /// What ties the next target to the one before: "and", "or".
        case and
        /// A semicolon: what follows has ports of its own.
        case end
    }

    let pieces: [Piece]
    /// Ports that protocols are named in place of.
    let usual: [ServicePort]
    /// Whether it says that TLS begins after a word in plain text.
    let hasStartTLS: Bool
    /// The oldest version of TLS that is named.
    let tls: String?

    var targets: [TargetReader.Found] {
        pieces.compactMap { piece -> TargetReader.Found? in
            guard case .target(let found) = piece else { return nil }
            return found
        }
    }

    var ports: [ServicePort] {
        pieces.flatMap { piece -> [ServicePort] in
            guard case .ports(let ports, _) = piece else { return [] }
            return ports
        }
    }

    /// Each target with the ports that are its own.
    ///
    /// Ports that stand behind targets are theirs: "a on port 1, b and c on port 2". Where the first
    /// ports stand before all targets, they are of what follows: "port 1 to a and port 2 to b".
    func assigned() -> [(found: TargetReader.Found, ports: [ServicePort])] {
        pieces.split(separator: .end).flatMap { Self.assigned(Array($0)) }.map { found, ports in
            var all = (found.port.map { [$0] } ?? []) + ports
            if all.isEmpty { all = usual }
            // "Over HTTPS on port 8443".
            if all.count == 1, all[0].transport == .tcp, usual.contains(where: \.isTLS) {
                all[0].isTLS = true
            }
            if hasStartTLS {
                all = all.map { port in
                    var port = port
                    port.isTLS = port.isTLS || port.startTLS != nil
                    return port
                }
            }
            return (found, all)
        }
    }

    private static func assigned(
        _ pieces: [Piece]
    ) -> [(found: TargetReader.Found, ports: [ServicePort])] {
        var assigned: [(found: TargetReader.Found, ports: [ServicePort])] = []
        var isBefore = false
        if case .ports = pieces.first(where: { $0 != .and }) { isBefore = true }
        /// Where the targets begin that the next ports are of.
        var start = 0
        var pending: [ServicePort] = []
        var isTied = false
        var isLastPorts = false
        for piece in pieces {
            switch piece {
            case .and: isTied = true
            case .end: break
            case .target(let found):
                if isLastPorts, !isBefore { start = assigned.count }
                assigned.append((found, isBefore ? pending : []))
                isLastPorts = false
            case .ports(let ports, let isBracketed):
                if isBefore {
                    pending = isLastPorts ? pending + ports : ports
                } else if isBracketed, !isTied, let last = assigned.indices.last, !isLastPorts {
                    assigned[last].ports += ports
                    start = last
                } else {
                    for place in assigned.indices[min(start, assigned.count)...] {
                        assigned[place].ports += ports
                    }
                }
                isLastPorts = true
                isTied = false
            }
        }
        return assigned
    }
}
