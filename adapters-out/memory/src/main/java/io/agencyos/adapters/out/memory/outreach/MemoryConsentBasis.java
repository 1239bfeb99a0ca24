package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.campaign.store.ConsentDeclarations;
import io.agencyos.application.outreach.store.ConsentBasis;
import io.agencyos.application.outreach.suppression.Consents;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.outreach.ConsentKind;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Consents of persons and declarations for campaigns. */
public final class MemoryConsentBasis implements ConsentBasis, Consents, ConsentDeclarations {

    private final MemoryTable<ConsentId, Consent> consents;
    private final MemoryTable<ConsentId, ConsentDeclaration> declarations;

    public MemoryConsentBasis(MemoryUnitOfWork units) {
        consents = MemoryTable.ofTenants("consent", units, Consent::clientId, Consent::id);
        declarations = MemoryTable.<ConsentId, ConsentDeclaration>ofTenants(
                        "campaign_consent_declaration", units, ConsentDeclaration::clientId, ConsentDeclaration::id)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.WORKER);
    }

    /** Puts a lead's own consent on file; without an end it holds until it is withdrawn. */
    public void record(ClientId client, LeadId lead, Channel channel, @Nullable Instant expiresAt) {
        append(new Consent(
                new ConsentId(UUID.randomUUID()),
                client,
                lead,
                channel,
                ConsentKind.EXPRESS,
                "said so",
                Instant.EPOCH,
                expiresAt,
                "form"));
    }

    @Override
    public void append(Consent consent) {
        consents.insert(consent);
    }

    @Override
    public List<Consent> ofLead(ClientId client, LeadId lead) {
        return consents.rows()
                .filter(one -> one.clientId().equals(client) && one.leadId().equals(lead))
                .sorted(Comparator.comparing(Consent::obtainedAt, Comparator.reverseOrder())
                        .thenComparing(one -> one.id().text(), Comparator.reverseOrder()))
                .toList();
    }

    /** Signs the declaration for a campaign. */
    public void declare(ClientId client, CampaignId campaign) {
        append(new ConsentDeclaration(
                new ConsentId(UUID.randomUUID()),
                client,
                campaign,
                ConsentText.CURRENT.version(),
                ConsentText.CURRENT.hash(),
                new UserId(UUID.randomUUID()),
                Instant.EPOCH));
    }

    @Override
    public void append(ConsentDeclaration declaration) {
        declarations.insert(declaration);
    }

    @Override
    public Optional<ConsentDeclaration> newest(ClientId client, CampaignId campaign) {
        return declarations
                .rows()
                .filter(one -> one.clientId().equals(client) && one.campaignId().equals(campaign))
                .max(Comparator.comparing(ConsentDeclaration::acceptedAt)
                        .thenComparing(one -> one.id().text()));
    }

    @Override
    public Set<LeadId> covered(
            ClientId client, CampaignId campaign, Channel channel, Collection<LeadId> leads, Instant now) {
        if (declarable(channel) && declared(client, campaign, now)) {
            return Set.copyOf(leads);
        }
        return own(client, channel, leads, now).map(Consent::leadId).collect(Collectors.toSet());
    }

    private Stream<Consent> own(ClientId client, Channel channel, Collection<LeadId> leads, Instant now) {
        Set<LeadId> asked = new HashSet<>(leads);
        return consents.rows()
                .filter(consent -> consent.clientId().equals(client)
                        && consent.channel() == channel
                        && asked.contains(consent.leadId())
                        && consent.holds(now));
    }

    @Override
    public Set<LeadId> expressly(ClientId client, Channel channel, Collection<LeadId> leads, Instant now) {
        return own(client, channel, leads, now)
                .filter(consent -> consent.basis() == ConsentKind.EXPRESS)
                .map(Consent::leadId)
                .collect(Collectors.toSet());
    }

    private static boolean declarable(Channel channel) {
        return switch (channel) {
            case EMAIL, LINKEDIN -> true;
            case VOICE, SMS, MAIL -> false;
        };
    }

    private boolean declared(ClientId client, CampaignId campaign, Instant now) {
        return declarations
                .rows()
                .anyMatch(one -> one.clientId().equals(client)
                        && one.campaignId().equals(campaign)
                        && !one.acceptedAt().isAfter(now));
    }
}
