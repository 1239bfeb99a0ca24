package io.agencyos.application.conversion;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.conversation.store.SentMessages;
import io.agencyos.application.conversation.store.SentMessages.SentMessage;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads only. */
public final class ReadArchiveService implements ReadArchive {

    private final SentMessages messages;
    private final Leads leads;
    private final Campaigns campaigns;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ReadArchiveService(
            SentMessages messages, Leads leads, Campaigns campaigns, UnitOfWork units, ClockPort clock) {
        this.messages = messages;
        this.leads = leads;
        this.campaigns = campaigns;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Page list(TenantScope scope, SentMessages.Filter filter, SentMessages.@Nullable After after, int limit) {
        ClientId client = scope.clientId();
        return units.inTenant(scope, () -> {
            List<SentMessage> found = messages.list(client, filter, after, limit + 1);
            return page(client, Pages.cut(found, limit), found.size() > limit);
        });
    }

    @Override
    public Optional<Page> find(TenantScope scope, TouchId id) {
        ClientId client = scope.clientId();
        return units.inTenant(
                scope, () -> messages.find(client, id).map(message -> page(client, List.of(message), false)));
    }

    private Page page(ClientId client, List<SentMessage> shown, boolean more) {
        return new Page(
                shown,
                Cards.of(
                        leads,
                        campaigns,
                        client,
                        shown.stream().map(SentMessage::lead).toList()),
                more,
                clock.now());
    }
}
