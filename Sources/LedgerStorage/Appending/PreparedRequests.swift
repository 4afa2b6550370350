/// Requests that are ready to be stored, among those that cannot be.
package struct PreparedRequests<Request: Sendable>: Sendable {
    private var results: [Result<Request, any Error>] = []

    package init(
        _ requests: [[Draft]], _ prepare: ([Draft]) async throws -> Request
    ) async {
        for drafts in requests {
            do {
                results.append(.success(try await prepare(drafts)))
            } catch {
                results.append(.failure(error))
            }
        }
    }

    /// What became of each, where those that are ready are stored.
    package func results<Value: Sendable>(
        _ store: ([Request]) async -> [Result<Value, any Error>]
    ) async -> [Result<Value, any Error>] {
        var stored = await store(results.compactMap { try? $0.get() })[...]
        return results.map { result in
            result.flatMap { _ in stored.popFirst() ?? .failure(CancellationError()) }
        }
    }
}
