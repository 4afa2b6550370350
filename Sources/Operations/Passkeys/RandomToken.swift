import Characters

/// A secret that nobody can guess.
enum RandomToken {
    /// 32 bytes, in letters that stand in addresses as they are.
    static func text() -> String {
        Base64.addressText((0..<32).map { _ in UInt8.random(in: .min ... .max) })
    }
}
