package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.writing.PreviewStep;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.quality.Finding;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a step would say to a lead, on any store. Source: api 9.5, content 3.5. */
public abstract class PreviewStories {

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    private static PreviewStep.Outcome preview(
            OutreachScenario scenario, Role role, CampaignId campaign, int step, LeadId lead) {
        return scenario.useCases()
                .previewStep()
                .preview(new TenantScope(scenario.client(), null, role), campaign, step, lead);
    }

    private static PreviewStep.Preview preview(OutreachScenario scenario, Lead lead) {
        return ((PreviewStep.Outcome.Previewed)
                        preview(scenario, Role.MEMBER, scenario.campaign().id(), 1, lead.id()))
                .preview();
    }

    @Test // api 9.5: rendered subject and body; content 3.5: the same input gives the same text
    void a_preview_is_the_text_that_leaves_but_for_the_link() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        PreviewStep.Preview before = preview(scenario, lead);
        assertThat(scenario.touches(lead)).as("nothing is written").isEmpty();
        scenario.runFor(Duration.ofHours(6));
        Touch.TouchContent sent =
                Objects.requireNonNull(scenario.touches(lead).getFirst().content());

        assertThat(before.kind()).isEqualTo(TouchKind.EMAIL);
        assertThat(before.subject()).isEqualTo(sent.subject());
        assertThat(before.body()).contains("https://opt-out.example/preview");
        assertThat(Objects.requireNonNull(before.body()).lines().filter(line -> !line.contains("://")))
                .containsExactlyElementsOf(sent.body()
                        .lines()
                        .filter(line -> !line.contains("://"))
                        .toList());
        assertThat(before.used()).contains(Variable.FIRST_NAME);
        assertThat(before.findings()).noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        assertThat(before.problems()).isEmpty();
    }

    @Test // api 9.5: member; a step that the campaign does not have
    void what_is_not_there_has_no_preview() {
        OutreachScenario scenario = new OutreachScenario(world(clock), clock, PermissionMode.AUTOPILOT);
        Lead lead = scenario.lead();
        CampaignId campaign = scenario.campaign().id();

        assertThat(preview(scenario, Role.VIEWER, campaign, 1, lead.id()))
                .isEqualTo(new PreviewStep.Outcome.Forbidden());
        assertThat(preview(scenario, Role.MEMBER, campaign, 99, lead.id()))
                .isEqualTo(new PreviewStep.Outcome.StepNotFound());
        assertThat(preview(scenario, Role.MEMBER, new CampaignId(UUID.randomUUID()), 1, lead.id()))
                .isEqualTo(new PreviewStep.Outcome.StepNotFound());
        assertThat(preview(scenario, Role.MEMBER, campaign, 1, new LeadId(UUID.randomUUID())))
                .isEqualTo(new PreviewStep.Outcome.LeadNotFound());
    }
}
