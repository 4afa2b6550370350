/// Tells names in which letters of several alphabets stand side by side, as no real name has them.
///
/// A table of letters that look alike never has all of them; one Cherokee, Lisu or Coptic letter within a
/// Latin word says enough (the mixed-script rule of Unicode Technical Standard 39). Parts of a name, such as
/// those of an address, may each be in an alphabet of their own.
package enum MixedAlphabets {
    /// Whether a run of letters has Latin ones and others that are drawn like them.
    package static func stands(in name: String) -> Bool {
        // Nearly every name is plain.
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return false }
        var hasLatin = false
        var hasOther = false
        for scalar in NormalForm.compatible(name).unicodeScalars {
            if others.contains(where: { $0.contains(scalar.value) }) {
                hasOther = true
            } else if scalar.properties.isAlphabetic {
                hasLatin = hasLatin || isLatin(scalar)
            } else if scalar.properties.canonicalCombiningClass == .notReordered {
                (hasLatin, hasOther) = (false, false)
            }
            if hasLatin, hasOther { return true }
        }
        return false
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: return true
        default: return false
        }
    }

    /// Alphabets with letters that are drawn like Latin ones, and the letters of phonetics.
    private static let others: [ClosedRange<UInt32>] = [
        0x250...0x2AF, 0x370...0x3FF, 0x400...0x52F, 0x530...0x58F, 0x13A0...0x13FF,
        0x1D00...0x1DBF, 0x1F00...0x1FFF, 0x2C80...0x2CFF, 0xA4D0...0xA4FF, 0xA640...0xA69F,
        0xAB30...0xABBF, 0x10400...0x1044F,
    ]
}
