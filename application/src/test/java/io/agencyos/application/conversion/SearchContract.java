package io.agencyos.application.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.lead.NoteOnLead;
import io.agencyos.application.lead.NoteOnLeadService;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The one field in which people search, and what they note: the same in memory and on PostgreSQL. */
public abstract class SearchContract extends DeskUnderTest {

    private List<SearchBook.Hit> find(ClientId client, String typed) {
        return desk().world()
                .units()
                .inTenant(
                        new TenantScope(client, ANN, Role.VIEWER),
                        () -> desk().search().find(client, SearchText.folded(typed)));
    }

    @Test // api 9.2: exact e-mail or domain, start of a name, then anywhere; at most 5 per type
    void what_is_typed_finds_leads_campaigns_and_their_replies_best_first() {
        List<Lead> leads = contacted(7);
        Lead lead = leads.get(3);
        String email = lead.contact().email().value();
        replied(lead, Intent.QUESTION, "How much?");

        assertThat(find(client(), email.toUpperCase(Locale.ROOT)))
                .extracting(SearchBook.Hit::type)
                .containsExactly(SearchBook.Type.LEAD, SearchBook.Type.REPLY);
        assertThat(find(client(), email).getFirst().id()).isEqualTo(lead.id().value());
        assertThat(find(client(), email.substring(1)))
                .as("anywhere")
                .extracting(SearchBook.Hit::id)
                .contains(lead.id().value());
        assertThat(find(client(), "harbour"))
                .filteredOn(hit -> hit.type() == SearchBook.Type.LEAD)
                .hasSize(5);
        assertThat(find(client(), scenario().campaign().name().substring(0, 4)))
                .extracting(SearchBook.Hit::type)
                .contains(SearchBook.Type.CAMPAIGN);
        assertThat(find(client(), "100%_nobody")).isEmpty();
        assertThat(find(another().client(), email))
                .as("nothing of another client")
                .isEmpty();
    }

    @Test // api 9.6
    void a_note_stands_in_the_timeline_of_its_lead() {
        Lead lead = contacted();
        NoteOnLead notes = new NoteOnLeadService(
                desk().world().world().leads().leads(),
                desk().world().world().activities(),
                desk().world().units(),
                clock()::get,
                ids());

        assertThat(notes.note(as(ANN, Role.MEMBER), lead.id(), "Prefers calls."))
                .isInstanceOf(NoteOnLead.Outcome.Noted.class);

        scenario()
                .in(() -> assertThat(desk().timeline().of(client(), lead.id(), null, 1))
                        .extracting(Activity::action, Activity::detail)
                        .containsExactly(tuple(ActivityAction.NOTE, "Prefers calls.")));
        assertThat(notes.note(as(ANN, Role.VIEWER), lead.id(), "x")).isInstanceOf(NoteOnLead.Outcome.Forbidden.class);
        assertThat(notes.note(new TenantScope(another().client(), BEN, Role.OWNER), lead.id(), "x"))
                .isInstanceOf(NoteOnLead.Outcome.NotFound.class);
    }
}
