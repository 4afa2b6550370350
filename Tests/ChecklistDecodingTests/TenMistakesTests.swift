import Testing

/// Ten mistakes in one file, word by word.
struct TenMistakesTests {
    private static let text = """
        readiness: 1
        id: Ten_Mistakes
        title: Ten mistakes
        owner: change-manger
        timezone: Europe/Berln
        timeline:
          - id: pilot
            title: Pilot
            starts: 2025-02-30
          - id: worldwide
            title: Worldwide
            starts: 2025-10-10
            staus: started
        roles:
          change-manager: {title: Change Managers, members: [olga@example.com]}
          ops: {title: Operations, members: [nora@example.com]}
        defaults: {fresh-for: 24}
        steps:
          - id: first
            title: First
            role: ops
            due: pilot - 7d
            needs: [second]
            sign-off: {}
          - id: second
            title: Second
            role: ops
            due: wordwide - 7d
            needs: [first]
            sign-off: {by: [opps]}
          - id: third
            title: ${cloud}
            role: ops
            due: pilot.end
        """

    @Test("A file with ten mistakes is told of every one, each at its place")
    func tenMistakes() throws {
        #expect(
            try Reading.said(Self.text) == """
                list.yaml:2:5: error: "Ten_Mistakes" is not an id (a-z, 0-9 and -, at most 64) \
                [wrong-value]
                  id: Ten_Mistakes
                      ^^^^^^^^^^^^
                list.yaml:4:8: error: there is no role "change-manger" [unknown-role]
                  owner: change-manger
                         ^^^^^^^^^^^^^
                  fix: did you mean "change-manager"?
                list.yaml:5:11: error: "Europe/Berln" is not an IANA time zone \
                (Europe/Berlin, UTC) [unknown-zone]
                  timezone: Europe/Berln
                            ^^^^^^^^^^^^
                  fix: did you mean "Europe/Berlin"?
                list.yaml:9:13: error: "2025-02-30" is not a date or local time that exists \
                (2025-10-10, 2025-10-10T22:00) [wrong-value]
                      starts: 2025-02-30
                              ^^^^^^^^^^
                list.yaml:13:5: error: a phase has no key "staus" [unknown-key]
                      staus: started
                      ^^^^^
                  fix: did you mean "status"?
                list.yaml:17:23: error: "24" is not a duration with a unit \
                (500ms, 10s, 5m, 24h, 30d, 2w) [wrong-value]
                  defaults: {fresh-for: 24}
                                        ^^
                list.yaml:28:10: error: there is no phase "wordwide" [unknown-phase]
                      due: wordwide - 7d
                           ^^^^^^^^
                  fix: did you mean "worldwide"?
                list.yaml:29:13: error: the steps wait for each other: first → second → first \
                [cycle]
                      needs: [first]
                              ^^^^^
                  fix: remove one of these needs
                list.yaml:30:21: error: there is no role "opps" [unknown-role]
                      sign-off: {by: [opps]}
                                      ^^^^
                  fix: did you mean "ops"?
                list.yaml:31:5: error: the step has neither a check nor a sign-off, so it \
                could never become ready [nothing-to-show]
                    - id: third
                      ^^
                  fix: add "check:" or "sign-off:"
                list.yaml:32:12: error: there is no parameter "cloud" [unknown-parameter]
                      title: ${cloud}
                             ^^^^^^^^
                  fix: declare it under parameters, or write $${ for the characters themselves
                """)
    }
}
