/// What a name looks like, for telling names apart that a reader cannot.
///
/// After the skeletons of Unicode Technical Standard 39, cut down to what a name is likely to be
/// forged with: Cyrillic, Greek and Armenian letters that look like Latin ones, compatibility forms
/// such as full-width letters, strokes through letters, signs that have no ink, small letters for capital
/// ones, and Latin letters and digits that look like others.
package enum Skeleton {
    /// Equal for two names that look the same.
    package static func of(_ name: String) -> String {
        var skeleton = ""
        for scalar in NormalForm.compatible(name).unicodeScalars where hasInk(scalar) {
            skeleton.unicodeScalars.append(latin[scalar] ?? scalar)
        }
        return plain(skeleton)
    }

    private static func hasInk(_ scalar: Unicode.Scalar) -> Bool {
        // What ASCII can print, which nearly all names are made of.
        if (0x20...0x7E).contains(scalar.value) { return true }
        if lines.contains(scalar.value) { return false }
        return !VisibleText.isHidden(scalar) && !BlankText.isBlank(scalar)
            && scalar.properties.canonicalCombiningClass != .overlay
    }

    /// The same for Latin letters and digits that look like others: `O` and `0`, `I`, `l` and `1`, `m` and
    /// `rn`, `w` and `vv`, `d` and `cl`.
    private static func plain(_ name: String) -> String {
        var plain = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "0", "O": plain += "o"
            case "1", "I", "|": plain += "l"
            case "m": plain += "rn"
            case "w": plain += "vv"
            case "d": plain += "cl"
            case "a"..."z", "2"..."9", "-", ".", "@": plain.unicodeScalars.append(scalar)
            case _ where isDash(scalar): plain += "-"
            default: plain += scalar.properties.lowercaseMapping
            }
        }
        return plain
    }

    /// Marks that are lines above and below a letter, which no name is written with.
    private static let lines: Set<UInt32> = [
        0x305, 0x320, 0x331, 0x332, 0x333, 0x347, 0x35E, 0x35F, 0x360, 0x361, 0x362,
    ]

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}"
    }

    /// The Latin letter that another letter looks like.
    private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(lookalikes: String, letters: String)] = [
            // Cyrillic.
            ("асԁеһіјкӏорԛѕуԝхѵ", "acdehijklopqsywxv"),
            ("АВСЕԌНІЈКМОРԚЅТУԜХҮӀ", "ABCEGHIJKMOPQSTYWXYI"),
            // Greek.
            ("αγϲηικνορυχϳ", "aycnikvopuxj"),
            ("ΑΒϹΕΗΙͿΚΜΝΟΡΤΥΧΖ", "ABCEHIJKMNOPTYXZ"),
            // Armenian, and Latin letters beside the basic ones.
            ("օոսհցզ", "onuhgq"), ("ıɑɡ", "iag"),
        ]
        var latin: [Unicode.Scalar: Unicode.Scalar] = [:]
        for pair in pairs {
            for (other, letter) in zip(pair.lookalikes.unicodeScalars, pair.letters.unicodeScalars)
            {
                latin[other] = letter
            }
        }
        return latin
    }()
}
