package io.agencyos.application.conversion;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** What people read of the conversation and put their mark on, wired by hand. */
public final class InboxReadings {

    private final ReadReplies replies;
    private final MarkReplyHandled markReplyHandled;
    private final ReadThreads threads;
    private final WorkOnTasks tasks;
    private final ReadTimeline timeline;

    public InboxReadings(InboxPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        PeopleTrail trail = new PeopleTrail(ports.audit(), clock, ids);
        replies = new ReadRepliesService(ports, units);
        markReplyHandled = new MarkReplyHandledService(ports, trail, units);
        threads = new ReadThreadsService(ports, units);
        tasks = new WorkOnTasksService(ports, trail, units);
        timeline = new ReadTimelineService(ports, units);
    }

    public ReadReplies replies() {
        return replies;
    }

    public MarkReplyHandled markReplyHandled() {
        return markReplyHandled;
    }

    public ReadThreads threads() {
        return threads;
    }

    public WorkOnTasks tasks() {
        return tasks;
    }

    public ReadTimeline timeline() {
        return timeline;
    }
}
