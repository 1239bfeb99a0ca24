package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the product of a world knows of what its people did. */
record WorldHearing(WorldStores stores, VendorSandbox sandbox, ClientId client) {

    private static final int ALL = 10_000;

    /** Whose lead has this status, by address. */
    Set<String> having(LeadStatus status) {
        List<String> all =
                sandbox.population().people().stream().map(Person::email).toList();
        return inTenant(() -> stores.leads().leads().findByIdentity(client, all, List.of(), List.of(), List.of()))
                .stream()
                .filter(lead -> lead.status() == status)
                .map(lead -> lead.contact().email().key().value())
                .collect(Collectors.toSet());
    }

    /** What was worked off of what came in, however it came: by vendor, the types of its events. */
    Map<String, Set<String>> heard() {
        return inTenant(() -> stores.conversation().inbox().list(client, WebhookInbox.State.DONE, ALL)).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.key().feed().vendor(),
                        TreeMap::new,
                        Collectors.mapping(WebhookInbox.Entry::type, Collectors.toCollection(TreeSet::new))));
    }

    private <T> T inTenant(Supplier<T> work) {
        return stores.units().inTenant(TenantScope.worker(client), work);
    }
}
