package io.agencyos.application.platform;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What a person has to look at. Needs an open unit of work of the tenant, as worker. Source: data model 5.7 {@code task}. */
@SecondaryPort
public interface Tasks {

    /**
     * Something to do.
     *
     * @param kind the word by which pages group tasks, such as {@code send_outcome_unknown}
     * @param dedupeKey no second task of the same key is opened while one is open
     */
    record NewTask(
            TaskId id,
            ClientId clientId,
            String kind,
            @Nullable LeadId lead,
            @Nullable TouchId touch,
            String title,
            @Nullable Instant dueAt,
            String dedupeKey) {}

    /** Opens those whose key has no open task. */
    void open(Collection<NewTask> tasks);
}
