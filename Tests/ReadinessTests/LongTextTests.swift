import Testing

@Suite("A megabyte of one sign in every text", .timeLimit(.minutes(30)))
struct LongTextTests {
    /// Writes a checklist whose texts, file and evidence are what it is given, and its reports.
    private static let write = #"""
        import pathlib, subprocess, sys
        sign, folder = sys.argv[1], pathlib.Path(sys.argv[2])
        folder.mkdir()
        (folder / "evidence.txt").write_text(sign)
        (folder / "seen.txt").write_text(sign)
        text = '"' + sign + '"'
        (folder / "long.yaml").write_text(f"""\
        readiness: 1
        id: long
        title: {text}
        owner: lead
        change: {{message: M1, product: {text}, platforms: [{text}], summary: {text}, links: [{{title: {text}, url: "https://example.com/"}}]}}
        timeline: [{{id: start, title: {text}, starts: 2050-01-01, source: {text}}}]
        roles: {{lead: {{title: {text}, members: [otto@example.com]}}}}
        effects: [{{id: risk, kind: risk, title: {text}, text: {text}}}]
        steps:
          - {{id: signed, title: {text}, text: {text}, addresses: [risk], role: lead, due: start, sign-off: {{by: [lead]}}}}
          - {{id: seen, title: {text}, text: {text}, role: lead, due: start, check: {{file: {{path: seen.txt, content: {{contains: good}}}}}}}}
        """)
        readiness = sys.argv[3]
        def run(*words, statuses=(0,)):
            done = subprocess.run([readiness, *words], cwd=folder, capture_output=True)
            assert done.returncode in statuses, (words, done.returncode, done.stderr[:2000])
            return done.stdout
        run("init", ".")
        run("sign", "long.yaml", "signed", "--as", "otto@example.com", "--note", sign[:20000], "--evidence", "evidence.txt")
        run("run", "long.yaml", statuses=(1,))
        for format in sys.argv[4:]:
            (folder / format).write_bytes(run("report", "long.yaml", "--format", format, statuses=(1,)))
        """#

    /// Says where two folders of reports differ in more than their texts.
    private static let compare = #"""
        import csv, html.parser, json, pathlib, re, subprocess, sys, xml.etree.ElementTree
        csv.field_size_limit(1 << 30)
        class Tags(html.parser.HTMLParser):
            def __init__(self, text):
                super().__init__()
                self.tags = []
                self.feed(text)
            def handle_starttag(self, tag, values): self.tags.append((tag, [name for name, _ in values]))
        def members(value):
            if isinstance(value, dict): return {key: members(value[key]) for key in value}
            return [members(one) for one in value] if isinstance(value, list) else type(value).__name__
        def element(one): return (one.tag, sorted(one.attrib), [element(inner) for inner in one])
        def lines(text): return len(text.split("\n"))
        def markdown(text):
            if not pathlib.Path("/usr/bin/cmark-gfm").exists(): return lines(text)
            parsed = subprocess.run(["cmark-gfm", "-e", "table", "-t", "xml"], input=text.encode(), capture_output=True, check=True)
            return re.findall(r"<(paragraph|table\w*|heading|list|item|link|html\w*|code_block|block_quote|image)", parsed.stdout.decode())
        shapes = {
            "markdown": markdown, "html": lambda text: Tags(text).tags,
            "json": lambda text: members(json.loads(text)), "oscal": lambda text: members(json.loads(text)),
            "teams": lambda text: members(json.loads(text)),
            "junit": lambda text: element(xml.etree.ElementTree.fromstring(text)),
            "csv": lambda text: [len(row) for row in csv.reader(text.splitlines(True))],
            "ics": lambda text: [line.split(":")[0] for line in text.replace("\r\n ", "").split("\r\n")],
            "prometheus": lines, "github": lines,
        }
        assert set(shapes) == set(sys.argv[3:]), "a format without a shape"
        for format, shape in shapes.items():
            plain, long = (pathlib.Path(folder, format).read_bytes().decode() for folder in sys.argv[1:3])
            assert format == "prometheus" or len(long) > 1 << 20 or len(long) > len(plain) + 1000, (format, len(long))
            if shape(plain) != shape(long):
                sys.exit(f"{format}: {shape(plain)} and {shape(long)}"[:4000])
        """#

    @Test("is written by each format, and changes none")
    func written() async throws {
        try await Workspace.with { workspace in
            try workspace.write("write.py", Self.write)
            try workspace.write("compare.py", Self.compare)
            let outcome = try await workspace.shell(
                """
                set -eu
                formats=$("$READINESS" report --help | tr '\\n' ' ' | sed 's/.*One of \\([^;]*\\);.*/\\1/; s/[, ][, ]*/ /g')
                python3 write.py "x" plain "$READINESS" $formats
                python3 - long "$READINESS" $formats <<PYTHON
                import sys
                sys.argv[1:1] = ["|" * (1 << 20)]
                exec(open("write.py").read())
                PYTHON
                python3 compare.py plain long $formats
                """)
            #expect(outcome.status == 0, "\(outcome)")
        }
    }
}
