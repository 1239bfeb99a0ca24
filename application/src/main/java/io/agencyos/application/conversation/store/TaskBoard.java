package io.agencyos.application.conversation.store;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What people have to do, as they see it. Needs an open unit of work of the tenant. Source: data model 5.7 {@code task}. */
@SecondaryPort
public interface TaskBoard {

    /** Whether it is still to be done. */
    enum Status implements Vocabulary {
        OPEN,
        DONE,
        DROPPED
    }

    /**
     * @param kind the word by which pages group tasks, such as {@code book_meeting}
     * @param assignee whose it is, null for whoever comes first
     * @param dedupeKey no second task of the same key is opened while one is open
     * @param version how often it was planned or closed
     */
    record Task(
            TaskId id,
            ClientId clientId,
            String kind,
            @Nullable LeadId lead,
            @Nullable TouchId touch,
            @Nullable ReplyId reply,
            @Nullable MeetingId meeting,
            String title,
            @Nullable Instant dueAt,
            @Nullable UserId assignee,
            Status status,
            String dedupeKey,
            @Nullable UserId doneBy,
            @Nullable Instant doneAt,
            Instant createdAt,
            int version) {

        /** A task of nobody in particular. */
        public Task(
                TaskId id,
                ClientId clientId,
                String kind,
                @Nullable LeadId lead,
                @Nullable TouchId touch,
                @Nullable ReplyId reply,
                @Nullable MeetingId meeting,
                String title,
                @Nullable Instant dueAt,
                Status status,
                String dedupeKey,
                @Nullable UserId doneBy,
                @Nullable Instant doneAt,
                Instant createdAt) {
            this(
                    id, clientId, kind, lead, touch, reply, meeting, title, dueAt, null, status, dedupeKey, doneBy,
                    doneAt, createdAt, 0);
        }

        /** A task that is not about a touch. */
        public Task(
                TaskId id,
                ClientId clientId,
                String kind,
                @Nullable LeadId lead,
                @Nullable ReplyId reply,
                @Nullable MeetingId meeting,
                String title,
                @Nullable Instant dueAt,
                Status status,
                String dedupeKey,
                @Nullable UserId doneBy,
                @Nullable Instant doneAt,
                Instant createdAt) {
            this(
                    id, clientId, kind, lead, null, reply, meeting, title, dueAt, status, dedupeKey, doneBy, doneAt,
                    createdAt);
        }
    }

    /** Opens those whose key has no open task. */
    void open(Collection<Task> tasks);

    Optional<Task> find(ClientId client, TaskId id);

    /** Which tasks a page shows; null for all. */
    record Filter(
            @Nullable Set<Status> statuses,
            @Nullable String kind,
            @Nullable LeadId lead,
            @Nullable Instant dueBefore,
            @Nullable UserId assignee) {

        public Filter(
                @Nullable Set<Status> statuses,
                @Nullable String kind,
                @Nullable LeadId lead,
                @Nullable Instant dueBefore) {
            this(statuses, kind, lead, dueBefore, null);
        }
    }

    /** Where a page begins: behind this task. */
    record After(@Nullable Instant dueAt, TaskId id) {}

    /** Soonest due first, those without a date last. */
    List<Task> list(ClientId client, Filter filter, @Nullable After after, int limit);

    /** The first of them. */
    default List<Task> list(ClientId client, @Nullable Status status, @Nullable LeadId lead, int limit) {
        return list(client, new Filter(status == null ? null : Set.of(status), null, lead, null), null, limit);
    }

    /** Gives an open task to somebody, or to nobody, with another date or none; answers whether it was open. */
    boolean plan(ClientId client, TaskId id, @Nullable UserId assignee, @Nullable Instant dueAt);

    /** Ends an open task; answers whether it was open. */
    boolean close(ClientId client, TaskId id, Status as, @Nullable UserId by, Instant at);
}
