package import Attestation
package import Checks

/// A witness that a server asks to sign what its log signed (c2sp.org/tlog-witness).
package struct Witness: Hashable, Sendable {
    /// Its public key, from elsewhere than its answers.
    package let key: NoteKey
    /// Where `add-checkpoint` is below.
    package let address: HTTPAddress

    /// Why a text names none.
    package enum Mistake: Error, Hashable, Sendable {
        /// It is not `KEY=ADDRESS`.
        case form
        case key(NoteError)
        case address(ServiceAddress.Mistake)
    }

    /// Reads `NAME+ID+KEY=ADDRESS`; the address is one of https, or of http on this machine.
    package init(_ text: String) throws(Mistake) {
        let marks = ["=https://", "=http://"].compactMap { text.firstRange(of: $0)?.lowerBound }
        guard let mark = marks.min() else { throw .form }
        do throws(NoteError) {
            key = try NoteKey(String(text[..<mark]))
        } catch { throw .key(error) }
        guard key.kind == .cosignature else { throw .key(.keyUse(wanted: .cosignature)) }
        do throws(ServiceAddress.Mistake) {
            address = try ServiceAddress.read(String(text[text.index(after: mark)...]))
        } catch { throw .address(error) }
    }

    /// Where a checkpoint is sent.
    var submission: HTTPAddress? {
        let base = address.target.prefix { $0 != "?" }
        return address.following("\(base.hasSuffix("/") ? base : base + "/")add-checkpoint")
    }
}

extension Witness.Mistake: CustomStringConvertible {
    package var description: String {
        switch self {
        case .form: "it is not KEY=ADDRESS, such as w.example+1a2b3c4d+BK…=https://w.example"
        case .key(let error): "\(error)"
        case .address(.insecure): "http is spoken with an address of this machine alone"
        case .address: "behind the key stands no address of a server"
        }
    }
}
