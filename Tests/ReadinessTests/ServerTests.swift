import Foundation
import Testing

@Suite("One ledger for everybody, through the built programs", .timeLimit(.minutes(10)))
struct ServerTests {
    @Test(
        "Two people on two machines share it: run, sign, status, report, audit, export, verify",
        arguments: ServerStore.available)
    func shared(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            #"""
            "$READINESS" run checklists/sample.yaml --as ann@example.com --key ann
            echo proof > evidence.txt
            sign approved ann --evidence evidence.txt
            # Another account on another machine, with a copy of its own.
            mkdir -p other/state
            cp -r checklists other
            cd other
            XDG_STATE_HOME=$PWD/state "$READINESS" init . --server $URL --log-vkey "$(curl -s $URL/log.vkey)"
            cp ../bob ../bob.pub .
            XDG_STATE_HOME=$PWD/state sign reviewed bob
            cd ..
            "$READINESS" gate checklists/sample.yaml --phase first > gated
            "$READINESS" status checklists/sample.yaml > status
            "$READINESS" report checklists/sample.yaml --output reports
            "$READINESS" audit > audited
            "$READINESS" export checklists/sample.yaml --output bundle
            "$READINESS" verify bundle > verified
            "$READINESS" log --ledger $URL --format json > log
            curl -s -H "Authorization: Bearer $READINESS_TOKEN" $URL/ > page.html
            curl -s -H "Authorization: Bearer $READINESS_TOKEN" "$URL/api/rollouts/sample/report?format=json" > report.json
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            #expect(try workspace.read("gated").contains("GO"))
            #expect(try workspace.read("audited").contains("Everything is as it was recorded"))
            #expect(try workspace.read("verified").contains("bundle: verified"))
            #expect(try workspace.read("warned").contains("Only the server itself said"))
            let log = try workspace.read("log").split(separator: "\n")
            #expect(log.count == 5, "\(log)")
            #expect(log.count { $0.contains(#""authentication":"ssh-key""#) } == 4, "\(log)")
            #expect(try workspace.read("page.html").contains("rollouts/sample"))
            #expect(try workspace.read("report.json").contains(#""id": "sample""#))
        }
    }

    @Test(
        "The same statement sent twice is one entry, and its receipt verifies",
        arguments: ServerStore.available)
    func replay(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            #"""
            sign approved bob --evidence checklists/sample.yaml
            "$READINESS" sign checklists/sample.yaml reviewed --as ann@example.com --note n --statement-out statement 2> told
            ssh-keygen -q -Y sign -f ann -n "$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)" statement
            { cat statement; echo; cat statement.sig; } > body
            cat body body > twice
            "$READINESS" log --format jsonl | sed -n 's/.*"statement":\(.*"kind":"checklist-text".*\)}$/\1/p' > text
            test "$(wc -l < text)" = 1
            post < text | grep -q '"code":"text"'
            cat text body | post | grep -q '"code":"text"'
            for body in twice body twice; do post -w '%{http_code}\n' < $body; done > answers
            test "$("$READINESS" log --format jsonl | wc -l)" = 4
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let answers = try workspace.read("answers")
            #expect(answers.contains(#""isNew":true"#) && answers.contains(#""isNew":false"#))
            #expect(answers.contains("201") && answers.contains("200"))
            #expect(answers.components(separatedBy: "c2sp.org/tlog-proof@v1").count == 6)
        }
    }

    @Test(
        "What was acknowledged survives kill -9; what could not be sent waits, and counts once sent",
        arguments: ServerStore.available)
    func killed(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            #"""
            sign reviewed ann
            stop KILL
            refused 69 "$READINESS" status checklists/sample.yaml
            grep -q 'Nothing was recorded or judged' said
            serve
            test "$("$READINESS" log --format jsonl | wc -l)" = 3
            "$READINESS" audit
            "$READINESS" outbox > waiting
            # What a runner signed while the server was away.
            "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note n --statement-out statement 2> told
            ssh-keygen -q -Y sign -f bob -n "$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)" statement
            copy=$(find state -name ledger.sqlite)
            mkdir -p $copy.outbox
            { cat statement; echo; cat statement.sig; } > $copy.outbox/1
            echo '{"broken":1}' > $copy.outbox/2
            "$READINESS" log --format jsonl | wc -l > before
            refused 65 "$READINESS" outbox --send
            "$READINESS" log --format jsonl | wc -l > after
            test ! -e $copy.outbox/1 && test -e $copy.outbox/2
            rm $copy.outbox/2
            # It was recorded, and cannot be signed for: nobody may be told that nothing was.
            mv data/log.key hidden
            refused 69 sign approved ann --evidence checklists/sample.yaml
            ! grep -q 'Nothing was recorded' said
            mv hidden data/log.key
            "$READINESS" outbox --send
            test "$("$READINESS" log --format jsonl | wc -l)" = 5
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let seen = try ["waiting", "before", "after"].map { try workspace.read($0) }
            #expect(seen == ["Nothing waits to be sent.\n", "3\n", "4\n"])
        }
    }

    @Test(
        "A server that shows less than before, another past or another key is believed in nothing",
        arguments: ServerStore.available)
    func forked(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            #"""
            stop
            copy data old
            copy data another
            serve
            sign reviewed ann
            stop
            serve old
            refused 74 "$READINESS" status checklists/sample.yaml
            grep -q 'entries were taken back' said
            stop
            # The copy is gone, and what it once showed is known all the same.
            copy=$(find state -name ledger.sqlite)
            mkdir kept
            mv $copy* kept
            cp kept/*.vkey kept/*.checkpoint kept/*.server $(dirname $copy)
            serve old
            refused 74 "$READINESS" init . --server $URL
            refused 74 "$READINESS" status checklists/sample.yaml
            stop
            cp -r kept/* $(dirname $copy)
            serve another
            state=$PWD/eve-state
            cp -r checklists other
            (cd other && XDG_STATE_HOME=$state "$READINESS" init . --server $URL &&
                XDG_STATE_HOME=$state "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note n --key ../bob &&
                XDG_STATE_HOME=$state "$READINESS" sign checklists/sample.yaml approved --as bob@example.com --note n --key ../bob --evidence checklists/sample.yaml)
            refused 74 "$READINESS" gate checklists/sample.yaml --phase first
            grep -q 'are not the ones that it showed before' said
            rm -f $copy $copy-wal $copy-shm
            refused 74 "$READINESS" gate checklists/sample.yaml --phase first
            grep -q 'are not the ones that it showed before' said
            cp -r kept/* $(dirname $copy)
            refused 74 "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note n --key bob
            stop
            # Its leaves are those that were signed, and an entry is another.
            serve
            sign approved bob --evidence checklists/sample.yaml
            for path in checkpoint tile/0/000.p/4 tile/entries/000.p/4; do
                curl -sf --create-dirs -o mirror/$path -H "Authorization: Bearer $READINESS_TOKEN" $URL/$path
            done
            stop
            rm -f $copy $copy-wal $copy-shm
            cp -r kept/* $(dirname $copy)
            LC_ALL=C sed -i 's/bob@/eve@/g' mirror/tile/entries/000.p/4
            python3 -m http.server --bind 127.0.0.1 --directory mirror $PORT > /dev/null 2>&1 &
            SERVING=$!
            trap 'kill $SERVING 2> /dev/null || true' EXIT
            curl -s --retry 50 --retry-delay 1 --retry-connrefused -o /dev/null $URL/checkpoint
            refused 74 "$READINESS" status checklists/sample.yaml
            grep -q 'an entry is not the one that was signed' said
            stop
            mkdir third
            serve third
            export READINESS_TOKEN=$(token third)
            refused 74 "$READINESS" status checklists/sample.yaml
            refused 74 "$READINESS" init . --server $URL
            grep -q 'is pinned to' said
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test(
        "A server that nobody pinned, an address that is none, and two ledgers in a folder are refused",
        arguments: ServerStore.available)
    func unpinned(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            #"""
            export XDG_STATE_HOME=$PWD/fresh
            refused 64 "$READINESS" status checklists/sample.yaml
            grep -q 'Pin it once: readiness init --server' said
            refused 64 "$READINESS" status checklists/sample.yaml --ledger http://ledger.example.com
            refused 64 "$READINESS" status checklists/sample.yaml --ledger https://ledger.example.com/path
            refused 64 "$READINESS" run checklists/sample.yaml --ledger $URL --create
            test ! -e fresh/readiness/servers/*/ledger.sqlite
            refused 64 "$READINESS" sign checklists/sample.yaml reviewed --as ann@example.com --note n --ledger HTTPS://LEDGER.example.com/x --create
            test ! -e HTTPS: && test ! -e https:
            unset XDG_STATE_HOME
            # However a copy is named, and whatever lies beside it, it is no ledger of its own.
            export XDG_STATE_HOME=$PWD/state
            sign reviewed ann
            copy=$(find state -name ledger.sqlite)
            ln -s $copy link.sqlite
            cp $copy plain.sqlite
            for name in link.sqlite plain.sqlite; do
                refused 74 "$READINESS" gate checklists/sample.yaml --phase first --ledger $name
                refused 74 "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note n --ledger $name
            done
            mv $copy.server away
            refused 74 "$READINESS" status checklists/sample.yaml --ledger $copy
            mv away $copy.server
            "$READINESS" sign checklists/sample.yaml reviewed --as ann@example.com --note n --ledger own.sqlite --create
            mkdir away
            mv $copy $copy-* away || true
            cp own.sqlite $copy
            refused 74 "$READINESS" status checklists/sample.yaml
            grep -q 'and not the copy of a server' said
            rm -f $copy $copy-wal $copy-shm
            mv away/* $(dirname $copy)
            # A file in the folder under the name of a server.
            mkdir -p https:/ledger.example.com
            "$READINESS" log --format jsonl > https:/ledger.example.com/all.jsonl
            cp .readiness/server was
            echo https://ledger.example.com/all.jsonl > .readiness/server
            refused 64 "$READINESS" status checklists/sample.yaml
            cp was .readiness/server
            # The page says by which text it judges where people signed on several.
            sed 's/title: Somebody else/title: Nobody else/' checklists/sample.yaml > changed
            cp changed checklists/sample.yaml
            sign reviewed bob
            curl -s -H "Authorization: Bearer $READINESS_TOKEN" $URL/api/rollouts > rollouts
            curl -s -H "Authorization: Bearer $READINESS_TOKEN" $URL/rollouts/sample > page
            curl -s -H "Authorization: Bearer $READINESS_TOKEN" "$URL/api/rollouts/sample/report?format=prometheus" > metrics
            grep -q 'people signed on other texts of it' page
            grep -q 'kind="other-texts"} 1' metrics || grep 'kind="other-texts"' metrics | grep -q ' 1$'
            : > .readiness/ledger.sqlite
            refused 74 "$READINESS" status checklists/sample.yaml
            grep -q 'a server would be another' said
            rm .readiness/server
            refused 74 "$READINESS" init . --server $URL
            test ! -e .readiness/server
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }
}
