package io.agencyos.application.outreach;

import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.UsableSenders;
import java.util.Optional;

/**
 * What it takes to give an enrolment its channels.
 *
 * @param plans where it is kept what was decided; empty where nobody asks
 */
public record ChannelPlanning(UsableSenders senders, Optional<ChannelPlans> plans) {

    /** Of an installation that sends e-mail alone and keeps no plans. */
    public static ChannelPlanning byMailboxes(MailboxRepository mailboxes) {
        return new ChannelPlanning(UsableSenders.ofMailboxes(mailboxes), Optional.empty());
    }
}
