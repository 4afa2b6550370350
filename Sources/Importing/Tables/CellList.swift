/// Several values in one cell, as people write them.
enum CellList {
    /// The values between commas, semicolons, line ends and a sign `&` that stands between blanks.
    static func values(_ text: String) -> [String] {
        text.replacing(" & ", with: "\n").replacing("&\n", with: "\n").replacing("\n&", with: "\n")
            .split { ",;\n".contains($0) }.map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ part: Substring) -> String {
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
