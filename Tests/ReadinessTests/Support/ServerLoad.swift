/// What scripts behind `ServerWalk` do to load a server, and to see afterwards what became of it.
enum ServerLoad {
    /// `prepare N` signs statements that differ by their notes, `bring N` posts one and keeps the answer
    /// and its status, `counted` looks whether the ledger has each once, at the number that was acknowledged.
    static let functions = #"""
        prepare() {
            sign reviewed ann
            "$READINESS" sign checklists/sample.yaml reviewed --as ann@example.com --note n0 --statement-out statement 2> told
            namespace=$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)
            grep -q '"note":"n0"' statement
            mkdir -p many
            for number in $(seq $1); do
                sed "s/\"note\":\"n0\"/\"note\":\"n$number\"/" statement > many/$number
            done
            ( cd many && ssh-keygen -q -Y sign -f ../ann -n "$namespace" $(seq $1) 2> /dev/null )
            for number in $(seq $1); do
                { cat many/$number; echo; cat many/$number.sig; } > many/$number.body
            done
        }
        bring() {
            post -o many/$1.answer -w '%{http_code}' < many/$1.body > many/$1.code 2> /dev/null || true
            case $(cat many/$1.code) in 200 | 201) mv many/$1.answer many/$1.acknowledged ;; esac
        }
        counted() {
            "$READINESS" log --format jsonl > all.jsonl
            python3 - $1 <<'PYTHON'
        import collections, json, os, sys
        entries = [json.loads(line) for line in open("all.jsonl")]
        assert [entry["sequence"] for entry in entries] == list(range(1, len(entries) + 1)), "gaps"
        notes = collections.defaultdict(list)
        for entry in entries:
            note = entry["statement"].get("body", entry["statement"]).get("note")
            if note: notes[note].append(entry["sequence"])
        acknowledged = 0
        for number in range(1, int(sys.argv[1]) + 1):
            path, found = f"many/{number}.acknowledged", notes.get(f"n{number}", [])
            assert len(found) <= 1, (number, found)
            if os.path.exists(path):
                acknowledged += 1
                said = json.load(open(path))["entries"]
                assert [one["sequence"] for one in said] == found, (number, said, found)
        print(acknowledged, sum(1 for note in notes if note != "n"))
        PYTHON
        }

        """#
}
