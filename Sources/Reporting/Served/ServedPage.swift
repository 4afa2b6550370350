import Characters

/// A page of a server: the ways to the other pages stand above it.
///
/// It runs one script, which the server has at a path of its own; without it nothing is missing.
package enum ServedPage {
    /// The pages that every page leads to.
    package enum Place: String, CaseIterable, Sendable {
        case rollouts = "/"
        case tasks = "/todo"
        case calendar = "/calendar"
        case log = "/log"

        fileprivate var title: String {
            switch self {
            case .rollouts: "Rollouts"
            case .tasks: "What is to do"
            case .calendar: "Calendar"
            case .log: "Log"
            }
        }
    }

    /// The whole page, with HTML of ours before the document.
    ///
    /// It stands at one of the places, or beside them; with the size that the ledger had when it was
    /// made, the script tells of newer entries.
    package static func html(
        title: String, at place: Place?, _ document: Document, size: Int? = nil,
        before: String = ""
    ) -> String {
        html(title: title, at: place, body: before + HTMLWriter.body(document), size: size)
    }

    static func html(title: String, at place: Place?, body: String, size: Int?) -> String {
        let script = size.map {
            "<meta name=\"readiness-size\" content=\"\($0)\">\n<script src=\"/readiness.js\" defer></script>\n"
        }
        return HTMLPage.text(
            title: title, body: navigation(place) + body,
            head: parts + (script ?? ""))
    }

    /// What every page of a server is made with.
    static let parts =
        "<link rel=\"stylesheet\" href=\"/readiness.css\">\n<link rel=\"icon\" href=\"/readiness.svg\" type=\"image/svg+xml\">\n"

    static func navigation(_ place: Place?) -> String {
        let links = Place.allCases.map { one in
            let current = one == place ? " aria-current=\"page\"" : ""
            return "<a href=\"\(one.rawValue)\"\(current)>\(one.title)</a>"
        }
        return "<nav aria-label=\"Pages\">\(links.joined(separator: "\n"))</nav>\n"
    }

    /// What stands before the title of a page in a browser.
    package static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1a7f37"/>\
        <path d="M8 17l5 5 11-12" fill="none" stroke="#fff" stroke-width="4"/></svg>

        """

    /// What pages of a server have beside the style of every page.
    package static let style = """
        pre { overflow-wrap: anywhere; }
        nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
        nav a { padding: 0.35rem 0; text-decoration: none; }
        nav a[aria-current] { color: var(--ink); font-weight: bold; border-bottom: 3px solid var(--link); }
        form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; margin: 1rem 0; }
        form p { margin: 0; } label { color: var(--quiet); }
        input, textarea, select, button { font: inherit; box-sizing: border-box; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet);
          border-radius: 4px; padding: 0.4rem 0.6rem; max-width: 100%; min-height: 2.5rem; }
        button { background: var(--shade); cursor: pointer; }
        :is(input, textarea, select, button):focus-visible, nav a:focus-visible { outline: 3px solid var(--link); }
        .newer { position: sticky; bottom: 0; background: var(--shade); border: 1px solid var(--line); padding: 0.6rem 1rem; margin: 1rem 0; }
        table.calendar { table-layout: fixed; } table.calendar td { height: 5rem; }
        table.calendar .day { color: var(--quiet); } table.calendar .today { outline: 2px solid var(--link); outline-offset: -2px; }
        table.calendar td.other .day { font-style: italic; } table.calendar ul { margin: 0; padding-left: 1rem; }
        @media screen and (max-width: 40rem) { table.calendar td { height: auto; } table.calendar tr { border: 0; margin: 0; } }
        @media print { nav, form, .newer { display: none; } }
        \(BrowserPage.style)

        """
}
