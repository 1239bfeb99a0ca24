package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A client goes, its e-mails stay in mailboxes: their links still close the person. Source: outreach 8.6, data model 15. */
public abstract class RemovedClientStories extends ConversationStories {

    /** What takes the clients of this ground away. */
    protected abstract ClientRemoval removal(Ground ground);

    private static UnitOfWork units(ConversationScenario scenario) {
        return scenario.outreach().on().units();
    }

    private static String token(ConversationScenario scenario, ClientId client, LeadId lead) {
        String link = scenario.outreach()
                .on()
                .links()
                .of(new UnsubscribeLinks.Subject(client, lead, new TouchId(UUID.randomUUID())))
                .toString();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static PoolPerson person(ConversationScenario scenario, Lead lead) {
        PoolPersonId id = Objects.requireNonNull(lead.poolPersonId());
        return units(scenario)
                .onPlatform(
                        () -> scenario.outreach().on().world().leads().people().findAll(List.of(id)))
                .getFirst();
    }

    private void removeEverything(ConversationScenario scenario, ClientId client) {
        ClientRemoval removal = removal(scenario.ground());
        Instant now = clock.get();
        Clients clients = scenario.outreach().on().world().clients();
        List<ClientId> goes = units(scenario).onPlatform(() -> {
            clients.leave(client, now);
            Optional<ClientId> twin = clients.twin(client).map(Client::id);
            removal.begin(new ClientRemoval.Leaving(client, twin.orElse(null)), now);
            return Stream.concat(twin.stream(), Stream.of(client)).toList();
        });
        goes.forEach(one -> {
            int some;
            do {
                some = units(scenario)
                        .<Integer>inTenant(TenantScope.worker(one), () -> removal.removeSome(one, 1_000, now));
            } while (some > 0);
        });
    }

    /** What keeps another client from a lead that shares nothing but the address. */
    private Optional<Suppression> atAnother(ConversationScenario scenario, Lead lead) {
        ClientId other = new ClientId(UUID.randomUUID());
        Lead theirs = lead.change().poolPersonId(null).lead();
        Suppressions suppressions = scenario.outreach().on().world().leads().suppressions();
        return units(scenario)
                .inTenant(
                        TenantScope.worker(other),
                        () -> suppressions.match(other, Suppressions.Subject.of(theirs), clock.get()));
    }

    @Test
    void the_link_of_a_removed_client_closes_the_person_for_everybody() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        String token = token(scenario, lead.clientId(), lead.id());
        removeEverything(scenario, lead.clientId());
        ShowUnsubscribe show = scenario.useCases().showUnsubscribe();

        assertThat(show.page(token)).contains(new ShowUnsubscribe.Page("", false));
        assertThat(person(scenario, lead).unsubscribed())
                .as("looking changes nothing")
                .isFalse();
        assertThat(atAnother(scenario, lead)).isEmpty();

        assertThat(scenario.useCases().unsubscribe().byLink(token, "no more")).contains("");
        assertThat(scenario.useCases().unsubscribe().byLink(token, null)).contains("");

        assertThat(show.page(token)).contains(new ShowUnsubscribe.Page("", true));
        assertThat(person(scenario, lead).unsubscribed()).isTrue();
        assertThat(person(scenario, lead).status()).isIn(PoolStatus.UNSUBSCRIBED, PoolStatus.CLAIMED);
        assertThat(atAnother(scenario, lead)).map(Suppression::reason).contains(SuppressionReason.UNSUBSCRIBED);
    }

    @Test // outreach 8.6: signed, so that nobody closes anybody else
    void a_link_for_nobody_and_a_forged_one_are_not_ours() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        String token = token(scenario, lead.clientId(), lead.id());
        String nobody = token(scenario, lead.clientId(), new LeadId(UUID.randomUUID()));
        removeEverything(scenario, lead.clientId());
        Unsubscribe unsubscribe = scenario.useCases().unsubscribe();

        assertThat(unsubscribe.byLink(nobody, null)).isEmpty();
        assertThat(unsubscribe.byLink(token.substring(1) + token.charAt(0), null))
                .isEmpty();
        assertThat(person(scenario, lead).unsubscribed()).isFalse();
    }
}
