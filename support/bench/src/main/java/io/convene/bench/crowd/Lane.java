package io.convene.bench.crowd;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** The connection of one caller, which is made again after a failure. */
final class Lane implements AutoCloseable {
    private final int number;
    private final InetSocketAddress server;
    private final Selector selector;
    private final AnswerReader reader = new AnswerReader();
    private SocketChannel channel;
    private int place;
    private long sent;
    private long due;
    private boolean waiting;

    /** Connects. */
    Lane(int number, InetSocketAddress server, Selector selector) throws IOException {
        this.number = number;
        this.place = number;
        this.server = server;
        this.selector = selector;
        this.channel = open();
    }

    int number() {
        return number;
    }

    /** The place of its next request among so many, when so many callers take turns. */
    int turn(int callers, int requests) {
        int turn = place % requests;
        place = (turn + callers) % requests;
        return turn;
    }

    /** Whether a request has no answer yet. */
    boolean isWaiting() {
        return waiting;
    }

    /** When the last request was sent. */
    long sent() {
        return sent;
    }

    /** When it should have been sent. */
    long due() {
        return due;
    }

    /** Sends a request that was due then. */
    void send(byte[] request, long dueAt) throws IOException {
        due = dueAt;
        sent = System.nanoTime();
        waiting = true;
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads what is there, and says whether the answer has become whole. */
    boolean isAnswered(ByteBuffer buffer) throws IOException {
        int read = channel.read(buffer.clear());
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        return reader.isWhole(buffer.flip());
    }

    /** The answer, for which nobody waits any more. */
    Answer answer() {
        waiting = false;
        return reader.next();
    }

    /** Connects again. */
    void renew() throws IOException {
        waiting = false;
        reader.reset();
        channel.close();
        channel = open();
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = SocketChannel.open(server);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
