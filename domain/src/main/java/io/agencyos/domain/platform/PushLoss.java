package io.agencyos.domain.platform;

import java.util.Map;

/**
 * What of one type of event reached us by a vendor's webhooks, against what happened. Source: salesforge Beyond "webhook audit".
 *
 * @param happened by the vendor's own books
 * @param pushed events that its webhooks brought
 */
public record PushLoss(String type, int happened, int pushed) {

    /** More than this is no chance, in percent. */
    private static final int TOLERATED = 2;

    /** Whether more is missing than chance explains. */
    public boolean isTelling() {
        return (happened - pushed) * 100L > (long) TOLERATED * happened;
    }

    /** For people. */
    public Map<String, String> told() {
        return Map.of("type", type, "happened", Integer.toString(happened), "pushed", Integer.toString(pushed));
    }
}
