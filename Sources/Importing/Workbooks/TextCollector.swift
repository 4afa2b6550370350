import XML

/// Gathers the runs of a text into one; phonetic hints are left out.
struct TextCollector {
    private var text = ""
    private var isWithin = false
    private var isInRun = false
    private var hints = 0

    /// The text where it has just ended.
    mutating func take(_ event: XMLEvents.Event, within element: String) -> String? {
        switch event {
        case .start(let name, _):
            if name == element { (isWithin, text) = (true, "") }
            if name == "rPh" { hints += 1 }
            if name == "t" { isInRun = isWithin && hints == 0 }
        case .end(let name):
            if name == "t" { isInRun = false }
            if name == "rPh" { hints -= 1 }
            if name == element, isWithin {
                isWithin = false
                return text
            }
        case .text(let piece):
            if isInRun, text.utf8.count < Table.mostBytesOfACell { text += piece }
        }
        return nil
    }
}
