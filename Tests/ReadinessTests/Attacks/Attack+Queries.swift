extension Attack {
    private static let orders = [
        "'%20OR%20'1'='1", "1;DROP%20TABLE%20entries;--", "1%20UNION%20SELECT%20*%20FROM%20entries",
        "%22%3E%3Cscript%3Eprobe()%3C/script%3E",
    ]

    /// Orders to a database and to a browser, in everything that a request names.
    static let queries: [Attack] =
        orders.flatMap { order in
            [
                Attack(
                    "\(order) as a rollout", get("/rollouts/\(order)"), [404, 400],
                    without: ["<script>probe"]),
                Attack(
                    "\(order) as a rollout's entries", get("/api/rollouts/\(order)/entries"),
                    [404, 400]),
                Attack(
                    "\(order) as a number", get("/api/rollouts/sample/entries?since=\(order)"),
                    [400]),
                Attack(
                    "\(order) as a limit", get("/api/rollouts/sample/entries?limit=\(order)"), [400]
                ),
                Attack(
                    "\(order) as a format", get("/api/rollouts/sample/report?format=\(order)"),
                    [400]),
                Attack(
                    "\(order) as a person", get("/todo?who=\(order)"), [200],
                    without: ["<script>probe"]),
                Attack("\(order) as a month", get("/calendar?month=\(order)"), [400]),
                Attack("\(order) as a week", get("/calendar?week=\(order)"), [400]),
                Attack("\(order) as a page of the log", get("/log?before=\(order)"), [400]),
                Attack("\(order) as an entry", get("/log/\(order)"), [404, 400]),
                Attack("\(order) as a digest", get("/api/checklists/sha256/\(order)"), [404, 400]),
                Attack("\(order) as a tile", get("/tile/0/\(order)"), [404, 400]),
                Attack(
                    "\(order) as a token",
                    head("GET", "/checkpoint", ["Authorization: Bearer \(order)"]), [401]),
                Attack(
                    "\(order) as a cookie",
                    head("GET", "/checkpoint", ["Cookie: __Host-readiness=\(order)"]), [401, 400]),
                Attack(
                    "\(order) as a tag", get("/api/rollouts", ["If-None-Match: \(order)"]), [200]),
            ]
        } + [
            Attack(
                "a parameter twice", get("/api/rollouts/sample/report?format=json&format=html"),
                [400]),
            Attack("a parameter that nobody knows", get("/api/rollouts?callback=probe"), [400]),
            Attack("a parameter that is a list", get("/todo?who[]=ann@example.com"), [400]),
            Attack("a parameter that is not UTF-8", get("/todo?who=%ff"), [400]),
            Attack("a parameter with a NUL", get("/todo?who=ann%00"), [400]),
            Attack(
                "a parameter that overflows",
                get("/api/rollouts/sample/entries?since=9223372036854775808"), [400]),
            Attack("a number below nothing", get("/api/rollouts/sample/entries?since=-1"), [400]),
            Attack(
                "a page without end", get("/api/rollouts/sample/entries?limit=100000000"), [400]),
            Attack("a page of nothing", get("/api/rollouts/sample/entries?limit=0"), [400]),
            Attack("a month that is none", get("/calendar?month=2026-13"), [400]),
            Attack("a year that is none", get("/calendar?month=0000-01"), [400]),
            Attack("a day that is none", get("/calendar?week=2026-02-30"), [400]),
            Attack("the last year", get("/calendar?week=9999-12-31"), [400]),
            Attack(
                "a form that nobody takes", get("/api/rollouts", ["Accept: application/xml"]), [406]
            ),
            Attack(
                "a template", get("/todo?who=%7B%7B7*7%7D%7D$%7B7*7%7D"), [200], without: ["49"]),
            Attack(
                "a page elsewhere", get("/sign-in?next=https://evil.example"), [400],
                without: ["evil.example"]),
        ]
}
