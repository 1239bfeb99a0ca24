package io.agencyos.adapters.out.sandbox.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What every vendor really did, row by row, and who said stop when: the referee of 'nobody is contacted twice'. */
public final class Ledger {

    /** Rows that reached one person for one purpose more than once, and what gives them away. */
    public record DoubleContact(String because, List<LedgerRow> rows) {}

    /** A person who said stop, when, and how. */
    public record Stop(String email, Instant at, String how) {}

    private final List<LedgerRow> rows = new ArrayList<>();
    private final Map<String, Stop> stops = new LinkedHashMap<>();

    /** Appends a row under the next number. */
    public synchronized LedgerRow add(LedgerRow row) {
        LedgerRow added = row.numbered(rows.size() + 1L);
        rows.add(added);
        return added;
    }

    /** Notes that a person said stop; the first time counts. */
    public synchronized void stopped(String email, Instant at, String how) {
        stops.putIfAbsent(email, new Stop(email, at, how));
    }

    /** All rows in the order of acceptance. */
    public synchronized List<LedgerRow> rows() {
        return List.copyOf(rows);
    }

    /** How many rows there are. */
    public synchronized int size() {
        return rows.size();
    }

    /** Everybody who said stop. */
    public synchronized List<Stop> stops() {
        return List.copyOf(stops.values());
    }

    /** Whether this person said stop before the moment. */
    public synchronized boolean hasStopped(String email, Instant before) {
        Stop stop = stops.get(email);
        return stop != null && stop.at().isBefore(before);
    }

    /**
     * Contacts that share a key of ours; e-mails also a contact and sequence, or a first subject to one person from one
     * workspace; invitations a seat and person, messages their words as well.
     */
    public List<DoubleContact> doubleContacts() {
        List<LedgerRow> emails = rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.EMAIL)
                .toList();
        List<LedgerRow> contacts =
                rows().stream().filter(row -> row.kind().reaches()).toList();
        return Stream.of(
                        shared(
                                "invitation",
                                contacts,
                                row -> row.kind() == LedgerRow.Kind.INVITATION
                                        ? row.workspace() + " " + row.contactId()
                                        : ""),
                        shared(
                                "message",
                                contacts,
                                row -> row.kind() == LedgerRow.Kind.MESSAGE
                                        ? row.workspace() + " " + row.contactId() + " " + row.subject()
                                        : ""),
                        shared("key", contacts, row -> row.aosKey()),
                        shared(
                                "sequence",
                                emails,
                                row -> row.sequenceId().isEmpty() ? "" : row.contactId() + " " + row.sequenceId()),
                        shared(
                                "subject",
                                emails,
                                row -> startsThread(row)
                                        ? row.workspace() + " " + row.toEmail() + " " + row.subject()
                                        : ""))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Contacts later than the grace after their person had said stop. */
    public List<LedgerRow> contactsAfterStop(Duration grace) {
        Map<String, Stop> said;
        synchronized (this) {
            said = Map.copyOf(stops);
        }
        return rows().stream()
                .filter(row -> row.kind().reaches())
                .filter(row -> said.containsKey(row.toEmail()))
                .filter(row -> row.at().isAfter(said.get(row.toEmail()).at().plus(grace)))
                .toList();
    }

    private static boolean startsThread(LedgerRow row) {
        return !row.subject().toLowerCase(Locale.ROOT).startsWith("re:");
    }

    private interface Key {
        String of(LedgerRow row);
    }

    private static List<DoubleContact> shared(String because, List<LedgerRow> emails, Key key) {
        Map<String, List<LedgerRow>> groups = new LinkedHashMap<>();
        emails.stream()
                .filter(row -> !key.of(row).isEmpty())
                .forEach(row -> groups.computeIfAbsent(key.of(row), same -> new ArrayList<>())
                        .add(row));
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> new DoubleContact(because, List.copyOf(group)))
                .toList();
    }
}
