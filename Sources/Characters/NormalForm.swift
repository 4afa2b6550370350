import Foundation

/// The one form in which names and values of parameters are kept: NFC (Unicode Annex 15).
///
/// They are brought into it where somebody writes them, in a checklist or on the command line, and
/// are compared byte by byte from then on. What a ledger holds is never changed.
package enum NormalForm {
    /// The text in NFC: `e` with a combining accent becomes `é`.
    package static func composed(_ text: String) -> String {
        // Nearly every text is plain.
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }
    /// The text in NFKD: a full-width `Ａ` becomes `A`, and `é` becomes `e` with an accent.
    static func compatible(_ text: String) -> String {
        // Nearly every text is plain.
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCompatibilityMapping
    }
}
