package io.agencyos.domain.conversation.rules;

import io.agencyos.domain.conversation.InboundReply;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One line of the tuning set of replies, read from the test resources. */
record LabelledReply(
        String id, InboundReply reply, Intent intent, Optional<LocalDate> returnDate, String name, String email) {

    static final ZonedDateTime RECEIVED = ZonedDateTime.of(2026, 2, 18, 10, 0, 0, 0, ZoneId.of("Australia/Sydney"));

    static List<LabelledReply> all() {
        return records(resource("/replies/replies-dev.csv")).stream()
                .skip(1)
                .map(LabelledReply::of)
                .toList();
    }

    private static LabelledReply of(List<String> fields) {
        var reply = new InboundReply(
                Vocabulary.parse(Channel.class, fields.get(1)).orElseThrow(),
                fields.get(2),
                textOf(fields.get(3)),
                false,
                RECEIVED,
                Set.of(),
                "Sam");
        return new LabelledReply(
                fields.get(0),
                reply,
                Vocabulary.parse(Intent.class, fields.get(4)).orElseThrow(),
                Optional.of(fields.get(5)).filter(date -> !date.isEmpty()).map(LocalDate::parse),
                fields.get(6),
                fields.get(7));
    }

    /** The few HTML bodies of the set as the receiving adapter would hand them over: quote dropped, tags to text. */
    private static String textOf(String body) {
        if (!body.startsWith("<div")) {
            return body;
        }
        int quote = body.indexOf("<div class=\"gmail_quote\">");
        String own = quote < 0 ? body : body.substring(0, quote);
        return own.replaceAll("<br\\s*/?>|</div>|</p>", "\n")
                .replaceAll("<[^>]+>", "")
                .strip();
    }

    private static String resource(String name) {
        try (InputStream stream = LabelledReply.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing test resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Quoted fields with doubled quotes and newlines inside (RFC 4180). */
    private static List<List<String>> records(String csv) {
        var records = new ArrayList<List<String>>();
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\n' && c != '\r') {
                field.append(c);
            } else if (c != '\r') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(fields));
                    fields.clear();
                }
            }
        }
        return records;
    }
}
