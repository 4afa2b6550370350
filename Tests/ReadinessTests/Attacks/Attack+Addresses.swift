extension Attack {
    /// What stands in an address, and would lead elsewhere if two readers read it in two ways.
    static let addresses: [Attack] = [
        Attack("a path above the root", get("/../etc/passwd"), [400]),
        Attack("a path out of the tiles", get("/tile/../../data/log.key"), [400]),
        Attack("dots in percent-encoding", get("/tile/%2e%2e/%2e%2e/log.key"), [400]),
        Attack("dots, one of them encoded", get("/tile/.%2E/log.key"), [400]),
        Attack("a slash in percent-encoding", get("/tile/..%2f..%2flog.key"), [400]),
        Attack("a backslash in percent-encoding", get("/tile/..%5c..%5clog.key"), [400]),
        Attack("a backslash", get("/tile/..\\..\\log.key"), [400]),
        Attack("encoded twice", get("/tile/%252e%252e/log.key"), [404]),
        Attack("a NUL", get("/%00"), [400]),
        Attack("a NUL behind a name that is there", get("/rollouts/sample%00.html"), [400]),
        Attack("bytes that are not UTF-8", get("/rollouts/%ff%fe"), [400]),
        Attack("an overlong form of a dot", get("/rollouts/%c0%ae%c0%ae"), [400]),
        Attack("a surrogate", get("/rollouts/%ed%a0%80"), [400]),
        Attack("a broken percent sign", get("/rollouts/%zz"), [400]),
        Attack("a percent sign at the end", get("/rollouts/sample%"), [400]),
        Attack("an empty part before", get("//checkpoint"), [400]),
        Attack("an empty part behind", get("/checkpoint/"), [400]),
        Attack("a dot", get("/./checkpoint"), [400]),
        Attack(
            "line ends in an address", get("/rollouts/sample%0d%0aSet-Cookie:probe=1"), [400],
            without: ["set-cookie"]),
        // Such a form is one of HTTP: it leads nowhere else.
        Attack(
            "the whole address of another server", get("http://evil.example/checkpoint"), [200],
            with: ["log.test/2026"], without: ["evil"]),
        Attack(
            "an address that is too long", get("/" + String(repeating: "a", count: 4000)), [414]),
        Attack("a name in capitals", get("/CHECKPOINT"), [404]),
        Attack("a parameter of a path", get("/checkpoint;jsessionid=1"), [404]),
        Attack("an ending that caches know", get("/log/1.css"), [404]),
        Attack("a page as a picture", get("/rollouts/sample.png"), [404]),
        Attack("the file of tokens as evidence", get("/api/evidence/sha256/tokens"), [404]),
        Attack(
            "the file of tokens below evidence", get("/api/evidence/sha256/..%2f..%2ftokens"), [400]
        ),
        Attack(
            "a digest in capitals",
            get("/api/evidence/sha256/" + String(repeating: "A", count: 64)), [404]),
        Attack(
            "a digest that is too short",
            get("/api/evidence/sha256/" + String(repeating: "a", count: 63)), [404]),
        Attack(
            "the beginning of a digest",
            get("/api/checklists/sha256/" + String(repeating: "0", count: 8)),
            [404]),
        Attack("files of the server", get("/data/ledger.sqlite"), [404]),
        Attack("the key of the log", get("/log.key"), [404]),
        Attack("a repository", get("/.git/config"), [404]),
        Attack("a tile beyond what was signed", get("/tile/0/000.p/200"), [404]),
        Attack("a tile of no width", get("/tile/0/000.p/0"), [404]),
        Attack("a tile too wide", get("/tile/0/000.p/257"), [404]),
        Attack("a tile before the first", get("/tile/0/-01"), [404]),
        Attack("a level that no tree has", get("/tile/64/000"), [404]),
        Attack(
            "a number that overflows", get("/tile/entries/x999/x999/x999/x999/x999/x999/999"), [404]
        ),
        Attack("an entry before the first", get("/log/0"), [404]),
        Attack("an entry beyond the last", get("/log/999999"), [404]),
        Attack("an entry whose number overflows", get("/log/99999999999999999999"), [404]),
        Attack("an entry with a sign", get("/log/+1"), [404]),
        Attack("an entry in other digits", get("/log/%D9%A1"), [404]),
        Attack("a receipt of another number's form", get("/api/entries/1e0/receipt"), [404]),
    ]
}
