package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.DoNotCallRegister;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A register that knows what it was told, and nothing else. Thread-safe. */
public final class FakeDoNotCallRegister implements DoNotCallRegister {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final ClockPort clock;
    private final Map<PhoneNumber, DoNotCallStanding> standings = new HashMap<>();
    private int washes;

    public FakeDoNotCallRegister(ClockPort clock) {
        this.clock = clock;
    }

    /** These are washed today: {@code Y} listed, {@code N} not, anything else says nothing. */
    public synchronized void washes(Map<PhoneNumber, String> answers) {
        washes++;
        LocalDate today = LocalDate.ofInstant(clock.now(), SYDNEY);
        answers.forEach((number, answer) -> {
            if (answer.equals("Y")) {
                standings.put(number, new DoNotCallStanding.Listed(today, "wash-" + washes));
            } else if (answer.equals("N")) {
                standings.put(number, new DoNotCallStanding.Clean(today, "wash-" + washes));
            }
        });
    }

    @Override
    public synchronized Map<PhoneNumber, DoNotCallStanding> wash(ClientId client, Set<PhoneNumber> numbers) {
        Map<PhoneNumber, DoNotCallStanding> answers = new HashMap<>();
        numbers.forEach(number -> answers.put(number, standings.getOrDefault(number, new DoNotCallStanding.Unknown())));
        return answers;
    }
}
