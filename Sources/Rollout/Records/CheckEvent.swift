/// One check of a step was carried out.
package struct CheckEvent: Hashable, Sendable {
    package let step: StepReference
    /// The place of the check in its step, from 0.
    package let position: Int
    package let kind: String
    package let result: CheckResult
    /// The name and version of the program that looked, such as `readiness 1.0.0`.
    package let tool: String
    /// The name of the machine that it looked from.
    package let host: String

    package init(
        step: StepReference, position: Int, kind: String, result: CheckResult, tool: String,
        host: String
    ) {
        self.step = step
        self.position = position
        self.kind = kind
        self.result = result
        self.tool = tool
        self.host = host
    }
}
