import Characters

/// Writes text so that it stays one value in the query of an address.
enum QueryEscaping {
    private static let plain = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

    static func text(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            if plain.contains(byte) {
                out.append(byte)
            } else {
                out += "%".utf8
                out += Hexadecimal.text([byte]).utf8
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
