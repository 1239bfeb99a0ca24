package io.agencyos.application.outreach.engine;

import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.UsableSenders;
import java.util.Optional;

/**
 * What it takes to give an enrolment its channels.
 *
 * @param plans where it is kept what was decided; empty where nobody asks
 * @param houses where leads live; empty where nobody writes letters
 */
public record ChannelPlanning(UsableSenders senders, Optional<ChannelPlans> plans, Optional<PostBook> houses) {

    /** Of an installation that posts nothing. */
    public ChannelPlanning(UsableSenders senders, Optional<ChannelPlans> plans) {
        this(senders, plans, Optional.empty());
    }

    /** Of an installation that sends e-mail alone and keeps no plans. */
    public static ChannelPlanning byMailboxes(MailboxRepository mailboxes) {
        return new ChannelPlanning(UsableSenders.ofMailboxes(mailboxes), Optional.empty());
    }
}
