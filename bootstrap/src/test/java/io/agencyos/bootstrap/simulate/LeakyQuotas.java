package io.agencyos.bootstrap.simulate;

import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counters that never turn what was reserved into what was used: a defect for the promises to find. */
record LeakyQuotas(Quotas inner) implements Quotas {

    static WorldStores in(WorldStores stores) {
        OutreachStores outreach = stores.outreach();
        return new WorldStores(
                stores.units(),
                stores.clients(),
                stores.users(),
                stores.credits(),
                stores.campaigns(),
                stores.declarations(),
                stores.leads(),
                stores.scoring(),
                stores.mailboxes(),
                stores.domains(),
                stores.breakers(),
                new OutreachStores(
                        outreach.enrolments(),
                        outreach.touches(),
                        new LeakyQuotas(outreach.quotas()),
                        outreach.approvals(),
                        outreach.gateLog(),
                        outreach.callLog(),
                        outreach.sentLog(),
                        outreach.consents()),
                stores.dueWork(),
                stores.activities(),
                stores.events(),
                stores.audit(),
                stores.tasks(),
                stores.conversation(),
                stores.channels(),
                stores.objects(),
                stores.onClose());
    }

    @Override
    public void release(ClientId client, Collection<TouchId> touches) {
        inner.release(client, touches);
    }

    @Override
    public Map<TouchId, Counter> reserve(ClientId client, List<Claim> claims) {
        return inner.reserve(client, claims);
    }

    @Override
    public Set<TouchId> use(ClientId client, Collection<TouchId> touches) {
        return Set.of(); // the defect
    }

    @Override
    public void book(ClientId client, List<Claim> claims) {
        inner.book(client, claims);
    }

    @Override
    public Map<TouchId, List<Counter>> held(ClientId client, Collection<TouchId> touches) {
        return inner.held(client, touches);
    }

    @Override
    public Map<Counter, Count> counts(ClientId client, Collection<Counter> counters) {
        return inner.counts(client, counters);
    }
}
