package io.agencyos.application.conversation;

import io.agencyos.application.conversation.store.ComposeDrafts.Draft;
import io.agencyos.application.conversation.store.ComposeDrafts.Editing;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PersonaId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A person's own unsent text to a lead, which nobody else reads. Source: api 9.6 {@code compose-draft}. */
@PrimaryPort
public interface KeepDrafts {

    /** So long after their last word somebody counts as writing. */
    Duration WRITING = Duration.ofMinutes(2);

    /** What nobody touched for so long goes. */
    Duration KEPT = Duration.ofDays(30);

    /** What came of it. */
    sealed interface Outcome {

        /**
         * As it stands now.
         *
         * @param own empty where nothing was begun
         * @param editing who else is writing to the lead on the channel
         */
        record Kept(Optional<Draft> own, List<Editing> editing) implements Outcome {}

        record NotFound() implements Outcome {}

        /** A viewer writes nothing, nor does a program. */
        record Forbidden() implements Outcome {}
    }

    Outcome show(TenantScope scope, LeadId lead, Channel channel);

    Outcome put(
            TenantScope scope,
            LeadId lead,
            Channel channel,
            @Nullable PersonaId persona,
            @Nullable String subject,
            String body);

    Outcome discard(TenantScope scope, LeadId lead, Channel channel);
}
