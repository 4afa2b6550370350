import HTTPTypes
import Hummingbird

/// Whether a client takes a media type (RFC 9110 section 12.5.1).
enum Acceptance {
    /// Nothing said takes everything.
    static func takes(_ type: String, _ request: Request) -> Bool {
        let given = request.headers[values: .accept].joined(separator: ",")
        guard !given.isEmpty else { return true }
        let wanted = essence(type)
        let family = wanted.prefix { $0 != "/" }
        var best: (rank: Int, weight: Double)?
        for range in given.split(separator: ",") {
            let parts = range.split(separator: ";").map(trimmed)
            guard let name = parts.first?.lowercased() else { continue }
            let rank = name == wanted ? 3 : name == "\(family)/*" ? 2 : name == "*/*" ? 1 : 0
            let quality = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
            let weight = quality.flatMap { Double($0.dropFirst(2)) } ?? 1
            if rank > (best?.rank ?? 0) { best = (rank, weight) }
        }
        return best.map { $0.weight > 0 } ?? false
    }

    /// Throws where a client does not take what it would get; asked before anything is done.
    static func require(_ type: String, _ request: Request) throws(Problem) {
        guard takes(type, request) else {
            throw Problem("accept", "This path answers with \(essence(type)).", .notAcceptable)
        }
    }

    /// The type without its parameters.
    static func essence(_ type: String) -> String {
        trimmed(type.prefix { $0 != ";" }).lowercased()
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let blank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
        let bytes = Array(text.utf8).drop(while: blank)
        let end = bytes.lastIndex { !blank($0) }.map { $0 + 1 } ?? bytes.startIndex
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
