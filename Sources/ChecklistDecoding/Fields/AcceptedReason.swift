import Characters
import Fields

/// Why nothing is done about an effect, which must say something to those who read it.
enum AcceptedReason {
    static let type = ValueType<String>.text.map { text, node, context in
        if BlankText.isBlank(text) {
            context.report("wrong-value", "\"\(text)\" says nothing", fix: fix, at: node)
        } else if ["true", "false"].contains(text.lowercased()) {
            context.report("wrong-value", "\"\(text)\" is no reason", fix: fix, at: node)
        }
        // Not nil, so that the effect is not said to be without a reason as well.
        return text
    }

    private static let fix = "write why nothing is done about the effect, or leave it out"
}
