/// What a name looks like, for telling names apart that a reader cannot.
///
/// After the skeletons of Unicode Technical Standard 39, cut down to what a name is likely to be
/// forged with: Cyrillic, Greek and Armenian letters that look like Latin ones, compatibility forms
/// such as full-width letters, strokes through letters, signs that have no ink, and small letters for
/// capital ones.
package enum Skeleton {
    /// Equal for two names that look the same.
    package static func of(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
        var skeleton = ""
        for scalar in NormalForm.compatible(name).unicodeScalars
        where !VisibleText.isHidden(scalar) && !scalar.properties.isDefaultIgnorableCodePoint
            && scalar.properties.canonicalCombiningClass != .overlay
        {
            skeleton.unicodeScalars.append(latin[scalar] ?? scalar)
        }
        return skeleton.lowercased()
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
