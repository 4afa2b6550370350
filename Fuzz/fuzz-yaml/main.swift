import ChecklistDecoding
import Fuzzing
import LocatedYAML

// Texts of YAML: the same tree twice, mistakes that have a place, and no checklist out of a broken
// text.
fuzz { bytes in
    let input = Array(bytes)
    let source = SourceText(path: "fuzz.yaml", bytes: input)
    let (one, two) = (YAMLReader.read(source), YAMLReader.read(source))
    switch (one, two) {
    case (.success, .success): break
    case (.failure(let left), .failure(let right)):
        precondition(!left.all.isEmpty)
        precondition(left.all.map(\.message) == right.all.map(\.message))
    default: preconditionFailure("once read, and once not")
    }
    guard
        case .loaded? = try? ChecklistDecoder.read(
            input, of: .path("fuzz.yaml"), place: "fuzz.yaml")
    else { return }
    guard case .success = one else { preconditionFailure("a checklist of a broken text") }
}
