package io.agencyos.application.outreach.wash;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.gate.GateFacts.Address.Register;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Check 23 by the book of washes; a number whose wash is missing or too old is asked for. Source: outreach 6.5. */
public final class WashedNumbers implements DoNotCallStandings {

    private final PhoneWashes washes;
    private final ClockPort clock;

    public WashedNumbers(PhoneWashes washes, ClockPort clock) {
        this.washes = washes;
        this.clock = clock;
    }

    @Override
    public Map<Asked, Register> of(Collection<Asked> asked) {
        Map<PhoneNumber, PhoneWash> known =
                washes.of(asked.stream().map(Asked::number).distinct().toList());
        Map<Asked, Register> answers = new HashMap<>();
        List<PhoneNumber> stale = new ArrayList<>();
        for (Asked one : asked) {
            PhoneWash wash = known.getOrDefault(one.number(), PhoneWash.never(one.number()));
            Register register = wash.on(one.on(), false);
            answers.put(one, register);
            if (register == Register.STALE) {
                stale.add(one.number());
            }
        }
        if (!stale.isEmpty()) {
            washes.need(stale.stream().distinct().toList(), clock.now());
        }
        return answers;
    }
}
