/// Takes back the content coding of an answer (RFC 9110 section 8.4), as its parts come.
///
/// It is not left to libcurl, for which a stream that breaks off is whole.
package final class ContentDecoder {
    /// The codings that are known; they are what a request offers.
    package enum Coding: String, CaseIterable {
        case gzip, deflate
    }

    /// What a request says that it takes: what can be taken back here.
    static let offer =
        InflateLibrary.shared == nil
        ? "identity" : Coding.allCases.map(\.rawValue).joined(separator: ", ")

    private let coding: Coding
    private let library: InflateLibrary
    private var inflation: Inflation?
    /// What came before it could be told how the stream begins.
    private var held: [UInt8] = []
    private var isBegun = false
    private var isBroken = false

    package init(_ coding: Coding, _ library: InflateLibrary) {
        (self.coding, self.library) = (coding, library)
    }

    /// Everything that was begun came to its end; a body without a byte has nothing in it.
    package var isWhole: Bool { !isBroken && inflation == nil && held.isEmpty }

    /// Goes on with a part; false where it is none of the coding.
    ///
    /// - Parameters:
    ///   - bytes: What came next.
    ///   - take: Is handed what was inside, piece by piece; false ends it.
    /// - Returns: Whether it is of the coding so far.
    package func read(_ bytes: [UInt8], _ take: ([UInt8]) -> Bool) -> Bool {
        var rest = held + bytes
        held = []
        while !rest.isEmpty, !isBroken {
            if inflation == nil {
                // Two streams one after the other are one text for gzip alone (RFC 1952 section 2.2).
                guard !isBegun || coding == .gzip else { return fail() }
                guard coding == .gzip || rest.count > 1 else {
                    held = rest
                    return true
                }
                inflation = Inflation(library, window: window(of: rest))
                isBegun = true
            }
            switch inflation?.read(rest, take) {
            case .goesOn: return true
            case .ended(let count):
                inflation = nil
                rest = Array(rest[count...])
            case .broken, nil: return fail()
            }
        }
        return !isBroken
    }

    private func fail() -> Bool {
        isBroken = true
        return false
    }

    /// Some servers send `deflate` without the head that belongs to it (RFC 9110 section 8.4.1.2).
    private func window(of bytes: [UInt8]) -> Int32 {
        guard coding == .deflate else { return 31 }
        let isHeaded = bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
        return isHeaded ? 15 : -15
    }
}
