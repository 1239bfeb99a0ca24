package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.bootstrap.demo.DoNotCallOffice;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.TouchKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold of the ledgers of all vendors together, whatever the product itself believes. Source: outreach 4.8, 5.3, 6.5. */
final class LedgerPromises {

    /** Hears of a promise, whether it was kept, and what shows it. */
    @FunctionalInterface
    interface Verdict {
        void keep(boolean kept, String promise, @Nullable Object shownBy);
    }

    /** When a vendor may be asked to reach somebody; lunch is left out where it has no end. Source: outreach 5.3. */
    private enum Hours {
        MAIL(9, 11, false),
        TEXT(9, 17, false),
        CALL(9, 17, false),
        ACT(8, 18, true);

        private final LocalTime opens;
        private final LocalTime closes;
        private final boolean saturdays;

        Hours(int opens, int closes, boolean saturdays) {
            this.opens = LocalTime.of(opens, 0);
            this.closes = LocalTime.of(closes, 0);
            this.saturdays = saturdays;
        }

        boolean hold(ZonedDateTime there) {
            LocalTime clock = there.toLocalTime();
            boolean day = there.getDayOfWeek() != DayOfWeek.SUNDAY
                    && (saturdays || there.getDayOfWeek() != DayOfWeek.SATURDAY);
            return day && !clock.isBefore(opens.minus(LATE)) && !clock.isAfter(closes.plus(LATE));
        }
    }

    private static final String TOLD_TO_NOBODY = "complaint";
    private static final String CALLS = "vapi";
    private static final String TEXTS = "clicksend";
    private static final String LETTERS = "post-office";
    private static final LocalTime LUNCH = LocalTime.of(12, 0);
    private static final LocalTime BACK = LocalTime.of(13, 0);
    private static final int INVITATIONS_A_DAY = 20;
    /** The longest stall before a request, the wrongest clock, and a minute. */
    private static final Duration LATE = Duration.ofMinutes(8 + 10 + 1);
    /** A call whose T4 was committed before the pause. Source: outreach 1.5. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(9);

    private final VendorSandbox sandbox;
    private final Duration hearing;
    private final List<Instant[]> pauses;
    private final Verdict verdict;

    /**
     * @param hearing how long a stop may take to be heard of
     * @param pauses from when to when everything was stopped
     */
    LedgerPromises(VendorSandbox sandbox, Duration hearing, List<Instant[]> pauses, Verdict verdict) {
        this.sandbox = sandbox;
        this.hearing = hearing;
        this.pauses = pauses;
        this.verdict = verdict;
    }

    void check(List<LedgerRow> rows) {
        List<LedgerRow> accepted =
                rows.stream().filter(row -> isAccepted(row.kind())).toList();
        nobodyTwice(accepted);
        nobodyAfterAStop();
        nobodyListed(accepted);
        limitsHold(accepted);
        accepted.forEach(row -> verdict.keep(inTime(row), "5.3 window", row));
        nothingLeavesWhileStopped(accepted);
    }

    /** Whether it says that a vendor took something from us. */
    private static boolean isAccepted(LedgerRow.Kind kind) {
        return switch (kind) {
            case ENROLMENT, TAKEN, INVITATION, MESSAGE -> true;
            case EMAIL, REPLY, SMS, CALL, LETTER, RECORD, GENERATION -> false;
        };
    }

    private void nobodyTwice(List<LedgerRow> accepted) {
        verdict.keep(
                sandbox.ledger().doubleContacts().isEmpty(),
                "I8 contacted twice",
                sandbox.ledger().doubleContacts());
        accepted.stream()
                .filter(row -> !row.aosKey().isEmpty())
                .collect(Collectors.groupingBy(LedgerRow::aosKey))
                .values()
                .forEach(same -> verdict.keep(same.size() == 1, "I8 accepted twice", same));
    }

    private void nobodyAfterAStop() {
        Set<String> told = sandbox.ledger().stops().stream()
                .filter(stop -> !stop.how().equals(TOLD_TO_NOBODY))
                .map(stop -> stop.email())
                .collect(Collectors.toSet());
        sandbox.ledger().contactsAfterStop(hearing).stream()
                .filter(row -> told.contains(row.toEmail()))
                .forEach(row -> verdict.keep(false, "stop means stop", row));
    }

    private void nobodyListed(List<LedgerRow> accepted) {
        accepted.stream()
                .filter(row ->
                        row.kind() == LedgerRow.Kind.TAKEN && !row.vendor().equals(LETTERS))
                .forEach(row -> verdict.keep(!DoNotCallOffice.lists(row.contactId()), "6.5 do not call", row));
    }

    private void limitsHold(List<LedgerRow> accepted) {
        Map<String, Integer> perDay = new HashMap<>();
        for (LedgerRow row : accepted) {
            int limit = switch (row.kind()) {
                case ENROLMENT -> SimulatedWorld.MAILBOXES.getOrDefault(row.mailbox(), 0);
                case INVITATION -> INVITATIONS_A_DAY;
                case MESSAGE, TAKEN, EMAIL, REPLY, SMS, CALL, LETTER, RECORD, GENERATION -> Integer.MAX_VALUE;
            };
            LocalDate day = LocalDate.ofInstant(row.at(), WorldAgency.ZONE);
            int count = perDay.merge(row.kind() + row.mailbox() + " " + day, 1, Integer::sum);
            verdict.keep(count <= limit, "I4 daily limit", row);
        }
    }

    /** Seats keep their owner's hours, everything else the recipient's. */
    private boolean inTime(LedgerRow row) {
        return switch (row.kind()) {
            case ENROLMENT -> Hours.MAIL.hold(there(row));
            case TAKEN ->
                switch (row.vendor()) {
                    case CALLS -> mayRing(there(row));
                    case TEXTS -> Hours.TEXT.hold(there(row));
                    // a letter is read when it is read
                    default -> true;
                };
            case INVITATION, MESSAGE -> Hours.ACT.hold(row.at().atZone(WorldAgency.ZONE));
            case EMAIL, REPLY, SMS, CALL, LETTER, RECORD, GENERATION -> true;
        };
    }

    private static boolean mayRing(ZonedDateTime there) {
        LocalTime clock = there.toLocalTime();
        boolean lunch = clock.isAfter(LUNCH.plus(LATE)) && clock.isBefore(BACK.minus(LATE));
        return Hours.CALL.hold(there) && !lunch;
    }

    private ZonedDateTime there(LedgerRow row) {
        return row.at()
                .atZone(sandbox.population()
                        .behind(row.toEmail())
                        .orElseThrow()
                        .recipient()
                        .traits()
                        .zone());
    }

    private void nothingLeavesWhileStopped(List<LedgerRow> accepted) {
        for (Instant[] pause : pauses) {
            accepted.stream()
                    .filter(row -> row.at().isAfter(pause[0].plus(UNDER_WAY))
                            && row.at().isBefore(pause[1]))
                    .forEach(row -> verdict.keep(false, "1.5 sent while everything was stopped", row));
        }
    }

    /** What the vendors took and what the product knows of it are the same. */
    void everythingIsKnown(List<LedgerRow> rows, List<Touch> touches) {
        Map<String, Touch> byKey =
                touches.stream().collect(Collectors.toMap(Touch::idempotencyKey, Function.identity()));
        List<LedgerRow> keyed = rows.stream()
                .filter(row -> isAccepted(row.kind()) && !row.aosKey().isEmpty())
                .toList();
        Set<String> accepted = keyed.stream().map(LedgerRow::aosKey).collect(Collectors.toSet());
        for (String key : accepted) {
            Touch touch = byKey.get(key);
            verdict.keep(touch != null && isOrMayBeSent(touch), "accepted, but not known", touch == null ? key : touch);
        }
        List<Touch> unkeyed = new ArrayList<>();
        for (Touch touch : touches) {
            if (isUnkeyed(touch.kind())) {
                unkeyed.add(touch);
            } else {
                verdict.keep(
                        touch.state() != TouchState.SENT || accepted.contains(touch.idempotencyKey()),
                        "sent, but not in the ledger",
                        touch);
            }
        }
        actsAreKnown(rows, unkeyed, LedgerRow.Kind.INVITATION, TouchKind.LI_INVITE);
        actsAreKnown(rows, unkeyed, LedgerRow.Kind.MESSAGE, TouchKind.LI_MESSAGE);
    }

    private static boolean isOrMayBeSent(Touch touch) {
        return touch.state().isInFlight() || touch.state().countsAsSent();
    }

    /** The network carries no key of ours: acts are counted, person by person. */
    private static boolean isUnkeyed(TouchKind kind) {
        return kind == TouchKind.LI_INVITE || kind == TouchKind.LI_MESSAGE || kind == TouchKind.LI_VIEW;
    }

    private void actsAreKnown(List<LedgerRow> rows, List<Touch> touches, LedgerRow.Kind done, TouchKind kind) {
        Map<String, Long> seen = rows.stream()
                .filter(row -> row.kind() == done)
                .collect(Collectors.groupingBy(LedgerRow::toEmail, Collectors.counting()));
        Map<String, List<Touch>> ours = touches.stream()
                .filter(touch -> touch.kind() == kind && touch.recipient() != null)
                .collect(Collectors.groupingBy(touch -> person(touch).address()));
        seen.forEach((person, times) -> {
            List<Touch> known = ours.getOrDefault(person, List.of());
            verdict.keep(
                    known.stream().filter(LedgerPromises::isOrMayBeSent).count() >= times,
                    "accepted, but not known",
                    List.of(done, person, known));
        });
        ours.forEach((person, known) -> verdict.keep(
                known.stream().filter(touch -> touch.state() == TouchState.SENT).count()
                        <= seen.getOrDefault(person, 0L),
                "sent, but not in the ledger",
                known));
    }

    private Recipient person(Touch touch) {
        return sandbox.population().onLinkedIn(String.valueOf(touch.recipient()).replaceFirst("^.*/", ""));
    }
}
