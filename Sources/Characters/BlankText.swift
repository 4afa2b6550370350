/// Tells a text that shows nothing to a reader from one that may show something.
package enum BlankText {
    /// The text is empty, or has nothing but blanks, controls and characters that nothing is shown for.
    package static func isBlank(_ text: some StringProtocol) -> Bool {
        var ink = InkSearch()
        for scalar in text.unicodeScalars where !ink.isFound { ink.add(scalar) }
        return !ink.isFound
    }

    /// Nothing is shown for the scalar, wherever it stands.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        // The Braille pattern without dots is a sign to Unicode, and a blank to the eye.
        scalar.value == 0x2800 || scalar.properties.isWhitespace
            || scalar.properties.generalCategory == .control
            || scalar.properties.isDefaultIgnorableCodePoint
    }
}
