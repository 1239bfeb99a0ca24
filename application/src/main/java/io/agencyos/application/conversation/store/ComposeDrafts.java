package io.agencyos.application.conversation.store;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What people began to write to leads. Needs an open unit of work of the tenant. Source: data model 5.6 {@code compose_draft}. */
@SecondaryPort
public interface ComposeDrafts {

    /** One person's unsent text to a lead on a channel. */
    record Draft(
            ClientId clientId,
            LeadId lead,
            UserId user,
            Channel channel,
            @Nullable PersonaId persona,
            @Nullable String subject,
            String body,
            Instant updatedAt) {

        /** Shows no text: drafts end up in logs. */
        @Override
        public String toString() {
            return "Draft[" + lead + ", " + user + ", " + channel + "]";
        }
    }

    /** Somebody who is writing to the same lead. */
    record Editing(UserId user, Instant since) {}

    Optional<Draft> find(ClientId client, LeadId lead, UserId user, Channel channel);

    /** Takes the place of the same person's earlier text to the lead on the channel. */
    void put(Draft draft);

    /** Discards it; nothing is there to discard where nothing was begun. */
    void discard(ClientId client, LeadId lead, UserId user, Channel channel);

    /** Who else has put something since, in the order of their ids. */
    List<Editing> others(ClientId client, LeadId lead, Channel channel, UserId me, Instant since);

    /** Removes at most so many that nobody touched since; in a unit of the platform. Answers how many. */
    int removeOld(Instant before, int most);
}
