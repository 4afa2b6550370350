import Foundation
import Testing

/// What a server keeps its ledger in.
enum ServerStore: String, CaseIterable, CustomTestStringConvertible {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    var testDescription: String { rawValue }

    /// Those that this machine has; the pipeline has all.
    static var available: [ServerStore] {
        guard !PostgresCluster.isThere else { return allCases }
        guard ProcessInfo.processInfo.environment["CI"] != "true" else { return allCases }
        print(
            "Skipped with PostgreSQL: there is none of version 15 or newer (Debian's postgresql).")
        return [.sqlite]
    }

    /// Functions of the shell that differ: `database NAME` prints the address of the one that belongs
    /// to a folder, and `copy FROM TO` copies a folder with its ledger.
    var functions: String {
        switch self {
        case .sqlite:
            #"""
            database() { :; }
            copy() { cp -r "$1" "$2"; }

            """#
        case .postgres:
            PostgresCluster.start + #"""
                database() {
                    psql -lqtA | grep -q "^$1|" || {
                        createdb "$1"
                        "$SERVER" init-database --database "postgresql://owner@/$1?host=$PGHOST" --grant > made
                    }
                    echo "postgresql://readiness_server@/$1?host=$PGHOST"
                }
                copy() {
                    cp -r "$1" "$2"
                    createdb --template "$1" "$2"
                }

                """#
        }
    }
}

/// A PostgreSQL server that lasts as long as a script.
enum PostgresCluster {
    /// What starts one: beside the tests.
    static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Support/postgres-cluster").path

    /// Whether a version that is new enough is installed.
    static var isThere: Bool {
        let versions = try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")
        return versions?.contains { Int($0).map { $0 >= 15 } ?? false } ?? false
    }

    /// Starts the server, whose orders are written to file descriptor 9; the programs of PostgreSQL find it.
    static var start: String {
        #"""
        mkfifo orders
        "\#(program)" < orders > cluster 2> cluster.errors &
        exec 9> orders
        for tick in $(seq 600); do
            ! test -s cluster || break
            sleep 0.1
        done
        export PGHOST=$(head -n 1 cluster) PGUSER=owner PGDATABASE=postgres
        PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
        psql -qc 'CREATE ROLE readiness_server LOGIN'

        """#
    }
}
