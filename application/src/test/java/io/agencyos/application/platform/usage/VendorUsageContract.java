package io.agencyos.application.platform.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.platform.usage.VendorMeter.Metered;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The book of what clients use of vendors, on every store. Source: vendor catalogue 6. */
public abstract class VendorUsageContract {

    /** Monday 30 March 2026, 23:30 in Sydney. */
    private static final Instant LATE = Instant.parse("2026-03-30T12:30:00Z");

    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
    private static final String CARRIER = "carrier";
    private static final Metered TEXT = Metered.usual(MeteredUnit.SEGMENT, 1, true);

    protected abstract UnitOfWork units();

    protected abstract Clients clients();

    protected abstract Credits credits();

    protected abstract VendorUsage book();

    private ClientId client() {
        return switch (new ClientUseCases(clients(), credits(), units(), () -> LATE, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID())) {
            case OpenClient.Outcome.Opened opened -> opened.client().id();
            case OpenClient.Outcome other -> throw new AssertionError(other);
        };
    }

    private <T> T in(ClientId client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }

    private void run(ClientId client, Runnable work) {
        in(client, () -> {
            work.run();
            return client;
        });
    }

    private VendorCap.Spent spent(ClientId client, String vendor, LocalDate day) {
        return in(client, () -> book().spent(client, vendor, day));
    }

    private static VendorCap.Spent spent(long day, long month) {
        return new VendorCap.Spent(new MicroAud(day), new MicroAud(month));
    }

    @Test // vendors/index 6: one line a billable call, reserved before it and settled after it
    void a_call_is_written_down_before_it_is_made_and_settled_at_what_it_cost() {
        ClientId client = client();
        VendorMeter meter = new VendorMeter(book());
        UUID text = UUID.randomUUID();
        UUID call = UUID.randomUUID();
        UUID refused = UUID.randomUUID();
        run(client, () -> {
            meter.expect(client, text, CARRIER, TEXT, LATE);
            meter.expect(client, text, CARRIER, Metered.usual(MeteredUnit.SEGMENT, 9, true), LATE);
            meter.expect(client, call, CARRIER, Metered.usual(MeteredUnit.MINUTE, 5, false), LATE);
            meter.expect(client, refused, CARRIER, TEXT, LATE);
        });
        assertThat(spent(client, CARRIER, DAY)).isEqualTo(spent(1_910_000, 1_910_000));

        run(client, () -> {
            book().settle(client, List.of(text, UUID.randomUUID()));
            meter.settleUsd(client, call, 2, new BigDecimal("0.21"));
            book().drop(client, List.of(refused, text));
        });
        assertThat(spent(client, CARRIER, DAY)).isEqualTo(spent(405_500, 405_500));
        run(client, () -> meter.expect(client, refused, CARRIER, TEXT, LATE));
        assertThat(spent(client, CARRIER, DAY)).as("tried again").isEqualTo(spent(485_500, 485_500));
        run(client, () -> book().drop(client, List.of(refused)));
        assertThat(lines(client))
                .containsExactly(
                        new VendorUsage.Line(
                                client, DAY, CARRIER, MeteredUnit.MINUTE, 2, new MicroAud(325_500), MicroAud.ZERO),
                        new VendorUsage.Line(
                                client, DAY, CARRIER, MeteredUnit.SEGMENT, 1, new MicroAud(80_000), MicroAud.ZERO));
    }

    private List<VendorUsage.Line> lines(ClientId client) {
        return units().onPlatform(() -> book().lines(DAY, DAY.plusDays(2))).stream()
                .filter(line -> line.client().equals(client))
                .toList();
    }

    @Test // vendors/index 6: daily and monthly, per tenant and vendor; the day is the platform's
    void days_and_months_vendors_and_clients_are_counted_apart() {
        ClientId client = client();
        ClientId other = client();
        ClientId twin =
                units().onPlatform(() -> clients().twin(client)).orElseThrow().id();
        VendorMeter meter = new VendorMeter(book());
        run(twin, () -> meter.expect(twin, UUID.randomUUID(), CARRIER, TEXT, LATE));
        run(client, () -> {
            meter.expect(client, UUID.randomUUID(), CARRIER, TEXT, LATE.minus(Duration.ofDays(1)));
            meter.expect(client, UUID.randomUUID(), CARRIER, TEXT, LATE);
            meter.expect(client, UUID.randomUUID(), CARRIER, TEXT, LATE.plus(Duration.ofDays(2)));
            meter.expect(client, UUID.randomUUID(), "another", TEXT, LATE);
        });
        run(other, () -> meter.expect(other, UUID.randomUUID(), CARRIER, TEXT, LATE));

        assertThat(spent(client, CARRIER, DAY)).isEqualTo(spent(80_000, 160_000));
        assertThat(spent(client, CARRIER, DAY.plusDays(1))).isEqualTo(spent(0, 160_000));
        assertThat(spent(client, CARRIER, DAY.plusDays(2))).as("April").isEqualTo(spent(80_000, 80_000));
        assertThat(in(other, () -> book().spent(client, CARRIER, DAY)))
                .as("another tenant sees nothing of it")
                .isEqualTo(VendorCap.Spent.NOTHING);
        assertThat(lines(client)).extracting(VendorUsage.Line::expected).containsOnly(TEXT.cost());
        assertThat(lines(twin)).as("a twin counts in no platform figure").isEmpty();
    }

    @Test // data model 7: 13 months
    void what_is_older_than_thirteen_months_goes_and_costs_are_told_until_then() {
        ClientId client = client();
        VendorMeter meter = new VendorMeter(book());
        LocalDate oldest = LocalDate.of(2025, 2, 28);
        run(client, () -> {
            for (int day = -2; day <= 0; day++) {
                meter.expect(
                        client,
                        UUID.randomUUID(),
                        CARRIER,
                        TEXT,
                        oldest.plusDays(day).atTime(9, 0).toInstant(ZoneOffset.UTC));
            }
            meter.expect(client, UUID.randomUUID(), CARRIER, TEXT, LATE);
        });
        assertThat(DAY.minus(VendorUsage.KEPT)).isEqualTo(oldest);

        int removed = 0;
        for (int some = 1; some > 0; removed += some) {
            some = units().onPlatform(() -> book().removeBefore(oldest, 1));
            assertThat(some).as("no more than asked for").isLessThanOrEqualTo(1);
        }

        assertThat(removed).isEqualTo(2);
        assertThat(units().onPlatform(() -> book().lines(oldest.minusDays(9), DAY)))
                .filteredOn(line -> line.client().equals(client))
                .extracting(VendorUsage.Line::day)
                .containsExactly(oldest, DAY);
    }

    @Test // vendors/index 6: what is set aside holds against others who ask at the same time
    void two_who_ask_at_once_do_not_take_the_same_room() throws Exception {
        ClientId client = client();
        VendorMeter meter = new VendorMeter(
                book(), new VendorCap(TEXT.cost().times(3), MicroAud.dollars(1)), VendorMeter.USUAL_RATE);
        List<Callable<Boolean>> asking = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asking.add(() -> in(client, () -> meter.reserve(client, UUID.randomUUID(), CARRIER, TEXT, LATE)));
        }
        int taken = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> one : threads.invokeAll(asking)) {
                taken += one.get() ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(3);
        assertThat(spent(client, CARRIER, DAY).day()).isEqualTo(TEXT.cost().times(3));
    }
}
