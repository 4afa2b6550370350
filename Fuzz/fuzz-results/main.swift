import Checks
import Fuzzing

// Files of results: what is read twice says the same, and what is cut off says nothing.
fuzz { bytes in
    guard let first = bytes.first else { return }
    let format = ToolResults.Format.allCases[Int(first) % ToolResults.Format.allCases.count]
    let input = Array(bytes.dropFirst())
    let results: ToolResults
    do throws(ToolResults.Failure) {
        results = try ToolResults(input, format)
    } catch {
        return requireClean(error.reason)
    }
    precondition(results.tests.keys.allSatisfy { !$0.isEmpty })
    precondition((try? ToolResults(input, format)) == results)
    var shorter = input
    while let last = shorter.last, [9, 10, 13, 32].contains(last) { shorter.removeLast() }
    // An end that is no blank is a part of the document, but for a comment behind one of XML.
    if format != .junit || shorter.last != UInt8(ascii: ">") || !shorter.contains(UInt8(ascii: "-"))
    {
        precondition((try? ToolResults(shorter.dropLast() + [], format)) == nil)
    }
}
