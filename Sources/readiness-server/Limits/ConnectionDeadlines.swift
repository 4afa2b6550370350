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
    private var arriving: Scheduled<Void>?
    private var stalled: Scheduled<Void>?

    init(request: TimeAmount, stall: TimeAmount) {
        self.request = request
        self.stall = stall
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            arriving?.cancel()
            arriving = close(context.channel, after: request)
        case .body: break
        case .end:
            arriving?.cancel()
            arriving = nil
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
        arriving?.cancel()
        stalled?.cancel()
    }

    private func close(_ channel: any Channel, after time: TimeAmount) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
