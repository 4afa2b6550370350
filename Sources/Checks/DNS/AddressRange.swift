/// All addresses that begin with the same bits, such as `10.0.0.0/8`.
package struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    private let first: IPAddress
    private let bits: Int

    /// Reads `ADDRESS/BITS`, or an address alone.
    ///
    /// Nil for another form, and where bits after the prefix are set.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = parts.first.flatMap({ IPAddress(String($0) ?? "") })
        else { return nil }
        var bits = address.bytes.count * 8
        if parts.count == 2 {
            guard (1...3).contains(parts[1].count),
                parts[1].allSatisfy({ (48...57).contains($0) }),
                let number = Int(String(parts[1]) ?? ""), number <= bits
            else { return nil }
            bits = number
        }
        // A range of IPv4 may be written as one of IPv6.
        let inner = bits >= 96 ? address.mapped : nil
        first = inner ?? address
        self.bits = inner == nil ? bits : bits - 96
        for bit in bits..<(address.bytes.count * 8)
        where address.bytes[bit / 8] & (0x80 >> UInt8(bit % 8)) != 0 {
            return nil
        }
    }

    package func contains(_ address: IPAddress) -> Bool {
        holds(address) || address.mapped.map(holds) ?? false
    }

    private func holds(_ address: IPAddress) -> Bool {
        guard address.isIPv6 == first.isIPv6 else { return false }
        return (0..<bits).allSatisfy { bit in
            let mask: UInt8 = 0x80 >> UInt8(bit % 8)
            return address.bytes[bit / 8] & mask == first.bytes[bit / 8] & mask
        }
    }

    package var description: String { "\(first)/\(bits)" }
}
