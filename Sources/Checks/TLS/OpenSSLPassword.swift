import CLibSSL

/// Answers OpenSSL's question for a password, which nobody is asked for on a terminal.
final class OpenSSLPassword {
    private let bytes: [UInt8]?
    /// It was asked for, so that something is encrypted.
    private(set) var wasAsked = false

    init(_ text: String?) {
        bytes = text.map { Array($0.utf8) }
    }

    /// Gives the answer into a buffer; its length, or -1 where there is none.
    static func answer(
        _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32, _ isWriting: Int32,
        _ place: UnsafeMutableRawPointer?
    ) -> Int32 {
        guard let buffer, let place else { return -1 }
        let password = Unmanaged<OpenSSLPassword>.fromOpaque(place).takeUnretainedValue()
        password.wasAsked = true
        guard let bytes = password.bytes, bytes.count <= Int(size) else { return -1 }
        for (index, byte) in bytes.enumerated() { buffer[index] = CChar(bitPattern: byte) }
        return Int32(bytes.count)
    }

    /// This, as OpenSSL hands it on; it must outlive the call.
    var place: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// Why it was not opened, by the errors that OpenSSL keeps; nil where nothing is encrypted.
    func lock() -> CredentialLock? {
        let errors = OpenSSLErrors.takeAll()
        guard wasAsked else { return nil }
        guard bytes != nil else { return .passwordMissing }
        let isWrong = errors.contains { error in
            guard case .other(let library, let reason, _) = error else { return false }
            switch library {
            case ERR_LIB_PROV, ERR_LIB_EVP: return reason == EVP_R_BAD_DECRYPT
            case ERR_LIB_PEM: return reason == PEM_R_BAD_DECRYPT
            case ERR_LIB_PKCS12: return true
            default: return false
            }
        }
        if isWrong { return .passwordWrong }
        guard case .other(_, _, let text) = errors.first else { return .unusable("unknown error") }
        return .unusable("it cannot be decrypted (\(text))")
    }
}
