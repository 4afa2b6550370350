/// Looks through a text, a scalar at a time, for something that shows.
///
/// What a terminal obeys, such as a sequence that sets a colour, shows nothing.
struct InkSearch {
    private enum State {
        case text
        /// Behind an escape.
        case escape
        /// Behind `ESC [`, up to a letter.
        case sequence
        /// Behind such as `ESC ]`, up to its end.
        case string
    }

    private(set) var isFound = false
    private var state = State.text

    mutating func add(_ scalar: Unicode.Scalar) {
        switch (state, scalar.value) {
        case (_, 0x1B): state = .escape
        case (.text, 0x9B): state = .sequence
        case (.text, _): isFound = isFound || !BlankText.isBlank(scalar)
        case (.escape, 0x5B): state = .sequence
        case (.escape, 0x50), (.escape, 0x58), (.escape, 0x5D...0x5F): state = .string
        // What stands between the escape and the sign that ends it.
        case (.escape, 0x20...0x2F), (.sequence, 0x20...0x3F): break
        case (.escape, 0x30...0x7E), (.sequence, 0x40...0x7E), (.string, 0x07), (.string, 0x9C):
            state = .text
        case (.string, _): break
        case (.escape, _), (.sequence, _):
            state = .text
            isFound = isFound || !BlankText.isBlank(scalar)
        }
    }
}
