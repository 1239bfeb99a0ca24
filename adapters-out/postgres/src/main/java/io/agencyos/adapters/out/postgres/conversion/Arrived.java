package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.shared.Vocabulary;
import java.util.stream.Collectors;

/** {@link ImpliedDelivery} in SQL, one for reports, facts and experiments, so that they agree. */
final class Arrived {

    private static final String TOLD_OF = ImpliedDelivery.TOLD_OF.stream()
            .map(Vocabulary::wire)
            .sorted()
            .map(kind -> "'" + kind + "'")
            .collect(Collectors.joining(", "));

    private Arrived() {}

    /** Of a touch, by the name that the statement has for it, sent long ago. */
    static String longAgo(String touch) {
        return "(%1$s.delivery_status = 'delivered' or %1$s.delivery_status = 'accepted' and %1$s.kind not in (%2$s))"
                .formatted(touch, TOLD_OF);
    }

    /** The same of one that may be young: what was sent after {@code :silent} is not yet silent. */
    static String bySilence(String touch) {
        return "(%1$s.delivery_status = 'delivered' or %2$s and %1$s.sent_at <= :silent)"
                .formatted(touch, longAgo(touch));
    }
}
