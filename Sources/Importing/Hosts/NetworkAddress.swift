import Glibc

/// IP addresses and ranges of them, as texts name them.
enum NetworkAddress {
    /// The address or range that a word is; nil for another one, and for what stands for no machine.
    static func target(_ word: some StringProtocol) -> NetworkTarget? {
        let text = String(word)
        if let bytes = bytes(of: text) {
            return isUsable(bytes) ? .address(text) : nil
        }
        for sign in ["/", "-", "–"] {
            let parts = text.split(separator: sign, omittingEmptySubsequences: false)
            guard parts.count == 2, let first = bytes(of: String(parts[0])), isUsable(first) else {
                continue
            }
            if sign == "/" {
                guard (1...3).contains(parts[1].utf8.count), let bits = Int(parts[1]),
                    (1...(first.count * 8)).contains(bits)
                else { return nil }
                return bits == first.count * 8 ? .address(String(parts[0])) : .range(text)
            }
            guard let last = bytes(of: String(parts[1])), last.count == first.count else {
                return nil
            }
            return .range("\(parts[0])-\(parts[1])")
        }
        return nil
    }

    /// 4 or 16 bytes; nil for what is no address.
    private static func bytes(of text: String) -> [UInt8]? {
        guard (3...45).contains(text.utf8.count) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
        return inet_pton(AF_INET6, text, &bytes) == 1 ? bytes : nil
    }

    /// Whether a machine elsewhere can have it: no address of this machine, of none, or a mask.
    private static func isUsable(_ bytes: [UInt8]) -> Bool {
        bytes.count == 4
            ? ![0, 127, 255].contains(bytes[0]) : bytes.dropLast().contains { $0 != 0 }
    }
}
