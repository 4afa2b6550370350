import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections whose request does not end in time, or whose reader takes nothing of its answer.
///
/// What says nothing at all, and fields that never end, are cut by the idle time of the server.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let request: TimeAmount
    private let stall: TimeAmount
    /// Bytes of the body that are still to come; nil where only its end says so.
    private var left: Int?
    private var arriving: Scheduled<Void>?
    private var stalled: Scheduled<Void>?

    init(request: TimeAmount, stall: TimeAmount) {
        self.request = request
        self.stall = stall
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            arrived()
            left = Self.announced(head)
            if left != 0 { arriving = close(context.channel, after: request) }
        case .body(let bytes):
            left = left.map { max(0, $0 - bytes.readableBytes) }
            if left == 0 { arrived() }
        case .end: arrived()
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stalled?.cancel()
        // What the reader has to take before it counts as going on is what NIO keeps for a channel.
        stalled = context.channel.isWritable ? nil : close(context.channel, after: stall)
        context.fireChannelWritabilityChanged()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        arrived()
        stalled?.cancel()
    }

    private func arrived() {
        arriving?.cancel()
        arriving = nil
    }

    /// How many bytes a body has; the end of one that has none may be told only after the answer.
    private static func announced(_ head: HTTPRequest) -> Int? {
        guard head.headerFields[.transferEncoding] == nil else { return nil }
        guard let length = head.headerFields[.contentLength] else { return 0 }
        return Int(length)
    }

    private func close(_ channel: any Channel, after time: TimeAmount) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
