/// The name of a vantage point that checks are made from.
package struct SiteID: Name {
    package let text: String

    package init(_ text: String) { self.text = text }
}
