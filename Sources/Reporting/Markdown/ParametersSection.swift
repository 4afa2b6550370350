import Rollout

/// The values that the checklist was filled in with.
enum ParametersSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Parameters")
        let parameters = context.checklist.parameters
        guard !parameters.isEmpty else {
            document.paragraph("The checklist has no parameters.")
            return
        }
        document.table(
            ["Parameter", "Value in force", "Where it is from", "What it is for"],
            rows: parameters.map { parameter in
                [
                    "\(code: parameter.name)", "\(code: parameter.value)",
                    origin(parameter, context),
                    "\(parameter.text)",
                ]
            })
    }

    private static func origin(
        _ parameter: Parameter, _ context: MarkdownContext
    ) -> MarkdownInline {
        let reach: MarkdownInline = parameter.reach == .wording ? ", wording only" : ""
        switch parameter.origin {
        case .derived(let other): return "follows from \(code: other)"
        case .given where context.checklist.target?.settings[parameter.name] == parameter.value:
            return "set by the target\(reach)"
        case .given: return parameter.isSet ? "set\(reach)" : "default\(reach)"
        }
    }
}
