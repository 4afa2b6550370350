/// The page around a body, with its style sheet for screens and for paper.
enum HTMLPage {
    /// `head` follows the title; a page of a server leaves its policy to the server.
    static func text(title: String, body: String, head: String = policy) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        \(head)<title>\(HTMLEscaping.text(title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>
        \(body)</main>
        </body>
        </html>

        """
    }

    /// Whether a text begins as a page of a title that lies somewhere by itself.
    static func isPage(_ text: String, titled title: String) -> Bool {
        text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n")
            && text.contains("\(policy)<title>\(HTMLEscaping.text(title))</title>")
    }

    /// What a page that lies somewhere by itself lets a browser do.
    private static let policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"

    /// Every pair of colours has a contrast of at least 4.5 to 1 (WCAG 2.2 AA).
    private static let style = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --quiet: #57606a; --line: #d0d7de;
          --shade: #f3f5f7; --link: #0a58b8; --go: #1a7f37; --conditional: #8a5a00; --no-go: #c01c28; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #10151b; --quiet: #9aa6b2;
          --line: #39424d; --shade: #1a212a; --link: #79b8ff; --go: #57c46c; --conditional: #e0ae3a; --no-go: #ff7b72; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 76rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2.2rem;
          border-bottom: 1px solid var(--line); } h3 { font-size: 1.05rem; margin-top: 1.6rem; }
        h1, h2, h3, td, p, li { overflow-wrap: anywhere; }
        a { color: var(--link); } a:focus-visible, .table:focus-visible { outline: 3px solid var(--link); }
        code { font: 0.9em ui-monospace, monospace; background: var(--shade); padding: 0 0.2em; border-radius: 3px; }
        pre { background: var(--shade); padding: 0.7rem; overflow-x: auto; white-space: pre-wrap; } pre code { padding: 0; }
        .table { overflow-x: auto; margin: 1rem 0; } table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid var(--line); padding: 0.35rem 0.55rem; text-align: left; vertical-align: top; min-width: 5.5rem; }
        th { background: var(--shade); } ul { padding-left: 1.2rem; }
        blockquote { margin: 0.5rem 0; padding: 0.1rem 1rem; border-left: 4px solid var(--line); color: var(--quiet); }
        figure { margin: 1rem 0; overflow-x: auto; } svg { min-width: 44rem; width: 100%; height: auto; font: 13px system-ui, sans-serif; }
        svg text { fill: var(--ink); } svg .date { fill: var(--quiet); font-size: 11px; }
        svg .month { stroke: var(--line); } svg .now { stroke: var(--no-go); stroke-width: 2; stroke-dasharray: 4 3; }
        svg rect { fill: var(--quiet); } svg .range { fill-opacity: 0.45; stroke-width: 1; stroke: currentColor; }
        svg .go { fill: var(--go); } svg .conditional { fill: var(--conditional); } svg .no-go { fill: var(--no-go); }
        svg .done { fill: var(--quiet); } svg .open { fill: var(--link); } svg .late { fill: var(--no-go); }
        summary { cursor: pointer; }
        @media screen and (max-width: 40rem) { table, tbody, tr, td { display: block; width: auto; min-width: 0; }
          thead { position: absolute; left: -9999px; } tr { border: 1px solid var(--line); margin-bottom: 0.7rem; }
          td { border: 0; border-bottom: 1px solid var(--line); } td.none { display: none; }
          .table::before { content: attr(aria-label); font-weight: bold; }
          td[data-label]:not(:first-child)::before { content: attr(data-label) ": "; color: var(--quiet); } }
        @media print { body { font-size: 10pt; } main { max-width: none; padding: 0; } details::details-content { content-visibility: visible; }
          .table, figure { overflow: visible; } th, td { min-width: 0; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; }
          svg { min-width: 0; } a { color: inherit; text-decoration: none; } }
        """
}
