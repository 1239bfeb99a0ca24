package io.agencyos.domain.client;

import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants the product to behave. Source: data model 5.1 {@code client_setting}.
 *
 * @param minPipelineAlert a smaller pipeline is told to the client, in leads; 0 for never
 * @param hotCostGuard only the best tenth of a month's started leads is treated as premium (scoring B8)
 * @param quietDays on which nothing leaves by itself, by the client's calendar; in order, each once (outreach 19.8)
 * @param aiDisclosure a call says in its opening that a machine speaks, and not only when asked (outreach 10.5)
 * @param aiPerDay what models may cost this client on a day, where that is less than what its plan allows; null for the plan's
 */
public record ClientSettings(
        ClientId clientId,
        ReplenishmentMode replenishmentMode,
        boolean autoReplenish,
        int minPipelineAlert,
        boolean replyAutomation,
        boolean openTracking,
        boolean clickTracking,
        SeoMode seoMode,
        boolean hotCostGuard,
        boolean aiDisclosure,
        TestMode testMode,
        List<LocalDate> quietDays,
        @Nullable Money aiPerDay,
        int version) {

    /** {@code min_pipeline_alert} of a client that set none. */
    public static final int ALERT_BELOW = 100;

    /** More leads than any plan ever has in its pipeline. */
    public static final int MOST_ALERT_BELOW = 100_000;

    /** A year, and what is planned of the next. */
    public static final int MOST_QUIET_DAYS = 400;

    public ClientSettings {
        if (minPipelineAlert < 0 || minPipelineAlert > MOST_ALERT_BELOW) {
            throw new IllegalArgumentException("an alert below " + minPipelineAlert + " leads");
        }
        quietDays = quietDays.stream().distinct().sorted().toList();
        if (quietDays.size() > MOST_QUIET_DAYS) {
            throw new IllegalArgumentException(quietDays.size() + " quiet days");
        }
    }

    /** With a call that says what it is, and leads that are written to. */
    public ClientSettings(
            ClientId clientId,
            ReplenishmentMode replenishmentMode,
            boolean autoReplenish,
            int minPipelineAlert,
            boolean replyAutomation,
            boolean openTracking,
            boolean clickTracking,
            SeoMode seoMode,
            boolean hotCostGuard,
            int version) {
        this(
                clientId,
                replenishmentMode,
                autoReplenish,
                minPipelineAlert,
                replyAutomation,
                openTracking,
                clickTracking,
                seoMode,
                hotCostGuard,
                true,
                TestMode.OFF,
                List.of(),
                null,
                version);
    }

    public static ClientSettings defaults(ClientId clientId) {
        return new ClientSettings(
                clientId, ReplenishmentMode.SMART, true, ALERT_BELOW, true, true, false, SeoMode.PRESENCE, false, 0);
    }

    /** The same as it is stored. */
    public ClientSettings atVersion(int stored) {
        return new ClientSettings(
                clientId,
                replenishmentMode,
                autoReplenish,
                minPipelineAlert,
                replyAutomation,
                openTracking,
                clickTracking,
                seoMode,
                hotCostGuard,
                aiDisclosure,
                testMode,
                quietDays,
                aiPerDay,
                stored);
    }

    /** The same with calls that say at once what they are, or only when asked. */
    public ClientSettings disclosing(boolean atOnce) {
        return with(atOnce, testMode, quietDays);
    }

    /** The same with everything going there. */
    public ClientSettings testing(TestMode mode) {
        return with(aiDisclosure, mode, quietDays);
    }

    /** The same with these quiet days. */
    public ClientSettings quietOn(Collection<LocalDate> days) {
        return with(aiDisclosure, testMode, List.copyOf(days));
    }

    /** The same with at most so much for models on a day; null for what the plan allows. */
    public ClientSettings spendingOnModels(@Nullable Money perDay) {
        return new ClientSettings(
                clientId,
                replenishmentMode,
                autoReplenish,
                minPipelineAlert,
                replyAutomation,
                openTracking,
                clickTracking,
                seoMode,
                hotCostGuard,
                aiDisclosure,
                testMode,
                quietDays,
                perDay,
                version);
    }

    /** What models may cost the client on a day under this plan: a limit of its own never widens it. Source: api 9.2, content 3.10. */
    public Money aiPerDay(Plan plan) {
        Money most = plan.terms().aiBudgetPerDay();
        return aiPerDay == null || aiPerDay.compareTo(most) > 0 ? most : aiPerDay;
    }

    /** Whether the gates have to look at it. */
    public boolean gates() {
        return testMode.on() || !quietDays.isEmpty();
    }

    /** The first day after the quiet ones around this day; empty where it is none of them. Source: outreach 19.8. */
    public Optional<LocalDate> quietUntil(LocalDate day) {
        return quietDays.contains(day)
                ? Stream.iterate(day, next -> next.plusDays(1))
                        .filter(next -> !quietDays.contains(next))
                        .findFirst()
                : Optional.empty();
    }

    private ClientSettings with(boolean atOnce, TestMode mode, List<LocalDate> quiet) {
        return new ClientSettings(
                clientId,
                replenishmentMode,
                autoReplenish,
                minPipelineAlert,
                replyAutomation,
                openTracking,
                clickTracking,
                seoMode,
                hotCostGuard,
                atOnce,
                mode,
                quiet,
                aiPerDay,
                version);
    }
}
