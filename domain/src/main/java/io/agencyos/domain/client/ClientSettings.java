package io.agencyos.domain.client;

import io.agencyos.domain.shared.ClientId;

/**
 * How a client wants the product to behave. Source: data model 5.1 {@code client_setting}.
 *
 * @param minPipelineAlert a smaller pipeline is told to the client, in leads; 0 for never
 * @param hotCostGuard only the best tenth of a month's started leads is treated as premium (scoring B8)
 * @param aiDisclosure a call says in its opening that a machine speaks, and not only when asked (outreach 10.5)
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
        int version) {

    /** {@code min_pipeline_alert} of a client that set none. */
    public static final int ALERT_BELOW = 100;

    /** More leads than any plan ever has in its pipeline. */
    public static final int MOST_ALERT_BELOW = 100_000;

    public ClientSettings {
        if (minPipelineAlert < 0 || minPipelineAlert > MOST_ALERT_BELOW) {
            throw new IllegalArgumentException("an alert below " + minPipelineAlert + " leads");
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
                stored);
    }

    /** The same with calls that say at once what they are, or only when asked. */
    public ClientSettings disclosing(boolean atOnce) {
        return with(atOnce, testMode);
    }

    /** The same with everything going there. */
    public ClientSettings testing(TestMode mode) {
        return with(aiDisclosure, mode);
    }

    private ClientSettings with(boolean atOnce, TestMode mode) {
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
                version);
    }
}
