package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.outreach.MemoryPhoneWashes;
import io.agencyos.application.lead.store.LeadMarks;
import io.agencyos.application.lead.store.Suppressions.Subject;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each lead looked for on the lists in memory. */
public final class MemoryLeadMarks implements LeadMarks {

    private static final ZoneId REGISTER = ZoneId.of("Australia/Sydney");

    private final MemorySuppressions suppressions;
    private final MemoryPhoneWashes washes;

    public MemoryLeadMarks(MemorySuppressions suppressions, MemoryPhoneWashes washes) {
        this.suppressions = suppressions;
        this.washes = washes;
    }

    @Override
    public Map<LeadId, Marks> of(ClientId client, Collection<Lead> leads, Instant now) {
        Map<LeadId, Marks> marks = new HashMap<>();
        for (Lead lead : leads) {
            Suppressed suppressed = suppressions
                    .shown(client, Subject.of(lead), now)
                    .map(entry -> new Suppressed(entry.reason(), entry.level()))
                    .orElse(null);
            Register register = register(lead.contact().phone());
            if (suppressed != null || register != null) {
                marks.put(lead.id(), new Marks(suppressed, register));
            }
        }
        return marks;
    }

    private @Nullable Register register(@Nullable PhoneNumber number) {
        return number == null
                ? null
                : washes.shown(number).map(known -> said(known.standing())).orElse(null);
    }

    private @Nullable Register said(DoNotCallStanding standing) {
        return switch (standing) {
            case DoNotCallStanding.Unknown unknown -> null;
            case DoNotCallStanding.Clean clean -> new Register(at(clean.washedOn(), clean.washId()), false);
            case DoNotCallStanding.Listed listed -> new Register(at(listed.washedOn(), listed.washId()), true);
        };
    }

    private Instant at(LocalDate day, String wash) {
        return washes.answeredAt(wash)
                .orElseGet(() -> day.atStartOfDay(REGISTER).toInstant());
    }
}
