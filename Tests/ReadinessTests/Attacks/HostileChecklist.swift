/// A checklist whose every text would run in a page that did not escape it, or end a line of a format.
enum HostileChecklist {
    /// What an attacker writes wherever something is written; each probe has the mark that tests look for.
    static let probe = #"<script>probe()</script>'\"><img src=x onerror=probe()>"#

    /// The same for a note, with what other formats would read: links, orders, formulas and headers.
    static let note = """
        =probe()+"</td></tr></table><svg onload=probe()>
        ::error::probe
        [probe](javascript:probe()) `</code><script>probe()</script>` |x|
        """

    static let text = """
        readiness: 1
        id: hostile
        title: "\(probe)"
        owner: boss
        timezone: Europe/Berlin
        change:
          message: MC1
          summary: "\(probe)"
          plain-summary: "\(probe)"
          affects: "\(probe)"
          links: [{title: "\(probe)", url: "javascript:probe()"}, {title: p, url: "https://example.com/\\"onmouseover=probe()"}]
        timeline:
          - {id: first, title: "\(probe)", audience: "\(probe)", source: "\(probe)", starts: 2100-01-10}
        roles:
          boss: {title: "\(probe)", members: [bea@example.com, "<probe>@example.com"]}
          admin: {title: "\\nBEGIN:VEVENT\\nSUMMARY:probe", members: [ann@example.com, bob@example.com]}
        effects:
          - {id: effect, kind: risk, title: "\(probe)", text: "\(probe)", likelihood: low, impact: high, roles: [boss]}
        decisions: {poll: [boss]}
        waivers: {by: [boss], longest: 30d}
        steps:
          - id: present
            title: "\(probe)"
            role: admin
            due: first - 1d
            text: |
              \(probe.replacing(#"\""#, with: "\""))
              * [probe](javascript:probe())
            check: [{file: {path: "present.txt", content: "<probe>"}}]
          - id: approved
            title: "\\r\\nBcc: probe@example.com"
            role: admin
            due: first
            addresses: [effect]
            sign-off: {by: [admin], evidence: required}
          - id: reviewed
            title: "$${{ probe }} {{probe}} #{probe}"
            role: admin
            due: first
            sign-off: {by: [admin], not-by: [approved]}

        """
}
