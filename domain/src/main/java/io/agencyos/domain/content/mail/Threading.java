package io.agencyos.domain.content.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The thread headers of a follow-up. Source: outreach 8.4.
 *
 * @param inReplyTo the Message-ID of the last sent e-mail
 * @param references the root and the last nine, oldest first
 */
public record Threading(String subject, Optional<String> inReplyTo, List<String> references) {

    private static final String PREFIX = "Re: ";
    private static final int LAST = 9;

    public Threading {
        references = List.copyOf(references);
    }

    /** A thread of its own under its own subject. */
    public static Threading fresh(String subject) {
        return new Threading(subject, Optional.empty(), List.of());
    }

    /**
     * A follow-up in the thread of those sent before; a thread of its own when there is none.
     *
     * @param sent Message-IDs of the sent e-mails of the thread, oldest first
     */
    public static Threading followUp(String ownSubject, String rootSubject, List<String> sent) {
        return sent.isEmpty()
                ? fresh(ownSubject)
                : new Threading(reply(rootSubject), Optional.of(sent.getLast()), references(sent));
    }

    /**
     * An answer in the thread of what came in.
     *
     * @param answered its Message-ID; without one the answer names no message, and only the subject ties it to the thread
     * @param sent Message-IDs of what was sent to the same person before, oldest first
     */
    public static Threading answer(String subject, Optional<String> answered, List<String> sent) {
        return answered.map(id -> new Threading(
                        reply(subject),
                        answered,
                        references(Stream.concat(sent.stream(), Stream.of(id)).toList())))
                .orElseGet(() -> fresh(reply(subject)));
    }

    private static List<String> references(List<String> ids) {
        return ids.size() <= LAST + 1
                ? ids
                : Stream.concat(ids.stream().limit(1), ids.stream().skip(ids.size() - (long) LAST))
                        .toList();
    }

    /** The subject with one {@code Re:}, whatever its case was. */
    public static String reply(String subject) {
        return subject.strip().regionMatches(true, 0, "re:", 0, 3) ? subject.strip() : PREFIX + subject.strip();
    }
}
