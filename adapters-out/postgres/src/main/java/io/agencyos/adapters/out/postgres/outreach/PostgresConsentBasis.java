package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.outreach.store.ConsentBasis;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Consents of leads in {@code consent}, declarations in {@code campaign_consent_declaration}. */
public final class PostgresConsentBasis implements ConsentBasis {

    @Override
    public Set<LeadId> covered(
            ClientId client, CampaignId campaign, Channel channel, Collection<LeadId> leads, Instant now) {
        return new HashSet<>(Db.query("""
            select asked.lead_id from unnest(:leads) as asked(lead_id)
             where :declarable and exists (
                   select 1 from campaign_consent_declaration d
                    where d.client_id = :client and d.campaign_id = :campaign and d.accepted_at <= :now)
            union
            select c.lead_id from consent c
             where c.client_id = :client and c.lead_id = any (:leads) and c.channel = :channel
               and c.obtained_at <= :now and (c.expires_at is null or c.expires_at > :now)
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .bind("channel", channel)
                .bind("leads", Db.uuids(leads))
                .bind("declarable", declarable(channel))
                .bind("now", now)
                .mapTo(LeadId.class)
                .list());
    }

    @Override
    public Set<LeadId> expressly(ClientId client, Channel channel, Collection<LeadId> leads, Instant now) {
        return new HashSet<>(Db.query("""
            select distinct c.lead_id from consent c
             where c.client_id = :client and c.lead_id = any (:leads) and c.channel = :channel and c.basis = 'express'
               and c.obtained_at <= :now and (c.expires_at is null or c.expires_at > :now)
            """)
                .bind("client", client)
                .bind("leads", Db.uuids(leads))
                .bind("channel", channel)
                .bind("now", now)
                .mapTo(LeadId.class)
                .list());
    }

    /** A declaration covers published work addresses, and nothing that rings or beeps. Source: outreach 6.4. */
    private static boolean declarable(Channel channel) {
        return switch (channel) {
            case EMAIL, LINKEDIN -> true;
            case SMS, VOICE, MAIL -> false;
        };
    }
}
