package io.agencyos.adapters.out.dncr;

import io.agencyos.adapters.out.dncr.WashBook.Entry;
import io.agencyos.application.outreach.DoNotCallRegister;
import io.agencyos.application.outreach.WashFiles;
import io.agencyos.application.platform.VendorObjects;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import io.agencyos.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The register by files that people carry. Asking for a number that was never washed, or three weeks ago, puts it into the
 * next file. Source: vendors/dncr 1, 3, 5.
 */
public final class RegisterFiles implements DoNotCallRegister, WashFiles {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Duration OLDEST_RESULT = Duration.ofHours(24);
    /** From this age on a number is washed again, so that it never gets too old to be called. */
    private static final int AGAIN_DAYS = 21;

    private static final int INVALID_DAYS = 90;
    private static final int ID_BYTES = 10;
    private static final String OUT = "out";
    private static final String TAKEN = "taken";

    private final WashBook book;
    private final ClockPort clock;
    private final RandomSource random;

    public RegisterFiles(VendorObjects objects, ClockPort clock, RandomSource random) {
        this.book = new WashBook(objects);
        this.clock = clock;
        this.random = random;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), SYDNEY);
    }

    @Override
    public Map<PhoneNumber, DoNotCallStanding> wash(ClientId client, Set<PhoneNumber> numbers) {
        Map<PhoneNumber, Entry> known = book.find(client, numbers);
        List<Entry> wanted = numbers.stream()
                .filter(number -> !known.containsKey(number))
                .filter(number -> RegisterNumber.of(number).isPresent())
                .map(Entry::unknown)
                .toList();
        if (!wanted.isEmpty()) {
            book.put(client, wanted);
        }
        Map<PhoneNumber, DoNotCallStanding> answers = new HashMap<>();
        numbers.forEach(number -> answers.put(
                number,
                Optional.ofNullable(known.get(number)).map(Entry::standing).orElseGet(DoNotCallStanding.Unknown::new)));
        return answers;
    }

    @Override
    public Outgoing export(ClientId client, int limit) {
        return book.alone(client, () -> {
            String washId = newId();
            List<Entry> due = book.all(client).stream()
                    .filter(this::isDue)
                    .sorted(Comparator.comparing(entry -> entry.number().e164()))
                    .limit(limit)
                    .toList();
            if (due.isEmpty()) {
                return new Outgoing(washId, List.of());
            }
            book.putWash(client, washId, OUT);
            book.put(client, due.stream().map(entry -> entry.out(washId)).toList());
            return new Outgoing(
                    washId,
                    due.stream()
                            .flatMap(entry -> RegisterNumber.of(entry.number()).stream())
                            .toList());
        });
    }

    private String newId() {
        byte[] chance = new byte[ID_BYTES];
        random.nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }

    /** Not out already, not known to be invalid, and not washed in the last three weeks. */
    private boolean isDue(Entry entry) {
        boolean waits = entry.outInWash().isEmpty()
                && entry.invalidUntil().filter(until -> until.isAfter(today())).isEmpty();
        return waits
                && switch (entry.standing()) {
                    case DoNotCallStanding.Unknown unknown -> true;
                    case DoNotCallStanding.Clean clean -> isOld(clean.washedOn());
                    case DoNotCallStanding.Listed listed -> isOld(listed.washedOn());
                };
    }

    private boolean isOld(LocalDate washedOn) {
        return ChronoUnit.DAYS.between(washedOn, today()) >= AGAIN_DAYS;
    }

    @Override
    public Result<Taken, Refusal> take(ClientId client, String washId, List<String> lines, Instant washedAt) {
        return book.alone(client, () -> {
            Optional<String> state = book.wash(client, washId);
            if (state.isEmpty()) {
                return Result.err(Refusal.UNKNOWN_WASH);
            }
            if (state.get().equals(TAKEN)) {
                return Result.err(Refusal.TAKEN_BEFORE);
            }
            Duration age = Duration.between(washedAt, clock.now());
            return age.isNegative() || age.compareTo(OLDEST_RESULT) > 0
                    ? Result.err(Refusal.TOO_OLD)
                    : Result.ok(take(client, washId, answers(lines), LocalDate.ofInstant(washedAt, SYDNEY)));
        });
    }

    private Taken take(ClientId client, String washId, Map<PhoneNumber, String> answers, LocalDate washedOn) {
        List<Entry> ours = book.all(client).stream()
                .filter(entry -> entry.outInWash().filter(washId::equals).isPresent())
                .toList();
        List<Entry> back = new ArrayList<>();
        for (Entry entry : ours) {
            String answer = answers.getOrDefault(entry.number(), "");
            back.add(
                    switch (answer) {
                        case "Y" -> entry.back(new DoNotCallStanding.Listed(washedOn, washId), Optional.empty());
                        case "N" -> entry.back(new DoNotCallStanding.Clean(washedOn, washId), Optional.empty());
                        case "I" ->
                            entry.back(new DoNotCallStanding.Unknown(), Optional.of(today().plusDays(INVALID_DAYS)));
                        default -> entry.back(entry.standing(), entry.invalidUntil());
                    });
        }
        book.put(client, back);
        book.putWash(client, washId, TAKEN);
        int listed = count(ours, answers, "Y");
        int clean = count(ours, answers, "N");
        long foreign = answers.keySet().stream()
                .filter(number ->
                        ours.stream().noneMatch(entry -> entry.number().equals(number)))
                .count();
        return new Taken(clean, listed, ours.size() - listed - clean, (int) foreign);
    }

    private static int count(List<Entry> ours, Map<PhoneNumber, String> answers, String answer) {
        return (int) ours.stream()
                .filter(entry -> answer.equals(answers.get(entry.number())))
                .count();
    }

    /** Number and answer of each line; headings and anything else that is no number is passed over. */
    private static Map<PhoneNumber, String> answers(List<String> lines) {
        Map<PhoneNumber, String> answers = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.replace("\"", "").split("[,;\\t]");
            if (fields.length >= 2) {
                RegisterNumber.parse(fields[0].strip())
                        .ifPresent(
                                number -> answers.put(number, fields[1].strip().toUpperCase(Locale.ROOT)));
            }
        }
        return answers;
    }
}
