import Characters

/// Writes a table as separated values for spreadsheets.
package enum SeparatedSheet {
    /// The bytes, in UTF-8 with its mark: without it Excel takes them for the encoding of the country.
    ///
    /// There is no line `sep=,`, as Excel then no longer minds the mark.
    package static func bytes(_ rows: [[String]]) -> [UInt8] {
        UnicodeText.mark + rows.map(CSVCell.row).joined().utf8
    }
}
