package io.agencyos.adapters.out.security;

import io.agencyos.application.platform.webhook.WebhookPost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads as much of an HTTP/1.1 answer as is kept: its status, when to come again, and how its body begins. */
final class HttpAnswer {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_LINES = 100;
    private static final int CONTINUE = 100;
    private static final int OK = 200;

    private final Socket socket;
    private final InputStream in;
    private final Deadline deadline;

    HttpAnswer(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.deadline = deadline;
    }

    WebhookPost.Answer read() throws IOException {
        int status = CONTINUE;
        Map<String, String> headers = Map.of();
        while (status < OK) {
            Matcher line = STATUS.matcher(line());
            if (!line.matches()) {
                return WebhookPost.Answer.failed("The endpoint does not speak HTTP/1.1.");
            }
            status = Integer.parseInt(line.group(1));
            headers = headers();
        }
        String body = headers.getOrDefault("transfer-encoding", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("chunked")
                ? chunks()
                : plain(headers.get("content-length"));
        return new WebhookPost.Answer(status, null, body, retryAfter(headers.get("retry-after")));
    }

    private static @Nullable Duration retryAfter(@Nullable String header) {
        return header != null && SECONDS.matcher(header).matches() ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < MOST_LINES; i++) {
            String line = line();
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new IOException("too many headers");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = one(); next != '\n'; next = one()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("the answer broke off");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private int one() throws IOException {
        socket.setSoTimeout(deadline.left());
        return in.read();
    }

    /** To its length or to the end, whichever is known; a connection that just ends has said all there is. */
    private String plain(@Nullable String length) throws IOException {
        long announced = length != null && SECONDS.matcher(length).matches() ? Long.parseLong(length) : Long.MAX_VALUE;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        take(body, announced);
        return text(body);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < bytesKept()) {
            int size;
            try {
                size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            } catch (NumberFormatException notChunked) {
                throw new IOException("the answer is not in chunks", notChunked);
            }
            if (size == 0 || !take(body, size)) {
                break;
            }
            line();
        }
        return text(body);
    }

    /** Takes so many bytes, or fewer where more are not kept or there are none; whether it got all of them. */
    private boolean take(ByteArrayOutputStream body, long wanted) throws IOException {
        byte[] buffer = new byte[LONGEST_LINE];
        long left = wanted;
        while (left > 0 && body.size() < bytesKept()) {
            socket.setSoTimeout(deadline.left());
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return false;
            }
            body.write(buffer, 0, read);
            left -= read;
        }
        return left == 0;
    }

    private static int bytesKept() {
        return 4 * WebhookPost.KEPT;
    }

    private static String text(ByteArrayOutputStream body) {
        String text = body.toString(StandardCharsets.UTF_8).replace("\u0000", "");
        return text.length() > WebhookPost.KEPT ? text.substring(0, WebhookPost.KEPT) : text;
    }
}
