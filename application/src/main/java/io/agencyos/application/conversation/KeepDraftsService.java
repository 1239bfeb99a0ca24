package io.agencyos.application.conversation;

import io.agencyos.application.conversation.store.ComposeDrafts;
import io.agencyos.application.conversation.store.ComposeDrafts.Draft;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.UserId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Each does one thing to the person's own text, and tells what is there then. */
public final class KeepDraftsService implements KeepDrafts {

    private final ComposeDrafts drafts;
    private final Leads leads;
    private final UnitOfWork units;
    private final ClockPort clock;

    public KeepDraftsService(ComposeDrafts drafts, Leads leads, UnitOfWork units, ClockPort clock) {
        this.drafts = drafts;
        this.leads = leads;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome show(TenantScope scope, LeadId lead, Channel channel) {
        return changed(scope, lead, channel, user -> {});
    }

    @Override
    public Outcome put(
            TenantScope scope,
            LeadId lead,
            Channel channel,
            @Nullable PersonaId persona,
            @Nullable String subject,
            String body) {
        return changed(
                scope,
                lead,
                channel,
                user -> drafts.put(
                        new Draft(scope.clientId(), lead, user, channel, persona, subject, body, clock.now())));
    }

    @Override
    public Outcome discard(TenantScope scope, LeadId lead, Channel channel) {
        return changed(scope, lead, channel, user -> drafts.discard(scope.clientId(), lead, user, channel));
    }

    private Outcome changed(TenantScope scope, LeadId lead, Channel channel, Consumer<UserId> change) {
        UserId user = scope.userId();
        if (!scope.role().permits(Role.MEMBER) || user == null) {
            return new Outcome.Forbidden();
        }
        ClientId client = scope.clientId();
        return units.inTenant(scope, () -> {
            if (leads.find(client, lead).isEmpty()) {
                return new Outcome.NotFound();
            }
            change.accept(user);
            return new Outcome.Kept(
                    drafts.find(client, lead, user, channel),
                    drafts.others(client, lead, channel, user, clock.now().minus(WRITING)));
        });
    }
}
