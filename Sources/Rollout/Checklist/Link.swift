/// A title with the address it leads to.
package struct Link: Hashable, Sendable {
    package let title: String
    package let url: String

    package init(title: String, url: String) {
        self.title = title
        self.url = url
    }
}
