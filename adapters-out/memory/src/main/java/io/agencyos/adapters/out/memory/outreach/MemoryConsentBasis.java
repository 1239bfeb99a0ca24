package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.ConsentBasis;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Consents of persons and declarations for campaigns. */
public final class MemoryConsentBasis implements ConsentBasis {

    private record Consent(
            UUID id,
            ClientId client,
            LeadId lead,
            Channel channel,
            @Nullable Instant expiresAt) {}

    private record Declaration(UUID id, ClientId client, CampaignId campaign) {}

    private final MemoryTable<UUID, Consent> consents;
    private final MemoryTable<UUID, Declaration> declarations;

    public MemoryConsentBasis(MemoryUnitOfWork units) {
        consents = MemoryTable.ofTenants("consent", units, Consent::client, Consent::id);
        declarations = MemoryTable.<UUID, Declaration>ofTenants(
                        "campaign_consent_declaration", units, Declaration::client, Declaration::id)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.WORKER);
    }

    /** Puts a lead's own consent on file; without an end it holds until it is withdrawn. */
    public void record(ClientId client, LeadId lead, Channel channel, @Nullable Instant expiresAt) {
        consents.insert(new Consent(UUID.randomUUID(), client, lead, channel, expiresAt));
    }

    /** Signs the declaration for a campaign. */
    public void declare(ClientId client, CampaignId campaign) {
        declarations.insert(new Declaration(UUID.randomUUID(), client, campaign));
    }

    @Override
    public Set<LeadId> covered(
            ClientId client, CampaignId campaign, Channel channel, Collection<LeadId> leads, Instant now) {
        if (declarable(channel) && declared(client, campaign)) {
            return Set.copyOf(leads);
        }
        Set<LeadId> asked = new HashSet<>(leads);
        return consents.rows()
                .filter(consent -> consent.client().equals(client)
                        && consent.channel() == channel
                        && asked.contains(consent.lead())
                        && (consent.expiresAt() == null || consent.expiresAt().isAfter(now)))
                .map(Consent::lead)
                .collect(Collectors.toSet());
    }

    private static boolean declarable(Channel channel) {
        return switch (channel) {
            case EMAIL, LINKEDIN -> true;
            case VOICE, SMS, MAIL -> false;
        };
    }

    private boolean declared(ClientId client, CampaignId campaign) {
        return declarations
                .rows()
                .anyMatch(one -> one.client().equals(client) && one.campaign().equals(campaign));
    }
}
