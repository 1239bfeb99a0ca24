package io.agencyos.domain.lead.intake;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes of a lead that only the score reads, as it was typed. Source: scoring 1.1.
 *
 * @param verifiedPhone the number that was found reachable, by a call or a look-up
 */
public record SignalDraft(
        @Nullable String personalEmail,
        @Nullable String verifiedPhone,
        @Nullable LocalDate roleStart,
        @Nullable String subIndustry,
        List<String> technologies,
        @Nullable Boolean hiring,
        @Nullable LocalDate fundedOn,
        LeadFacts.@Nullable Seo search,
        LeadFacts.@Nullable LinkedInActivity linkedIn) {

    public static final SignalDraft NONE = new SignalDraft(null, null, null, null, List.of(), null, null, null, null);

    public SignalDraft {
        technologies = List.copyOf(technologies);
    }

    /** As a person could have written it. */
    static SignalDraft of(Lead lead) {
        LeadSignals signals = lead.signals();
        EmailAddress personal = signals.personalEmail();
        PhoneNumber verified = signals.verifiedPhone();
        return new SignalDraft(
                personal == null ? null : personal.value(),
                verified == null ? null : verified.e164(),
                lead.roleStart(),
                signals.subIndustry(),
                lead.company().technologies(),
                lead.company().hiring(),
                lead.company().latestFundingDate(),
                signals.search(),
                signals.linkedIn());
    }
}
