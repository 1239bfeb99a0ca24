package io.agencyos.application.scoring;

import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.Lookup;
import io.agencyos.domain.shared.contact.DomainName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead's record as the facts that the formula reads. What the record does not hold is absent, never guessed. */
final class LeadFactsOf {

    private LeadFactsOf() {}

    /**
     * @param entry the entry that names the person, null when none does; one that closes an address only is at most
     *     a bounce on record
     * @param buyers what companies bought of consenting agencies
     */
    static LeadFacts lead(Lead lead, @Nullable Suppression entry, Map<DomainName, LeadFacts.BuyerSignal> buyers) {
        Suppression suppression = entry == null || entry.closesAddressOnly() ? null : entry;
        ContactPoints contact = lead.contact();
        CompanyDetails company = lead.company();
        LeadSignals signals = lead.signals();
        return new LeadFacts(
                new LeadFacts.Contact(
                        contact.email() == null ? null : contact.email().value(),
                        contact.emailStatus(),
                        contact.phone() == null ? null : contact.phone().e164(),
                        signals.verifies(contact.phone()),
                        contact.linkedIn() == null ? null : contact.linkedIn().key(),
                        signals.personalEmail() == null
                                ? null
                                : signals.personalEmail().value()),
                new LeadFacts.Role(lead.person().title(), lead.person().seniority(), lead.roleStart()),
                new LeadFacts.Company(
                        company.industry(),
                        signals.subIndustry(),
                        company.employeeCount(),
                        company.country() != null
                                ? company.country().alpha2()
                                : lead.person().country() == null
                                        ? null
                                        : lead.person().country().alpha2(),
                        company.state() != null
                                ? company.state()
                                : lead.person().state(),
                        company.city() != null ? company.city() : lead.person().city(),
                        company.domain() == null ? null : company.domain().value(),
                        company.technologies(),
                        company.hiring(),
                        company.latestFundingDate()),
                new LeadFacts.Reputation(
                        bounces(contact, entry),
                        lead.status() == LeadStatus.BOUNCED,
                        lead.status() == LeadStatus.UNSUBSCRIBED,
                        standing(lead),
                        suppression != null && suppression.level() == SuppressionLevel.PLATFORM,
                        suppression != null && suppression.level() == SuppressionLevel.CLIENT,
                        suppression != null && suppression.reason() == SuppressionReason.DO_NOT_CONTACT),
                known(signals.search()),
                known(signals.linkedIn()),
                known(company.domain() == null ? null : buyers.get(company.domain())),
                false,
                lead.version());
    }

    /** An entry for the address in use says that it bounced; one for an address of before says nothing of this one. */
    private static int bounces(ContactPoints contact, @Nullable Suppression entry) {
        boolean onRecord = entry != null
                && entry.closesAddressOnly()
                && entry.keyType() == SuppressionKeyType.EMAIL
                && contact.email() != null
                && contact.email().key().value().equals(entry.key());
        return onRecord ? 1 : 0;
    }

    private static <T> Lookup<T> known(@Nullable T block) {
        return block == null ? Lookup.absent() : Lookup.found(block);
    }

    private static LeadFacts.Standing standing(Lead lead) {
        return switch (lead.status()) {
            case BOUNCED -> LeadFacts.Standing.BOUNCED;
            case INVALID -> LeadFacts.Standing.INVALID;
            case UNSUBSCRIBED -> LeadFacts.Standing.UNSUBSCRIBED;
            case NEW,
                    ENRICHED,
                    SCORED,
                    IN_SEQUENCE,
                    REPLIED,
                    MEETING_BOOKED,
                    CONVERTED,
                    COMPLETED,
                    NOT_INTERESTED,
                    ARCHIVED -> LeadFacts.Standing.CONTACTABLE;
        };
    }
}
