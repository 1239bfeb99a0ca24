package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.outreach.writing.DraftJob;
import io.agencyos.application.outreach.writing.WriteDraft;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.quality.Finding;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A text to a lead for somebody to look at, on any store. Source: api 9.6 {@code drafts}, content 3.5, 3.8. */
public abstract class DraftStories {

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    private OutreachScenario scenario() {
        return new OutreachScenario(world(clock), clock, PermissionMode.CO_PILOT);
    }

    private static WriteDraft.Draft written(WriteDraft.Outcome outcome) {
        if (outcome instanceof WriteDraft.Outcome.Written(WriteDraft.Draft draft)) {
            return draft;
        }
        throw new AssertionError(outcome);
    }

    @ParameterizedTest
    @EnumSource(StepPurpose.class)
    void every_purpose_has_words_on_every_channel_that_people_write_on(StepPurpose purpose) {
        OutreachScenario scenario = scenario();
        Lead lead = scenario.lead();
        WriteDraft drafts = scenario.useCases().writeDraft();

        for (Channel channel : WrittenByHand.CHANNELS) {
            WriteDraft.Draft draft = written(drafts.write(scenario.client(), lead.id(), channel, purpose));

            assertThat(draft.body()).as(channel.wire()).isNotBlank();
            assertThat(draft.subject() != null).as(channel.wire()).isEqualTo(channel == Channel.EMAIL);
            assertThat(draft.findings())
                    .as(channel.wire())
                    .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
            assertThat(draft)
                    .as("the same words for whoever asks again")
                    .isEqualTo(written(drafts.write(scenario.client(), lead.id(), channel, purpose)));
        }
    }

    @Test // the promise: nothing leaves by it; content 3.5: facts that are stored
    void a_draft_says_what_it_speaks_of_and_sends_nothing() {
        OutreachScenario scenario = scenario();
        Lead lead = scenario.lead();
        int touches = scenario.touches(lead).size();

        WriteDraft.Draft draft = written(
                scenario.useCases().writeDraft().write(scenario.client(), lead.id(), Channel.EMAIL, StepPurpose.INTRO));

        assertThat(draft.sources())
                .containsEntry(
                        Variable.FIRST_NAME,
                        Objects.requireNonNull(lead.person().firstName()));
        assertThat(draft.sources().values())
                .allSatisfy(said -> assertThat(draft.subject() + draft.body()).containsIgnoringCase(said));
        assertThat(draft.body()).as("sending adds the footer").doesNotContain("://opt-out");
        assertThat(scenario.touches(lead)).hasSize(touches);
    }

    @Test // api 1.7: an AI call is a job
    void the_job_tells_the_text_and_a_lead_that_is_gone_is_told_so() {
        OutreachScenario scenario = scenario();
        Lead lead = scenario.lead();

        StepResult.Done done = (StepResult.Done) run(scenario, lead.id());
        assertThat(done.outcome().words()).containsKeys("subject", "body").containsEntry("degraded", "true");
        assertThat(done.outcome().lists().get("sources")).isNotEmpty();
        assertThat(((StepResult.Skipped) run(scenario, new LeadId(UUID.randomUUID())))
                        .outcome()
                        .words())
                .containsEntry("reason", "lead_not_found");
    }

    private StepResult run(OutreachScenario scenario, LeadId lead) {
        DraftJob.Wanted wanted = new DraftJob.Wanted(lead, Channel.EMAIL, StepPurpose.VALUE_ADD);
        return new StepsByHand(scenario.useCases().draftJob())
                .of(scenario.client(), wanted.params(), clock.get().plus(Duration.ofMinutes(1)))
                .getFirst();
    }

    @Test // the promise: no tenant sees another's data
    void another_clients_lead_is_not_there() {
        OutreachScenario scenario = scenario();
        Lead lead = scenario.lead();
        ClientId other = new ClientId(UUID.randomUUID());
        WriteDraft drafts = scenario.useCases().writeDraft();

        assertThat(drafts.isThere(new TenantScope(scenario.client(), null, Role.MEMBER), lead.id()))
                .isTrue();
        assertThat(drafts.isThere(new TenantScope(scenario.client(), null, Role.VIEWER), lead.id()))
                .isFalse();
        assertThat(drafts.isThere(new TenantScope(other, null, Role.MEMBER), lead.id()))
                .isFalse();
        assertThat(drafts.write(other, lead.id(), Channel.EMAIL, StepPurpose.INTRO))
                .isEqualTo(new WriteDraft.Outcome.NotFound());
    }
}
