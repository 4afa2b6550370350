/// Every mistake that was found, at least one.
package struct Diagnostics: Error, Sendable {
    /// In the order of the text.
    package let all: [Diagnostic]

    package init(_ all: [Diagnostic]) {
        self.all = all
    }
}
