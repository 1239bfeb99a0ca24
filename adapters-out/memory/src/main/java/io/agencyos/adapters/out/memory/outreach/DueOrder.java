package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** In which order touches that are due are taken. Source: outreach 3.2. */
final class DueOrder {

    private DueOrder() {}

    /** Those that wait: invitations have their turn together, with the one that is due longest. */
    static List<Touch> first(List<Touch> due, Map<LeadId, Integer> scores, int limit) {
        Instant invitations = due.stream()
                .filter(DueOrder::isInvitation)
                .map(Touch::scheduledAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return due.stream()
                .sorted(comparing((Touch touch) -> isInvitation(touch) ? invitations : touch.scheduledAt())
                        .thenComparing((Touch touch) -> scores.get(touch.leadId()), nullsLast(reverseOrder()))
                        .thenComparing(Touch::scheduledAt)
                        .thenComparing(ById.ascending(Touch::id)))
                .limit(limit)
                .toList();
    }

    private static boolean isInvitation(Touch touch) {
        return touch.kind() == TouchKind.LI_INVITE;
    }
}
