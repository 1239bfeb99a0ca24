package io.agencyos.application.outreach.outlook;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Of every lead that may still be contacted, either when something happens next or what stands against it. Needs an open
 * unit of work of the tenant. Source: outreach 3.4 "never silent", api 9.19.
 */
@SecondaryPort
public interface Outlooks {

    /**
     * What stands against a lead. The causes are looked for in the order of the gates: client, campaign, reply, hold,
     * approval, what the last gate said, and then that people alone write to it, which no gate has to say first. Of a lead in no
     * run it is why its last one was stopped, or what that passed over.
     *
     * @param campaign null for a lead in none
     * @param until when it is looked at again by itself
     * @param name of the person, as lists show it; empty where it is not known
     * @param remedy what a person was told when the lead was held, null for any other refusal
     */
    record Held(
            LeadId lead,
            String name,
            @Nullable CampaignId campaign,
            String code,
            @Nullable Instant until,
            @Nullable String remedy) {}

    /**
     * Leads of one campaign that stand alike.
     *
     * @param code null for those of whom something is sent at {@code earliest} first
     * @param earliest the earliest instant of any of them, null where none is known
     */
    record Group(
            @Nullable CampaignId campaign,
            @Nullable String code,
            int leads,
            @Nullable Instant earliest) {}

    List<Group> groups(ClientId client, Instant now);

    /** What stands against this lead; empty where nothing does, or where nobody will contact it any more. */
    Optional<Held> against(ClientId client, LeadId lead, Instant now);

    /** Where a reader of names stands. */
    record After(String name, LeadId lead) {}

    /** Those behind one code, in one campaign or in all, by name as its letters are coded, small like large, then by id. */
    List<Held> behind(
            ClientId client, String code, @Nullable CampaignId campaign, Instant now, @Nullable After after, int limit);
}
