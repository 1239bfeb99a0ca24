package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.Clients;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A client that tests: everything leaves by the real way, and not to its leads. Source: outreach 13. */
public abstract class TestModeStories extends LeadCareStories {

    static final EmailAddress TESTER = new EmailAddress("sam@northlight.example");
    static final PhoneNumber TESTERS_PHONE = new PhoneNumber("+61491570156");
    static final LinkedInUrl TESTERS_PAGE =
            LinkedInUrl.parse("https://www.linkedin.com/in/sam-tester").orElseThrow();
    static final TestMode EVERYWHERE = new TestMode(true, TESTER, TESTERS_PHONE, TESTERS_PAGE);

    /** Everything that reached a reader, oldest first. */
    protected abstract List<EmailCommand> mails();

    /** From now on the client tests so, or no more. */
    static void testing(OutreachScenario scenario, TestMode mode) {
        scenario.in(() -> {
            Clients clients = scenario.on().world().clients();
            clients.updateSettings(clients.settings(scenario.client()).testing(mode));
        });
    }

    @Test // outreach 13: replaces the recipient, prefixes the subject; lead rows are never modified
    void what_would_go_to_leads_goes_to_the_tester_and_says_so() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        testing(scenario, EVERYWHERE);
        scenario.runFor(aDay());

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(TESTER);
            assertThat(mail.subject()).startsWith("[TEST] ");
        });
        Touch sent = scenario.touches(lead).getFirst();
        assertThat(sent.state()).isEqualTo(TouchState.SENT);
        assertThat(sent.recipient()).isEqualTo(lead.contact().email().value());
        assertThat(scenario.reread(lead).contact()).isEqualTo(lead.contact());
    }

    @Test // outreach 13: quota 15 e-mails per client per day
    void no_more_than_fifteen_test_mails_leave_on_a_day() {
        OutreachScenario scenario = autopilot();
        scenario.leads(20);
        testing(scenario, EVERYWHERE);
        scenario.runFor(aDay());

        assertThat(mails()).hasSize(15);
        scenario.runFor(Duration.ofDays(1));
        assertThat(mails()).hasSize(20).allSatisfy(mail -> assertThat(mail.to()).isEqualTo(TESTER));
    }

    @Test // outreach 13: without a configured recipient it refuses to send (test_recipient_missing)
    void nothing_leaves_while_nobody_is_named() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        testing(scenario, new TestMode(true, null, TESTERS_PHONE, TESTERS_PAGE));
        scenario.runFor(aDay());

        assertThat(mails()).isEmpty();
        assertThat(Objects.requireNonNull(scenario.reread(lead).block()).code()).isEqualTo("test_recipient_missing");
        testing(scenario, TestMode.OFF);
        scenario.runFor(Duration.ofDays(1));
        assertThat(mails())
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.to()).isEqualTo(lead.contact().email()));
    }

    @Test // outreach 13, 4.3: what was committed before goes back and is fixed anew
    void a_message_that_is_queued_when_the_tests_begin_or_end_goes_where_they_say() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        testing(scenario, EVERYWHERE);
        scenario.runFor(aDay());
        assertThat(mails()).extracting(EmailCommand::to).containsExactly(TESTER);

        Lead other = scenario.lead();
        scenario.useCases().plan().run(scenario.client(), 10);
        scenario.useCases().draft().run(scenario.client(), 10);
        due(scenario, other);
        scenario.useCases().commit().run(scenario.client(), 10);
        testing(scenario, TestMode.OFF);
        scenario.runFor(Duration.ofDays(1));
        assertThat(mails())
                .extracting(EmailCommand::to)
                .containsExactly(TESTER, other.contact().email());
    }

    @Test // outreach 19.3: what would go out tomorrow, with gate results; nothing is stored, reserved or sent
    void what_would_leave_tomorrow_is_told_with_what_keeps_the_rest() {
        OutreachScenario scenario = autopilot();
        scenario.advance(Duration.ofHours(3));
        List<Lead> leads = scenario.leads(70);
        Lead silent = leads.getFirst();
        scenario.in(() ->
                scenario.on().world().leads().leads().update(silent.becoming(LeadStatus.UNSUBSCRIBED, scenario.now())));
        LocalDate tomorrow = LocalDate.of(2026, 3, 3);
        PreviewOutreach preview = scenario.useCases().previewOutreach();
        TenantScope viewer = TenantScope.worker(scenario.client());

        List<PreviewOutreach.Line> lines = preview.on(viewer, tomorrow);
        assertThat(lines)
                .hasSize(70)
                .allSatisfy(line -> assertThat(line.stepNo()).isEqualTo(1));
        assertThat(lines.stream().filter(line -> line.lead().equals(silent.id())))
                .singleElement()
                .satisfies(line -> assertThat(
                                Objects.requireNonNull(line.refusal()).code().wire())
                        .isEqualTo("lead_status_unsubscribed"));
        List<PreviewOutreach.Line> leaving =
                lines.stream().filter(line -> line.refusal() == null).toList();
        assertThat(leaving).as("a domain's outreach of a day").hasSize(45);
        assertThat(leaving)
                .allSatisfy(line -> assertThat(line.sender())
                        .isEqualTo(scenario.mailbox().address().value()));
        assertThat(lines.stream()
                        .filter(line -> line.refusal() != null)
                        .map(line -> line.refusal().code().wire()))
                .containsOnly("lead_status_unsubscribed", "rate_limit_new_leads");
        assertThat(scenario.touches(silent)).isEmpty();
        assertThat(preview.on(viewer, tomorrow)).as("asking changes nothing").hasSameSizeAs(lines);
        assertThat(preview.on(viewer, LocalDate.of(2026, 3, 1)))
                .as("a day that is over")
                .isEmpty();
        assertThat(preview.on(viewer, LocalDate.of(2026, 3, 7)))
                .as("a Saturday, on which no e-mail leaves")
                .isEmpty();

        scenario.runFor(Duration.ofDays(1));
        assertThat(mails()).as("and so it came").hasSize(45);
    }

    @Test // outreach 19.8: client-wide blackout dates → DEFER client_blackout
    void nothing_leaves_on_a_client_s_quiet_days() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.in(() -> {
            Clients clients = scenario.on().world().clients();
            clients.updateSettings(clients.settings(scenario.client())
                    .quietOn(List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3))));
        });
        scenario.runFor(Duration.ofHours(2));
        assertThat(Objects.requireNonNull(scenario.reread(lead).block()).code()).isEqualTo("client_blackout");
        scenario.runFor(Duration.ofDays(1));
        assertThat(mails()).isEmpty();
        scenario.runFor(Duration.ofDays(1));
        assertThat(mails()).hasSize(1);
    }

    @Test // outreach 13, I8: where the first call may have gone to the lead, nothing goes to anybody else meanwhile
    void a_call_without_answer_is_never_made_again_to_somebody_else() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        failNext(Fault.REQUEST_LOST);
        queued(scenario, lead);
        scenario.useCases().dispatch().run(scenario.client(), 10);
        testing(scenario, EVERYWHERE);
        scenario.runFor(Duration.ofHours(2));
        assertThat(mails()).as("it waits").isEmpty();
        testing(scenario, TestMode.OFF);
        scenario.runFor(Duration.ofDays(1));
        assertThat(mails())
                .extracting(EmailCommand::to)
                .containsExactly(lead.contact().email());
    }
}
