package io.agencyos.domain.deal;

import static java.util.Comparator.comparing;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What led to a booking. Source: content 5.1 E-45, conversion intelligence 2 (credit).
 *
 * @param touchesBefore outbound touches to the lead before the booking; our answers to replies do not count
 * @param daysToBooking whole days from the first of these to the booking, null without any
 * @param credited the one touch that the booking is credited to
 */
public record BookingPath(
        int touchesBefore,
        @Nullable Integer daysToBooking,
        @Nullable Contact credited) {

    /**
     * A touch as the lead got it.
     *
     * @param answer whether it answered a reply of the lead
     * @param failed whether it is known not to have arrived; without such a report a touch counts as delivered
     */
    public record Contact(TouchId touch, Channel channel, Instant sentAt, boolean answer, boolean failed) {}

    /**
     * The path of a booking made at {@code bookedAt}.
     *
     * @param answered the touch to which the conversation of the booking is threaded, where that is known
     * @param window how long before the booking the credited touch may lie, unless the booking answers it
     */
    public static BookingPath of(
            Collection<Contact> contacts, Instant bookedAt, @Nullable TouchId answered, Duration window) {
        List<Contact> before = contacts.stream()
                .filter(contact -> !contact.answer() && contact.sentAt().isBefore(bookedAt))
                .sorted(comparing(Contact::sentAt)
                        .thenComparing(contact -> contact.touch().text()))
                .toList();
        Optional<Contact> threaded = before.stream()
                .filter(contact -> contact.touch().equals(answered))
                .findFirst();
        Contact credited = threaded.or(() -> latestDelivered(before, bookedAt.minus(window)))
                .orElse(null);
        Integer days = before.isEmpty()
                ? null
                : Math.toIntExact(
                        Duration.between(before.getFirst().sentAt(), bookedAt).toDays());
        return new BookingPath(before.size(), days, credited);
    }

    /** Whether a conversation that began at {@code answeredAt} is what a booking comes of: nothing new was sent since. */
    public static boolean isStillTalking(Collection<Contact> contacts, Instant answeredAt, Instant bookedAt) {
        return !answeredAt.isAfter(bookedAt)
                && contacts.stream()
                        .filter(contact -> !contact.answer() && contact.sentAt().isBefore(bookedAt))
                        .noneMatch(contact -> contact.sentAt().isAfter(answeredAt));
    }

    private static Optional<Contact> latestDelivered(List<Contact> before, Instant earliest) {
        return before.stream()
                .filter(contact -> !contact.failed() && !contact.sentAt().isBefore(earliest))
                .max(Comparator.comparing(Contact::sentAt));
    }
}
