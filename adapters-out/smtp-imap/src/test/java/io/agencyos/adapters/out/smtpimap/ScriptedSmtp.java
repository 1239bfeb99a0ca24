package io.agencyos.adapters.out.smtpimap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** An SMTP server that does at each step what a test says, once, and is well-behaved otherwise. */
final class ScriptedSmtp implements AutoCloseable {

    /** Where in the dialogue something happens. */
    enum Step {
        GREETING,
        EHLO,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        BODY,
        FINAL_DOT
    }

    /** What happens there instead of the usual answer. */
    sealed interface Act {

        record Say(String answer) implements Act {}

        record Drop() implements Act {}

        record Hang() implements Act {}

        /** The message is taken, then this happens. */
        record TakeAnd(Act then) implements Act {}
    }

    /** What was taken. */
    record Taken(String from, List<String> recipients, String message) {}

    private final ServerSocket listener;
    private final Map<Step, Act> script = new ConcurrentHashMap<>(new EnumMap<>(Step.class));
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Protection protection;
    private final @Nullable SSLSocketFactory tls;
    private volatile Consumer<Taken> sink = taken -> {};
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<Taken> taken = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger handOvers = new AtomicInteger();

    /** What the server offers. */
    enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    ScriptedSmtp() {
        this(Protection.NONE, null);
    }

    ScriptedSmtp(Protection protection, @Nullable SSLSocketFactory tls) {
        this.protection = protection;
        this.tls = tls;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    void at(Step step, Act act) {
        script.put(step, act);
    }

    void sayAt(Step step, String answer) {
        at(step, new Act.Say(answer));
    }

    void deliverTo(Consumer<Taken> newSink) {
        sink = newSink;
    }

    MailServer address(MailServer.Security security) {
        return new MailServer("localhost", listener.getLocalPort(), security);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket line = listener.accept();
                if (closing.getCount() == 0) {
                    // who called while it was closing finds nobody
                    line.close();
                    return;
                }
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket line) {
        try (line) {
            new Dialogue(line).run();
        } catch (IOException gone) {
            commands.add("(gone)");
        }
    }

    /** One connection. */
    private final class Dialogue {

        private Socket line;
        private BufferedReader in;
        private String from = "";
        private List<String> recipients = new ArrayList<>();

        private Dialogue(Socket line) throws IOException {
            this.line = line;
            this.in = reader(line);
            if (protection == Protection.TLS) {
                secure();
            }
        }

        private static BufferedReader reader(Socket line) throws IOException {
            return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        private void run() throws IOException {
            if (!usual(Step.GREETING, "220 mx.example ready")) {
                return;
            }
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                commands.add(command);
                if (!obey(command)) {
                    return;
                }
            }
        }

        private boolean obey(String command) throws IOException {
            String verb = command.toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
            return switch (verb) {
                case "EHLO" ->
                    usual(
                            Step.EHLO,
                            protection != Protection.STARTTLS || line instanceof SSLSocket
                                    ? "250-mx.example\r\n250-AUTH PLAIN LOGIN XOAUTH2\r\n250 8BITMIME"
                                    : "250-mx.example\r\n250 STARTTLS");
                case "STARTTLS" -> {
                    if (protection != Protection.STARTTLS) {
                        yield say("502 not here");
                    }
                    say("220 go ahead");
                    yield secure();
                }
                case "AUTH" -> usual(Step.AUTH, "235 2.7.0 welcome");
                case "MAIL" -> {
                    from = command;
                    yield usual(Step.MAIL, "250 2.1.0 ok");
                }
                case "RCPT" -> {
                    recipients.add(command.substring(command.indexOf('<') + 1, command.indexOf('>')));
                    yield usual(Step.RCPT, "250 2.1.5 ok");
                }
                case "DATA" -> data();
                case "QUIT" -> {
                    say("221 bye");
                    yield false;
                }
                default -> say("250 ok");
            };
        }

        private boolean secure() throws IOException {
            SSLSocket secured = (SSLSocket) Objects.requireNonNull(tls).createSocket(line, null, line.getPort(), true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            line = secured;
            in = reader(line);
            return true;
        }

        private boolean data() throws IOException {
            handOvers.incrementAndGet();
            if (script.containsKey(Step.DATA)) {
                return usual(Step.DATA, "");
            }
            say("354 go ahead");
            if (script.containsKey(Step.BODY)) {
                in.readLine();
                return act(script.remove(Step.BODY));
            }
            StringBuilder message = new StringBuilder();
            for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
                if (text == null) {
                    return false;
                }
                message.append(text.startsWith(".") ? text.substring(1) : text).append("\r\n");
            }
            Taken mail = new Taken(from, List.copyOf(recipients), message.toString());
            Act act = script.remove(Step.FINAL_DOT);
            return switch (act) {
                case null -> {
                    take(mail);
                    yield say("250 2.0.0 queued as Q" + taken.size());
                }
                case Act.TakeAnd(Act then) -> {
                    take(mail);
                    yield act(then);
                }
                case Act other -> act(other);
            };
        }

        private void take(Taken mail) {
            taken.add(mail);
            sink.accept(mail);
            recipients = new ArrayList<>();
        }

        private boolean usual(Step step, String answer) throws IOException {
            Act act = script.remove(step);
            return act == null ? say(answer) : act(act);
        }

        private boolean act(Act act) throws IOException {
            return switch (act) {
                case Act.Say(String answer) -> say(answer);
                case Act.Drop drop -> false;
                case Act.TakeAnd(Act then) -> act(then);
                case Act.Hang hang -> {
                    await();
                    yield false;
                }
            };
        }

        private boolean say(String answer) throws IOException {
            line.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            line.getOutputStream().flush();
            return true;
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
