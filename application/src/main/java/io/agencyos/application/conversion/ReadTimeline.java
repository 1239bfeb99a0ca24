package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What happened with leads, newest first, and what is going to. Source: api 9.6, 9.9. */
@PrimaryPort
public interface ReadTimeline {

    /**
     * @param touches those that lines speak of, as far as they are known
     * @param numbers the how manieth each of them was that reached out to its lead, 1 for the first; none for what never left
     * @param replies those that lines speak of, by the line
     */
    record Page(
            List<Activity> lines,
            Cards cards,
            Map<TouchId, Touch> touches,
            Map<TouchId, Integer> numbers,
            Map<ActivityId, Reply> replies,
            boolean more) {
        public Page {
            lines = List.copyOf(lines);
            touches = Map.copyOf(touches);
            numbers = Map.copyOf(numbers);
            replies = Map.copyOf(replies);
        }
    }

    /** Touches, latest scheduled first. */
    record TouchPage(List<Touch> touches, Cards cards, boolean more) {
        public TouchPage {
            touches = List.copyOf(touches);
        }
    }

    /** The feed of the client. */
    Page list(TenantScope scope, Timeline.Filter filter, Timeline.@Nullable After after, int limit);

    /** One lead's timeline; empty where this tenant has no such lead. */
    Optional<Page> ofLead(TenantScope scope, LeadId lead, Timeline.@Nullable After after, int limit);

    /** Planned, sent and given up. */
    TouchPage touches(TenantScope scope, Touches.Filter filter, Touches.@Nullable After after, int limit);
}
