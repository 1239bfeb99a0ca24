package io.agencyos.adapters.out.sandbox.names;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Answers questions for texts by UDP on the loopback address, as RFC 1035 4 has it; of anything else nothing is known. */
public final class NameServer implements AutoCloseable {

    private static final int LARGEST = 1_232;
    private static final int HEADER = 12;
    private static final int TEXT = 16;
    private static final int INTERNET = 1;
    /** A response by the authority of the name, recursion available. */
    private static final int ANSWER = 0x8480;

    private static final int NO_SUCH_NAME = 3;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int LONGEST_STRING = 255;
    /** Points back to the name of the question. */
    private static final int SAME_NAME = 0xC000 | HEADER;

    private final Zone zone;
    private final DatagramSocket socket;

    private NameServer(Zone zone, DatagramSocket socket) {
        this.zone = zone;
        this.socket = socket;
    }

    /** Listens on a free port until it is closed. */
    public static NameServer start(Zone zone) {
        try {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            NameServer server = new NameServer(zone, socket);
            Thread.ofVirtual().name("sandbox-names").start(server::serve);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException("the sandbox's name server does not start", failed);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        byte[] room = new byte[LARGEST];
        while (!socket.isClosed()) {
            DatagramPacket question = new DatagramPacket(room, room.length);
            try {
                socket.receive(question);
                Optional<byte[]> answer =
                        zone.isSilent() ? Optional.empty() : answer(ByteBuffer.wrap(room, 0, question.getLength()));
                if (answer.isPresent()) {
                    socket.send(new DatagramPacket(answer.get(), answer.get().length, question.getSocketAddress()));
                }
            } catch (IOException closedOrLost) {
                // whoever asked asks again; a closed socket ends the loop
            }
        }
    }

    /** Empty for what is no question. */
    private Optional<byte[]> answer(ByteBuffer packet) throws IOException {
        try {
            int id = packet.getShort();
            int flags = packet.getShort() & RECURSION_DESIRED;
            packet.position(HEADER);
            List<String> labels = new ArrayList<>();
            for (int length = packet.get(); length > 0; length = packet.get()) {
                byte[] label = new byte[length];
                packet.get(label);
                labels.add(new String(label, StandardCharsets.US_ASCII));
            }
            boolean texts = packet.getShort() == TEXT;
            packet.getShort();
            byte[] asked = Arrays.copyOfRange(packet.array(), HEADER, packet.position());
            Optional<List<String>> found = zone.texts(String.join(".", labels));
            return Optional.of(
                    written(id, flags, asked, found.isPresent(), texts ? found.orElse(List.of()) : List.of()));
        } catch (BufferUnderflowException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] written(int id, int flags, byte[] asked, boolean exists, List<String> texts)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(id);
        out.writeShort(ANSWER | flags | (exists ? 0 : NO_SUCH_NAME));
        out.writeShort(1);
        out.writeShort(texts.size());
        out.writeInt(0);
        out.write(asked);
        for (String text : texts) {
            byte[] data = strings(text);
            out.writeShort(SAME_NAME);
            out.writeShort(TEXT);
            out.writeShort(INTERNET);
            out.writeInt(0);
            out.writeShort(data.length);
            out.write(data);
        }
        return bytes.toByteArray();
    }

    /** A text in strings of 255 bytes at most, each with its length before it. */
    private static byte[] strings(String text) {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        int from = 0;
        do {
            int length = Math.min(LONGEST_STRING, whole.length - from);
            cut.write(length);
            cut.write(whole, from, length);
            from += length;
        } while (from < whole.length);
        return cut.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
