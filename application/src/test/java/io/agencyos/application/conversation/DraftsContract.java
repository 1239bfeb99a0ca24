package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.ComposeDrafts;
import io.agencyos.application.conversation.store.ComposeDrafts.Draft;
import io.agencyos.application.conversation.store.ComposeDrafts.Editing;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Desk;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people began to write, over real stores. Source: api 9.6 {@code compose-draft}, data model 5.6. */
public abstract class DraftsContract extends DeskUnderTest {

    /** The drafts on the desk's stores. */
    protected abstract ComposeDrafts drafts(Desk desk);

    private KeepDrafts keep() {
        return new KeepDraftsService(
                drafts(desk()),
                desk().world().world().leads().leads(),
                desk().world().units(),
                clock()::get);
    }

    private KeepDrafts.Outcome puts(UserId user, Lead lead, Channel channel, String body) {
        return keep().put(as(user, Role.MEMBER), lead.id(), channel, null, "Hello", body);
    }

    private static KeepDrafts.Outcome.Kept kept(KeepDrafts.Outcome outcome) {
        assertThat(outcome).isInstanceOf(KeepDrafts.Outcome.Kept.class);
        return (KeepDrafts.Outcome.Kept) outcome;
    }

    private Optional<String> body(UserId user, Lead lead, Channel channel) {
        return kept(keep().show(as(user, Role.MEMBER), lead.id(), channel))
                .own()
                .map(Draft::body);
    }

    @Test // api 9.6: the caller's own unsent text; others learn only who writes, for two minutes
    void a_text_is_its_writers_own_and_others_learn_only_who_writes() {
        Lead lead = contacted();
        assertThat(body(ANN, lead, Channel.EMAIL)).isEmpty();
        puts(ANN, lead, Channel.EMAIL, "Hi Pri");
        scenario().advance(Duration.ofSeconds(30));
        puts(ANN, lead, Channel.EMAIL, "Hi Priya, one more thing.");
        puts(ANN, lead, Channel.SMS, "Hi Priya.");

        assertThat(body(ANN, lead, Channel.EMAIL)).contains("Hi Priya, one more thing.");
        assertThat(body(ANN, lead, Channel.SMS)).contains("Hi Priya.");
        assertThat(body(BEN, lead, Channel.EMAIL)).isEmpty();
        assertThat(kept(keep().show(as(BEN, Role.MEMBER), lead.id(), Channel.EMAIL))
                        .editing())
                .isEqualTo(List.of(new Editing(ANN, now())));
        assertThat(kept(keep().show(as(ANN, Role.MEMBER), lead.id(), Channel.EMAIL))
                        .editing())
                .isEmpty();
        scenario().advance(Duration.ofSeconds(121));
        assertThat(kept(keep().show(as(BEN, Role.MEMBER), lead.id(), Channel.EMAIL))
                        .editing())
                .isEmpty();
    }

    @Test // data model 5.6: removed when discarded, or after 30 days
    void a_text_goes_when_it_is_discarded_or_after_thirty_days() {
        Lead lead = contacted();
        puts(ANN, lead, Channel.EMAIL, "Hi Priya.");
        puts(BEN, lead, Channel.EMAIL, "Dear Priya.");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(kept(keep().discard(as(ANN, Role.MEMBER), lead.id(), Channel.EMAIL))
                            .own())
                    .isEmpty();
        }
        assertThat(body(BEN, lead, Channel.EMAIL)).contains("Dear Priya.");
        desk().world().units().onPlatform(() -> drafts(desk()).removeOld(now(), 10));
        assertThat(body(BEN, lead, Channel.EMAIL)).isPresent();
        scenario().advance(KeepDrafts.KEPT.plusSeconds(1));
        desk().world().units().onPlatform(() -> drafts(desk()).removeOld(now().minus(KeepDrafts.KEPT), 10));
        assertThat(body(BEN, lead, Channel.EMAIL)).isEmpty();
    }

    @Test // api 4, register: M nk
    void viewers_programs_and_strangers_keep_no_texts() {
        Lead lead = contacted();
        assertThat(keep().show(as(ANN, Role.VIEWER), lead.id(), Channel.EMAIL))
                .isInstanceOf(KeepDrafts.Outcome.Forbidden.class);
        assertThat(keep().show(new TenantScope(client(), null, Role.MEMBER), lead.id(), Channel.EMAIL))
                .isInstanceOf(KeepDrafts.Outcome.Forbidden.class);
        TenantScope stranger = new TenantScope(another().client(), BEN, Role.OWNER);
        assertThat(keep().put(stranger, lead.id(), Channel.EMAIL, null, null, "Mine."))
                .isInstanceOf(KeepDrafts.Outcome.NotFound.class);
        assertThat(keep().show(as(ANN, Role.MEMBER), new LeadId(ids().next()), Channel.EMAIL))
                .isInstanceOf(KeepDrafts.Outcome.NotFound.class);
    }
}
