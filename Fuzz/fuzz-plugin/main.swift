import Checks
import Fuzzing

// What plugins write: measures are bounded, and each is read as the same one again.
fuzz { bytes in
    let output = PluginOutput(String(decoding: bytes, as: UTF8.self))
    precondition(output.measures.count <= 100)
    precondition(
        !output.summary.utf8.contains(UInt8(ascii: "|")) && !output.summary.utf8.contains(10))
    for measure in output.measures {
        precondition(!measure.label.isEmpty && !measure.value.isEmpty)
        precondition(measure.limits.count == 4)
        guard !measure.label.utf8.contains(10), !measure.label.isEmpty else { continue }
        // By scalars: an accent may stand on a quote.
        let scalars = measure.label.unicodeScalars.flatMap { $0 == "'" ? [$0, $0] : [$0] }
        let label = String(String.UnicodeScalarView(scalars))
        let limits = measure.limits.joined(separator: ";")
        let text = "OK|'\(label)'=\(measure.value)\(measure.unit);\(limits)"
        let again = PluginOutput(text)
        precondition(again.measures.first == measure, text)
    }
}
