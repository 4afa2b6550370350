package import Reporting

extension ReportInput.Tool {
    /// The program that an operation works for, from its name and version.
    package init(_ context: OperationContext) {
        let parts = context.tool.split(separator: " ", maxSplits: 1).map(String.init)
        self.init(name: parts.first ?? "", version: parts.count > 1 ? parts[1] : "")
    }
}
