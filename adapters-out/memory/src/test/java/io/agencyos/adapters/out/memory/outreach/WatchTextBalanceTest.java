package io.agencyos.adapters.out.memory.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.application.outreach.Course;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.TextBook;
import io.agencyos.application.outreach.channel.TextLines;
import io.agencyos.application.outreach.phone.TextPorts;
import io.agencyos.application.outreach.phone.WatchTextBalance;
import io.agencyos.domain.platform.Alert;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchTextBalanceTest {

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);
    private final FakeSmsSender sender = new FakeSmsSender(clock::get, Set.of(TextBook.OURS));
    private final TextBook book = new TextBook(sender);
    private final OutreachScenario.World world = MemoryLoopWorld.of(new FakeEmailSender(clock::get), book);
    private final MemoryAlerts alerts = new MemoryAlerts((MemoryUnitOfWork) world.units());
    private final OutreachScenario scenario = OutreachScenario.on(Course.TEXT, world, clock);
    private final WatchTextBalance watch = new WatchTextBalance(
            new TextPorts(book, number -> Optional.of(new TextLines.Line("fake-sms", sender)), book, book),
            world.stores().touches(),
            alerts,
            world.units(),
            clock::get);

    private List<Alert> open() {
        return world.units().onPlatform(() -> alerts.open(10));
    }

    @Test // outreach 9.6: a balance below one day's need is told
    void an_account_that_does_not_pay_for_a_day_like_the_busiest_is_told_until_it_does() {
        sender.holds(new BigDecimal("0.10"));
        assertThat(watch.look(scenario.client())).as("nobody was texted").isZero();

        scenario.leads(2);
        scenario.runFor(Duration.ofDays(1));
        assertThat(sender.contacts()).hasSize(2);
        assertThat(watch.look(scenario.client())).as("two cost 15.84 cents").isEqualTo(1);
        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.source()).isEqualTo("text_balance_low");
            assertThat(alert.clientId()).isEqualTo(scenario.client());
            assertThat(alert.detail())
                    .containsEntry("balance", "0.10")
                    .containsEntry("need", "0.1584")
                    .containsEntry("texts", "2");
        });

        sender.holds(new BigDecimal("0.1584"));
        assertThat(watch.look(scenario.client())).isZero();
        assertThat(open()).isEmpty();
    }
}
