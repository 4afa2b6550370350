import Characters

/// Says to a person what went wrong with a request.
package enum ProblemPage {
    package static func html(_ words: String, status: String) -> String {
        ServedPage.html(
            title: status, at: nil,
            body:
                "<h1>\(HTMLEscaping.text(status))</h1>\n<p role=\"alert\">\(HTMLEscaping.text(words))</p>\n",
            size: nil)
    }
}
